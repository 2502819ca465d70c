import { sql } from 'drizzle-orm';
import { counters } from '@/db/schema/documents';
import { centerOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf as yearOfDay } from '@/lib/kernel/dates';

/**
 * The next number of a kind in a year, such as FW-2026-000123: counted per center, without gaps, given back when the
 * transaction fails. Others who want one wait until this transaction ends, so ask for it late.
 * @param prefix two capital letters that people know the kind by
 */
export async function nextNumber(ctx: Ctx, prefix: string, year: number): Promise<string> {
  const [row] = await ctx.db
    .insert(counters)
    .values({ centerId: centerOf(ctx.actor), kind: prefix, year, last: 1 })
    .onConflictDoUpdate({
      target: [counters.centerId, counters.kind, counters.year],
      set: { last: sql`${counters.last} + 1` },
    })
    .returning({ last: counters.last });
  if (row === undefined) throw new Error(`no number for ${prefix} ${year}`);
  return formatNumber(prefix, year, row.last);
}

export function formatNumber(prefix: string, year: number, n: number): string {
  return `${prefix}-${year}-${String(n).padStart(6, '0')}`;
}

/** The year a moment belongs to in Shanghai. */
export function yearOf(now: Date): number {
  return yearOfDay(dayOf(now));
}
