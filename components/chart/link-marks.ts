import type { ChartData } from './chart-option';

/** Attributes the renderer leaves on what belongs to one value of one series. */
const MARK = /<path [^>]*ecmeta_ssr_type="chart"[^>]*><\/path>/g;

function attribute(tag: string, name: string): number | null {
  const found = new RegExp(`${name}="(\\d+)"`).exec(tag);
  return found?.[1] === undefined ? null : Number(found[1]);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Puts a link around every mark whose point has one; the link's name is the category, the series and the value. */
export function linkMarks(svg: string, data: ChartData): string {
  const shown = data.format ?? String;
  return svg.replace(MARK, (tag) => {
    const series = data.series[attribute(tag, 'ecmeta_series_index') ?? -1];
    const at = attribute(tag, 'ecmeta_data_index') ?? -1;
    const point = series?.points[at];
    const category = data.categories[at];
    if (series === undefined || point?.href === undefined || point.value === null || category === undefined) return tag;
    const name = escaped(`${category} ${series.name} ${shown(point.value)}${data.unit ?? ''}`);
    return `<a href="${escaped(point.href)}" aria-label="${name}"><title>${name}</title>${tag}</a>`;
  });
}
