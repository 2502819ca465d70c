import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { approvalLanes, approvalRounds, approvalStages, approvalStops } from '@/db/schema/approvals';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import type { Calendar, DueDay } from '@/lib/kernel/working-days';
import { laneDue, roundDue, type Stop, warnOn } from '../rules';

export type Lane = typeof approvalLanes.$inferSelect;
export interface HeldLane extends Lane {
  stops: (Stop & { id: string; kind: string })[];
}
export interface HeldRound {
  row: typeof approvalRounds.$inferSelect;
  stages: { row: typeof approvalStages.$inferSelect; lanes: HeldLane[] }[];
}

export interface Subject {
  type: string;
  id: string;
}

/** The passage a subject is in, held until the transaction ends. Null when it is in none. */
export async function holdRound(ctx: Ctx, subject: Subject): Promise<HeldRound | null> {
  const [row] = await ctx.db
    .select()
    .from(approvalRounds)
    .where(and(eq(approvalRounds.subjectType, subject.type), eq(approvalRounds.subjectId, subject.id), eq(approvalRounds.state, 'open')))
    .for('update');
  if (row === undefined) return null;
  const stages = await ctx.db.select().from(approvalStages).where(eq(approvalStages.roundId, row.id)).orderBy(asc(approvalStages.position));
  const lanes = await ctx.db.select().from(approvalLanes).where(eq(approvalLanes.roundId, row.id)).orderBy(asc(approvalLanes.stage), asc(approvalLanes.position));
  const stops = lanes.length === 0 ? [] : await ctx.db.select().from(approvalStops).where(inArray(approvalStops.laneId, lanes.map(({ id }) => id)));
  return {
    row,
    stages: stages.map((stage) => ({
      row: stage,
      lanes: lanes
        .filter((lane) => lane.stage === stage.position)
        .map((lane) => ({ ...lane, stops: stops.filter(({ laneId }) => laneId === lane.id) })),
    })),
  };
}

export const lanesOf = (round: HeldRound): HeldLane[] => round.stages.flatMap(({ lanes }) => lanes);

/** @throws NotFoundError for a lane of another passage */
export function laneOf(round: HeldRound | null, id: string): { round: HeldRound; lane: HeldLane } {
  const held = found(round);
  return { round: held, lane: found(lanesOf(held).find((lane) => lane.id === id)) };
}

/** When the whole is due, counted from what the lanes and their stops say today. */
export function dueOfRound(calendar: Calendar, round: HeldRound, today: Day): DueDay {
  return roundDue(calendar, round.row.fromOn, round.stages, today);
}

/** True while every lane that runs stands still: then nothing is due from the desk. */
export function standsStill(round: HeldRound): boolean {
  const running = lanesOf(round).filter(({ state }) => state === 'open' || state === 'stopped');
  return running.length > 0 && running.every(({ state }) => state === 'stopped');
}

export async function saveLane(ctx: Ctx, lane: HeldLane, values: Partial<typeof approvalLanes.$inferInsert>): Promise<void> {
  Object.assign(lane, values);
  await ctx.db.update(approvalLanes).set(values).where(eq(approvalLanes.id, lane.id));
}

/** The columns that say when a lane is due and who is to be told when, from its own clock and stops. */
export function dueColumns(ctx: Ctx, calendar: Calendar, lane: Pick<HeldLane, 'days' | 'stops' | 'warned'>, fromOn: Day): { dueOn: Day | null; nextDueOn: Day; warnOn: Day | null } {
  const due = laneDue(calendar, fromOn, lane, dayOf(ctx.now));
  if (due.kind !== 'day') return { dueOn: null, nextDueOn: due.earliest, warnOn: null };
  return { dueOn: due.day, nextDueOn: due.day, warnOn: warnOn(calendar, due.day, lane.days, lane.warned) };
}

/** Begins a stage: its lanes run from here, each with its own day. */
export async function beginStage(ctx: Ctx, calendar: Calendar, round: HeldRound, position: number, fromOn: Day): Promise<void> {
  const stage = found(round.stages[position]);
  await ctx.db.update(approvalStages).set({ startedOn: fromOn }).where(eq(approvalStages.id, stage.row.id));
  stage.row.startedOn = fromOn;
  for (const lane of stage.lanes) await saveLane(ctx, lane, { state: 'open', fromOn, ...dueColumns(ctx, calendar, lane, fromOn) });
}

export async function endStop(ctx: Ctx, lane: HeldLane, endedBy: string | null): Promise<void> {
  const today = dayOf(ctx.now);
  await ctx.db
    .update(approvalStops)
    .set({ toOn: today, endedBy })
    .where(and(eq(approvalStops.laneId, lane.id), isNull(approvalStops.toOn)));
  lane.stops = lane.stops.map((stop) => (stop.toOn === null ? { ...stop, toOn: today } : stop));
}
