import type { z } from 'zod';
import { requestMessages } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { isCompanyPerson, type MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestMessaged, requestNoted, requestTransferred } from '../entries';
import type { SendMessage, TransferRequest } from '../inputs';
import { servingMember } from '../queries/people';
import { aboutRequest, holdRequest, saveRequest, subjectOf, takeStep } from './held-request';

/** Says something to the other side, or notes something that stays at the desk. Neither moves the clock. */
export async function sendMessage(ctx: Ctx, input: z.output<typeof SendMessage>): Promise<{ id: string; internal: boolean }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, input.internal ? 'note' : 'message', request);
  const actor = ctx.actor as MemberActor;
  const fromCompany = isCompanyPerson(actor);
  await ctx.db.insert(requestMessages).values({
    centerId: actor.centerId,
    id: newId(),
    requestId: request.id,
    companyId: request.companyId,
    membershipId: actor.membershipId,
    fromCompany,
    internal: input.internal,
    body: input.body,
    createdAt: ctx.now,
    createdBy: actor.membershipId,
  });
  if (input.internal) await record(ctx, requestNoted, { ...subjectOf(request), data: aboutRequest(request) });
  else await record(ctx, requestMessaged, { ...subjectOf(request), data: { ...aboutRequest(request), from: fromCompany ? 'company' : 'desk' } });
  return { id: request.id, internal: input.internal };
}

/** Hands it on. 首问负责: whoever had it first stays named, and the clock doesn't begin again. */
export async function transferRequest(ctx: Ctx, input: z.output<typeof TransferRequest>): Promise<{ id: string; owner: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'transfer', request);
  const member = await servingMember(ctx, input.owner);
  ensure(member !== null, 'request.notServing', { field: 'owner' });
  ensure(input.owner !== request.ownerId, 'request.hasIt', { field: 'owner', params: { who: member.name } });
  await saveRequest(ctx, request.id, { ownerId: input.owner, firstOwnerId: request.firstOwnerId ?? request.ownerId });
  await record(ctx, requestTransferred, {
    ...subjectOf(request),
    data: { ...aboutRequest(request, input.owner), ownerName: member.name, reason: input.reason },
    before: { ownerId: request.ownerId },
    after: { ownerId: input.owner },
  });
  return { id: request.id, owner: member.name };
}
