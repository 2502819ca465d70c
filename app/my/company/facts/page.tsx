import type { Metadata } from 'next';
import { company as companyGate } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { FactTable } from '@/components/companies/fact-table';
import { scaleText } from '@/components/companies/scale';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { factsOf } from '@/lib/companies/queries/facts';
import { getCompany } from '@/lib/companies/queries/file';
import { scaleOfCompany, yearProblem, yearsShown } from '@/lib/companies/rules/facts';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('facts'))('title') };
}

export default async function MyFactsPage() {
  const { company, facts, last } = await read(companyGate, async (ctx) => {
    const row = found(await getCompany(ctx, isCompanyPerson(ctx.actor) ? ctx.actor.companyId : ''));
    return { company: row, facts: await factsOf(ctx, row.id), last: yearOf(dayOf(ctx.now)) - 1 };
  });
  const entered = yearProblem(last, { thisYear: last + 1, establishedOn: company.establishedOn }) === null ? last : last + 1;
  const [t, list, companies, shell] = [await getT('facts'), await getT('list'), await getT('companies'), await getT('shell')];
  const disputed = facts.filter((fact) => fact.state === 'disputed' && !facts.some((other) => other.key === fact.key && other.year === fact.year && other.id > fact.id));
  const { verdict, year } = scaleOfCompany(company.industryDivision, facts);
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('my.title'), href: '/my/company' }, { label: t('title') }] }}
        actions={
          <LinkButton href={`/my/company/facts/${entered}`} variant="primary">
            {t('enter', { year: entered })}
          </LinkButton>
        }
      />
      <div className="grid gap-4">
        {disputed.map((fact) => (
          <Notice key={fact.id} tone="late" title={t('sentBack', { fact: t(`keys.${fact.key}`), year: fact.year })} actions={<LinkButton href={`/my/company/facts/${fact.year}`}>{t('correct')}</LinkButton>}>
            {fact.reason}
          </Notice>
        ))}
        <Card title={t('title')} note={t('myNote')} foot={scaleText(t, verdict, year)}>
          <FactTable t={t} years={yearsShown(facts, entered)} facts={facts} href={(at, key) => `/my/company/facts/${at}${key === undefined ? '' : `?key=${key}#history`}`} missing={list('missing')} />
        </Card>
      </div>
    </>
  );
}
