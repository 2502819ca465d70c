import { and, asc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import { requests } from '@/db/schema/service-desk';
import { requestRepairs } from '@/db/schema/service-desk-ratings';
import { requestSupervisions } from '@/db/schema/service-desk-watched';
import { record } from '@/lib/audit/commands';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import type { Calendar } from '@/lib/kernel/working-days';
import { requestRepairWarned, requestSupervisionPassed } from '../entries';
import { isStillHere, ledDepartmentOf } from '../queries/people';
import { repairSteps } from '../rules/reminders';
import { aboutRequest, type HeldRequest, subjectOf } from './held-request';

/** 督办期满: its day has passed and nobody lifted it. Told once, to the director who ordered it and to the holder's manager. @returns how many */
export async function tellPassedSupervisions(ctx: Ctx, limit: number): Promise<number> {
  const rows = await ctx.db
    .select()
    .from(requestSupervisions)
    .where(and(isNull(requestSupervisions.liftedAt), isNull(requestSupervisions.passedToldAt), lt(requestSupervisions.untilOn, dayOf(ctx.now))))
    .orderBy(asc(requestSupervisions.untilOn), asc(requestSupervisions.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const byId = await requestsOf(ctx, rows);
  for (const { id, requestId, untilOn, placedBy } of rows) {
    await ctx.db.update(requestSupervisions).set({ passedToldAt: ctx.now }).where(eq(requestSupervisions.id, id));
    const request = byId.get(requestId);
    if (request === undefined) continue;
    const by = (await isStillHere(ctx, placedBy)) ? placedBy : null;
    await record(ctx, requestSupervisionPassed, {
      ...subjectOf(request),
      data: { ...aboutRequest(request), until: untilOn, by, department: await ledDepartmentOf(ctx, request.ownerId) },
    });
  }
  return rows.length;
}

/** 差评整改: as the day to call back or to put right comes near whoever holds it is told, once it has passed their manager. @returns how many */
export async function tellOfRepairs(ctx: Ctx, calendar: Calendar, limit: number): Promise<number> {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select()
    .from(requestRepairs)
    .where(and(lte(requestRepairs.warnOn, today), isNull(requestRepairs.repairedAt)))
    .orderBy(asc(requestRepairs.warnOn), asc(requestRepairs.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const byId = await requestsOf(ctx, rows);
  for (const repair of rows) {
    const { told, ...reached } = repairSteps(calendar, repair, today);
    await ctx.db.update(requestRepairs).set(reached).where(eq(requestRepairs.id, repair.id));
    const request = byId.get(repair.requestId);
    if (request === undefined) continue;
    for (const { what, dueOn, from, to } of told) {
      await record(ctx, requestRepairWarned, {
        ...subjectOf(request),
        data: { ...aboutRequest(request), what, level: to, told: '12'.slice(from, to), due: dueOn, department: await ledDepartmentOf(ctx, request.ownerId) },
      });
    }
  }
  return rows.length;
}

async function requestsOf(ctx: Ctx, rows: readonly { requestId: string }[]): Promise<Map<string, HeldRequest>> {
  if (rows.length === 0) return new Map();
  const found = await ctx.db.select().from(requests).where(inArray(requests.id, [...new Set(rows.map(({ requestId }) => requestId))]));
  return new Map(found.map((row) => [row.id, row]));
}
