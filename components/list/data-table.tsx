import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { cx } from '@/components/ui/cx';
import { plainly } from '@/components/ui/markup';
import { keptRows } from '@/components/page/kept';

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

/** What the rows of a list look like. */
export interface Drawing<R> {
  /** The first column is the row's name: it carries the link and stays when the table scrolls. */
  columns: readonly Column<R>[];
  rowKey: (row: R) => string;
  rowHref?: (row: R) => string;
  /** Ticks for bulk acts: `form` is the id of the `BulkBar`. */
  select?: { form: string; name: string; all: string; row: (row: R) => string };
}

interface Shown<R> {
  /** What this list is, for screen readers. */
  caption: string;
  rows: readonly R[];
  sort?: SortState;
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

function Head<R>({ drawing: { columns, rowKey, select }, first, sort }: { drawing: Drawing<R>; first: R | undefined; sort: SortState | undefined }) {
  return (
    <thead>
      <tr>
        {select && (
          <th scope="col" className="tick">
            <input key={first && rowKey(first)} type="checkbox" className="check js-only" aria-label={select.all} data-tick-all={select.form} />
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
  );
}

function Row<R>({ drawing: { columns, rowKey, rowHref, select }, row }: { drawing: Drawing<R>; row: R }) {
  return (
    <tr>
      {select && (
        <td className="tick">
          <label>
            <input type="checkbox" className="check" form={select.form} name={select.name} value={rowKey(row)} aria-label={select.row(row)} />
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
}

function List<R>({ caption, rows, sort, wide, empty, drawing, body }: Shown<R> & { drawing: Drawing<R>; body: string | null }) {
  if (rows.length === 0) return <div className="list">{empty}</div>;
  const drawn = () => rows.map((row) => <Row key={drawing.rowKey(row)} drawing={drawing} row={row} />);
  const table = (
    <table className="list-tbl" data-list>
      <caption className="sr-only">{caption}</caption>
      <Head drawing={drawing} first={rows[0]} sort={sort} />
      <tbody {...(body === null ? { children: drawn() } : { dangerouslySetInnerHTML: { __html: body } })} />
    </table>
  );
  return (
    <div className="list">
      <div className={wide ? 'list-wide' : 'list-scroll'} {...plainly(table)} />
    </div>
  );
}

/** A list of rows: sticky header, whole row clickable, cards on a phone. Works without a script. */
export function DataTable<R>({ columns, rowKey, rowHref, select, ...shown }: Shown<R> & Drawing<R>) {
  return <List {...shown} drawing={{ columns, rowKey, ...(rowHref === undefined ? {} : { rowHref }), ...(select === undefined ? {} : { select }) }} body={null} />;
}

/**
 * A list that is opened all day: a row is drawn again only where it, or `look`, is another than before. `by` stands outside of
 * components and uses nothing but `look` (which bears the language and today's date, where cells tell of them) and its row.
 */
export function KeptTable<R, L>({ by, look, ...shown }: Shown<R> & { by: (look: L) => Drawing<R>; look: L }) {
  const drawing = by(look);
  return <List {...shown} drawing={drawing} body={keptRows(by, look, shown.rows, (row) => <Row drawing={drawing} row={row} />)} />;
}

/** The link that makes its whole row clickable and that j and k move between. `DataTable` puts it around the first column. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="row-link" data-row>
      {children}
    </a>
  );
}
