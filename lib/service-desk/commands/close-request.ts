import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requestRounds } from '@/db/schema/service-desk';
import { requestRepairs } from '@/db/schema/service-desk-ratings';
import { cancelRound } from '@/lib/approvals/commands/round';
import { warnOn } from '@/lib/approvals/rules';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import { setAsideDocument } from '@/lib/documents/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { ensure } from '@/lib/kernel/errors';
import { requestReopened, requestWithdrawn } from '../entries';
import type { ReopenRequest, WithdrawRequest } from '../inputs';
import { acceptDue, dueColumns, mayReopen, REOPEN_DAYS } from '../rules';
import { aboutRequest, holdRequest, leadsTo, saveRequest, subjectOf, subjectOfLanes, takeStep } from './held-request';
import { letPaperStand, standingPaper } from './result-paper';

/** The company takes it back; what was said and done stays readable. */
export async function withdrawRequest(ctx: Ctx, input: z.output<typeof WithdrawRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'withdraw', request);
  await cancelRound(ctx, subjectOfLanes(request.id));
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    withdrawnAt: ctx.now,
    withdrawReason: input.reason === '' ? null : input.reason,
    nextDueOn: null,
    warnOn: null,
    laneWaits: false,
  });
  await letPaperStand(ctx, request);
  await record(ctx, requestWithdrawn, { ...subjectOf(request), data: { ...aboutRequest(request), reason: input.reason } });
  return { id: request.id };
}

/** Takes a delivered or refused request up again: a new round with its own days, its own result and its own rating. */
export async function reopenRequest(ctx: Ctx, input: z.output<typeof ReopenRequest>): Promise<{ id: string; round: number }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'reopen', request);
  const actor = ctx.actor as MemberActor;
  const [calendar, today] = [await getCalendar(ctx), dayOf(ctx.now)];
  const ended = request.completedAt ?? request.refusedAt;
  ensure(ended !== null && mayReopen(calendar, dayOf(ended), today), 'request.reopenOver', { params: { days: REOPEN_DAYS } });
  await ctx.db.insert(requestRounds).values({
    centerId: actor.centerId,
    requestId: request.id,
    round: request.round,
    companyId: request.companyId,
    state: request.state,
    dueOn: request.dueOn,
    completedAt: request.completedAt ?? request.refusedAt,
    outcome: request.outcome,
    result: request.result,
    resultDocumentId: request.resultDocumentId,
    refuseReason: request.refuseReason,
    decidedAt: request.decidedAt,
    spot: request.spot,
    delivery: request.delivery,
    usedDays: request.usedDays,
    waitedDays: request.waitedDays,
    companyDays: request.companyDays,
    grade: request.grade,
    reason: input.reason,
    reopenedBy: actor.membershipId,
    reopenedAt: ctx.now,
  });
  // Its bad rating goes on in the new round, and nobody is told of the old one's days any more.
  await ctx.db.update(requestRepairs).set({ warnOn: null }).where(and(eq(requestRepairs.requestId, request.id), isNotNull(requestRepairs.warnOn)));
  const due = dueColumns(acceptDue(calendar, today, request.acceptanceDays ?? 1));
  const round = request.round + 1;
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    round,
    receivedOn: today,
    acceptDueOn: due.known,
    nextDueOn: due.order,
    warnOn: warnOn(calendar, due.known, request.acceptanceDays ?? 1, 0),
    warned: 0,
    spot: false,
    acceptedAt: null, acceptedBy: null, clockFromOn: null, dueOn: null, returnedAt: null, refusedAt: null, refuseReason: null, duplicateOf: null, decidedAt: null, outcome: null, completedAt: null,
    completedBy: null, delivery: null, result: null, resultDocumentId: null, usedDays: null, waitedDays: null, companyDays: null, grade: null, ratedAt: null, repair: null,
  });
  const paper = await standingPaper(ctx, request.id);
  if (paper !== null) await setAsideDocument(ctx, paper, ctx.now);
  await record(ctx, requestReopened, { ...subjectOf(request), data: { ...aboutRequest(request), round, reason: input.reason } });
  return { id: request.id, round };
}
