import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getT } from '@/app/_server/i18n';
import { businessAndAuditor } from '@/app/_server/gates';
import { pagerProps, sortState } from '@/app/_server/list';
import { Keys } from '@/app/_server/list-keys';
import { read } from '@/app/_server/read';
import { PrintedFigures } from '@/components/figures/printed-figures';
import { Chart } from '@/components/chart/chart';
import { DataTable } from '@/components/list/data-table';
import { Pager } from '@/components/list/pager';
import { PageHead } from '@/components/page/page-head';
import { EmptyState } from '@/components/ui/notice';
import { Sub } from '@/components/ui/table';
import { figureRows } from '@/lib/figures/inputs';
import { figureOverYears, findIndicator, getFigure, listFigureRows, listPrintsOf } from '@/lib/figures/queries';
import { dayOf } from '@/lib/kernel/dates';
import { offsetOf, type SearchParams } from '@/lib/kernel/list-params';
import { formatDecimal } from '@/lib/kernel/money';

interface Props {
  params: Promise<{ indicator: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const indicator = findIndicator((await params).indicator);
  const t = await getT('figures');
  return { title: indicator === undefined ? t('title') : t(`names.${indicator.key}`) };
}

/** One number and the rows it is made of. */
export default async function FigurePage({ params, searchParams }: Props) {
  const indicator = findIndicator((await params).indicator);
  if (indicator === undefined) notFound();
  const asked = figureRows.parse(await searchParams);
  const { figure, rows, prints, years } = await read(businessAndAuditor, async (ctx) => {
    const to = asked.filters.to ?? dayOf(ctx.now);
    const from = asked.filters.from ?? `${to.slice(0, 4)}-01-01`;
    const period = { from: from > to ? to : from, to };
    const figure = await getFigure(ctx, indicator, period);
    const rows = await listFigureRows(ctx, indicator, period, { limit: asked.size, offset: offsetOf(asked), dir: asked.dir });
    const years = await figureOverYears(ctx, indicator, period.to);
    return { figure, rows, years, prints: await listPrintsOf(ctx, indicator.key) };
  });
  const [t, list] = [await getT('figures'), await getT('list')];
  const path = `/desk/figures/${indicator.key}`;
  const period =
    figure.period.from === null ? t('cumulativeTo', { to: figure.period.to }) : t('fromTo', { from: figure.period.from, to: figure.period.to });
  return (
    <>
      <PageHead
        crumbs={{ label: t('title'), items: [{ label: t('title'), href: '/desk/figures' }, { label: t(`names.${indicator.key}`) }] }}
        title={t(`units.${figure.unit}`, { value: formatDecimal(figure.value, 0) })}
        meta={t('rowsTitle', { name: t(`names.${indicator.key}`), period })}
      />
      <Chart
        summary={t('overYears', { name: t(`names.${indicator.key}`), from: years[0]?.year ?? '', to: years.at(-1)?.year ?? '' })}
        labels={{ table: t('asTable'), category: t('year') }}
        data={{
          kind: 'bar',
          missing: list('missing'),
          categories: years.map(({ year }) => year),
          series: [
            {
              name: t(`names.${indicator.key}`),
              points: years.map(({ value, period: { from, to } }) => ({ value: Number(value), href: `${path}?from=${from ?? ''}&to=${to}` })),
            },
          ],
        }}
      />
      <DataTable
        caption={t('rows')}
        columns={[
          {
            key: 'label',
            head: t('what'),
            cell: (row) => (
              <>
                {row.label}
                {row.round !== undefined && <Sub>{t('round', { n: row.round })}</Sub>}
              </>
            ),
          },
          { key: 'day', head: t('day'), sort: 'day', cell: (row) => <span className="num">{row.day}</span> },
          { key: 'detail', head: t('detail'), cell: (row) => <span className="text-ink-2">{row.detail === '' ? '—' : row.detail}</span> },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        sort={sortState(path, figureRows, asked)}
        empty={<EmptyState title={t('none')} />}
      />
      <Pager {...pagerProps(list, path, figureRows, asked, { rows, total: Number(figure.rows) })}>
        <Keys />
      </Pager>
      {prints.length > 0 && <PrintedFigures t={t} title={t('printed')} figures={prints} />}
    </>
  );
}
