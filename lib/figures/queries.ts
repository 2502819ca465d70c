import { asc, eq } from 'drizzle-orm';
import { publishedFigures } from '@/db/schema/figures';
import type { Ctx } from '@/lib/kernel/context';
import { allow } from '@/lib/kernel/errors';
import type { FigureRow, Indicator } from './indicator';
import { collectionAnswered } from './indicators/collection-answered';
import { companiesCumulative } from './indicators/companies-cumulative';
import { ipGranted } from './indicators/ip-granted';
import { mentorsAppointed } from './indicators/mentors-appointed';
import { mentorsVisits } from './indicators/mentors-visits';
import { noticesAnswered, noticesDelivered, noticesRead } from './indicators/notices';
import { requestsDone, requestsFiled } from './indicators/requests';
import { serviceDesk } from './indicators/service-desk';
import type { Period } from './inputs';
import { canReadFigures } from './policy';
import { checkPeriod, type Comparison, compare } from './rules';

export const indicators: readonly Indicator[] = [
  companiesCumulative,
  requestsFiled,
  requestsDone,
  ...serviceDesk,
  mentorsAppointed,
  mentorsVisits,
  ipGranted,
  noticesDelivered,
  noticesRead,
  noticesAnswered,
  collectionAnswered,
];

export function findIndicator(key: string): Indicator | undefined {
  return indicators.find((one) => one.key === key);
}

export interface Figure {
  key: string;
  /** The figure it is a share of. */
  of?: string;
  unit: Indicator['unit'];
  kind: Indicator['kind'];
  period: Period;
  value: bigint;
  /** How many rows stand behind it. */
  rows: bigint;
}

export async function getFigure(ctx: Ctx, indicator: Indicator, period: Period): Promise<Figure> {
  allow(canReadFigures(ctx.actor));
  const days = checkPeriod(indicator.kind === 'cumulative' ? { from: null, to: period.to } : period);
  const value = await indicator.value(ctx, days);
  const rows = indicator.count === undefined ? value : await indicator.count(ctx, days);
  return { key: indicator.key, ...(indicator.of === undefined ? {} : { of: indicator.of }), unit: indicator.unit, kind: indicator.kind, period: days, value, rows };
}

export async function listFigureRows(
  ctx: Ctx,
  indicator: Indicator,
  period: Period,
  page: { limit: number; offset: number; dir: 'asc' | 'desc' },
): Promise<FigureRow[]> {
  allow(canReadFigures(ctx.actor));
  const days = checkPeriod(indicator.kind === 'cumulative' ? { from: null, to: period.to } : period);
  return indicator.rows(ctx, days, page);
}

const YEARS = 8;

/** The same figure for each of the last years, the last one up to `to`; what the chart of a figure shows. */
export async function figureOverYears(ctx: Ctx, indicator: Indicator, to: string): Promise<(Figure & { year: string })[]> {
  const last = Number(to.slice(0, 4));
  const years: (Figure & { year: string })[] = [];
  for (let year = last - YEARS + 1; year <= last; year += 1) {
    const period = { from: `${year}-01-01`, to: year === last ? to : `${year}-12-31` };
    years.push({ ...(await getFigure(ctx, indicator, period)), year: String(year) });
  }
  return years;
}

export type PublishedFigure = typeof publishedFigures.$inferSelect & {
  /** What our rows give for the same days, and whether that still is what was printed. Null where nothing computes it. */
  computed: bigint | null;
  comparison: Comparison | null;
};

/** Every print with what our rows say today. Scopes other than the center's stand apart and are never computed from our rows. */
export async function listPublishedFigures(ctx: Ctx): Promise<PublishedFigure[]> {
  allow(canReadFigures(ctx.actor));
  const printed = await ctx.db.select().from(publishedFigures).orderBy(asc(publishedFigures.scope), asc(publishedFigures.id));
  const figures: PublishedFigure[] = [];
  for (const print of printed) figures.push({ ...print, ...(await check(ctx, print)) });
  return figures;
}

export async function listPrintsOf(ctx: Ctx, key: string): Promise<PublishedFigure[]> {
  allow(canReadFigures(ctx.actor));
  const printed = await ctx.db.select().from(publishedFigures).where(eq(publishedFigures.indicator, key)).orderBy(asc(publishedFigures.id));
  const figures: PublishedFigure[] = [];
  for (const print of printed) figures.push({ ...print, ...(await check(ctx, print)) });
  return figures;
}

async function check(ctx: Ctx, print: typeof publishedFigures.$inferSelect): Promise<{ computed: bigint | null; comparison: Comparison | null }> {
  const indicator = print.scope === 'center' && print.indicator !== null ? findIndicator(print.indicator) : undefined;
  if (indicator === undefined || print.periodTo === null) return { computed: null, comparison: null };
  const { value } = await getFigure(ctx, indicator, { from: print.periodFrom, to: print.periodTo });
  const computed = value * 10n ** BigInt(print.decimals);
  return { computed, comparison: compare(print, computed) };
}
