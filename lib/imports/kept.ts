import { and, eq, getTableColumns, getTableName, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type ImportKept, importRows } from '@/db/schema/imports';
import { recordAll } from '@/lib/audit/commands';
import type { Ctx } from '@/lib/kernel/context';
import { membershipOf } from '@/lib/kernel/actor';
import { importRowUndone } from './entries';
import type { ImportUndo, LeftRow, PlannedRow, WrittenRow, Wrote } from './registry';

/** What a batch wrote is kept row by row as it stood before, with a hash of what it became: undone is what nobody changed since. */

const PART = 2_000;

/** Rows of a table whole, by id, as the database says them; numbers as digits, for amounts may be longer than a script's numbers. */
export async function imagesOf(ctx: Ctx, table: PgTable, where: SQL | undefined): Promise<Map<string, Record<string, unknown>>> {
  const image = sql<Record<string, unknown>>`(select jsonb_object_agg(key, case when jsonb_typeof(value) = 'number' then to_jsonb(value #>> '{}') else value end) from jsonb_each(to_jsonb(${table})))`;
  const rows = await ctx.db.select({ id: idOf(table), image }).from(table).where(where);
  return new Map(rows.map((row) => [row.id, row.image]));
}

/** Keeps what a batch wrote with its rows. What was only looked at is left out. */
export async function keepWritten(ctx: Ctx, batchId: string, wrote: readonly Wrote[]): Promise<void> {
  const byRow = new Map<number, ImportKept[]>();
  for (const [table, some] of byTable(wrote)) {
    const hashes = await hashesOf(ctx, table, some);
    for (const { row, id, before, only } of some) {
      const after = hashes.get(id);
      if (after === undefined) continue;
      byRow.set(row, [...(byRow.get(row) ?? []), { table: getTableName(table), id, before: before === null ? null : { ...before }, after, ...(only === undefined ? {} : { only: [...only] }) }]);
    }
  }
  for (const part of chunks([...byRow], PART)) {
    await ctx.db
      .update(importRows)
      .set({ kept: sql`x.kept` })
      .from(sql`jsonb_to_recordset(${JSON.stringify(part.map(([row, kept]) => ({ row, kept })))}::jsonb) as x(row int, kept jsonb)`)
      .where(and(eq(importRows.batchId, batchId), eq(importRows.row, sql`x.row`)));
  }
}

/** Which row became which, and what it said in the end: asked for again when the batch is taken back. */
export async function keepTargets(ctx: Ctx, batchId: string, rows: readonly PlannedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 5_000) {
    const part = JSON.stringify(rows.slice(start, start + 5_000).map(({ row, targetId, values }) => ({ row, target: targetId, said: values })));
    await ctx.db
      .update(importRows)
      .set({ targetId: sql`x.target`, values: sql`x.said` })
      .from(sql`jsonb_to_recordset(${part}::jsonb) as x(row int, target uuid, said jsonb)`)
      .where(and(eq(importRows.batchId, batchId), eq(importRows.row, sql`x.row`)));
  }
}

interface KeptTable {
  table: PgTable;
  /** A value with which a row holds no place that only one may have, while others are put back. */
  aside?: Readonly<Record<string, unknown>>;
  /** How a row that was made ends; it is deleted where this is not given. */
  end?: (ctx: Ctx) => Readonly<Record<string, unknown>>;
}

/** Takes back what was kept of each row. `holds` is what a row hangs on; `builtOn` finds what no single row shows; `settle` comes last. */
export function undoKept(given: {
  tables: readonly KeptTable[];
  holds: (row: WrittenRow) => string;
  builtOn?: (ctx: Ctx, free: readonly WrittenRow[], since: Date, all: readonly WrittenRow[]) => Promise<LeftRow[]>;
  settle?: (ctx: Ctx, rows: readonly WrittenRow[]) => Promise<void>;
}): ImportUndo {
  return {
    touched: async (ctx, rows, since) => {
      const reasons = new Map<number, Set<string>>();
      const leave = (row: number, why: string) => reasons.set(row, (reasons.get(row) ?? new Set()).add(why));
      for (const { table } of given.tables) {
        const name = getTableName(table);
        const meant = rows.flatMap(({ row, kept }) => kept.filter((one) => one.table === name).map((one) => ({ row, ...one })));
        for (const part of chunks(meant, PART)) {
          const ids = part.filter((one) => one.only === undefined).map((one) => one.id);
          const hashes = await hashesOf(ctx, table, part, true);
          const built = await ctx.db
            .select({ id: sql<string>`t.id`, what: sql<string>`t.what` })
            .from(sql`rows_touched(${name}, ${sql.param(ids)}::uuid[], ${since.toISOString()}::timestamptz) as t`);
          for (const { row, id, after } of part) {
            const now = hashes.get(id);
            if (now === undefined) leave(row, 'gone');
            else if (now !== after) leave(row, 'changed');
            for (const { what } of built.filter((one) => one.id === id)) leave(row, what);
          }
        }
      }
      for (const row of rows) if (row.kept.length === 0) leave(row.row, 'gone');
      const free = rows.filter((row) => !reasons.has(row.row));
      for (const { row, why } of (await given.builtOn?.(ctx, free, since, rows)) ?? []) for (const one of why) leave(row, one);
      return rows.flatMap((row) => {
        const why = reasons.get(row.row);
        return why === undefined ? [] : [{ row: row.row, why: [...why].sort(), holds: given.holds(row) }];
      });
    },
    writeBack: async (ctx, rows, { id, kind, file }) => {
      for (const { table, aside, end } of given.tables) {
        const kept = rows.flatMap((row) => row.kept.filter((one) => one.table === getTableName(table)));
        for (const part of chunks(kept.filter((one) => one.before === null), PART)) await takeAway(ctx, table, part.map((one) => one.id), end);
        for (const part of chunks(kept.filter((one) => one.before !== null), PART)) await putBack(ctx, table, part, aside);
      }
      await given.settle?.(ctx, rows);
      await recordAll(
        ctx,
        importRowUndone,
        rows.map((row) => ({ subject: { type: 'import', id }, companyId: given.holds(row), data: { batchId: id, kind, file, row: row.row } })),
        { quiet: true },
      );
    },
  };
}

async function takeAway(ctx: Ctx, table: PgTable, ids: readonly string[], end: KeptTable['end']): Promise<void> {
  const meant = inArray(idOf(table), [...ids]);
  if (end === undefined) await ctx.db.delete(table).where(meant);
  else await ctx.db.update(table).set(end(ctx)).where(meant);
}

/** Every column as it was; only that somebody wrote the row once more, which forms that are open must learn. */
async function putBack(ctx: Ctx, table: PgTable, kept: readonly ImportKept[], aside: KeptTable['aside']): Promise<void> {
  if (aside !== undefined) await ctx.db.update(table).set(aside).where(inArray(idOf(table), kept.map((one) => one.id)));
  const [only] = kept.map((one) => one.only);
  const all = Object.entries(getTableColumns(table)).filter(([key, column]) => column.generated === undefined && key !== 'centerId' && key !== 'id');
  const columns = only === undefined ? all : all.filter(([, column]) => only.includes(column.name));
  const has = (key: string) => all.some(([one]) => one === key);
  const now = { ...(has('version') ? { version: sql`${sql.identifier(getTableName(table))}.version + 1` } : {}), ...(has('updatedAt') ? { updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) } : {}) };
  await ctx.db
    .update(table)
    .set({ ...Object.fromEntries(columns.map(([key, column]) => [key, sql`x.${sql.identifier(column.name)}`])), ...now })
    .from(sql`jsonb_populate_recordset(null::${sql.identifier(getTableName(table))}, ${JSON.stringify(kept.map((one) => one.before))}::jsonb) as x`)
    .where(eq(idOf(table), sql`x.id`));
}

async function hashesOf(ctx: Ctx, table: PgTable, rows: readonly { id: string; only?: readonly string[] }[], holding = false): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const part of chunks(rows, PART)) {
    const only = part[0]?.only;
    const whole = only === undefined ? sql`to_jsonb(${table})` : sql`(select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(${table})) where key = any(${sql.param([...only])}::text[]))`;
    const asked = ctx.db.select({ id: idOf(table), hash: sql<string>`md5(${whole}::text)` }).from(table).where(inArray(idOf(table), part.map((one) => one.id))).orderBy(idOf(table));
    for (const { id, hash } of holding ? await asked.for('update') : await asked) all.set(id, hash);
  }
  return all;
}

function idOf(table: PgTable): SQL<string> {
  const { id } = getTableColumns(table);
  if (id === undefined) throw new Error(`${getTableName(table)} has no id to be known by`);
  return sql<string>`${id}`;
}

function byTable(wrote: readonly Wrote[]): Map<PgTable, Wrote[]> {
  const tables = new Map<PgTable, Wrote[]>();
  for (const one of wrote) tables.set(one.table, [...(tables.get(one.table) ?? []), one]);
  return tables;
}

function chunks<T>(rows: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
  return parts;
}
