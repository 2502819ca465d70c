import { getLocale, getT } from '@/app/_server/i18n';
import { type Column, DataTable } from '@/components/list/data-table';
import { EmptyState } from '@/components/ui/notice';
import { StatePill, type Tone } from '@/components/ui/pill';
import type { ImportRowView } from '@/lib/imports/queries';
import type { MoneyUnit, SheetSpec } from '@/lib/imports/sheet-spec';
import { maskPhone } from '@/lib/kernel/phone';
import { labelOf, shownValue, undoneText } from './labels';

const tones: Record<ImportRowView['verdict'], Tone> = { new: 'ok', changed: 'accent', unchanged: 'neutral', refused: 'late', skipped: 'neutral' };

/** What becomes of each row: what is wrong and why, or what changes from what to what; amounts say so while their unit isn't settled (`open`). */
export async function Rows({ spec, rows, open }: { spec: SheetSpec; rows: readonly ImportRowView[]; open: ReadonlyMap<string, MoneyUnit> }) {
  const [t, errors, companies, locale] = [await getT('imports'), await getT('errors'), await getT('companies'), await getLocale()];
  const show = (key: string, value: unknown) =>
    spec.columns[key]?.kind.type === 'phone' && typeof value === 'string'
      ? maskPhone(value)
      : shownValue(spec, key, value, { locale, none: t('nothing'), wan: (amount) => companies('wan', { amount }) });

  const unitOf = (key: string) => {
    const unit = open.get(key);
    return unit !== undefined && <span className="text-due"> {t('units.open', { unit: t(`unit.${unit}`) })}</span>;
  };

  const problems = (row: ImportRowView) =>
    row.problems.map((problem) => (
      <li key={`${problem.column} ${problem.key}`}>
        {problem.column !== undefined && <b>{problem.column}</b>} {problem.value !== undefined && problem.value !== '' && <span className="text-ink-2">{t('quoted', { value: problem.value })}</span>}{' '}
        <span className={problem.warning === true ? 'text-due' : 'text-late'}>{errors(problem.key, problem.params)}</span>
      </li>
    ));
  const changes = (row: ImportRowView) =>
    Object.keys(row.before ?? {}).map((key) => (
      <li key={key}>
        <span className="text-ink-2">{labelOf(spec, key, locale)}</span> <s className="text-ink-3">{show(key, row.before?.[key])}</s> → {show(key, row.values[key])}
        {unitOf(key)}
      </li>
    ));
  const columns: Column<ImportRowView>[] = [
    { key: 'label', head: t('what'), cell: (row) => row.label, width: '30%' },
    { key: 'row', head: t('row'), cell: (row) => <span className="num">{row.row}</span>, width: '5rem' },
    { key: 'verdict', head: t('verdict'), cell: (row) => <StatePill tone={tones[row.verdict]}>{t(`verdicts.${row.verdict}`)}</StatePill>, phone: 'bare' },
    {
      key: 'why',
      head: t('why'),
      phone: 'full',
      cell: (row) =>
        row.verdict === 'skipped' ? (
          t(`skipped.${String(row.values.why)}`)
        ) : (
          <ul className="grid gap-1">
            {problems(row)}
            {row.verdict === 'changed' && changes(row)}
            {row.undone !== null && <li className={row.undone.done ? 'text-ok' : 'text-due'}>{undoneText(t, row.undone)}</li>}
          </ul>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('rows')}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.row)}
      empty={<EmptyState title={t('noRows')} />}
    />
  );
}
