import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { requestRounds } from '@/db/schema/service-desk';
import { setAsideDocument } from '@/lib/documents/commands';
import { getDocument } from '@/lib/documents/queries';
import type { Ctx } from '@/lib/kernel/context';

/** The result of an earlier round that nothing has replaced; null where there is none. */
export async function standingPaper(ctx: Ctx, requestId: string): Promise<string | null> {
  const [earlier] = await ctx.db
    .select({ id: requestRounds.resultDocumentId })
    .from(requestRounds)
    .where(and(eq(requestRounds.requestId, requestId), isNotNull(requestRounds.resultDocumentId)))
    .orderBy(desc(requestRounds.round))
    .limit(1);
  const paper = earlier?.id == null ? null : await getDocument(ctx, earlier.id);
  return paper === null || paper.revokedAt !== null || paper.supersededBy !== null ? null : paper.id;
}

/** A round that ends without a result decides nothing anew: the paper of the one before it stands again. */
export async function letPaperStand(ctx: Ctx, request: { id: string; round: number }): Promise<void> {
  const paper = request.round > 1 ? await standingPaper(ctx, request.id) : null;
  if (paper !== null) await setAsideDocument(ctx, paper, null);
}
