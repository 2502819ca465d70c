import { and, gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { addDays, startOfDay } from '@/lib/kernel/dates';
import type { Period } from './inputs';

/** Moments that lie within whole days in Asia/Shanghai, the last one included. */
export function momentsWithin(moment: PgColumn, { from, to }: Period): SQL | undefined {
  return and(from === null ? undefined : gte(moment, startOfDay(from)), lt(moment, startOfDay(addDays(to, 1))));
}
