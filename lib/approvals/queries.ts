import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { approvalAbsences, approvalLanes, approvalOpinions, approvalRounds, approvalStages, approvalStops } from '@/db/schema/approvals';
import { departments } from '@/db/schema/centers';
import { memberships } from '@/db/schema/people';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { keptOffer } from '@/lib/kernel/kept-offer';
import type { Decider } from './policy';

/** The name this center knows a member by; empty for somebody it doesn't know. */
export async function memberName(ctx: Ctx, membershipId: string): Promise<string> {
  const [row] = await ctx.db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, membershipId));
  return row?.name ?? '';
}

/** How the latest passage of a subject ended. */
export async function lastOutcome(ctx: Ctx, subject: { type: string; id: string }): Promise<'agreed' | 'disagreed'> {
  const [round] = await ctx.db
    .select({ state: approvalRounds.state })
    .from(approvalRounds)
    .where(and(eq(approvalRounds.subjectType, subject.type), eq(approvalRounds.subjectId, subject.id)))
    .orderBy(desc(approvalRounds.id))
    .limit(1);
  return round?.state === 'disagreed' ? 'disagreed' : 'agreed';
}

/** The subject a lane belongs to, or null for a foreign one. */
export async function laneSubject(ctx: Ctx, laneId: string): Promise<{ type: string; id: string } | null> {
  const [lane] = await ctx.db.select({ type: approvalLanes.subjectType, id: approvalLanes.subjectId }).from(approvalLanes).where(eq(approvalLanes.id, laneId));
  return lane ?? null;
}

/** Whether any lane of a subject's passage still waits for the company. */
export async function waitsForCompany(ctx: Ctx, subject: { type: string; id: string }): Promise<boolean> {
  const [stop] = await ctx.db
    .select({ id: approvalStops.id })
    .from(approvalStops)
    .innerJoin(approvalLanes, eq(approvalLanes.id, approvalStops.laneId))
    .where(and(eq(approvalLanes.subjectType, subject.type), eq(approvalLanes.subjectId, subject.id), eq(approvalStops.kind, 'company'), isNull(approvalStops.toOn)))
    .limit(1);
  return stop !== undefined;
}

/** Every stop of a subject's latest passage, whether it is under way or its lanes have all spoken. */
export async function lastRoundStops(ctx: Ctx, subject: { type: string; id: string }): Promise<{ fromOn: string; toOn: string | null; kind: string }[]> {
  const last = ctx.db
    .select({ id: approvalRounds.id })
    .from(approvalRounds)
    .where(and(eq(approvalRounds.subjectType, subject.type), eq(approvalRounds.subjectId, subject.id)))
    .orderBy(desc(approvalRounds.id))
    .limit(1);
  return ctx.db
    .select({ fromOn: approvalStops.fromOn, toOn: approvalStops.toOn, kind: approvalStops.kind })
    .from(approvalStops)
    .innerJoin(approvalLanes, eq(approvalLanes.id, approvalStops.laneId))
    .where(inArray(approvalLanes.roundId, last));
}

/** Subjects of a kind that have a lane standing still: their days move on with every day. */
export async function subjectsStopped(ctx: Ctx, type: string, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: approvalLanes.subjectId })
    .from(approvalLanes)
    .where(and(eq(approvalLanes.state, 'stopped'), eq(approvalLanes.subjectType, type)))
    .orderBy(asc(approvalLanes.subjectId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Those for whom the reader gives opinions today. */
export async function standsInFor(ctx: Ctx): Promise<Decider[]> {
  const today = dayOf(ctx.now);
  return ctx.db
    .select({ membershipId: memberships.id, role: memberships.role, departmentId: memberships.departmentId })
    .from(approvalAbsences)
    .innerJoin(memberships, eq(memberships.id, approvalAbsences.membershipId))
    .where(
      and(
        eq(approvalAbsences.standInId, membershipOf(ctx.actor) ?? '00000000-0000-0000-0000-000000000000'),
        eq(approvalAbsences.cancelled, false),
        lte(approvalAbsences.fromOn, today),
        gte(approvalAbsences.untilOn, today),
        isNull(memberships.endedAt),
      ),
    );
}

/** Everybody who may have a lane or stand in for somebody: who does the center's business now. */
export async function listDeciders(ctx: Ctx): Promise<readonly (Decider & { name: string })[]> {
  return keptOffer(ctx, 'deciders', () =>
    ctx.db
      .select({ membershipId: memberships.id, name: memberships.name, role: memberships.role, departmentId: memberships.departmentId })
      .from(memberships)
      .where(and(inArray(memberships.role, ['director', 'manager', 'liaison', 'counsellor', 'finance']), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.role), asc(memberships.name), asc(memberships.id)),
  );
}

/** The reader's own absences that are not over. */
export async function listOwnAbsences(ctx: Ctx) {
  return ctx.db
    .select({ id: approvalAbsences.id, from: approvalAbsences.fromOn, until: approvalAbsences.untilOn, standIn: memberships.name })
    .from(approvalAbsences)
    .innerJoin(memberships, eq(memberships.id, approvalAbsences.standInId))
    .where(
      and(
        eq(approvalAbsences.membershipId, membershipOf(ctx.actor) ?? '00000000-0000-0000-0000-000000000000'),
        eq(approvalAbsences.cancelled, false),
        gte(approvalAbsences.untilOn, dayOf(ctx.now)),
      ),
    )
    .orderBy(asc(approvalAbsences.fromOn));
}

/** A subject's latest passage as its page shows it: stages, lanes, who has each, what was said. Null when it never began. */
export async function getRound(ctx: Ctx, subject: { type: string; id: string }) {
  const [round] = await ctx.db
    .select({ id: approvalRounds.id, state: approvalRounds.state, fromOn: approvalRounds.fromOn })
    .from(approvalRounds)
    .where(and(eq(approvalRounds.subjectType, subject.type), eq(approvalRounds.subjectId, subject.id)))
    .orderBy(desc(approvalRounds.id))
    .limit(1);
  if (round === undefined) return null;
  const stages = await ctx.db
    .select({ position: approvalStages.position, name: approvalStages.name, nameEn: approvalStages.nameEn, startedOn: approvalStages.startedOn, endedAt: approvalStages.endedAt })
    .from(approvalStages)
    .where(eq(approvalStages.roundId, round.id))
    .orderBy(asc(approvalStages.position));
  const [owner, decider] = [alias(memberships, 'owner'), alias(memberships, 'decider')];
  const lanes = await ctx.db
    .select({
      id: approvalLanes.id,
      stage: approvalLanes.stage,
      key: approvalLanes.key,
      name: approvalLanes.name,
      nameEn: approvalLanes.nameEn,
      party: approvalLanes.party,
      departmentId: approvalLanes.departmentId,
      department: departments.name,
      departmentEn: departments.nameEn,
      role: approvalLanes.role,
      decides: approvalLanes.decides,
      days: approvalLanes.days,
      checklist: approvalLanes.checklist,
      state: approvalLanes.state,
      ownerId: approvalLanes.ownerId,
      owner: owner.name,
      fromOn: approvalLanes.fromOn,
      dueOn: approvalLanes.dueOn,
      nextDueOn: approvalLanes.nextDueOn,
      decidedAt: approvalLanes.decidedAt,
      decider: decider.name,
      usedDays: approvalLanes.usedDays,
    })
    .from(approvalLanes)
    .leftJoin(departments, eq(departments.id, approvalLanes.departmentId))
    .leftJoin(owner, eq(owner.id, approvalLanes.ownerId))
    .leftJoin(decider, eq(decider.id, approvalLanes.decidedBy))
    .where(eq(approvalLanes.roundId, round.id))
    .orderBy(asc(approvalLanes.stage), asc(approvalLanes.position));
  const ids = lanes.map(({ id }) => id);
  return { ...round, stages, lanes, opinions: await opinionsOf(ctx, ids), stops: await stopsOf(ctx, ids) };
}
export type RoundView = NonNullable<Awaited<ReturnType<typeof getRound>>>;

async function opinionsOf(ctx: Ctx, lanes: readonly string[]) {
  if (lanes.length === 0) return [];
  const [author, away] = [alias(memberships, 'author'), alias(memberships, 'away')];
  return ctx.db
    .select({
      id: approvalOpinions.id, laneId: approvalOpinions.laneId, kind: approvalOpinions.kind, body: approvalOpinions.body, author: author.name,
      insteadOf: away.name, at: approvalOpinions.createdAt,
    })
    .from(approvalOpinions)
    .leftJoin(author, eq(author.id, approvalOpinions.membershipId))
    .leftJoin(away, eq(away.id, approvalOpinions.insteadOf))
    .where(inArray(approvalOpinions.laneId, [...lanes]))
    .orderBy(asc(approvalOpinions.id));
}

async function stopsOf(ctx: Ctx, lanes: readonly string[]) {
  if (lanes.length === 0) return [];
  return ctx.db
    .select({ id: approvalStops.id, laneId: approvalStops.laneId, kind: approvalStops.kind, party: approvalStops.party, reason: approvalStops.reason, fromOn: approvalStops.fromOn, toOn: approvalStops.toOn })
    .from(approvalStops)
    .where(inArray(approvalStops.laneId, [...lanes]))
    .orderBy(asc(approvalStops.id));
}
