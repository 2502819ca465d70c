import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { resumeAfterCompany, stopAllLanes, stopLane } from '@/lib/approvals/commands/lane';
import { laneSubject } from '@/lib/approvals/queries';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestLaneAnswered, requestLaneReturned, requestReturned } from '../entries';
import type { AnswerLanes, ReturnLane, ReturnRequest } from '../inputs';
import { needsReason } from '../rules';
import { aboutRequest, clockColumns, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, subjectOfLanes, takeStep } from './held-request';

/** 补正: sends it back with everything that is missing. Every lane stands still until the company sends it again. */
export async function returnRequest(ctx: Ctx, input: z.output<typeof ReturnRequest>): Promise<{ id: string; round: number }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'return', request);
  const actor = ctx.actor as MemberActor;
  const round = await tellOnce(ctx, request, { ...input, lane: null });
  if (request.acceptedAt !== null) await stopAllLanes(ctx, subjectOfLanes(request.id), input.items.join('\n'));
  const ownerId = request.ownerId ?? actor.membershipId;
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    returnedAt: ctx.now,
    nextDueOn: null,
    warnOn: null,
    ownerId,
    firstOwnerId: request.firstOwnerId ?? ownerId,
  });
  await record(ctx, requestReturned, {
    ...subjectOf(request),
    data: { ...aboutRequest(request, ownerId), round, count: input.items.length, items: input.items.join('；').slice(0, 500) },
  });
  return { id: request.id, round };
}

/** One lane alone asks the company for something. Its own days stand still; the other lanes go on. */
export async function returnLane(ctx: Ctx, input: z.output<typeof ReturnLane>): Promise<{ id: string; lane: string }> {
  const subject = found(await laneSubject(ctx, input.lane));
  const request = await holdRequest(ctx, subject.id);
  takeStep(ctx, 'lane', request);
  const calendar = await getCalendar(ctx);
  const done = await stopLane(ctx, calendar, subject, { lane: input.lane, kind: 'company', party: '', reason: input.items.join('\n') });
  const round = await tellOnce(ctx, request, input);
  await saveRequest(ctx, request.id, { laneWaits: true, ...clockColumns(calendar, done, request) });
  await record(ctx, requestLaneReturned, {
    ...subjectOf(request),
    data: { ...aboutRequest(request), round, lane: done.lane.name, laneEn: done.lane.nameEn, count: input.items.length, items: input.items.join('；').slice(0, 500) },
  });
  return { id: request.id, lane: done.lane.name };
}

/** The company answers what single lanes asked of it: with words, files or both. They go on. */
export async function answerLanes(ctx: Ctx, input: z.output<typeof AnswerLanes>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'answerLane', request);
  const calendar = await getCalendar(ctx);
  const clock = await resumeAfterCompany(ctx, calendar, subjectOfLanes(request.id));
  await ctx.db
    .update(requestReturns)
    .set({ resubmittedAt: ctx.now, answer: input.answer })
    .where(and(eq(requestReturns.requestId, request.id), isNull(requestReturns.resubmittedAt), isNotNull(requestReturns.laneId)));
  await saveRequest(ctx, request.id, { laneWaits: false, ...(clock === null ? {} : clockColumns(calendar, clock, request)) });
  await record(ctx, requestLaneAnswered, { ...subjectOf(request), data: aboutRequest(request) });
  return { id: request.id };
}

/** 一次性告知: everything in one go, item by item. @throws RuleError when it isn't the first time and no reason is given */
async function tellOnce(ctx: Ctx, request: HeldRequest, told: { items: string[]; reason: string; lane: string | null }): Promise<number> {
  const actor = ctx.actor as MemberActor;
  const earlier = await ctx.db.$count(
    requestReturns,
    and(eq(requestReturns.requestId, request.id), told.lane === null ? isNull(requestReturns.laneId) : eq(requestReturns.laneId, told.lane)),
  );
  ensure(!needsReason(earlier) || told.reason !== '', 'request.reasonAgain', { field: 'reason' });
  const round = (await ctx.db.$count(requestReturns, eq(requestReturns.requestId, request.id))) + 1;
  await ctx.db.insert(requestReturns).values({
    centerId: actor.centerId,
    id: newId(),
    requestId: request.id,
    companyId: request.companyId,
    round,
    laneId: told.lane,
    items: told.items,
    reason: told.reason === '' ? null : told.reason,
    afterAcceptance: request.acceptedAt !== null,
    returnedBy: actor.membershipId,
    returnedAt: ctx.now,
  });
  return round;
}
