import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxesField, CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { DateField, TextareaField, TextField } from '@/components/form/text-fields';
import { DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { factKeys } from '@/lib/companies/inputs/facts';
import { canRunCollections } from '@/lib/companies/policy';
import { listRounds } from '@/lib/companies/queries/collection';
import { factsWaiting } from '@/lib/companies/queries/facts';
import { proposalsWaiting } from '@/lib/companies/queries/profile';
import { addDays, dayOf, yearOf } from '@/lib/kernel/dates';
import { openRoundAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('collection'))('title') };
}

const path = '/desk/companies/collection';
const MOST = 10;
const usual = ['revenue', 'totalIncome', 'netProfit', 'exports', 'totalAssets', 'liabilities', 'netAssets', 'taxesPaid', 'rdAccounting', 'staff', 'phd', 'college', 'returned', 'freshGraduates'];

/** One round a year: who is asked what, until when, and how many have answered. */
export default async function CollectionPage() {
  const { rounds, waiting, proposals, mayRun, today } = await read(businessAndAuditor, async (ctx) => ({ rounds: await listRounds(ctx), waiting: await factsWaiting(ctx, MOST), proposals: await proposalsWaiting(ctx, MOST), mayRun: canRunCollections(ctx.actor), today: dayOf(ctx.now) }));
  const [t, facts, companies, shell] = [await getT('collection'), await getT('facts'), await getT('companies'), await getT('shell')];
  return (
    <>
      <PageHead title={t('title')} crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: t('title') }] }} meta={t('note')} />
      <div className="grid gap-4">
        <DataTable
          caption={t('title')}
          columns={[
            { key: 'year', head: t('field.year'), cell: (row) => t('yearOf', { year: row.year }) },
            { key: 'due', head: t('field.dueOn'), cell: (row) => <span className="num">{row.dueOn}</span> },
            { key: 'state', head: t('field.state'), cell: (row) => <StatePill tone={row.closedAt === null ? (row.dueOn < today ? 'late' : 'accent') : 'neutral'}>{t(row.closedAt === null ? 'open' : 'closed')}</StatePill>, phone: 'bare' },
            { key: 'answered', head: t('field.answered'), align: 'right', cell: (row) => <span className="num">{t('progress', { answered: row.answered, count: row.answered + row.draft + row.waiting })}</span> },
          ]}
          rows={rounds}
          rowKey={(row) => row.id}
          rowHref={(row) => `${path}/${row.id}`}
          empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
        />
        {waiting.length > 0 && (
          <Card title={t('waitingFacts')} note={t('waitingNote', { count: MOST })} body="rows">
            {waiting.map((row) => (
              <a key={`${row.companyId} ${row.year}`} className="row" href={`/desk/companies/${row.companyId}/facts/${row.year}#waiting`}>
                <span>{row.company}</span>
                <span className="text-ink-2">{t('waitingRow', { year: row.year, count: row.count })}</span>
              </a>
            ))}
          </Card>
        )}
        {proposals.length > 0 && (
          <Card title={t('waitingProposals')} note={t('waitingNote', { count: MOST })} body="rows">
            {proposals.map((row) => (
              <a key={row.id} className="row" href={`/desk/companies/${row.companyId}/profile#proposal`}>
                <span>{row.company}</span>
                <span className="text-ink-2">{t('proposalRow', { count: Object.keys(row.changes).length })}</span>
              </a>
            ))}
          </Card>
        )}
        {mayRun && (
          <Card title={t('begin')} id="begin">
            <Form wide action={openRoundAction} hidden={await hiddenFields()} labels={await formLabels(t('begin'))}>
              <div className="form-row">
                <TextField name="year" label={t('field.year')} required inputMode="numeric" maxLength={4} value={String(yearOf(today) - 1)} />
                <DateField name="dueOn" label={t('field.dueOn')} required min={addDays(today, 1)} value={addDays(today, 21)} />
              </div>
              <CheckboxesField inline name="keys" label={t('field.keys')} options={factKeys.map((value) => ({ value, label: facts(`keys.${value}`) }))} value={usual} />
              <CheckboxField name="graduates" label={t('graduates')} hint={t('graduatesHint')} checked />
              <TextareaField name="note" label={t('field.note')} hint={t('noteHint')} optional={shell('form.optional')} rows={2} maxLength={500} />
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
