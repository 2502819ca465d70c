import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { promisedDays } from '@/lib/approvals/rules';
import { record } from '@/lib/audit/commands';
import { departmentsByName } from '@/lib/centers/queries';
import { centerOf, membershipOf, staffRoles } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found, ensureVersion } from '@/lib/kernel/errors';
import { locales, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { itemClosed, itemDrafted, itemPublished, itemReopened } from '../entries';
import type { OneItem, PublishItem, WordItem } from '../inputs';
import { type CompanyFact, companyFacts, fieldKinds, type FieldKind } from '../inputs/item';
import { canKeepCatalogue } from '../policy';
import { wantedMaterials } from '../queries/materials';
import { outcomeWordsOf } from '../rules/outcome';
import { type OutlineWords, type Outlined, readFields, readMaterials, readStages } from '../rules/outline';
import { layOutSamples } from './samples';

/** Every word the outline may be typed with, in either language; they are those the pages print. */
async function wordsOf(ctx: Ctx): Promise<OutlineWords> {
  const tables = locales.map((locale) => ({ t: translator(locale, 'service-desk'), roles: translator(locale, 'shell') }));
  const every = (key: string) => new Set(tables.map(({ t }) => t(key).toLowerCase()));
  return {
    kinds: new Map(tables.flatMap(({ t }) => fieldKinds.map((kind): [string, FieldKind] => [t(`kinds.${kind}`).toLowerCase(), kind]))),
    facts: new Map(tables.flatMap(({ t }) => companyFacts.map((fact): [string, CompanyFact] => [t(`facts.${fact}`).toLowerCase(), fact]))),
    managers: every('outline.manager'),
    required: every('outline.required'),
    kept: every('outline.kept'),
    holder: every('parties.holder'),
    roles: new Map(tables.flatMap(({ roles }) => staffRoles.map((role): [string, string] => [roles(`roles.${role}`).toLowerCase(), role]))),
    departments: await departmentsByName(ctx.db, centerOf(ctx.actor)),
  };
}

function taken<T>(read: Outlined<T>, field: string): T {
  if (read.ok) return read.value;
  ensure(false, 'item.line', { field, params: { line: read.line } });
  throw new Error('unreachable');
}

/** Keeps the draft of an item's next version; what is in force isn't touched. */
export async function wordItem(ctx: Ctx, input: z.output<typeof WordItem>): Promise<{ id: string; version: number }> {
  allow(canKeepCatalogue(ctx.actor));
  const [item] = await ctx.db.select().from(serviceItems).where(eq(serviceItems.id, input.item)).for('update');
  const { id } = found(item);
  const versions = await ctx.db.select().from(serviceItemVersions).where(eq(serviceItemVersions.itemId, id)).orderBy(desc(serviceItemVersions.number));
  const [latest] = versions;
  const base = found(latest);
  const words = await wordsOf(ctx);
  const fields = taken(readFields(input.fields, words, base.fields), 'fields');
  const materials = taken(readMaterials(input.materials, words, base.materials), 'materials');
  const stages = taken(readStages(input.stages, words, base.stages), 'stages');
  ensure(stages.length > 0 && stages.every(({ lanes }) => lanes.length > 0), 'item.noLane', { field: 'stages' });
  const least = promisedDays(stages);
  ensure(input.promisedDays >= least, 'item.laneDays', { field: 'promisedDays', params: { least } });
  const { item: _item, version: seen, granted, grantedEn, declined, declinedEn, ...content } = input;
  const values = { ...content, outcomeWords: outcomeWordsOf({ granted, grantedEn, declined, declinedEn }), fields, materials, stages, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) };
  const draft = versions.find(({ state }) => state === 'draft');
  const number = draft?.number ?? base.number + 1;
  const draftId = draft?.id ?? newId();
  if (draft === undefined) {
    await ctx.db.insert(serviceItemVersions).values({
      ...values, centerId: centerOf(ctx.actor), id: draftId, itemId: id, number, state: 'draft', createdAt: ctx.now, createdBy: membershipOf(ctx.actor),
    });
  } else {
    ensureVersion(draft, seen);
    await ctx.db.update(serviceItemVersions).set({ ...values, version: draft.version + 1 }).where(eq(serviceItemVersions.id, draft.id));
  }
  await layOutSamples(ctx, draftId, wantedMaterials({ materials, fields }).map(({ key }) => key), draft === undefined ? base.id : null);
  await record(ctx, itemDrafted, { subject: { type: 'item', id }, data: { item: id, name: input.name, version: number } });
  return { id, version: number };
}

/** In force from a day on. Requests under way keep the version they were begun under. */
export async function publishItem(ctx: Ctx, input: z.output<typeof PublishItem>): Promise<{ id: string; version: number; from: string }> {
  allow(canKeepCatalogue(ctx.actor));
  const versions = await ctx.db.select().from(serviceItemVersions).where(eq(serviceItemVersions.itemId, input.item)).for('update');
  const draft = versions.find(({ state }) => state === 'draft');
  ensure(draft !== undefined, 'item.noDraft');
  ensure(input.from >= dayOf(ctx.now), 'item.fromPast', { field: 'from' });
  ensure(!versions.some(({ state, effectiveFrom }) => state === 'published' && effectiveFrom === input.from), 'item.dayTaken', { field: 'from' });
  await ctx.db
    .update(serviceItemVersions)
    .set({ state: 'published', effectiveFrom: input.from, publishedAt: ctx.now, publishedBy: membershipOf(ctx.actor), version: draft.version + 1 })
    .where(and(eq(serviceItemVersions.id, draft.id)));
  await record(ctx, itemPublished, { subject: { type: 'item', id: input.item }, data: { item: input.item, name: draft.name, version: draft.number, from: input.from } });
  return { id: input.item, version: draft.number, from: input.from };
}

/** Closed items can't be begun any more; what is under way goes on. */
export async function turnItem(ctx: Ctx, input: z.output<typeof OneItem>): Promise<{ id: string; closed: boolean }> {
  allow(canKeepCatalogue(ctx.actor));
  const [row] = await ctx.db.select().from(serviceItems).where(eq(serviceItems.id, input.item)).for('update');
  const item = found(row);
  const closed = item.closedAt === null;
  const [version] = await ctx.db
    .select({ name: serviceItemVersions.name })
    .from(serviceItemVersions)
    .where(eq(serviceItemVersions.itemId, item.id))
    .orderBy(desc(serviceItemVersions.number))
    .limit(1);
  await ctx.db.update(serviceItems).set({ closedAt: closed ? ctx.now : null, updatedAt: ctx.now, version: item.version + 1 }).where(eq(serviceItems.id, item.id));
  await record(ctx, closed ? itemClosed : itemReopened, { subject: { type: 'item', id: item.id }, data: { item: item.id, name: version?.name ?? '' } });
  return { id: item.id, closed };
}
