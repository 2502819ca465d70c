import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { requestRounds } from '@/db/schema/service-desk';
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
