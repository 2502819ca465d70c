import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { requests } from '@/db/schema/service-desk';
import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { keptOffer } from '@/lib/kernel/kept-offer';
import { nameKey } from '@/lib/kernel/text';
import { firstFacts } from '../rules/facts';
import type { ItemField, Situation } from '../inputs/item';

export type ItemVersion = typeof serviceItemVersions.$inferSelect;

/** The version a request was begun under. @throws NotFoundError */
export async function versionOf(ctx: Ctx, versionId: string): Promise<ItemVersion> {
  const [row] = await ctx.db.select().from(serviceItemVersions).where(eq(serviceItemVersions.id, versionId));
  return found(row);
}

/** The version in force today, or null: none published yet, or the item is closed. */
export async function currentVersion(ctx: Ctx, itemId: string): Promise<ItemVersion | null> {
  const [row] = await ctx.db
    .select({ version: serviceItemVersions })
    .from(serviceItemVersions)
    .innerJoin(serviceItems, eq(serviceItems.id, serviceItemVersions.itemId))
    .where(and(eq(serviceItemVersions.itemId, itemId), isNull(serviceItems.closedAt), inForce(ctx)))
    .orderBy(desc(serviceItemVersions.effectiveFrom))
    .limit(1);
  return row?.version ?? null;
}

/** The same by the item's key. */
export async function currentVersionOf(ctx: Ctx, key: string): Promise<ItemVersion | null> {
  const [item] = await ctx.db.select({ id: serviceItems.id }).from(serviceItems).where(eq(serviceItems.key, key));
  return item === undefined ? null : currentVersion(ctx, item.id);
}

const inForce = (ctx: Ctx) => and(eq(serviceItemVersions.state, 'published'), lte(serviceItemVersions.effectiveFrom, dayOf(ctx.now)));

const shape = {
  id: serviceItems.id,
  key: serviceItems.key,
  situations: serviceItemVersions.situations,
  // Both tables have an id: inside the inner query each column needs a name of its own.
  versionId: sql<string>`${serviceItemVersions.id}`.as('version_id'),
  name: serviceItemVersions.name,
  nameEn: serviceItemVersions.nameEn,
  description: serviceItemVersions.description,
  descriptionEn: serviceItemVersions.descriptionEn,
  filers: serviceItemVersions.filers,
  materials: serviceItemVersions.materials,
  fields: serviceItemVersions.fields,
  acceptanceDays: serviceItemVersions.acceptanceDays,
  promisedDays: serviceItemVersions.promisedDays,
  position: serviceItems.position,
};

/** What can be asked for now, in the center's order: of each item the version in force. */
export async function listItems(ctx: Ctx) {
  const newest = ctx.db
    .selectDistinctOn([serviceItems.id], shape)
    .from(serviceItems)
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.itemId, serviceItems.id))
    .where(and(isNull(serviceItems.closedAt), inForce(ctx)))
    .orderBy(serviceItems.id, desc(serviceItemVersions.effectiveFrom))
    .as('newest');
  return ctx.db.select().from(newest).orderBy(asc(newest.position), asc(newest.id));
}
export type CatalogueItem = Awaited<ReturnType<typeof listItems>>[number];

const namesAsked = writtenOnce((db) => {
  const newest = db
    .selectDistinctOn([serviceItems.id], { id: serviceItems.id, name: serviceItemVersions.name, nameEn: serviceItemVersions.nameEn, position: serviceItems.position })
    .from(serviceItems)
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.itemId, serviceItems.id))
    .where(and(isNull(serviceItems.closedAt), eq(serviceItemVersions.state, 'published'), lte(serviceItemVersions.effectiveFrom, sql.placeholder('today'))))
    .orderBy(serviceItems.id, desc(serviceItemVersions.effectiveFrom))
    .as('newest');
  return db.select({ id: newest.id, name: newest.name, nameEn: newest.nameEn }).from(newest).orderBy(asc(newest.position), asc(newest.id)).prepare(KEPT);
});

/** What those items are called, for a choice. */
export async function listItemNames(ctx: Ctx): Promise<readonly { id: string; name: string; nameEn: string }[]> {
  const today = dayOf(ctx.now);
  return keptOffer(ctx, `item names ${today}`, () => namesAsked(ctx.db).execute({ today }));
}

/** The catalogue as somebody looks through it: of a situation, or by a few typed characters. */
export function pickItems(items: readonly CatalogueItem[], wanted: { for?: Situation | undefined; q?: string | undefined }): CatalogueItem[] {
  const typed = wanted.q === undefined ? '' : nameKey(wanted.q);
  return items.filter(
    (item) =>
      (wanted.for === undefined || item.situations.includes(wanted.for)) &&
      (typed === '' || [item.name, item.nameEn, item.description, item.descriptionEn].some((text) => nameKey(text).includes(typed))),
  );
}

/** Every item with its newest version of any kind; for those who word the catalogue. */
export async function listCatalogue(ctx: Ctx) {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select({
      id: serviceItems.id,
      key: serviceItems.key,
      closedAt: serviceItems.closedAt,
      version: serviceItemVersions.number,
      versionId: serviceItemVersions.id,
      state: serviceItemVersions.state,
      effectiveFrom: serviceItemVersions.effectiveFrom,
      name: serviceItemVersions.name,
      nameEn: serviceItemVersions.nameEn,
      promisedDays: serviceItemVersions.promisedDays,
      stages: serviceItemVersions.stages,
    })
    .from(serviceItems)
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.itemId, serviceItems.id))
    .orderBy(asc(serviceItems.position), asc(serviceItems.id), desc(serviceItemVersions.number));
  const items = new Map<string, { current: (typeof rows)[number] | null; draft: (typeof rows)[number] | null; coming: (typeof rows)[number] | null; any: (typeof rows)[number] }>();
  for (const row of rows) {
    const item = items.get(row.id) ?? { current: null, draft: null, coming: null, any: row };
    if (row.state === 'draft') item.draft = row;
    else if (row.effectiveFrom !== null && row.effectiveFrom > today) item.coming = row;
    else if (item.current === null || (row.effectiveFrom ?? '') > (item.current.effectiveFrom ?? '')) item.current = row;
    items.set(row.id, item);
  }
  return [...items].map(([id, { any, ...kinds }]) => ({ id, closedAt: any.closedAt, ...kinds, shown: kinds.current ?? kinds.coming ?? any }));
}

/** One item with all its versions, the newest first; null for a foreign one. */
export async function getItem(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [item] = await ctx.db.select().from(serviceItems).where(eq(serviceItems.id, id));
  if (item === undefined) return null;
  const versions = await ctx.db.select().from(serviceItemVersions).where(eq(serviceItemVersions.itemId, id)).orderBy(desc(serviceItemVersions.number));
  return { ...item, versions };
}

/** Of an item's versions the one in force on a day: the published one with the latest beginning. */
export function inForceOn<V extends { state: string; effectiveFrom: string | null }>(versions: readonly V[], today: string): V | undefined {
  return versions
    .filter(({ state, effectiveFrom }) => state === 'published' && (effectiveFrom ?? '') <= today)
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))[0];
}

/** How many requests are under way, by version: they keep it. */
export async function countUnderWay(ctx: Ctx, itemId: string): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ version: requests.versionId, many: sql<number>`count(*)::int` })
    .from(requests)
    .where(and(eq(requests.itemId, itemId), sql`${requests.state} in ('confirming', 'submitted', 'accepted', 'returned', 'decided')`))
    .groupBy(requests.versionId);
  return new Map(rows.map(({ version, many }) => [version, many]));
}

/** What the register knows of a company, for the fields it fills: never asked again. */
export async function factsFor(ctx: Ctx, companyId: string, fields: readonly ItemField[]): Promise<Record<string, string>> {
  if (!fields.some(({ fact }) => fact !== undefined)) return {};
  const [company] = await ctx.db.select().from(companies).where(eq(companies.id, companyId));
  return company === undefined ? {} : firstFacts(fields, company);
}
