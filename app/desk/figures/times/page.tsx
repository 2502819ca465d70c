import type { Metadata } from 'next';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { type Column, DataTable } from '@/components/list/data-table';
import { FilterBar } from '@/components/list/filter-bar';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { timesList } from '@/lib/figures/inputs';
import { type TimeLine, timeRows, timesOfItems, timesOfLanes } from '@/lib/figures/queries/times';
import { dayOf } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';
import { offsetOf, type SearchParams } from '@/lib/kernel/list-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('figures'))('times.title') };
}

/** Where working days go, item by item and lane by lane; each line opens the rows it is computed from. */
export default async function TimesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = timesList.parse(await searchParams);
  const { item, lane } = params.filters;
  const view = await read(businessAndAuditor, async (ctx) => {
    const to = params.filters.to ?? dayOf(ctx.now);
    const asked = params.filters.from ?? `${to.slice(0, 4)}-01-01`;
    const period = { from: asked > to ? to : asked, to };
    const page = { by: params.sort, dir: params.dir, limit: params.size, offset: offsetOf(params) };
    return {
      period,
      items: await timesOfItems(ctx, period),
      lanes: await timesOfLanes(ctx, period),
      rows: item === undefined ? null : await timeRows(ctx, period, { item, lane, ...page }),
    };
  });
  const [t, list, locale] = [await getT('figures'), await getT('list'), await getLocale()];
  const { period, items, lanes, rows } = view;
  const path = '/desk/figures/times';
  const opens = (line: TimeLine) => `${path}?from=${period.from}&to=${period.to}&item=${line.itemId}${line.lane === null ? '' : `&lane=${line.lane}`}#rows`;
  const opened = item === undefined ? undefined : lane === undefined ? items.find((one) => one.itemId === item) : lanes.find((one) => one.itemId === item && one.lane === lane);
  return (
    <>
      <PageHead
        crumbs={{ label: t('title'), items: [{ label: t('title'), href: '/desk/figures' }, { label: t('times.title') }] }}
        title={t('times.title')}
        meta={t('times.note')}
      />
      <FilterBar
        action={path}
        filters={[
          { kind: 'date', name: 'from', label: t('from'), value: period.from },
          { kind: 'date', name: 'to', label: t('to'), value: period.to },
        ]}
        labels={{ form: t('period'), apply: t('apply') }}
      />
      {rows !== null && (
        <section id="rows" className="mb-6">
          <h2 className="mb-2 font-semibold">
            {opened === undefined ? t('none') : t('rowsTitle', { name: nameIn(locale, opened), period: t('fromTo', period) })}
          </h2>
          <DataTable
            caption={t('rows')}
            columns={[
              {
                key: 'what',
                head: t('what'),
                cell: (row) => (
                  <>
                    {row.title}
                    <Sub>{row.round === null ? row.number : `${row.number} · ${t('round', { n: row.round })}`}</Sub>
                  </>
                ),
              },
              { key: 'company', head: t('times.company'), cell: (row) => row.company },
              { key: 'used', head: t('times.used'), align: 'right', sort: 'used', cell: (row) => <span className="num">{row.used}</span> },
              { key: 'waited', head: lane === undefined ? t('times.waited') : t('times.stopped'), align: 'right', cell: (row) => <span className="num">{row.waited}</span> },
              { key: 'day', head: t('day'), sort: 'day', cell: (row) => <span className="num">{row.day}</span> },
            ]}
            rows={rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/desk/requests/${row.requestId}`}
            sort={sortState(path, timesList, params)}
            empty={<EmptyState title={t('none')} />}
          />
          <Pager {...pagerProps(list, path, timesList, params, { rows, total: opened?.many ?? 0 })}>
            <Keys />
          </Pager>
        </section>
      )}
      <h2 className="mb-2 font-semibold">{t('times.items')}</h2>
      <DataTable
        caption={t('times.items')}
        columns={[{ key: 'name', head: t('times.item'), cell: (line) => nameIn(locale, line) }, ...columnsOf<TimeLine>(t, t('times.waitedShare'))]}
        rows={items}
        rowKey={(line) => line.itemId}
        rowHref={opens}
        empty={<EmptyState title={t('none')} />}
      />
      <h2 className="mt-6 mb-2 font-semibold">{t('times.lanes')}</h2>
      <DataTable
        caption={t('times.lanes')}
        columns={[
          {
            key: 'name',
            head: t('times.lane'),
            cell: (line) => (
              <>
                {nameIn(locale, line)}
                <Sub>{nameIn(locale, { name: line.item, nameEn: line.itemEn })}</Sub>
              </>
            ),
          },
          ...columnsOf<(typeof lanes)[number]>(t, t('times.stoppedShare')),
        ]}
        rows={lanes}
        rowKey={(line) => `${line.itemId} ${line.lane}`}
        rowHref={opens}
        empty={<EmptyState title={t('none')} />}
      />
    </>
  );
}

function columnsOf<L extends TimeLine>(t: Translate, share: string): Column<L>[] {
  const number = (value: number) => <span className="num">{value}</span>;
  return [
    { key: 'many', head: t('times.many'), align: 'right', cell: (line) => number(line.many) },
    { key: 'median', head: t('times.median'), align: 'right', cell: (line) => number(line.median) },
    { key: 'p90', head: t('times.p90'), align: 'right', cell: (line) => number(line.p90) },
    { key: 'used', head: t('times.total'), align: 'right', cell: (line) => number(line.used) },
    { key: 'share', head: share, align: 'right', cell: (line) => <span className="num">{line.used + line.waited === 0 ? '—' : `${Math.round((line.waited * 100) / (line.used + line.waited))}%`}</span> },
  ];
}
