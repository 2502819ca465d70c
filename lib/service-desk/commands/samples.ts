import { serviceItemSamples } from '@/db/schema/service-desk-catalogue';
import { copyFiles } from '@/lib/files/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { placedKeys } from '../queries/samples';

/**
 * A place for the samples of each material of a draft. What the version before had for a material of the same key is taken
 * along: from then on each version has its own, so that changing the draft's changes nothing that is in force.
 */
export async function layOutSamples(ctx: Ctx, draftId: string, keys: readonly string[], beforeId: string | null): Promise<void> {
  const [here, before] = [await placedKeys(ctx, draftId, keys), beforeId === null ? new Map<string, string>() : await placedKeys(ctx, beforeId, keys)];
  for (const key of keys) {
    if (here.has(key)) continue;
    const id = newId();
    await ctx.db.insert(serviceItemSamples).values({ centerId: centerOf(ctx.actor), id, versionId: draftId, key, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
    const known = before.get(key);
    if (known !== undefined) await copyFiles(ctx, { type: 'item-sample', id: known }, { type: 'item-sample', id });
  }
}
