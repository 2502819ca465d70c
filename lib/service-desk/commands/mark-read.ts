import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requestMessages, requestReads, requests } from '@/db/schema/service-desk';
import { isCompanyPerson } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import type { OneRequest } from '../inputs';
import { canServe } from '../policy';

/**
 * Opening a request is reading what the other side said; the mark moves only when there is something new to read. Of the
 * desk it is left by whoever serves, and auditors leave none.
 */
export async function markRead(ctx: Ctx, { request: id }: z.output<typeof OneRequest>): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'member' || !(isCompanyPerson(actor) || canServe(actor))) return;
  const side = isCompanyPerson(actor) ? ('company' as const) : ('desk' as const);
  const [request] = await ctx.db.select({ companyId: requests.companyId }).from(requests).where(eq(requests.id, id));
  if (request === undefined) return;
  const [mark] = await ctx.db.select({ readAt: requestReads.readAt }).from(requestReads).where(and(eq(requestReads.requestId, id), eq(requestReads.side, side)));
  const unread = await ctx.db.$count(
    requestMessages,
    and(
      eq(requestMessages.requestId, id),
      eq(requestMessages.internal, false),
      ne(requestMessages.fromCompany, side === 'company'),
      mark === undefined ? undefined : gt(requestMessages.createdAt, mark.readAt),
    ),
  );
  if (unread === 0) return;
  await ctx.db
    .insert(requestReads)
    .values({ centerId: actor.centerId, requestId: id, side, companyId: request.companyId, readAt: ctx.now, readBy: actor.membershipId })
    .onConflictDoUpdate({ target: [requestReads.centerId, requestReads.requestId, requestReads.side], set: { readAt: sql`excluded.read_at`, readBy: sql`excluded.read_by` } });
}
