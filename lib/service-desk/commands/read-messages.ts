import { requestMessageReads } from '@/db/schema/service-desk-talk';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { readingSide, unreadAmong } from '../queries/talk';

/**
 * Opening a request is reading what was said on it, as far as the page showed it. Who read it, and when first, stays as it
 * was. It leaves no entry: the rows themselves say who and when. @returns how many were new
 */
export async function readMessages(ctx: Ctx, { request, shown }: { request: string; shown: readonly string[] }): Promise<number> {
  const [side, membershipId] = [readingSide(ctx.actor), membershipOf(ctx.actor)];
  if (side === null || membershipId === null) return 0;
  const messages = await unreadAmong(ctx, request, shown);
  if (messages.length === 0) return 0;
  const marked = await ctx.db
    .insert(requestMessageReads)
    .values(messages.map((messageId) => ({ centerId: centerOf(ctx.actor), messageId, membershipId, byCompany: side === 'company', readAt: ctx.now })))
    .onConflictDoNothing()
    .returning({ id: requestMessageReads.messageId });
  return marked.length;
}
