import type { z } from 'zod';
import { looks } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { allow } from '@/lib/kernel/errors';
import type { MarkLooked } from '../inputs';

/** Says that everything on a page is seen up to now. A mark of one's own, not something that happened: it leaves no entry. */
export async function markLooked(ctx: Ctx, { page }: z.output<typeof MarkLooked>): Promise<{ page: string }> {
  const { actor, now } = ctx;
  allow(actor.kind === 'member');
  if (actor.kind !== 'member') throw new Error('only members look');
  await ctx.db
    .insert(looks)
    .values({ centerId: actor.centerId, membershipId: actor.membershipId, page, seenAt: now })
    .onConflictDoUpdate({ target: [looks.centerId, looks.membershipId, looks.page], set: { seenAt: now } });
  return { page };
}
