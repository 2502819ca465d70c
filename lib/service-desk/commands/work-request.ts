import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { requestMessages } from '@/db/schema/service-desk-talk';
import { cancelRound, handRound } from '@/lib/approvals/commands/round';
import { record } from '@/lib/audit/commands';
import { isCompanyPerson, type MemberActor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestAbsorbed, requestMerged, requestMessaged, requestNoted, requestTransferred } from '../entries';
import type { AssignMany, MergeRequest, SendMessage, TransferRequest } from '../inputs';
import { canAct, canServe } from '../policy';
import { listColleagues, servingMember } from '../queries/people';
import { isMergeable } from '../rules';
import { mentionedIn } from '../rules/mentions';
import { aboutRequest, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, subjectOfLanes, takeStep } from './held-request';
import { letPaperStand } from './result-paper';

/** Says something to the other side, or notes something that stays at the desk. Neither moves the clock. */
export async function sendMessage(ctx: Ctx, input: z.output<typeof SendMessage>): Promise<{ id: string; internal: boolean }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, input.internal ? 'note' : 'message', request);
  const actor = ctx.actor as MemberActor;
  const fromCompany = isCompanyPerson(actor);
  const { body, mentioned } = fromCompany ? { body: input.body, mentioned: [] } : await named(ctx, input);
  await ctx.db.insert(requestMessages).values({
    centerId: actor.centerId,
    id: newId(),
    requestId: request.id,
    companyId: request.companyId,
    membershipId: actor.membershipId,
    fromCompany,
    internal: input.internal,
    body,
    createdAt: ctx.now,
    createdBy: actor.membershipId,
  });
  if (input.internal) await record(ctx, requestNoted, { ...subjectOf(request), data: { ...aboutRequest(request), mentioned } });
  else await record(ctx, requestMessaged, { ...subjectOf(request), data: { ...aboutRequest(request), from: fromCompany ? 'company' : 'desk', mentioned } });
  return { id: request.id, internal: input.internal };
}

/** Colleagues named with an @ are told of it; whoever was chosen beside the text is named in it. */
async function named(ctx: Ctx, { body, mention = '' }: { body: string; mention?: string | undefined }): Promise<{ body: string; mentioned: string[] }> {
  if (mention === '' && !body.includes('@')) return { body, mentioned: [] };
  const people = await listColleagues(ctx);
  const chosen = people.find(({ id }) => id === mention);
  ensure(mention === '' || chosen !== undefined, 'request.notHere', { field: 'mention' });
  const inText = mentionedIn(body, people);
  if (chosen === undefined || inText.includes(chosen.id)) return { body, mentioned: inText };
  return { body: `@${chosen.name} ${body}`, mentioned: [...inText, chosen.id] };
}

/** Hands it on. 首问负责: whoever had it first stays named, and the clock doesn't begin again. */
export async function transferRequest(ctx: Ctx, input: z.output<typeof TransferRequest>): Promise<{ id: string; owner: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'transfer', request);
  const member = await servingMember(ctx, input.owner);
  ensure(member !== null, 'request.notServing', { field: 'owner' });
  ensure(input.owner !== request.ownerId, 'request.hasIt', { field: 'owner', params: { who: member.name } });
  await hand(ctx, request, member, input.reason);
  return { id: request.id, owner: member.name };
}

async function hand(ctx: Ctx, request: HeldRequest, member: { id: string; name: string }, reason: string): Promise<void> {
  await handRound(ctx, subjectOfLanes(request.id), member.id);
  await saveRequest(ctx, request.id, { ownerId: member.id, firstOwnerId: request.firstOwnerId ?? request.ownerId ?? (request.acceptedAt === null ? null : member.id) });
  await record(ctx, requestTransferred, {
    ...subjectOf(request),
    data: { ...aboutRequest(request, member.id), ownerName: member.name, reason },
    before: { ownerId: request.ownerId },
    after: { ownerId: member.id },
  });
}

/** Hands the ticked ones on at once; those that can't be handed on are counted, not an error. */
export async function assignMany(ctx: Ctx, { ids, owner }: z.output<typeof AssignMany>): Promise<{ assigned: number; skipped: number; owner: string }> {
  allow(canServe(ctx.actor));
  const member = await servingMember(ctx, owner);
  ensure(member !== null, 'request.notServing', { field: 'owner' });
  // One order for everybody, so that two lists that overlap can't wait for each other.
  const wanted = [...new Set(ids)].sort();
  let assigned = 0;
  for (const id of wanted) {
    const request = await holdRequest(ctx, id);
    if (!canAct(ctx.actor, 'transfer', request) || request.ownerId === owner) continue;
    await hand(ctx, request, member, '');
    assigned += 1;
  }
  return { assigned, skipped: wanted.length - assigned, owner: member.name };
}

/**
 * The company asked the same twice: this one is closed with a reason and points to the other, where it goes on. What was said
 * and handed in stays readable from there; taking it up again within its days parts the two.
 */
export async function mergeRequest(ctx: Ctx, input: z.output<typeof MergeRequest>): Promise<{ id: string; into: string }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'merge', request);
  const [other] = await ctx.db.select().from(requests).where(eq(requests.number, input.number.toUpperCase()));
  ensure(other !== undefined && other.id !== request.id && other.companyId === request.companyId, 'request.noSuchNumber', { field: 'number' });
  ensure(isMergeable(other.state), 'request.mergeClosed', { field: 'number', params: { state: other.state } });
  const into = found(other.number);
  const ownerId = request.ownerId ?? membershipOf(ctx.actor);
  await cancelRound(ctx, subjectOfLanes(request.id));
  // What lanes had asked of the company is settled with it.
  await ctx.db.update(requestReturns).set({ resubmittedAt: ctx.now }).where(and(eq(requestReturns.requestId, request.id), isNull(requestReturns.resubmittedAt)));
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request), duplicateOf: other.id, refusedAt: ctx.now, refuseReason: input.reason, nextDueOn: null, warnOn: null, laneWaits: false, ownerId,
    firstOwnerId: request.firstOwnerId ?? ownerId,
  });
  await letPaperStand(ctx, request);
  await record(ctx, requestMerged, { ...subjectOf(request), data: { ...aboutRequest(request, ownerId), into, intoId: other.id, reason: input.reason } });
  await record(ctx, requestAbsorbed, { ...subjectOf(other), data: { ...aboutRequest(other), other: request.number ?? '' } });
  return { id: request.id, into };
}
