import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { requestLinks } from '@/db/schema/service-desk-talk';
import { record } from '@/lib/audit/commands';
import { centerOf, type MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestLinked, requestLinkedInside, requestUnlinked, requestUnlinkedInside } from '../entries';
import type { LinkRequest, UnlinkRequest } from '../inputs';
import { canLink } from '../policy';
import { aboutRequest, type HeldRequest, subjectOf } from './held-request';

/** Both files say of each other that they belong together, and why. A company reads it where both are its own. */
export async function linkRequests(ctx: Ctx, input: z.output<typeof LinkRequest>): Promise<{ id: string; other: string }> {
  const [row] = await ctx.db.select().from(requests).where(eq(requests.id, input.request));
  const request = found(row);
  allow(canLink(ctx.actor, request));
  const [other] = await ctx.db.select().from(requests).where(eq(requests.number, input.number.toUpperCase()));
  ensure(other !== undefined && other.id !== request.id, 'request.noNumberHere', { field: 'number' });
  const actor = ctx.actor as MemberActor;
  const [first, second] = [request.id, other.id].sort();
  const linked = await ctx.db
    .insert(requestLinks)
    .values({ centerId: centerOf(actor), id: newId(), requestId: first ?? '', otherId: second ?? '', reason: input.reason, linkedBy: actor.membershipId, linkedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: requestLinks.id });
  ensure(linked.length > 0, 'request.linkedAlready', { field: 'number' });
  const kind = request.companyId === other.companyId ? requestLinked : requestLinkedInside;
  for (const [one, two] of [[request, other], [other, request]] as const) {
    await record(ctx, kind, { ...subjectOf(one), data: { ...aboutRequest(one), other: two.number ?? '', reason: input.reason } });
  }
  return { id: request.id, other: other.number ?? '' };
}

/** They don't belong together after all; that they were said to stays in both timelines. */
export async function unlinkRequests(ctx: Ctx, { link: id }: z.output<typeof UnlinkRequest>): Promise<{ id: string }> {
  const [row] = await ctx.db.select().from(requestLinks).where(eq(requestLinks.id, id)).for('update');
  const link = found(row);
  const ends = await ctx.db.select().from(requests).where(inArray(requests.id, [link.requestId, link.otherId]));
  const [one, two] = [found(ends[0]), found(ends[1])];
  allow(canLink(ctx.actor, one));
  const actor = ctx.actor as MemberActor;
  const removed = await ctx.db
    .update(requestLinks)
    .set({ removedAt: ctx.now, removedBy: actor.membershipId })
    .where(and(eq(requestLinks.id, id), isNull(requestLinks.removedAt)))
    .returning({ id: requestLinks.id });
  if (removed.length > 0) {
    const kind = one.companyId === two.companyId ? requestUnlinked : requestUnlinkedInside;
    const tell = (end: HeldRequest, other: HeldRequest) => record(ctx, kind, { ...subjectOf(end), data: { ...aboutRequest(end), other: other.number ?? '' } });
    await tell(one, two);
    await tell(two, one);
  }
  return { id: link.requestId };
}
