import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { cx } from '@/components/ui/cx';
import { plainly } from '@/components/ui/markup';

export interface Column<R> {
  key: string;
  head: string;
  /** What stands in the cell; a second line goes into `<Sub>`. */
  cell: (row: R) => ReactNode;
  /** The sort this header asks for; only whitelisted ones. */
  sort?: string;
  align?: 'right';
  /** A CSS width. */
  width?: string;
  /** On a phone, where a row is a card: with its heading (default), a line to itself, bare, or not at all. */
  phone?: 'label' | 'full' | 'bare' | 'hide';
}

export interface SortState {
  key: string;
  dir: 'asc' | 'desc';
  /** The address of this list sorted so. */
  href: (key: string, dir: 'asc' | 'desc') => string;
}

interface Props<R> {
  /** What this list is, for screen readers. */
  caption: string;
  /** The first column is the row's name: it carries the link and stays when the table scrolls. */
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  rowHref?: (row: R) => string;
  sort?: SortState;
  /** Ticks for bulk acts: `form` is the id of the `BulkBar`. */
  select?: { form: string; name: string; all: string; row: (row: R) => string };
  /** The key of the row that is open beside the list. */
  current?: string;
  /** More columns than a desk is wide: the table scrolls in its own box. */
  wide?: boolean;
  /** Instead of the table when there are no rows. */
  empty: ReactNode;
}

function SortHead({ column, sort }: { column: { head: string; sort: string }; sort: SortState }) {
  const on = sort.key === column.sort;
  const next = on && sort.dir === 'asc' ? 'desc' : 'asc';
  return (
    <a href={sort.href(column.sort, next)}>
      {column.head}
      {on && <Icon name={sort.dir === 'asc' ? 'up' : 'down'} size={12} />}
    </a>
  );
}

/** A list of rows: sticky header, whole row clickable, cards on a phone. Works without a script. */
export function DataTable<R>({ caption, columns, rows, rowKey, rowHref, sort, select, current, wide, empty }: Props<R>) {
  if (rows.length === 0) return <div className="list">{empty}</div>;
  const table = (
    <table className="list-tbl" data-list>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {select && (
            <th scope="col" className="tick">
              <input key={rows[0] && rowKey(rows[0])} type="checkbox" className="check js-only" aria-label={select.all} data-tick-all={select.form} />
            </th>
          )}
          {columns.map((column, index) => (
            <th
              key={column.key}
              scope="col"
              className={cx(index === 0 && 'stay', column.align === 'right' && 'r') || undefined}
              style={column.width === undefined ? undefined : { width: column.width }}
              aria-sort={sort && column.sort === sort.key ? (sort.dir === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {sort && column.sort !== undefined ? <SortHead column={{ head: column.head, sort: column.sort }} sort={sort} /> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr key={key} aria-current={key === current || undefined}>
              {select && (
                <td className="tick">
                  <label>
                    <input type="checkbox" className="check" form={select.form} name={select.name} value={key} aria-label={select.row(row)} />
                  </label>
                </td>
              )}
              {columns.map((column, index) => {
                const phone = column.phone ?? 'label';
                const lead = index === 0;
                return (
                  <td
                    key={column.key}
                    className={cx(lead && 'stay', column.align === 'right' && 'r', phone === 'full' && 'phone-full', phone === 'hide' && 'phone-hide') || undefined}
                    data-label={!lead && phone !== 'bare' && phone !== 'hide' ? column.head : undefined}
                  >
                    {lead && rowHref ? <RowLink href={rowHref(row)}>{column.cell(row)}</RowLink> : column.cell(row)}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
  return (
    <div className="list">
      <div className={wide ? 'list-wide' : 'list-scroll'} {...plainly(table)} />
    </div>
  );
}

/** The link that makes its whole row clickable and that j and k move between. `DataTable` puts it around the first column. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="row-link" data-row>
      {children}
    </a>
  );
}
