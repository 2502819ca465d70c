import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requestReturns } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestReturned } from '../entries';
import type { ReturnRequest } from '../inputs';
import { needsReason } from '../rules';
import { aboutRequest, holdRequest, leadsTo, saveRequest, subjectOf, takeStep } from './held-request';

/** 补正: sends it back with everything that is missing. The clock stops until the company sends it again. */
export async function returnRequest(ctx: Ctx, input: z.output<typeof ReturnRequest>): Promise<{ id: string; round: number }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'return', request);
  const actor = ctx.actor as MemberActor;
  const earlier = await ctx.db.$count(requestReturns, eq(requestReturns.requestId, request.id));
  ensure(!needsReason(earlier) || input.reason !== '', 'request.reasonAgain', { field: 'reason' });
  const round = earlier + 1;
  await ctx.db.insert(requestReturns).values({
    centerId: actor.centerId,
    id: newId(),
    requestId: request.id,
    companyId: request.companyId,
    round,
    items: input.items,
    reason: input.reason === '' ? null : input.reason,
    afterAcceptance: request.acceptedAt !== null,
    returnedBy: actor.membershipId,
    returnedAt: ctx.now,
  });
  const ownerId = request.ownerId ?? actor.membershipId;
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    returnedAt: ctx.now,
    nextDueOn: null,
    ownerId,
    firstOwnerId: request.firstOwnerId ?? ownerId,
  });
  await record(ctx, requestReturned, {
    ...subjectOf(request),
    data: { ...aboutRequest(request, ownerId), round, count: input.items.length, items: input.items.join('；').slice(0, 500) },
  });
  return { id: request.id, round };
}
