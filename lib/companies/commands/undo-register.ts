import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { carriers, companies, companyAssignments, companyContacts, companyRoad } from '@/db/schema/companies';
import { companyFieldValues } from '@/db/schema/companies-fields';
import { recordAll } from '@/lib/audit/commands';
import type { ImportUndo, Plain, WrittenRow } from '@/lib/imports/registry';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { allow } from '@/lib/kernel/errors';
import { nameKey } from '@/lib/kernel/text';
import { companyWithdrawn } from '../entries';
import { isTrio } from '../plan-register';
import { canImportCompanies } from '../policy';
import { listFields } from '../queries/fields';
import { writeFieldValues } from './fields';
import { updateChanged } from './import-register';

const PART = 5_000;

/**
 * Takes back what a batch of the register wrote: companies it made go, fields it changed get their old values. A company that
 * anybody touched since, or that anything was built on, stays as it is and is named with the reason.
 */
export const registerUndo: ImportUndo = {
  touched: async (ctx, written, since) => {
    allow(canImportCompanies(ctx.actor));
    const rows = written.map(targeted);
    const reasons = new Map<string, Set<string>>();
    const leave = (id: string, why: string) => reasons.set(id, (reasons.get(id) ?? new Set()).add(why));
    for (const part of chunks(rows, PART)) {
      const ids = part.map((row) => row.targetId);
      // Holding the rows keeps anybody from building on them in the meantime.
      const here = new Set((await ctx.db.select({ id: companies.id }).from(companies).where(inArray(companies.id, ids)).for('update')).map((row) => row.id));
      for (const id of ids) if (!here.has(id)) leave(id, 'gone');
      const touched = await ctx.db
        .select({ id: sql<string>`t.company_id`, what: sql<string>`t.what` })
        .from(sql`company_touched(${sql.param(ids)}::uuid[], ${since.toISOString()}::timestamptz) as t`);
      for (const { id, what } of touched) leave(id, what);
    }
    for (const id of await takenMeanwhile(ctx, rows.filter((row) => !reasons.has(row.targetId)))) leave(id, 'taken');
    return rows.flatMap((row) => {
      const why = reasons.get(row.targetId);
      return why === undefined ? [] : [{ row: row.row, why: [...why].sort() }];
    });
  },
  writeBack: async (ctx, written, { since }) => {
    const rows = written.map(targeted);
    for (const part of chunks(rows.filter((row) => row.before === null), PART)) await withdraw(ctx, part);
    for (const part of chunks(rows.filter((row) => row.before !== null), PART)) await restore(ctx, part, since);
  },
};

type Targeted = WrittenRow & { targetId: string };

/** Every row of the register that was written knows its company. */
function targeted(row: WrittenRow): Targeted {
  if (row.targetId === null) throw new Error(`row ${row.row} was written to no company`);
  return { ...row, targetId: row.targetId };
}

/** Companies whose old name or code somebody else bears by now. */
async function takenMeanwhile(ctx: Ctx, rows: readonly Targeted[]): Promise<string[]> {
  const back = rows.filter((row) => row.before !== null && (typeof row.before.name === 'string' || typeof row.before.creditCode === 'string'));
  if (back.length === 0) return [];
  const going = new Set(rows.filter((row) => row.before === null).map((row) => row.targetId));
  const wanted = (key: 'name' | 'creditCode') => back.flatMap((row) => (typeof row.before?.[key] === 'string' ? [String(row.before[key])] : []));
  const bearers = await ctx.db
    .select({ id: companies.id, name: companies.name, creditCode: companies.creditCode })
    .from(companies)
    .where(sql`${companies.name} = any(${sql.param(wanted('name'))}::text[]) or ${companies.creditCode} = any(${sql.param(wanted('creditCode'))}::text[])`);
  const own = new Set(back.map((row) => row.targetId));
  return back
    .filter((row) => bearers.some((one) => one.id !== row.targetId && !going.has(one.id) && !own.has(one.id) && (one.name === row.before?.name || (one.creditCode !== null && one.creditCode === row.before?.creditCode))))
    .map((row) => row.targetId);
}

async function withdraw(ctx: Ctx, rows: readonly Targeted[]): Promise<void> {
  const ids = rows.map((row) => row.targetId);
  await ctx.db.delete(companyContacts).where(inArray(companyContacts.companyId, ids));
  await ctx.db.delete(companyAssignments).where(inArray(companyAssignments.companyId, ids));
  await ctx.db.delete(companyRoad).where(inArray(companyRoad.companyId, ids));
  await ctx.db.delete(companyFieldValues).where(inArray(companyFieldValues.companyId, ids));
  await ctx.db.delete(companies).where(inArray(companies.id, ids));
  await recordAll(
    ctx,
    companyWithdrawn,
    rows.map((row) => ({ subject: { type: 'company', id: row.targetId }, companyId: row.targetId, data: { companyId: row.targetId, company: row.label }, before: row.values })),
    { quiet: true },
  );
}

async function restore(ctx: Ctx, rows: readonly Targeted[], since: Date): Promise<void> {
  if (rows.length === 0) return;
  const all = await ctx.db.select({ id: carriers.id, name: carriers.name }).from(carriers);
  await restoreRoads(ctx, rows.map((row) => row.targetId), since);
  const known = { carriers: new Map(all.map((carrier) => [nameKey(carrier.name), carrier.id])) };
  await updateChanged(
    ctx,
    rows.map((row) => {
      const before = row.before ?? {};
      const now = Object.fromEntries(Object.keys(before).map((key) => [key, row.values[key] ?? null]));
      return { id: row.targetId, row: row.row, targetId: row.targetId, label: row.label, verdict: 'changed' as const, values: before, before: now, problems: [] };
    }),
    known,
    'undo',
  );
  await writeFieldValues(ctx, rows.map((row) => ({ id: row.targetId, values: row.before ?? {} })), await listFields(ctx));
  await restoreContacts(ctx, rows, since);
  await restoreTrio(ctx, rows, since);
}

/** Steps that the batch wrote are struck, those it struck stand again: the road is as it was, not gone back over. */
async function restoreRoads(ctx: Ctx, ids: readonly string[], since: Date): Promise<void> {
  const mine = (at: typeof companyRoad.createdAt | typeof companyRoad.struckAt) => and(inArray(companyRoad.companyId, [...ids]), eq(at, since));
  const struck = await ctx.db.select({ id: companyRoad.id }).from(companyRoad).where(mine(companyRoad.struckAt));
  await ctx.db.update(companyRoad).set({ struckAt: ctx.now, struckBy: membershipOf(ctx.actor), struckReason: '' }).where(and(mine(companyRoad.createdAt), isNull(companyRoad.struckAt)));
  for (const part of chunks(struck, PART)) {
    await ctx.db.update(companyRoad).set({ struckAt: null, struckBy: null, struckReason: null }).where(inArray(companyRoad.id, part.map((row) => row.id)));
  }
}

/** A main contact that came with the batch goes with it; one that was there gets back what was changed. */
async function restoreContacts(ctx: Ctx, rows: readonly Targeted[], since: Date): Promise<void> {
  const columns = { contactName: 'name', contactPhone: 'phone', contactEmail: 'email' } as const;
  const meant = rows.filter((row) => Object.keys(columns).some((key) => key in (row.before ?? {})));
  if (meant.length === 0) return;
  const ids = meant.map((row) => row.targetId);
  await ctx.db.delete(companyContacts).where(and(inArray(companyContacts.companyId, ids), eq(companyContacts.isPrimary, true), eq(companyContacts.createdAt, since)));
  const changes = meant.map((row) => ({
    company: row.targetId,
    was: Object.fromEntries(Object.entries(columns).flatMap(([key, column]): [string, Plain][] => (key in (row.before ?? {}) ? [[column, row.before?.[key] ?? null]] : []))),
  }));
  const back = (key: string, column: unknown) => sql`case when x.was ? ${sql.raw(`'${key}'`)} then x.was->>${sql.raw(`'${key}'`)} else ${column} end`;
  await ctx.db
    .update(companyContacts)
    .set({
      name: sql`coalesce(${back('name', companyContacts.name)}, ${companyContacts.name})`,
      phone: back('phone', companyContacts.phone),
      email: back('email', companyContacts.email),
      updatedAt: ctx.now,
      updatedBy: membershipOf(ctx.actor),
      version: sql`${companyContacts.version} + 1`,
    })
    .from(sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as x(company uuid, was jsonb)`)
    .where(and(eq(companyContacts.companyId, sql`x.company`), eq(companyContacts.isPrimary, true)));
}

/** Who was named by the batch never looked after the company; who was replaced goes on as if nothing had been. */
async function restoreTrio(ctx: Ctx, rows: readonly Targeted[], since: Date): Promise<void> {
  const meant = rows.flatMap((row) => Object.entries(row.before ?? {}).flatMap(([role, was]) => (isTrio(role) ? [{ company: row.targetId, role, had: was !== null }] : [])));
  if (meant.length === 0) return;
  const pairs = (some: typeof meant) => sql`(select x.company, x.role from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as x(company uuid, role text))`;
  const { companyId, role, untilOn, fromOn, createdAt, id } = companyAssignments;
  await ctx.db.delete(companyAssignments).where(and(eq(createdAt, since), sql`(${companyId}, ${role}) in ${pairs(meant)}`));
  const closed = ctx.db
    .selectDistinctOn([companyId, role], { id })
    .from(companyAssignments)
    .where(sql`(${companyId}, ${role}) in ${pairs(meant.filter((one) => one.had))} and ${untilOn} = greatest(${fromOn}, ${addDays(dayOf(since), -1)}::date)`)
    .orderBy(companyId, role, sql`${fromOn} desc`, sql`${createdAt} desc`);
  await ctx.db.update(companyAssignments).set({ untilOn: null }).where(inArray(id, closed));
}

function chunks<T>(rows: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
  return parts;
}
