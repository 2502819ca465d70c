import { requestMaterials } from '@/db/schema/service-desk-filing';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { ItemVersion } from '../queries/catalogue';
import { filesOnRecord, materialsOf, wantedMaterials } from '../queries/materials';

/** A place for each thing the item wants; what the company gave before is there already. */
export async function layOutMaterials(ctx: Ctx, request: { id: string; companyId: string }, version: ItemVersion): Promise<void> {
  const wanted = wantedMaterials(version);
  if (wanted.length === 0) return;
  const known = await filesOnRecord(ctx, request.companyId, wanted.filter(({ onFile }) => onFile).map(({ key }) => key));
  await ctx.db.insert(requestMaterials).values(
    wanted.map(({ key }, position) => ({
      centerId: centerOf(ctx.actor), id: newId(), requestId: request.id, companyId: request.companyId, key, position, reusedFileId: known.get(key)?.fileId ?? null,
      createdAt: ctx.now, createdBy: membershipOf(ctx.actor),
    })),
  );
}

/** @returns how many files came with it. @throws RuleError naming what is missing */
export async function ensureMaterials(ctx: Ctx, requestId: string, version: ItemVersion): Promise<number> {
  const handed = await materialsOf(ctx, requestId);
  const given = new Map(handed.map((one) => [one.key, one.files.length + (one.reused === null ? 0 : 1)]));
  const missing = wantedMaterials(version).filter(({ key, required }) => required && (given.get(key) ?? 0) === 0);
  ensure(missing.length === 0, 'request.materialMissing', { params: { names: missing.map(({ name }) => name).join('、') } });
  return [...given.values()].reduce((sum, count) => sum + count, 0);
}
