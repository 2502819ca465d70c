import type { ReactNode } from 'react';
import { type Column, DataTable, type SortState } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { Pager } from '@/components/list/pager';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { subjects } from '@/lib/audit/inputs';
import type { Translate } from '@/lib/kernel/i18n';

export interface TrailLine {
  id: string;
  when: string;
  who: string;
  role: string;
  text: string;
  address: string;
}

/** What a line of any trail shows. */
export function trailColumns(t: Translate): Column<TrailLine>[] {
  return [
    { key: 'text', head: t('what'), cell: (row) => row.text },
    { key: 'when', head: t('when'), sort: 'when', width: '9.5rem', cell: (row) => <span className="num whitespace-nowrap">{row.when}</span> },
    {
      key: 'who',
      head: t('who'),
      width: '9rem',
      cell: (row) => (
        <>
          {row.who}
          <Sub>{row.role}</Sub>
        </>
      ),
    },
    { key: 'address', head: t('address'), width: '8rem', phone: 'hide', cell: (row) => <span className="num text-ink-2">{row.address}</span> },
  ];
}

/** The trail as a list, for the center and for the operator. `t` is the `audit` namespace, `list` the `list` one. */
export function TrailList({
  t,
  list,
  path,
  entryHref = (id) => `${path}/${id}`,
  lines,
  filters,
  sort,
  pager,
  keep,
  children,
}: {
  t: Translate;
  list: Translate;
  path: string;
  entryHref?: (id: string) => string;
  lines: readonly TrailLine[];
  filters: { from?: string | undefined; to?: string | undefined; who?: string | undefined; what?: string | undefined };
  sort: SortState;
  pager: Parameters<typeof Pager>[0];
  keep: Readonly<Record<string, string | undefined>>;
  children?: ReactNode;
}) {
  return (
    <>
      <FilterBar
        action={path}
        resetHref={path}
        labels={{ form: list('filters'), apply: list('apply'), reset: list('reset') }}
        keep={keep}
        filters={[
          { kind: 'date', name: 'from', label: t('from'), value: filters.from },
          { kind: 'date', name: 'to', label: t('to'), value: filters.to },
          {
            kind: 'select',
            name: 'what',
            label: t('kind'),
            value: filters.what,
            all: list('all'),
            options: subjects.map((subject) => ({ value: subject, label: t(`subjects.${subject}`) })),
          },
          { kind: 'search', name: 'who', label: t('who'), value: filters.who, placeholder: t('whoHint') },
        ]}
      >
        {children}
      </FilterBar>
      <DataTable
        caption={t('title')}
        columns={trailColumns(t)}
        rows={lines}
        rowKey={(row) => row.id}
        rowHref={(row) => entryHref(row.id)}
        sort={sort}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
      <Pager {...pager} />
    </>
  );
}
