import { eq } from 'drizzle-orm';
import { approvalOpinions, approvalRounds, approvalStages, approvalStops } from '@/db/schema/approvals';
import { centerOf, type MemberActor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Calendar } from '@/lib/kernel/working-days';
import type { StopKind } from '../inputs';
import { canDecideLane, decidesFor, mayHold } from '../policy';
import { lastOutcome, listDeciders, memberName, standsInFor } from '../queries';
import { afterOpinion, isDecided, type LaneAct, laneStep, usedDays } from '../rules';
import { beginStage, dueColumns, endStop, type HeldLane, type HeldRound, holdRound, laneOf, lanesOf, saveLane, type Subject } from './held-round';
import { type Begun, begunIn, clockOf, type RoundClock } from './round';

export type Outcome = 'running' | 'next' | 'agreed' | 'disagreed';
/** What is said in a lane: words, and what on its checklist was looked at. */
interface Spoken {
  opinion: 'agree' | 'disagree';
  body: string;
  ticked: readonly string[];
}
export interface LaneDone extends RoundClock {
  lane: { id: string; name: string; nameEn: string; ownerId: string | null };
  outcome: Outcome;
  /** The lanes that begin now, when a stage ended. */
  begun: Begun[];
}

/**
 * Gives the opinion of one lane. Of many who decide at once one does; the others are told who, and since when.
 * @throws ForbiddenError when it isn't their lane, RuleError when it has been decided or stands still
 */
export async function decideLane(
  ctx: Ctx,
  calendar: Calendar,
  subject: Subject,
  given: Spoken & { lane: string },
): Promise<LaneDone> {
  const { round, lane } = laneOf(await holdRound(ctx, subject), given.lane);
  await take(ctx, lane, given.opinion);
  ensureTicked(lane, given.opinion, given.ticked);
  await speak(ctx, lane, given.opinion, given.body, given.ticked);
  return settle(ctx, calendar, round, lane, given.opinion);
}

/**
 * Whoever holds the subject gives its result: with it every lane that is only theirs is spoken for.
 * @throws RuleError when something on their checklists isn't ticked
 * @returns `open` when lanes of others have not spoken yet, else how the passage ended
 */
export async function decideHolderLanes(ctx: Ctx, calendar: Calendar, subject: Subject, { opinion, body, ticked }: Spoken): Promise<'open' | 'agreed' | 'disagreed'> {
  for (;;) {
    const round = await holdRound(ctx, subject);
    if (round === null) return lastOutcome(ctx, subject);
    const open = lanesOf(round).filter(({ state }) => state === 'open' || state === 'stopped');
    const [own] = open;
    if (own === undefined || open.some(({ party }) => party !== 'holder')) return 'open';
    if (own.state === 'stopped') await resume(ctx, calendar, own);
    ensureTicked(own, opinion, ticked);
    await speak(ctx, own, opinion, body, own.checklist.map(({ text }) => text).filter((text) => ticked.includes(text)));
    await settle(ctx, calendar, round, own, opinion);
  }
}

/** One lane alone waits: for the company, for a review outside, or for a reason. The others go on. */
export async function stopLane(
  ctx: Ctx,
  calendar: Calendar,
  subject: Subject,
  given: { lane: string; kind: StopKind; party: string; reason: string },
): Promise<LaneDone> {
  const { round, lane } = laneOf(await holdRound(ctx, subject), given.lane);
  await take(ctx, lane, given.kind === 'company' ? 'return' : 'stop');
  if (given.kind === 'company') await speak(ctx, lane, 'return', given.reason, []);
  await stop(ctx, lane, given);
  return done(ctx, calendar, round, lane, 'running');
}

/**
 * It goes on; its own day moves by the working days it stood still. Those whose lane it is say so, and where it waits for the
 * company whoever answers for the subject as a whole (`forSubject`).
 * @throws ForbiddenError when it isn't theirs
 */
export async function resumeLane(ctx: Ctx, calendar: Calendar, subject: Subject, laneId: string, forSubject: boolean): Promise<LaneDone> {
  const { round, lane } = laneOf(await holdRound(ctx, subject), laneId);
  if (!(forSubject && waitsForCompany(lane))) allow(canDecideLane(ctx.actor, lane, await standsInFor(ctx)), 'lane.notYours');
  const goesOn = laneStep(lane.state, 'resume') !== null;
  ensure(goesOn, 'lane.notStopped');
  await resume(ctx, calendar, lane);
  return done(ctx, calendar, round, lane, 'running');
}

/** The subject as a whole waits for its company: every lane that runs stands still. */
export async function stopAllLanes(ctx: Ctx, subject: Subject, reason: string): Promise<void> {
  const round = await holdRound(ctx, subject);
  for (const lane of round === null ? [] : lanesOf(round)) {
    if (lane.state === 'open') await stop(ctx, lane, { kind: 'company', party: '', reason });
  }
}

/** The company has answered: what waited for it goes on. */
export async function resumeAfterCompany(ctx: Ctx, calendar: Calendar, subject: Subject): Promise<RoundClock | null> {
  const round = await holdRound(ctx, subject);
  if (round === null) return null;
  for (const lane of lanesOf(round)) {
    if (waitsForCompany(lane)) await resume(ctx, calendar, lane);
  }
  return clockOf(ctx, calendar, round);
}

/**
 * Hands one lane on. Who had it first stays named, and its clock runs on.
 * @throws ForbiddenError when it isn't their lane, RuleError when it may not be that colleague's
 */
export async function transferLane(ctx: Ctx, calendar: Calendar, subject: Subject, given: { lane: string; owner: string }): Promise<LaneDone> {
  const { round, lane } = laneOf(await holdRound(ctx, subject), given.lane);
  await take(ctx, lane, 'transfer');
  const colleague = (await listDeciders(ctx)).find(({ membershipId }) => membershipId === given.owner);
  ensure(colleague !== undefined && mayHold(colleague, lane), 'lane.notTheirs', { field: 'owner' });
  await saveLane(ctx, lane, { ownerId: given.owner, firstOwnerId: lane.firstOwnerId ?? lane.ownerId ?? given.owner });
  return done(ctx, calendar, round, lane, 'running');
}

/** Who agrees has looked at everything the lane says is to be looked at. */
function ensureTicked(lane: HeldLane, opinion: 'agree' | 'disagree', ticked: readonly string[]): void {
  const unticked = lane.checklist.filter(({ text }) => !ticked.includes(text));
  ensure(opinion === 'disagree' || unticked.length === 0, 'lane.checklist', { field: 'ticked', params: { count: unticked.length } });
}

function waitsForCompany(lane: HeldLane): boolean {
  return lane.state === 'stopped' && lane.stops.some(({ toOn, kind }) => toOn === null && kind === 'company');
}

async function take(ctx: Ctx, lane: HeldLane, act: LaneAct): Promise<void> {
  const standingIn = await standsInFor(ctx);
  allow(canDecideLane(ctx.actor, lane, standingIn), 'lane.notYours');
  if (isDecided(lane.state) && lane.decidedAt !== null) {
    const who = lane.decidedBy === null ? '' : await memberName(ctx, lane.decidedBy);
    throw new RuleError('lane.decidedBy', { params: { who, at: lane.decidedAt } });
  }
  ensure(laneStep(lane.state, act) !== null, 'lane.notNow');
}

async function speak(ctx: Ctx, lane: HeldLane, kind: 'agree' | 'disagree' | 'return', body: string, ticked: readonly string[]): Promise<void> {
  const actor = ctx.actor as MemberActor;
  const instead = decidesFor(actor, lane, await standsInFor(ctx));
  await ctx.db.insert(approvalOpinions).values({
    centerId: actor.centerId,
    id: newId(),
    laneId: lane.id,
    companyId: lane.companyId,
    kind,
    body,
    ticked: [...ticked],
    membershipId: actor.membershipId,
    insteadOf: instead === 'self' ? null : (instead?.membershipId ?? null),
    createdAt: ctx.now,
    createdBy: actor.membershipId,
  });
}

async function settle(ctx: Ctx, calendar: Calendar, round: HeldRound, lane: HeldLane, opinion: 'agree' | 'disagree'): Promise<LaneDone> {
  const today = dayOf(ctx.now);
  const me = membershipOf(ctx.actor);
  const used = usedDays(calendar, lane.fromOn ?? round.row.fromOn, lane.stops, today);
  await saveLane(ctx, lane, {
    state: opinion === 'agree' ? 'agreed' : 'disagreed',
    decidedAt: ctx.now,
    decidedBy: me,
    ownerId: lane.ownerId ?? me,
    firstOwnerId: lane.firstOwnerId ?? lane.ownerId ?? me,
    nextDueOn: null,
    warnOn: null,
    usedDays: used?.used ?? null,
    stoppedDays: used?.stopped ?? null,
  });
  const outcome = afterOpinion(round.stages, lane.stage);
  if (outcome !== 'running') {
    const stage = round.stages[lane.stage];
    if (stage !== undefined) await ctx.db.update(approvalStages).set({ endedAt: ctx.now }).where(eq(approvalStages.id, stage.row.id));
  }
  if (outcome === 'next') await beginStage(ctx, calendar, round, lane.stage + 1, today);
  if (outcome === 'agreed' || outcome === 'disagreed') await close(ctx, round, outcome);
  return done(ctx, calendar, round, lane, outcome);
}

async function close(ctx: Ctx, round: HeldRound, outcome: 'agreed' | 'disagreed'): Promise<void> {
  for (const lane of lanesOf(round)) if (lane.state === 'waiting') await saveLane(ctx, lane, { state: 'cancelled' });
  await ctx.db.update(approvalRounds).set({ state: outcome, closedAt: ctx.now }).where(eq(approvalRounds.id, round.row.id));
}

async function stop(ctx: Ctx, lane: HeldLane, given: { kind: StopKind; party: string; reason: string }): Promise<void> {
  const today = dayOf(ctx.now);
  const id = newId();
  await ctx.db.insert(approvalStops).values({
    centerId: centerOf(ctx.actor), id, laneId: lane.id, companyId: lane.companyId, ...given, fromOn: today, startedBy: membershipOf(ctx.actor), createdAt: ctx.now,
  });
  lane.stops.push({ id, kind: given.kind, fromOn: today, toOn: null });
  await saveLane(ctx, lane, { state: 'stopped', nextDueOn: null, warnOn: null });
}

async function resume(ctx: Ctx, calendar: Calendar, lane: HeldLane): Promise<void> {
  await endStop(ctx, lane, membershipOf(ctx.actor));
  await saveLane(ctx, lane, { state: 'open', ...dueColumns(ctx, calendar, lane, lane.fromOn ?? dayOf(ctx.now)) });
}

function done(ctx: Ctx, calendar: Calendar, round: HeldRound, lane: HeldLane, outcome: Outcome): LaneDone {
  const { id, name, nameEn, ownerId } = lane;
  return {
    ...clockOf(ctx, calendar, round),
    lane: { id, name, nameEn, ownerId },
    outcome,
    begun: outcome === 'next' ? begunIn(round, lane.stage + 1) : [],
  };
}
