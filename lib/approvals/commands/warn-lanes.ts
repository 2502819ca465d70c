import { and, asc, eq, lte } from 'drizzle-orm';
import { approvalLanes } from '@/db/schema/approvals';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import type { Calendar } from '@/lib/kernel/working-days';
import type { LaneParty } from '../inputs';
import { warnSteps } from '../rules';

export interface LateLane {
  subjectId: string;
  name: string;
  nameEn: string;
  party: LaneParty;
  ownerId: string | null;
  departmentId: string | null;
  role: string | null;
  dueOn: Day | null;
  /** The levels above `from` up to `to` are to be told now. */
  from: number;
  to: number;
}

/** Lanes of a kind of subject that somebody is to be told of today, each level once. The caller leaves the entries. */
export async function warnLanes(ctx: Ctx, calendar: Calendar, type: string, limit: number): Promise<LateLane[]> {
  const today = dayOf(ctx.now);
  const lanes = await ctx.db
    .select()
    .from(approvalLanes)
    .where(and(lte(approvalLanes.warnOn, today), eq(approvalLanes.state, 'open'), eq(approvalLanes.subjectType, type)))
    .orderBy(asc(approvalLanes.warnOn), asc(approvalLanes.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const late: LateLane[] = [];
  for (const { id, subjectId, name, nameEn, party, ownerId, departmentId, role, dueOn, days, warned, warnOn } of lanes) {
    const { from, to, next } = warnSteps(calendar, { dueOn, promised: days, warned, warnOn }, today);
    await ctx.db.update(approvalLanes).set({ warned: to, warnOn: next }).where(eq(approvalLanes.id, id));
    if (to > from) late.push({ subjectId, name, nameEn, party, ownerId, departmentId, role, dueOn, from, to });
  }
  return late;
}
