import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { company as companyGate } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { FactFields, FactWord } from '@/components/companies/fact-fields';
import { FactHistory } from '@/components/companies/fact-history';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { isFactKey, unitOf } from '@/lib/companies/inputs/facts';
import { factsOf } from '@/lib/companies/queries/facts';
import { getCompany } from '@/lib/companies/queries/file';
import { holding, seenText, stated, yearProblem } from '@/lib/companies/rules/facts';
import { isCompanyPerson } from '@/lib/kernel/actor';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { stateMyFactsAction } from '../actions';

export async function generateMetadata({ params }: { params: Promise<{ year: string }> }): Promise<Metadata> {
  return { title: (await getT('facts'))('yearTitle', { year: (await params).year }) };
}

type Props = { params: Promise<{ year: string }>; searchParams: Promise<{ key?: string }> };

export default async function MyYearPage({ params, searchParams }: Props) {
  const [{ year: text }, { key }] = [await params, await searchParams];
  const year = /^(19|20)\d{2}$/.test(text) ? Number(text) : notFound();
  const asked = typeof key === 'string' && isFactKey(key) ? key : null;
  const { company, establishedOn, facts, last, history, thisYear } = await read(companyGate, async (ctx) => {
    const id = isCompanyPerson(ctx.actor) ? ctx.actor.companyId : '';
    return {
      company: id,
      establishedOn: found(await getCompany(ctx, id)).establishedOn,
      facts: await factsOf(ctx, id, { year }),
      last: await factsOf(ctx, id, { year: year - 1 }),
      history: asked === null ? [] : await factsOf(ctx, id, { year, key: asked, history: true }),
      thisYear: yearOf(dayOf(ctx.now)),
    };
  });
  const odd = yearProblem(year, { thisYear, establishedOn });
  // What was kept of a year that can't be can still be looked at, and only that.
  if (odd !== null && odd.key !== 'facts.beforeEstablished' && facts.length === 0) notFound();
  const [t, errors, list, shell, locale] = [await getT('facts'), await getT('errors'), await getT('list'), await getT('shell'), await getLocale()];
  return (
    <>
      <PageHead title={t('yearTitle', { year })} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/my/company/facts' }, { label: String(year) }] }} />
      <div className="grid gap-4">
        {asked !== null && (
          <Card id="history" title={t('historyOf', { fact: t(`keys.${asked}`), year })} note={t(unitOf(asked) === 'money' ? 'inWan' : 'inHeads')}>
            <FactHistory t={t} locale={locale} rows={history} missing={list('missing')} />
          </Card>
        )}
        {odd === null ? (
          <Card title={t('yearTitle', { year })} note={t('companyNote')}>
            <Form wide action={stateMyFactsAction} hidden={await hiddenFields()} labels={await formLabels(t('propose'))}>
              <HiddenInputs more={{ company, year: String(year), seen: seenText(facts) }} />
              <FactFields t={t} values={stated(facts, year)} last={holding(last, year - 1)} lastYear={year - 1} />
              <FactWord t={t} />
            </Form>
          </Card>
        ) : (
          <Notice tone="due">{errors(odd.key, odd.params)}</Notice>
        )}
      </div>
    </>
  );
}
