import type { EChartsCoreOption } from 'echarts/core';

export interface Point {
  /** Missing is null: a gap, never a zero. */
  value: number | null;
  /** The rows behind this mark. */
  href?: string;
}

export interface ChartData {
  kind: 'bar' | 'line';
  categories: readonly string[];
  series: readonly { name: string; points: readonly Point[] }[];
  unit?: string;
  /** How a value is written in labels and in the table. */
  format?: (value: number) => string;
  /** What stands in the table for a missing value. */
  missing: string;
  /** Bars on top of each other. */
  stacked?: boolean;
}

const colours = [1, 2, 3, 4, 5, 6].map((n) => `var(--chart-${n})`);
const font = { fontFamily: 'var(--font)', fontSize: 12, color: 'var(--ink-2)' };

/** The drawing instructions; colours stay CSS variables so that the theme decides them in the browser. */
export function chartOption(data: ChartData, narrow: boolean): EChartsCoreOption {
  const single = data.series.length === 1;
  const few = data.categories.length <= (narrow ? 6 : 12);
  return {
    animation: false,
    color: colours,
    textStyle: font,
    grid: { left: 4, right: 12, top: data.unit === undefined && single ? 16 : 34, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    ...(single ? {} : { legend: { top: 0, right: 0, itemWidth: 10, itemHeight: 10, icon: 'roundRect', textStyle: font, selectedMode: false } }),
    xAxis: {
      type: 'category',
      data: [...data.categories],
      axisLine: { lineStyle: { color: 'var(--line-2)' } },
      axisTick: { show: false },
      axisLabel: { ...font, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(data.unit === undefined ? {} : { name: data.unit, nameTextStyle: { ...font, align: 'left' } }),
      splitNumber: 4,
      minInterval: data.format === undefined ? 1 : 0,
      splitLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { ...font, ...(data.format && { formatter: data.format }) },
    },
    series: data.series.map((series, index) => ({
      type: data.kind,
      name: series.name,
      data: series.points.map((point) => point.value),
      itemStyle: { color: colours[index % colours.length], ...(data.kind === 'bar' && !data.stacked && { borderRadius: [3, 3, 0, 0] }) },
      ...(data.kind === 'bar' ? { barMaxWidth: 34, barGap: '15%' } : { symbol: 'circle', symbolSize: 8, lineStyle: { width: 2, color: colours[index % colours.length] } }),
      ...(data.stacked && { stack: 'all' }),
      label: {
        show: few && single,
        position: 'top',
        ...font,
        color: 'var(--ink)',
        ...(data.format && { formatter: (shown: { value: number }) => data.format?.(shown.value) ?? '' }),
      },
    })),
  };
}
