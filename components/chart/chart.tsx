import 'server-only';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Icon } from '@/components/ui/icon';
import { Table, Td, Th } from '@/components/ui/table';
import { chartOption, type ChartData } from './chart-option';
import { linkMarks } from './link-marks';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

const BROAD = { width: 760, height: 280 };
const NARROW = { width: 360, height: 260 };

function draw(option: EChartsCoreOption, size: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Scales with its box: the drawn size is only the view box. Hover rules for a script that isn't there are dropped.
  return svg
    .replace(/<svg width="\d+" height="\d+"/, '<svg')
    .replace(/<style >[\s\S]*?<\/style>/, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '');
}

function Drawing({ className, label, svg }: { className: string; label: string; svg: string }) {
  return (
    <div
      className={className}
      role="group"
      aria-label={label}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here by a library that escapes its texts; ours are escaped in link-marks
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/**
 * Bars or lines, drawn on the server as SVG in the product's colours. `summary` says in one sentence what it shows;
 * the figures stand behind it as a table, and every mark with an `href` opens its rows.
 */
export function Chart({ data, summary, labels }: { data: ChartData; summary: string; labels: { table: string; category: string } }) {
  const option = (narrow: boolean) => chartOption(data, narrow);
  const broad = linkMarks(draw(option(false), BROAD), data);
  const narrow = linkMarks(draw(option(true), NARROW), data);
  const shown = data.format ?? String;
  return (
    <figure className="chart">
      <Drawing className="chart-broad" label={summary} svg={broad} />
      <Drawing className="chart-narrow" label={summary} svg={narrow} />
      <figcaption className="mt-1 text-sm text-ink-2">{summary}</figcaption>
      <details className="chart-table mt-1">
        <summary>
          <Icon name="down" size={12} />
          {labels.table}
        </summary>
        <Table caption={summary}>
          <thead>
            <tr>
              <Th>{labels.category}</Th>
              {data.series.map((series) => (
                <Th key={series.name} right>
                  {series.name}
                  {data.unit !== undefined && ` (${data.unit})`}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.categories.map((category, index) => (
              <tr key={category}>
                <Th scope="row">{category}</Th>
                {data.series.map((series) => {
                  const point = series.points[index];
                  const text = point?.value === null || point === undefined ? data.missing : shown(point.value);
                  return (
                    <Td key={series.name} right>
                      {point?.href === undefined ? (
                        text
                      ) : (
                        <a className="link" href={point.href}>
                          {text}
                        </a>
                      )}
                    </Td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
