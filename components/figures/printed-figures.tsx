import { type Column, DataTable } from '@/components/list/data-table';
import { EmptyState } from '@/components/ui/notice';
import { Pill } from '@/components/ui/pill';
import { formatDecimal } from '@/lib/kernel/money';

type T = (key: string, values?: Record<string, string | number>) => string;

interface PrintedFigure {
  id: string;
  indicator: string | null;
  quote: string;
  scope: string;
  periodFrom: string | null;
  periodTo: string | null;
  unit: string;
  value: bigint | null;
  valueTo: bigint | null;
  decimals: number;
  hedge: string;
  note: string | null;
  computed: bigint | null;
  comparison: { kind: 'matches' } | { kind: 'differs'; by: bigint } | { kind: 'incomparable' } | null;
}

const period = (t: T, figure: PrintedFigure) =>
  figure.periodFrom === null ? t('cumulativeTo', { to: figure.periodTo ?? '' }) : t('fromTo', { from: figure.periodFrom, to: figure.periodTo ?? '' });

function printedValue(t: T, figure: PrintedFigure): string {
  const inUnit = (value: bigint | null) => (value === null ? '' : t(`units.${figure.unit}`, { value: formatDecimal(value, figure.decimals) }));
  return t(`hedges.${figure.hedge}`, { value: inUnit(figure.value), valueTo: inUnit(figure.valueTo) });
}

function Verdict({ t, figure }: { t: T; figure: PrintedFigure }) {
  const { comparison } = figure;
  if (comparison === null) return <span className="text-ink-3">{t('notComputed')}</span>;
  switch (comparison.kind) {
    case 'matches':
      return <Pill tone="ok">{t('matches')}</Pill>;
    case 'incomparable':
      return <span className="text-ink-3">{t('incomparable')}</span>;
    case 'differs': {
      const more = comparison.by > 0n;
      const by = t(`units.${figure.unit}`, { value: formatDecimal(more ? comparison.by : -comparison.by, figure.decimals) });
      return <Pill tone="late">{t(more ? 'differsMore' : 'differsLess', { by })}</Pill>;
    }
  }
}

/** Prints with what our rows say. External scopes stand apart and are compared with nothing. */
export function PrintedFigures({ t, title, figures, external }: { t: T; title: string; figures: readonly PrintedFigure[]; external?: boolean }) {
  const scope: Column<PrintedFigure> = { key: 'scope', head: t('scope'), cell: (figure) => t(`scopes.${figure.scope}`) };
  const computed: Column<PrintedFigure>[] = [
    {
      key: 'computed',
      head: t('computed'),
      align: 'right',
      cell: (figure) =>
        figure.computed === null || figure.indicator === null ? (
          '—'
        ) : (
          <a className="num whitespace-nowrap text-accent" href={`/desk/figures/${figure.indicator}?from=${figure.periodFrom ?? ''}&to=${figure.periodTo ?? ''}`}>
            {t(`units.${figure.unit}`, { value: formatDecimal(figure.computed, figure.decimals) })}
          </a>
        ),
    },
    { key: 'verdict', head: t('verdict'), cell: (figure) => <Verdict t={t} figure={figure} /> },
  ];
  return (
    <section className="mt-4">
      <h2 className="mb-2">{title}</h2>
      <DataTable
        caption={title}
        columns={[
          { key: 'quote', head: t('quote'), cell: (figure) => <span>{figure.quote}</span> },
          ...(external === true ? [scope] : []),
          { key: 'period', head: t('period'), cell: (figure) => <span className="num whitespace-nowrap">{period(t, figure)}</span> },
          { key: 'value', head: t('value'), align: 'right', cell: (figure) => <span className="num whitespace-nowrap">{printedValue(t, figure)}</span> },
          ...(external === true ? [] : computed),
          { key: 'note', head: t('note'), cell: (figure) => <span className="text-ink-3">{figure.note ?? '—'}</span> },
        ]}
        rows={figures}
        rowKey={(figure) => figure.id}
        empty={<EmptyState title={t('none')} />}
      />
    </section>
  );
}
