import type { Metadata } from 'next';
import { getT } from '@/app/_server/i18n';
import { businessAndAuditor } from '@/app/_server/gates';
import { read } from '@/app/_server/read';
import { PrintedFigures } from '@/components/figures/printed-figures';
import { FilterBar } from '@/components/list/filter-bar';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { figureRows } from '@/lib/figures/inputs';
import { type Figure, getFigure, indicators, listPublishedFigures } from '@/lib/figures/queries';
import { dayOf } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';
import type { SearchParams } from '@/lib/kernel/list-params';
import { formatDecimal } from '@/lib/kernel/money';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('figures'))('title') };
}

export default async function FiguresPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = figureRows.parse(await searchParams);
  const { figures, printed, period } = await read(businessAndAuditor, async (ctx) => {
    const to = params.filters.to ?? dayOf(ctx.now);
    const asked = params.filters.from ?? `${to.slice(0, 4)}-01-01`;
    const period = { from: asked > to ? to : asked, to };
    const figures = [];
    for (const indicator of indicators) figures.push(await getFigure(ctx, indicator, period));
    return { figures, printed: await listPublishedFigures(ctx), period };
  });
  const t = await getT('figures');
  const search = `?from=${period.from}&to=${period.to}`;
  return (
    <>
      <PageHead title={t('title')} meta={t('intro')} actions={<LinkButton href={`/desk/figures/times${search}`}>{t('times.title')}</LinkButton>} />
      <FilterBar
        action="/desk/figures"
        filters={[
          { kind: 'date', name: 'from', label: t('from'), value: period.from },
          { kind: 'date', name: 'to', label: t('to'), value: period.to },
        ]}
        labels={{ form: t('period'), apply: t('apply') }}
      />
      <div className="mb-4 grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
        {figures.map((figure) => (
          <Card key={figure.key}>
            <a className="block" href={`/desk/figures/${figure.key}${search}`}>
              <span className="text-ink-3">{t(`names.${figure.key}`)}</span>
              <b className="num block text-xl font-semibold">{t(`units.${figure.unit}`, { value: formatDecimal(figure.value, 0) })}</b>
              <span className="num text-ink-2">
                {figure.period.from === null
                  ? t('cumulativeTo', { to: figure.period.to })
                  : t('fromTo', { from: figure.period.from, to: figure.period.to })}
              </span>
              <Share t={t} figure={figure} figures={figures} />
            </a>
          </Card>
        ))}
      </div>
      <PrintedFigures t={t} title={t('printed')} figures={printed.filter((figure) => figure.scope === 'center')} />
      <PrintedFigures t={t} title={t('external')} figures={printed.filter((figure) => figure.scope !== 'center')} external />
    </>
  );
}

/** Of what it is a share, and how large; nothing where there is nothing to be a share of. */
function Share({ t, figure, figures }: { t: Translate; figure: Figure; figures: readonly Figure[] }) {
  const whole = figures.find(({ key }) => key === figure.of);
  if (whole === undefined || whole.value === 0n) return null;
  return <span className="num block text-ink-2">{t('share', { name: t(`names.${whole.key}`), share: Math.round((Number(figure.value) * 100) / Number(whole.value)) })}</span>;
}
