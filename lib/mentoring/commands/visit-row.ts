import { and, eq, sql } from 'drizzle-orm';
import { visits } from '@/db/schema/mentoring';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { ensure, found } from '@/lib/kernel/errors';
import { companyName, memberName } from '../queries/names';
import { isAssignedOn, isInFuture } from '../rules';

export type VisitRow = typeof visits.$inferSelect;

export interface Recorded {
  id: string;
  number: string;
}

/** The row stays locked until the end: of two who write at once the second waits, and then sees what the first did. */
export async function lockVisit(ctx: Ctx, id: string): Promise<VisitRow> {
  const [row] = await ctx.db.select().from(visits).where(eq(visits.id, id)).for('update');
  return found(row);
}

/** @returns the row's new version */
export async function saveVisit(ctx: Ctx, visit: VisitRow, values: Partial<VisitRow>): Promise<number> {
  const [saved] = await ctx.db
    .update(visits)
    .set({ ...values, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${visits.version} + 1` })
    .where(and(eq(visits.centerId, visit.centerId), eq(visits.id, visit.id)))
    .returning({ version: visits.version });
  return found(saved).version;
}

/** What every entry about a visit says. */
export async function aboutVisit(ctx: Ctx, visit: VisitRow) {
  const { id: visitId, number, companyId, membershipId } = visit;
  const company = await companyName(ctx, companyId);
  const mentor = await memberName(ctx, membershipId);
  return { subject: { type: 'visit', id: visitId }, companyId, data: { visitId, number, companyId, company, membershipId, mentor } };
}

/** Who answered the visit, and when: what the second of two is told. */
export async function answerOf(ctx: Ctx, visit: VisitRow): Promise<{ who: string; at: Date }> {
  return { who: await memberName(ctx, visit.decidedBy), at: visit.decidedAt ?? visit.updatedAt };
}

/** The sentence for whoever comes after the answer. */
export function answeredWith({ state }: Pick<VisitRow, 'state'>) {
  switch (state) {
    case 'disputed':
      return 'visit.disputedBy';
    case 'withdrawn':
      return 'visit.withdrawnBy';
    case 'recorded':
    case 'confirmed':
      return 'visit.confirmedBy';
  }
}

/** @throws RuleError on the field when the visit lies ahead, or on a day the mentor didn't look after the company */
export function ensureTime(ctx: Ctx, visitedAt: Date, assignments: readonly { fromOn: Day; untilOn: Day | null }[]): void {
  ensure(!isInFuture(visitedAt, ctx.now), 'visit.future', { field: 'visitedAt' });
  const covered = assignments.some((one) => isAssignedOn(one, dayOf(visitedAt)));
  ensure(covered, 'visit.outsideAssignment', { field: 'visitedAt', params: { from: assignments[0]?.fromOn ?? '' } });
}
