import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { FactFields, FactWord } from '@/components/companies/fact-fields';
import { FactHistory } from '@/components/companies/fact-history';
import { factText } from '@/components/companies/fact-table';
import { Form } from '@/components/form/form';
import { HiddenInputs, PostButton } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { isFactKey, unitOf } from '@/lib/companies/inputs/facts';
import { canStateFacts, canVerifyFacts } from '@/lib/companies/policy';
import { factsOf } from '@/lib/companies/queries/facts';
import { holding, jumpsIn, seenText, vouched, yearProblem } from '@/lib/companies/rules/facts';
import { formatMoment } from '@/lib/kernel/date-text';
import { yearOf } from '@/lib/kernel/dates';
import { disputeFactAction, stateFactsAction, verifyFactsAction } from '../actions';
import { CompanyHead, loadHead } from '../../frame';

export async function generateMetadata({ params }: { params: Promise<{ year: string }> }): Promise<Metadata> {
  return { title: (await getT('facts'))('yearTitle', { year: (await params).year }) };
}

type Props = { params: Promise<{ company: string; year: string }>; searchParams: Promise<{ key?: string }> };

export default async function CompanyYearPage({ params, searchParams }: Props) {
  const [{ company: id, year: text }, { key }] = [await params, await searchParams];
  const year = /^(19|20)\d{2}$/.test(text) ? Number(text) : notFound();
  const asked = typeof key === 'string' && isFactKey(key) ? key : null;
  const { head, facts, last, history, may } = await read(businessAndAuditor, async (ctx) => {
    const head = await loadHead(ctx, id);
    return {
      head,
      facts: await factsOf(ctx, head.company.id, { year }),
      last: await factsOf(ctx, head.company.id, { year: year - 1 }),
      history: asked === null ? [] : await factsOf(ctx, head.company.id, { year, key: asked, history: true }),
      may: { state: canStateFacts(ctx.actor, head.company.id), verify: canVerifyFacts(ctx.actor) },
    };
  });
  const odd = yearProblem(year, { thisYear: yearOf(head.today), establishedOn: head.company.establishedOn });
  // What was kept of a year that can't be can still be looked at, and only that.
  if (odd !== null && odd.key !== 'facts.beforeEstablished' && facts.length === 0) notFound();
  const [t, errors, list, locale] = [await getT('facts'), await getT('errors'), await getT('list'), await getLocale()];
  const base = `/desk/companies/${head.company.id}/facts`;
  const waiting = facts.filter((fact) => fact.state === 'proposed');
  const before = holding(last, year - 1);
  const jumps = new Set(jumpsIn(holding(waiting, year), before));
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const name of ['all', ...waiting.flatMap((fact) => [`v${fact.id}`, `d${fact.id}`])]) keys.set(name, await hiddenFields());
  const disputeLabels = await formLabels(t('dispute'), { leave: false });
  const now = (fact: (typeof waiting)[number]) => facts.find((one) => one.key === fact.key && one.state === 'verified');

  return (
    <>
      <CompanyHead head={head} tab="facts" actions={<LinkButton href={base}>{t('allYears')}</LinkButton>} />
      <div className="grid gap-4">
        {waiting.length > 0 && (
          <Card
            id="waiting"
            now="due"
            title={t('waiting', { count: waiting.length })}
            body="rows"
            aside={
              may.verify && (
                <form action={verifyFactsAction}>
                  <HiddenInputs hidden={keys.get('all')} />
                  {waiting.map((fact) => (
                    <input key={fact.id} type="hidden" name="facts[]" value={fact.id} />
                  ))}
                  <button type="submit" className="btn btn-primary">
                    {t('verifyAll', { count: waiting.length })}
                  </button>
                </form>
              )
            }
          >
            {waiting.map((fact) => (
              <div key={fact.id} className="row flex-wrap">
                <span>
                  {t(`keys.${fact.key}`)}
                  <Sub>{[fact.statedBy, formatMoment(fact.statedAt, locale), t(`sources.${fact.source}`)].filter(Boolean).join(' · ')}</Sub>
                </span>
                <span className="text-right">
                  <b className="num">{factText(fact.key, fact.value)}</b> {t(unitOf(fact.key) === 'money' ? 'unit.wan' : 'unit.heads')}
                  {now(fact) !== undefined && <Sub>{t('insteadOf', { value: factText(fact.key, now(fact)?.value ?? 0n) })}</Sub>}
                  {before[fact.key] !== undefined && <Sub>{t('lastYear', { year: year - 1, value: factText(fact.key, before[fact.key] ?? 0n) })}</Sub>}
                  {jumps.has(fact.key) && (
                    <span className="text-due">
                      {t('jumped')}
                      {fact.word === '' ? '' : ` ${t('quoted', { word: fact.word })}`}
                    </span>
                  )}
                </span>
                {may.verify && (
                  <div className="flex w-full flex-wrap items-start justify-end gap-2">
                    <PostButton action={verifyFactsAction} hidden={keys.get(`v${fact.id}`)} values={{ 'facts[]': fact.id }} size="sm">
                      {t('verify')}
                    </PostButton>
                    <details>
                      <summary className="link cursor-pointer">{t('dispute')}</summary>
                      <Form
                        action={disputeFactAction}
                        hidden={keys.get(`d${fact.id}`) ?? { membership: null, formKey: '' }}
                        labels={disputeLabels}
                      >
                        <HiddenInputs more={{ fact: fact.id }} />
                        <TextField name="reason" label={t('disputeReason')} hint={t('disputeHint')} required maxLength={200} />
                      </Form>
                    </details>
                  </div>
                )}
              </div>
            ))}
          </Card>
        )}
        {asked !== null && (
          <Card id="history" title={t('historyOf', { fact: t(`keys.${asked}`), year })} note={t(unitOf(asked) === 'money' ? 'inWan' : 'inHeads')}>
            <FactHistory t={t} locale={locale} rows={history} missing={list('missing')} />
          </Card>
        )}
        {odd !== null && <Notice tone="due">{errors(odd.key, odd.params)}</Notice>}
        {may.state && odd === null ? (
          <Card title={t('yearTitle', { year })} note={t('staffNote')}>
            <Form wide action={stateFactsAction} hidden={await hiddenFields()} labels={await formLabels(t('save'))}>
              <HiddenInputs more={{ company: head.company.id, year: String(year), seen: seenText(facts) }} />
              <FactFields t={t} values={vouched(facts, year)} last={before} lastYear={year - 1} />
              <FactWord t={t} />
            </Form>
          </Card>
        ) : (
          asked === null && odd === null && <p className="text-ink-2">{t('chooseValue')}</p>
        )}
      </div>
    </>
  );
}
