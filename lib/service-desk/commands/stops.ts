import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { requestReturns } from '@/db/schema/service-desk';
import { getCalendar } from '@/lib/centers/queries';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import type { DueDay } from '@/lib/kernel/working-days';
import { resultDue, type Stop } from '../rules';
import type { HeldRequest } from './held-request';

/** Every wait for the company after acceptance that has ended. */
async function stopsOf(ctx: Ctx, requestId: string): Promise<Stop[]> {
  const rows = await ctx.db
    .select({ from: requestReturns.returnedAt, to: requestReturns.resubmittedAt })
    .from(requestReturns)
    .where(and(eq(requestReturns.requestId, requestId), eq(requestReturns.afterAcceptance, true), isNotNull(requestReturns.resubmittedAt)))
    .orderBy(asc(requestReturns.round));
  return rows.flatMap(({ from, to }) => (to === null ? [] : [{ fromOn: dayOf(from), toOn: dayOf(to) }]));
}

/** The day an accepted request's result is due, from its own clock and waits. */
export async function dueAgain(ctx: Ctx, request: Pick<HeldRequest, 'id' | 'clockFromOn' | 'promisedDays'>): Promise<DueDay> {
  if (request.clockFromOn === null || request.promisedDays === null) throw new Error('an accepted request has a clock');
  return resultDue(await getCalendar(ctx), request.clockFromOn, request.promisedDays, await stopsOf(ctx, request.id));
}
