import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { FactTable } from '@/components/companies/fact-table';
import { scaleText } from '@/components/companies/scale';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { canStateFacts } from '@/lib/companies/policy';
import { factsOf } from '@/lib/companies/queries/facts';
import { scaleOfCompany, yearProblem, yearsShown } from '@/lib/companies/rules/facts';
import { yearOf } from '@/lib/kernel/dates';
import { CompanyHead, loadHead } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('facts'))('title') };
}

export default async function CompanyFactsPage({ params }: { params: Promise<{ company: string }> }) {
  const { company: id } = await params;
  const { head, facts, mayState } = await read(businessAndAuditor, async (ctx) => {
    const head = await loadHead(ctx, id);
    return { head, facts: await factsOf(ctx, head.company.id), mayState: canStateFacts(ctx.actor, head.company.id) };
  });
  const [t, list] = [await getT('facts'), await getT('list')];
  const last = yearOf(head.today) - 1;
  const entered = yearProblem(last, { thisYear: last + 1, establishedOn: head.company.establishedOn }) === null ? last : last + 1;
  const base = `/desk/companies/${head.company.id}/facts`;
  const waiting = facts.filter((fact) => fact.state === 'proposed');
  const [first] = waiting;
  const { verdict, year } = scaleOfCompany(head.company.industryDivision, facts);
  return (
    <>
      <CompanyHead head={head} tab="facts" actions={mayState && <LinkButton href={`${base}/${entered}`}>{t('enter', { year: entered })}</LinkButton>} />
      <div className="grid gap-4">
        {first !== undefined && (
          <Notice tone="due" title={t('waiting', { count: waiting.length })} actions={<LinkButton href={`${base}/${first.year}#waiting`}>{t('look')}</LinkButton>}>
            {t('waitingNote')}
          </Notice>
        )}
        <Card title={t('title')} note={t('note')} foot={scaleText(t, verdict, year)}>
          <FactTable t={t} years={yearsShown(facts, entered)} facts={facts} href={(at, key) => `${base}/${at}${key === undefined ? '' : `?key=${key}#history`}`} missing={list('missing')} />
        </Card>
      </div>
    </>
  );
}
