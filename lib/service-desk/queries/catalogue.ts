import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
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
  versionId: serviceItemVersions.id,
  name: serviceItemVersions.name,
  nameEn: serviceItemVersions.nameEn,
  description: serviceItemVersions.description,
  descriptionEn: serviceItemVersions.descriptionEn,
  filers: serviceItemVersions.filers,
  materials: serviceItemVersions.materials,
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

/** The catalogue as somebody looks through it: of a situation, or by a few typed characters. */
export function pickItems(items: readonly CatalogueItem[], wanted: { for?: Situation | undefined; q?: string | undefined }): CatalogueItem[] {
  const typed = wanted.q === undefined ? '' : nameKey(wanted.q);
  return items.filter(
    (item) =>
      (wanted.for === undefined || item.situations.includes(wanted.for)) &&
      (typed === '' || [item.name, item.nameEn, item.description, item.descriptionEn].some((text) => nameKey(text).includes(typed))),
  );
}

/** What the register knows of a company, for the fields it fills: never asked again. */
export async function factsFor(ctx: Ctx, companyId: string, fields: readonly ItemField[]): Promise<Record<string, string>> {
  if (!fields.some(({ fact }) => fact !== undefined)) return {};
  const [company] = await ctx.db.select().from(companies).where(eq(companies.id, companyId));
  return company === undefined ? {} : firstFacts(fields, company);
}
