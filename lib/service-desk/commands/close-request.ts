import type { z } from 'zod';
import { requestRatings } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { requestRated, requestWithdrawn } from '../entries';
import type { RateRequest, WithdrawRequest } from '../inputs';
import { aboutRequest, holdRequest, leadsTo, saveRequest, subjectOf, takeStep } from './held-request';

/** The company takes it back; what was said and done stays readable. */
export async function withdrawRequest(ctx: Ctx, input: z.output<typeof WithdrawRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'withdraw', request);
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    withdrawnAt: ctx.now,
    withdrawReason: input.reason === '' ? null : input.reason,
    nextDueOn: null,
  });
  await record(ctx, requestWithdrawn, { ...subjectOf(request), data: { ...aboutRequest(request), reason: input.reason } });
  return { id: request.id };
}

/** 好差评: once, by a person of the company. The table takes no second one and no correction. */
export async function rateRequest(ctx: Ctx, input: z.output<typeof RateRequest>): Promise<{ id: string; grade: number }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'rate', request);
  const actor = ctx.actor as MemberActor;
  await ctx.db.insert(requestRatings).values({
    centerId: actor.centerId,
    requestId: request.id,
    companyId: request.companyId,
    membershipId: actor.membershipId,
    grade: input.grade,
    comment: input.comment,
    ratedAt: ctx.now,
  });
  await saveRequest(ctx, request.id, { grade: input.grade, ratedAt: ctx.now });
  await record(ctx, requestRated, { ...subjectOf(request), data: { ...aboutRequest(request), grade: input.grade } });
  return { id: request.id, grade: input.grade };
}
