import { type Column, DataTable } from '@/components/list/data-table';
import { EmptyState } from '@/components/ui/notice';
import { Pill } from '@/components/ui/pill';
import { Sub } from '@/components/ui/table';
import type { RoadKind } from '@/lib/companies/road';
import { formatArea } from '@/lib/kernel/area';
import type { Translate } from '@/lib/kernel/i18n';

export interface RoadRow {
  id: string;
  kind: RoadKind;
  onDay: string;
  basis: 'exact' | 'inferred' | 'unknown';
  carrier: string | null;
  room: string | null;
  area: number | null;
  untilOn: string | null;
  reason: string;
  by: string | null;
  struckAt: Date | null;
  struckBy: string | null;
  struckReason: string | null;
  papers: number;
  /** The request whose granting took the step. */
  request?: { number: string; href: string } | undefined;
}

/** The road of a company, the newest step first; struck rows are shown as such. `t` is the `road` namespace. */
export function RoadTable({ rows, t, missing, href }: { rows: readonly RoadRow[]; t: Translate; missing: string; href?: (row: RoadRow) => string }) {
  const columns: Column<RoadRow>[] = [
    { key: 'kind', head: t('col.kind'), cell: (row) => (row.struckAt === null ? t(`kinds.${row.kind}`) : <s>{t(`kinds.${row.kind}`)}</s>) },
    {
      key: 'day',
      head: t('col.day'),
      cell: (row) => <span className="num">{row.basis === 'unknown' ? t('unknownDay') : row.basis === 'inferred' ? t('inferred', { day: row.onDay }) : row.onDay}</span>,
    },
    {
      key: 'place',
      head: t('col.place'),
      cell: (row) => (
        <>
          {row.untilOn === null ? (row.carrier ?? missing) : t('until', { day: row.untilOn })}
          {row.room !== null && <Sub>{row.room}</Sub>}
        </>
      ),
    },
    { key: 'area', head: t('col.area'), align: 'right', cell: (row) => <span className="num">{row.area === null ? missing : `${formatArea(row.area)} ㎡`}</span> },
    {
      key: 'reason',
      head: t('col.reason'),
      phone: 'full',
      cell: (row) =>
        row.struckAt === null ? (
          <>
            {row.reason === '' ? missing : row.reason}
            {row.request !== undefined && (
              <Sub>
                <a className="link" href={row.request.href}>
                  {t('request', { number: row.request.number })}
                </a>
              </Sub>
            )}
          </>
        ) : (
          <>
            <Pill tone="due">{t('struck')}</Pill>
            <Sub>{t('struckWhy', { name: row.struckBy, reason: row.struckReason })}</Sub>
          </>
        ),
    },
    { key: 'by', head: t('col.by'), cell: (row) => row.by ?? missing },
    { key: 'papers', head: t('col.papers'), cell: (row) => t('papers', { count: row.papers }) },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={[...rows].reverse()} rowKey={(row) => row.id} {...(href === undefined ? {} : { rowHref: href })} empty={<EmptyState title={t('empty')} />} />;
}
