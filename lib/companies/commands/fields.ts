import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { insertRows } from '@/db/insert-rows';
import { companies } from '@/db/schema/companies';
import { companyFields, companyFieldValues } from '@/db/schema/companies-fields';
import { record } from '@/lib/audit/commands';
import type { Plain } from '@/lib/imports/registry';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { companyEdited, fieldChanged } from '../entries';
import { fieldIdOf, fieldKey, type FieldShape, isFieldKey, parseField, storeField } from '../fields';
import type { AddField, CloseField, EditField, SaveFieldValues } from '../inputs';
import { canEditCompanies, canKeepFields } from '../policy';
import { fieldValuesOf, listFields, openFields } from '../queries/fields';
import { registerSheet } from '../sheet';

const MOST_FIELDS = 30;
const MOST_IN_LIST = 3;

/** A field every company of the center has from now on. @throws RuleError 'field.nameTaken' | 'field.tooMany' | 'field.needsChoices' */
export async function addField(ctx: Ctx, input: z.output<typeof AddField>): Promise<{ name: string }> {
  allow(canKeepFields(ctx.actor));
  const fields = await listFields(ctx);
  ensure(fields.filter((field) => field.closedAt === null).length < MOST_FIELDS, 'field.tooMany', { params: { max: MOST_FIELDS } });
  await ensureFits(ctx, input, null);
  const id = newId();
  const by = membershipOf(ctx.actor);
  const { name, kind, choices, inList } = input;
  await ctx.db.insert(companyFields).values({ centerId: centerOf(ctx.actor), id, name, kind, choices: kind === 'choice' ? choices : [], inList, position: fields.length, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
  await record(ctx, fieldChanged, { subject: { type: 'field', id }, data: { field: name, what: 'added' }, after: { name, kind, choices, inList } });
  return { name };
}

/** Its name, its choices and whether the list shows it; a choice in use can't be taken away. */
export async function editField(ctx: Ctx, input: z.output<typeof EditField>): Promise<{ name: string }> {
  allow(canKeepFields(ctx.actor));
  const [loaded] = await ctx.db.select().from(companyFields).where(eq(companyFields.id, input.field)).for('update');
  const row = found(loaded);
  ensureVersion(row, input.version);
  await ensureFits(ctx, { ...input, kind: row.kind }, row.id);
  const gone = row.choices.filter((choice) => row.kind === 'choice' && !input.choices.includes(choice));
  if (gone.length > 0) {
    const [used] = await ctx.db
      .select({ choice: companyFieldValues.textValue })
      .from(companyFieldValues)
      .where(and(eq(companyFieldValues.fieldId, row.id), inArray(companyFieldValues.textValue, gone)))
      .limit(1);
    ensure(used === undefined, 'field.choiceInUse', { field: 'choices', params: { choice: used?.choice ?? '' } });
  }
  const after = { name: input.name, choices: row.kind === 'choice' ? input.choices : [], inList: input.inList };
  await ctx.db.update(companyFields).set({ ...after, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: row.version + 1 }).where(eq(companyFields.id, row.id));
  await record(ctx, fieldChanged, { subject: { type: 'field', id: row.id }, data: { field: input.name, what: 'changed' }, before: { name: row.name, choices: row.choices, inList: row.inList }, after });
  return { name: input.name };
}

/** Takes a field out of use, or back into it. What companies hold of it stays. */
export async function closeField(ctx: Ctx, input: z.output<typeof CloseField>): Promise<{ name: string; closed: 'yes' | 'no' }> {
  allow(canKeepFields(ctx.actor));
  const [loaded] = await ctx.db.select().from(companyFields).where(eq(companyFields.id, input.field)).for('update');
  const row = found(loaded);
  const closing = row.closedAt === null;
  await ctx.db.update(companyFields).set({ closedAt: closing ? ctx.now : null, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: row.version + 1 }).where(eq(companyFields.id, row.id));
  await record(ctx, fieldChanged, { subject: { type: 'field', id: row.id }, data: { field: row.name, what: closing ? 'closed' : 'reopened' } });
  return { name: row.name, closed: closing ? 'yes' : 'no' };
}

async function ensureFits(ctx: Ctx, input: Pick<z.output<typeof AddField>, 'name' | 'kind' | 'choices' | 'inList'>, self: string | null): Promise<void> {
  const others = self === null ? undefined : ne(companyFields.id, self);
  const [same] = await ctx.db.select({ name: companyFields.name }).from(companyFields).where(and(sql`company_key(${companyFields.name}) = company_key(${input.name})`, others)).limit(1);
  ensure(same === undefined, 'field.nameTaken', { field: 'name' });
  const built = Object.values(registerSheet.columns).some((one) => one.labels.some((label) => label.toLowerCase() === input.name.toLowerCase()));
  ensure(!built, 'field.nameBuiltIn', { field: 'name' });
  ensure(input.kind !== 'choice' || input.choices.length > 0, 'field.needsChoices', { field: 'choices' });
  if (input.inList) {
    const shown = await ctx.db.$count(companyFields, and(eq(companyFields.inList, true), others));
    ensure(shown < MOST_IN_LIST, 'field.tooManyInList', { field: 'inList', params: { max: MOST_IN_LIST } });
  }
}

/** What one company holds of the center's own fields. @throws RuleError on the field whose value makes no sense */
export async function saveFieldValues(ctx: Ctx, input: z.output<typeof SaveFieldValues>): Promise<{ company: string }> {
  allow(canEditCompanies(ctx.actor));
  const [loaded] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, input.company)).for('update');
  const company = found(loaded);
  const fields = await openFields(ctx);
  const now = (await fieldValuesOf(ctx, [company.id], fields)).get(company.id) ?? {};
  const [before, after]: Record<string, Plain>[] = [{}, {}];
  const changes: Record<string, Plain> = {};
  for (const field of fields) {
    const typed = input.typed[fieldKey(field.id)];
    if (typed === undefined) continue;
    const parsed = parseField(field, typed);
    if ('problem' in parsed) throw new RuleError(parsed.problem, { field: fieldKey(field.id) });
    const was = now[fieldKey(field.id)] ?? null;
    if (was === parsed.value) continue;
    if (before !== undefined && after !== undefined) [before[field.name], after[field.name]] = [was, parsed.value];
    changes[fieldKey(field.id)] = parsed.value;
  }
  const count = Object.keys(changes).length;
  if (count === 0) return { company: company.id };
  await writeFieldValues(ctx, [{ id: company.id, values: changes }], fields);
  await ctx.db.update(companies).set({ updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) }).where(eq(companies.id, company.id));
  await record(ctx, companyEdited, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, by: 'hand', fields: count }, before, after });
  return { company: company.id };
}

/** Writes values of many companies, set-based; null clears. The caller leaves the entries. */
export async function writeFieldValues(ctx: Ctx, rows: readonly { id: string; values: Readonly<Record<string, Plain>> }[], fields: readonly FieldShape[]): Promise<void> {
  const kinds = new Map(fields.map((field) => [field.id, field.kind]));
  const asked = rows.flatMap(({ id, values }) => Object.entries(values).flatMap(([key, value]) => (isFieldKey(key) && kinds.has(fieldIdOf(key)) ? [{ company: id, field: fieldIdOf(key), value }] : [])));
  if (asked.length === 0) return;
  const gone = JSON.stringify(asked.map(({ company, field }) => ({ company, field })));
  await ctx.db.delete(companyFieldValues).where(sql`(${companyFieldValues.companyId}, ${companyFieldValues.fieldId}) in (select x.company, x.field from jsonb_to_recordset(${gone}::jsonb) as x(company uuid, field uuid))`);
  await insertRows(
    ctx.db,
    companyFieldValues,
    asked.flatMap(({ company, field, value }) => {
      const kind = kinds.get(field);
      return kind === undefined || value === null ? [] : [{ centerId: centerOf(ctx.actor), companyId: company, fieldId: field, ...storeField(kind, value), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) }];
    }),
  );
}
