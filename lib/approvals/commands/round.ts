import { eq } from 'drizzle-orm';
import { approvalLanes, approvalRounds, approvalStages } from '@/db/schema/approvals';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { newId } from '@/lib/kernel/ids';
import type { Calendar, DueDay } from '@/lib/kernel/working-days';
import { type LaneAct, laneStep, type StagePlan } from '../rules';
import { beginStage, dueColumns, dueOfRound, endStop, type HeldRound, holdRound, lanesOf, saveLane, standsStill, type Subject } from './held-round';

export interface RoundClock {
  due: DueDay;
  /** Every lane that runs stands still. */
  still: boolean;
}

export interface Begun {
  departmentId: string | null;
  role: string | null;
  ownerId: string | null;
}

interface Opening {
  subject: Subject;
  companyId: string | null;
  /** The day after which days are counted. */
  fromOn: Day;
  stages: readonly StagePlan[];
  /** Who holds the subject; lanes of its holder are theirs. */
  holderId: string | null;
}

/** Opens the passage of a subject: a copy of the plan, so that whoever changes the plan changes nothing under way. */
export async function openRound(ctx: Ctx, calendar: Calendar, opening: Opening): Promise<RoundClock & { begun: Begun[] }> {
  const { subject, companyId, fromOn, stages, holderId } = opening;
  const centerId = centerOf(ctx.actor);
  const roundId = newId();
  await ctx.db.insert(approvalRounds).values({
    centerId, id: roundId, subjectType: subject.type, subjectId: subject.id, companyId, state: 'open', fromOn, openedAt: ctx.now,
  });
  await ctx.db
    .insert(approvalStages)
    .values(stages.map(({ name, nameEn }, position) => ({ centerId, id: newId(), roundId, companyId, position, name, nameEn })));
  await ctx.db.insert(approvalLanes).values(
    stages.flatMap(({ lanes }, stage) =>
      lanes.map((lane, position) => {
        const ownerId = lane.party === 'holder' ? holderId : null;
        return {
          ...lane, centerId, id: newId(), roundId, subjectType: subject.type, subjectId: subject.id, companyId, stage, position, ownerId, firstOwnerId: ownerId,
          state: 'waiting' as const,
        };
      }),
    ),
  );
  const round = await holdRound(ctx, subject);
  if (round === null) throw new Error('the round just opened is there');
  await beginStage(ctx, calendar, round, 0, fromOn);
  return { ...clockOf(ctx, calendar, round), begun: begunIn(round, 0) };
}

/** Whose lanes begin with a stage: they are to be told. */
export function begunIn(round: HeldRound, stage: number): Begun[] {
  return (round.stages[stage]?.lanes ?? []).map(({ departmentId, role, ownerId }) => ({ departmentId, role, ownerId }));
}

export function clockOf(ctx: Ctx, calendar: Calendar, round: HeldRound): RoundClock {
  return { due: dueOfRound(calendar, round, dayOf(ctx.now)), still: standsStill(round) };
}

/** Ends a passage without an outcome: the subject was taken back. */
export async function cancelRound(ctx: Ctx, subject: Subject): Promise<void> {
  const round = await holdRound(ctx, subject);
  if (round === null) return;
  const act: LaneAct = 'cancel';
  for (const lane of lanesOf(round)) {
    const state = laneStep(lane.state, act);
    if (state === null) continue;
    if (lane.state === 'stopped') await endStop(ctx, lane, membershipOf(ctx.actor));
    await saveLane(ctx, lane, { state, nextDueOn: null, warnOn: null });
  }
  await ctx.db.update(approvalRounds).set({ state: 'cancelled', closedAt: ctx.now }).where(eq(approvalRounds.id, round.row.id));
}

/** The subject went to other hands: lanes of its holder go along. Their clocks run on. */
export async function handRound(ctx: Ctx, subject: Subject, holderId: string): Promise<void> {
  const round = await holdRound(ctx, subject);
  if (round === null) return;
  for (const lane of lanesOf(round)) {
    if (lane.party === 'holder' && lane.decidedAt === null) await saveLane(ctx, lane, { ownerId: holderId, firstOwnerId: lane.firstOwnerId ?? lane.ownerId ?? holderId });
  }
}

/** Days that couldn't be known, once the missing year is entered; days that move on while a stop lasts. */
export async function recountRound(ctx: Ctx, calendar: Calendar, subject: Subject): Promise<RoundClock | null> {
  const round = await holdRound(ctx, subject);
  if (round === null) return null;
  for (const lane of lanesOf(round)) {
    if (lane.fromOn === null || lane.state !== 'open') continue;
    const columns = dueColumns(ctx, calendar, lane, lane.fromOn);
    if (columns.dueOn !== lane.dueOn || columns.nextDueOn !== lane.nextDueOn) await saveLane(ctx, lane, columns);
  }
  return clockOf(ctx, calendar, round);
}
