import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { files } from '@/db/schema/files';
import { requests } from '@/db/schema/service-desk';
import { requestMaterials } from '@/db/schema/service-desk-filing';
import type { FileLine } from '@/lib/files/queries';
import { listFiles } from '@/lib/files/queries';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import type { ItemField, ItemMaterial } from '../inputs/item';

/** What a version wants handed in: its materials, and its fields that are files. */
export function wantedMaterials(version: { materials: readonly ItemMaterial[]; fields: readonly ItemField[] }): ItemMaterial[] {
  const asFields = version.fields.filter(({ kind }) => kind === 'file').map(({ key, required, label, labelEn, hint, hintEn }) => ({
    key, required, name: label, nameEn: labelEn, onFile: false, ...(hint === undefined ? {} : { hint }), ...(hintEn === undefined ? {} : { hintEn }),
  }));
  return [...version.materials, ...asFields];
}

export interface FileOnRecord {
  fileId: string;
  name: string;
  key: string;
  /** The request it came with. */
  number: string | null;
  at: Date;
}

/** What the company has handed in before and is not asked for again: the newest file of each kind. */
export async function filesOnRecord(ctx: Ctx, companyId: string, keys: readonly string[]): Promise<Map<string, FileOnRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await ctx.db
    .select({ fileId: files.id, name: files.name, key: requestMaterials.key, number: requests.number, at: files.createdAt })
    .from(requestMaterials)
    .innerJoin(requests, eq(requests.id, requestMaterials.requestId))
    .innerJoin(files, and(eq(files.subjectType, 'request-material'), eq(files.subjectId, requestMaterials.id), isNull(files.removedAt)))
    .where(and(eq(requestMaterials.companyId, companyId), inArray(requestMaterials.key, [...keys]), ne(requests.state, 'draft')))
    .orderBy(asc(files.id));
  return new Map(rows.map((row) => [row.key, row]));
}

export interface HandedIn {
  id: string;
  key: string;
  files: FileLine[];
  reused: { id: string; name: string } | null;
}

/** The materials of a request with what was handed in for each. */
export async function materialsOf(ctx: Ctx, requestId: string): Promise<HandedIn[]> {
  const rows = await ctx.db
    .select({ id: requestMaterials.id, key: requestMaterials.key, reusedId: files.id, reusedName: files.name })
    .from(requestMaterials)
    .leftJoin(files, eq(files.id, requestMaterials.reusedFileId))
    .where(eq(requestMaterials.requestId, requestId))
    .orderBy(asc(requestMaterials.position));
  const handed: HandedIn[] = [];
  for (const { id, key, reusedId, reusedName } of rows) {
    const own = await listFiles(ctx, { type: 'request-material', id });
    handed.push({ id, key, files: own, reused: reusedId === null || reusedName === null ? null : { id: reusedId, name: reusedName } });
  }
  return handed;
}

/** The request a material belongs to, or null for a foreign one. */
export async function requestOfMaterial(ctx: Ctx, materialId: string): Promise<string | null> {
  if (!isId(materialId)) return null;
  const [row] = await ctx.db.select({ id: requestMaterials.requestId }).from(requestMaterials).where(eq(requestMaterials.id, materialId)).orderBy(desc(requestMaterials.id));
  return row?.id ?? null;
}
