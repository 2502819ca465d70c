import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requestReturns } from '@/db/schema/service-desk-filing';
import type { GiveOpinion, OneLane, StopLane, TransferLane } from '@/lib/approvals/inputs';
import { decideLane, resumeLane as resume, stopLane as stop, transferLane as transfer, type LaneDone } from '@/lib/approvals/commands/lane';
import { laneSubject, waitsForCompany } from '@/lib/approvals/queries';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';
import type { Calendar } from '@/lib/kernel/working-days';
import { requestLaneDecided, requestLaneResumed, requestLaneStopped, requestLaneTransferred } from '../entries';
import { holdsRequest } from '../policy';
import { memberName } from '../queries/people';
import { aboutRequest, clockColumns, type HeldRequest, holdRequest, saveRequest, subjectOf, takeStep } from './held-request';

type Subject = { type: string; id: string };

/** Holds the request a lane belongs to, and the calendar its days are counted by. */
async function holdLane(ctx: Ctx, lane: string): Promise<{ request: HeldRequest; subject: Subject; calendar: Calendar }> {
  const subject = found(await laneSubject(ctx, lane));
  const request = await holdRequest(ctx, subject.id);
  takeStep(ctx, 'lane', request);
  return { request, subject, calendar: await getCalendar(ctx) };
}

/** The opinion of one lane: of many who give it at once one does, the others are told who was first. */
export async function giveOpinion(ctx: Ctx, input: z.output<typeof GiveOpinion>): Promise<{ id: string; lane: string; outcome: string }> {
  const { request, subject, calendar } = await holdLane(ctx, input.lane);
  const done = await decideLane(ctx, calendar, subject, input);
  await saveRequest(ctx, request.id, clockColumns(calendar, done, request));
  await record(ctx, requestLaneDecided, {
    ...subjectOf(request),
    data: { ...aboutRequest(request), ...named(done), opinion: input.opinion, outcome: done.outcome, begun: done.begun },
  });
  return { id: request.id, lane: done.lane.name, outcome: done.outcome };
}

/** A named review outside, or a pause with its reason: this lane's days stand still, nobody else's. */
export async function stopLane(ctx: Ctx, input: z.output<typeof StopLane>): Promise<{ id: string; lane: string }> {
  const { request, subject, calendar } = await holdLane(ctx, input.lane);
  const done = await stop(ctx, calendar, subject, input);
  await saveRequest(ctx, request.id, clockColumns(calendar, done, request));
  await record(ctx, requestLaneStopped, {
    ...subjectOf(request),
    data: { ...aboutRequest(request), ...named(done), kind: input.kind, party: input.party, reason: input.reason === '' ? 'none' : input.reason },
  });
  return { id: request.id, lane: done.lane.name };
}

export async function resumeLane(ctx: Ctx, input: z.output<typeof OneLane>): Promise<{ id: string; lane: string }> {
  const { request, subject, calendar } = await holdLane(ctx, input.lane);
  const done = await resume(ctx, calendar, subject, input.lane, holdsRequest(ctx.actor, request));
  // What the lane had asked of the company is settled without it.
  await ctx.db.update(requestReturns).set({ resubmittedAt: ctx.now }).where(and(eq(requestReturns.laneId, input.lane), isNull(requestReturns.resubmittedAt)));
  await saveRequest(ctx, request.id, { ...clockColumns(calendar, done, request), laneWaits: await waitsForCompany(ctx, subject) });
  await record(ctx, requestLaneResumed, { ...subjectOf(request), data: { ...aboutRequest(request), ...named(done) } });
  return { id: request.id, lane: done.lane.name };
}

/** Hands one lane on among those it may belong to. */
export async function transferLane(ctx: Ctx, input: z.output<typeof TransferLane>): Promise<{ id: string; owner: string }> {
  const { request, subject, calendar } = await holdLane(ctx, input.lane);
  const done = await transfer(ctx, calendar, subject, input);
  const toName = await memberName(ctx, input.owner);
  await record(ctx, requestLaneTransferred, { ...subjectOf(request), data: { ...aboutRequest(request), ...named(done), to: input.owner, toName } });
  return { id: request.id, owner: toName };
}

function named(done: LaneDone) {
  return { lane: done.lane.name, laneEn: done.lane.nameEn };
}
