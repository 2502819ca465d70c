import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { companyMerges } from '@/db/schema/companies-merges';
import { companyNames } from '@/db/schema/companies-file';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { pinyinInitials, pinyinSounds } from '@/lib/kernel/pinyin';
import { companyMerged, companyUnmerged } from '../entries';
import { sectionOf } from '../industries';
import type { MergeCompanies, UndoMerge } from '../inputs';
import { fieldsBetween, mergedValues, mergeEndsAt } from '../merge';
import { canMergeCompanies } from '../policy';

/**
 * Makes two files of one company one: everything that hangs on `with` moves to `company`, and its file goes. For a day it can be
 * undone. @throws RuleError 'merge.same'
 */
export async function mergeCompanies(ctx: Ctx, input: z.output<typeof MergeCompanies>): Promise<{ company: string; name: string }> {
  allow(canMergeCompanies(ctx.actor));
  ensure(input.company !== input.with, 'merge.same', { field: 'with' });
  const rows = await ctx.db.select().from(companies).where(inArray(companies.id, [input.company, input.with])).orderBy(companies.id).for('update');
  const survivor = found(rows.find((row) => row.id === input.company));
  const other = found(rows.find((row) => row.id === input.with));
  const values = mergedValues(survivor, other, [...fieldsBetween(survivor, other), 'tags'], input.take);
  const set: Partial<typeof companies.$inferInsert> = { ...values };
  if (typeof set.name === 'string') Object.assign(set, { pinyin: pinyinInitials(set.name), sounds: pinyinSounds(set.name) });
  if (typeof set.industryDivision === 'string') set.industrySection = sectionOf(set.industryDivision);
  const columns: Record<string, { name: string }> = getTableColumns(companies);
  const fields = Object.fromEntries(Object.entries(set).map(([key, value]) => [columns[key]?.name ?? key, [plain(Reflect.get(survivor, key)), plain(value)]]));
  const id = newId();
  await ctx.db.insert(companyMerges).values({
    centerId: centerOf(ctx.actor), id, survivorId: survivor.id, mergedId: other.id, mergedName: other.name,
    fields: fields as Record<string, [unknown, unknown]>, mergedAt: ctx.now, mergedBy: membershipOf(ctx.actor),
  });
  await run(ctx, sql`company_merge(${id}::uuid, ${survivor.id}::uuid, ${other.id}::uuid, ${input.take.includes('road')}, ${`{${input.rows.join(',')}}`}::uuid[], ${ctx.now.toISOString()}::timestamptz)`);
  await ctx.db.update(companies).set({ ...set, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: survivor.version + 1 }).where(eq(companies.id, survivor.id));
  const name = set.name ?? survivor.name;
  // The name that goes stays findable.
  const gone = [survivor.name, other.name].filter((one) => one !== name);
  for (const one of new Set(gone)) await ctx.db.insert(companyNames).values({ centerId: centerOf(ctx.actor), id: newId(), companyId: survivor.id, name: one, untilOn: dayOf(ctx.now), createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
  await record(ctx, companyMerged, {
    subject: { type: 'company', id: survivor.id },
    companyId: survivor.id,
    data: { companyId: survivor.id, company: name, other: other.name, otherId: other.id, fields: Object.keys(values).length },
    before: Object.fromEntries(Object.keys(values).map((key) => [key, Reflect.get(survivor, key)])),
    after: values,
  });
  return { company: survivor.id, name };
}

/** Two files again, within a day: what moved moves back, what was kept comes back. @throws RuleError 'merge.undoLate' | 'merge.nameTaken' */
export async function undoMerge(ctx: Ctx, input: z.output<typeof UndoMerge>): Promise<{ company: string; other: string }> {
  allow(canMergeCompanies(ctx.actor));
  const [loaded] = await ctx.db.select().from(companyMerges).where(and(eq(companyMerges.id, input.merge), isNull(companyMerges.undoneAt))).for('update');
  const merge = found(loaded);
  ensure(merge.mergedRow !== null && ctx.now < mergeEndsAt(merge.mergedAt), 'merge.undoLate');
  const [survivor] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, merge.survivorId)).for('update');
  ensure(survivor !== undefined, 'merge.survivorGone');
  const { name, credit_code: code } = merge.mergedRow;
  const [taken] = await ctx.db
    .select({ name: companies.name })
    .from(companies)
    .where(sql`${companies.id} <> ${merge.survivorId} and (${companies.name} = ${name} or ${companies.creditCode} = ${code ?? null})`)
    .limit(1);
  ensure(taken === undefined, 'merge.nameTaken', { params: { name: taken?.name ?? '' } });
  await ctx.db.delete(companyNames).where(and(eq(companyNames.companyId, survivor.id), eq(companyNames.createdAt, merge.mergedAt)));
  await run(ctx, sql`company_unmerge(${merge.id}::uuid, ${ctx.now.toISOString()}::timestamptz)`);
  await record(ctx, companyUnmerged, {
    subject: { type: 'company', id: survivor.id },
    companyId: survivor.id,
    data: { companyId: survivor.id, company: survivor.name, other: merge.mergedName, otherId: merge.mergedId },
  });
  return { company: survivor.id, other: merge.mergedId };
}

async function run(ctx: Ctx, call: ReturnType<typeof sql>): Promise<void> {
  await ctx.db.select({ done: call }).from(sql`(values (1)) as once`);
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : (value ?? null);
}
