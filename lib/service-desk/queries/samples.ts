import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { files } from '@/db/schema/files';
import { serviceItemSamples, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { type FileLine, listFiles } from '@/lib/files/queries';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';

export interface Sample {
  id: string;
  name: string;
}

/** Where nothing is handed in any more nobody asks for samples. */
export const noSamples: ReadonlyMap<string, Sample[]> = new Map();

/** 样表 to download, by the material they show how to fill in. */
export async function samplesOf(ctx: Ctx, versionId: string): Promise<Map<string, Sample[]>> {
  const rows = await ctx.db
    .select({ key: serviceItemSamples.key, id: files.id, name: files.name })
    .from(serviceItemSamples)
    .innerJoin(files, and(eq(files.centerId, serviceItemSamples.centerId), eq(files.subjectType, 'item-sample'), eq(files.subjectId, serviceItemSamples.id), isNull(files.removedAt)))
    .where(eq(serviceItemSamples.versionId, versionId))
    .orderBy(asc(files.id));
  const samples = new Map<string, Sample[]>();
  for (const { key, ...sample } of rows) samples.set(key, [...(samples.get(key) ?? []), sample]);
  return samples;
}

/** The places for samples in a version, with what lies there; for those who word it. */
export async function samplePlaces(ctx: Ctx, versionId: string): Promise<{ id: string; key: string; files: FileLine[] }[]> {
  const rows = await ctx.db
    .select({ id: serviceItemSamples.id, key: serviceItemSamples.key })
    .from(serviceItemSamples)
    .where(eq(serviceItemSamples.versionId, versionId))
    .orderBy(asc(serviceItemSamples.id));
  const places = [];
  for (const row of rows) places.push({ ...row, files: await listFiles(ctx, { type: 'item-sample', id: row.id }) });
  return places;
}

/** Whether the version a place belongs to is still being worded; null for a place the reader can't see. */
export async function samplePlace(ctx: Ctx, id: string): Promise<{ state: 'draft' | 'published' } | null> {
  if (!isId(id)) return null;
  const [row] = await ctx.db
    .select({ state: serviceItemVersions.state })
    .from(serviceItemSamples)
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.id, serviceItemSamples.versionId))
    .where(eq(serviceItemSamples.id, id));
  return row ?? null;
}

/** Which of a version's materials have their place already. */
export async function placedKeys(ctx: Ctx, versionId: string, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: serviceItemSamples.id, key: serviceItemSamples.key })
    .from(serviceItemSamples)
    .where(and(eq(serviceItemSamples.versionId, versionId), inArray(serviceItemSamples.key, [...keys])));
  return new Map(rows.map(({ key, id }) => [key, id]));
}
