import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { companyFields, companyFieldValues } from '@/db/schema/companies-fields';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import type { Plain } from '@/lib/imports/registry';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { keptOffer } from '@/lib/kernel/kept-offer';
import { fieldKey, type FieldShape, loadField, parseRange, storeField } from '../fields';

const view = {
  id: companyFields.id,
  name: companyFields.name,
  kind: companyFields.kind,
  choices: companyFields.choices,
  inList: companyFields.inList,
  closedAt: companyFields.closedAt,
  version: companyFields.version,
};
export type FieldView = Awaited<ReturnType<typeof listFields>>[number];

/** The center's own fields in their order; closed ones last. */
export async function listFields({ db }: Pick<Ctx, 'db'>) {
  return db.select(view).from(companyFields).orderBy(sql`${companyFields.closedAt} is not null`, asc(companyFields.position), asc(companyFields.id));
}

/** Those in use. */
export async function openFields(ctx: Ctx): Promise<readonly FieldView[]> {
  return keptOffer(ctx, 'fields', () => openAsked(ctx.db).execute());
}

const openAsked = writtenOnce((db) => db.select(view).from(companyFields).where(isNull(companyFields.closedAt)).orderBy(asc(companyFields.position), asc(companyFields.id)).prepare(KEPT));

export async function getField(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [row] = await ctx.db.select(view).from(companyFields).where(eq(companyFields.id, id));
  return row ?? null;
}

/** Values by company and column key, of the fields given. */
export async function fieldValuesOf(ctx: Ctx, companyIds: readonly string[], fields: readonly FieldShape[]): Promise<Map<string, Record<string, Plain>>> {
  const found = new Map<string, Record<string, Plain>>();
  if (companyIds.length === 0 || fields.length === 0) return found;
  const kinds = new Map(fields.map((field) => [field.id, field.kind]));
  const rows = await ctx.db
    .select()
    .from(companyFieldValues)
    .where(and(inArray(companyFieldValues.companyId, [...companyIds]), inArray(companyFieldValues.fieldId, [...kinds.keys()])));
  for (const row of rows) {
    const kind = kinds.get(row.fieldId);
    if (kind === undefined) continue;
    found.set(row.companyId, { ...found.get(row.companyId), [fieldKey(row.fieldId)]: loadField(kind, row) });
  }
  return found;
}

/** How many companies hold a value of each field. */
export async function fieldUse({ db }: Pick<Ctx, 'db'>): Promise<Map<string, number>> {
  const rows = await db.select({ id: companyFieldValues.fieldId, many: sql<number>`count(*)::int` }).from(companyFieldValues).groupBy(companyFieldValues.fieldId);
  return new Map(rows.map((row) => [row.id, row.many]));
}

/** Narrows companies to those whose field holds a value or lies in a range; by an index of the field's type. */
export async function withField(ctx: Ctx, fieldId: string, typed: string): Promise<SQL | undefined> {
  const field = await getField(ctx, fieldId);
  if (field === null) return undefined;
  const range = parseRange(field, typed);
  if (range === null) return undefined;
  const [from, to] = [range.from === null ? null : storeField(field.kind, range.from), range.to === null ? null : storeField(field.kind, range.to)];
  const column = field.kind === 'date' ? companyFieldValues.dateValue : field.kind === 'number' || field.kind === 'money' ? companyFieldValues.numberValue : companyFieldValues.textValue;
  const bound = (stored: typeof from) => stored?.dateValue ?? stored?.numberValue ?? stored?.textValue ?? null;
  const [least, most] = [bound(from), bound(to)];
  return inArray(
    companies.id,
    ctx.db
      .select({ id: companyFieldValues.companyId })
      .from(companyFieldValues)
      .where(and(eq(companyFieldValues.fieldId, field.id), least === null ? undefined : sql`${column} >= ${least}`, most === null ? undefined : sql`${column} <= ${most}`)),
  );
}

/** The center's own fields in use, and what one company holds of them. */
export async function ownOf(ctx: Ctx, companyId: string) {
  const fields = await openFields(ctx);
  return { fields, values: (await fieldValuesOf(ctx, [companyId], fields)).get(companyId) ?? {} };
}
