import { CompanyStatePill } from '@/components/companies/state';
import type { Column, Drawing } from '@/components/list/data-table';
import { Sub } from '@/components/ui/table';
import { fieldKey } from '@/lib/companies/fields';
import type { FieldView } from '@/lib/companies/queries/fields';
import type { CompanyRow } from '@/lib/companies/queries/list';
import { monthsBetween } from '@/lib/companies/rules';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { type Locale, translator } from '@/lib/kernel/i18n';
import { ownValue } from './own-value';

interface Look {
  locale: Locale;
  today: Day;
  /** The address of the list. */
  path: string;
  /** The list is narrowed to terms that end: then the end is told instead of the months gone. */
  byDue: boolean;
  /** The center's own fields that stand in the list. */
  fields: readonly Pick<FieldView, 'id' | 'name' | 'kind'>[];
  /** The id of the bulk bar; null where rows carry no ticks. */
  bulk: string | null;
}

/** The rows of the list of companies. */
export function companyRows({ locale, today, path, byDue, fields, bulk }: Look): Drawing<CompanyRow> {
  const [t, list, road, own] = [translator(locale, 'companies'), translator(locale, 'list'), translator(locale, 'road'), translator(locale, 'fields')];
  const missing = list('missing');
  return {
    rowKey: (row) => row.id,
    rowHref: (row) => `${path}/${row.id}`,
    ...(bulk === null ? {} : { select: { form: bulk, name: 'companies[]', all: list('selectAll'), row: (row) => list('select', { name: row.name }) } }),
    columns: [
      {
        key: 'name',
        head: t('field.name'),
        sort: 'name',
        width: '14rem',
        cell: (row) => (
          <>
            <span className="font-medium">{row.name}</span>
            <Sub>
              <span className="num">{row.creditCode ?? t('noCode')}</span>
            </Sub>
          </>
        ),
      },
      { key: 'state', head: t('field.state'), cell: (row) => <CompanyStatePill state={row.state} label={t(`states.${row.state}`)} />, phone: 'bare' },
      { key: 'leading', head: t('field.leadingIndustry'), cell: (row) => (row.leadingIndustry === null ? missing : t(`leading.${row.leadingIndustry}`)) },
      {
        key: 'place',
        head: t('field.place'),
        width: '11.5rem',
        cell: (row) => (
          <>
            {row.carrier ?? missing}
            {row.room !== null && <Sub>{row.room}</Sub>}
          </>
        ),
      },
      {
        key: 'admitted',
        head: t('field.admittedOn'),
        sort: 'admitted',
        cell: (row) => (
          <>
            <span className="num">{row.admittedOn ?? missing}</span>
            {row.state === 'incubating' && row.admittedOn !== null && (
              <Sub>{!byDue || row.dueOn === null ? t('monthsInShort', { months: monthsBetween(row.admittedOn, today) }) : `${road('list.dueOn')} ${row.dueOn}`}</Sub>
            )}
          </>
        ),
      },
      { key: 'established', head: t('field.establishedOn'), sort: 'established', cell: (row) => <span className="num">{row.establishedOn ?? missing}</span>, phone: 'hide' },
      {
        key: 'trio',
        head: t('trio.title'),
        cell: (row) => (
          <>
            {row.trio.liaison?.name ?? missing}
            {(row.trio.counsellor ?? row.trio.mentor) !== undefined && (
              <Sub>
                <span className="whitespace-nowrap">{[row.trio.counsellor?.name, row.trio.mentor?.name].filter((name) => name !== undefined).join(' · ')}</span>
              </Sub>
            )}
          </>
        ),
      },
      ...fields.map((field): Column<CompanyRow> => ({ key: field.id, head: field.name, cell: (row) => ownValue(own, field.kind, row.own[fieldKey(field.id)]) })),
      { key: 'updated', head: t('field.updated'), sort: 'updated', cell: (row) => <span className="num">{dayOf(row.updatedAt)}</span>, phone: 'hide' },
    ],
  };
}
