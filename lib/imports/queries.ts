import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { files } from '@/db/schema/files';
import { importBatches, importRows } from '@/db/schema/imports';

export type { ImportUndone } from '@/db/schema/imports';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { offsetOf } from '@/lib/kernel/list-params';
import type { importList, importRowList } from './inputs';

const view = {
  id: importBatches.id,
  kind: importBatches.kind,
  state: importBatches.state,
  file: files.name,
  counts: importBatches.counts,
  problem: importBatches.problem,
  by: memberships.name,
  byId: importBatches.updatedBy,
  createdAt: importBatches.createdAt,
  confirmedAt: importBatches.confirmedAt,
  appliedAt: importBatches.appliedAt,
  undoneAt: importBatches.undoneAt,
};

export async function listImports(ctx: Ctx, params: ReturnType<typeof importList.parse>) {
  const rows = await ctx.db
    .select(view)
    .from(importBatches)
    .innerJoin(files, eq(files.id, importBatches.fileId))
    .leftJoin(memberships, eq(memberships.id, importBatches.createdBy))
    .orderBy(desc(importBatches.id))
    .limit(params.size)
    .offset(offsetOf(params));
  return { rows, total: await ctx.db.$count(importBatches) };
}

/** One import with what its dry run found, or null. */
export async function getImport(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [row] = await ctx.db
    .select({
      ...view,
      fileId: importBatches.fileId,
      groupId: importBatches.groupId,
      mapping: importBatches.mapping,
      found: importBatches.found,
      taskId: importBatches.taskId,
      version: importBatches.version,
    })
    .from(importBatches)
    .innerJoin(files, eq(files.id, importBatches.fileId))
    .leftJoin(memberships, eq(memberships.id, importBatches.createdBy))
    .where(eq(importBatches.id, id));
  return row ?? null;
}

/** A workbook's parts in their order; empty where nobody sees such a group. */
export async function getGroup(ctx: Ctx, groupId: string) {
  if (!isId(groupId)) return [];
  return ctx.db
    .select({ ...view, taskId: importBatches.taskId, control: importBatches.control, typed: importBatches.typed, found: importBatches.found })
    .from(importBatches)
    .innerJoin(files, eq(files.id, importBatches.fileId))
    .leftJoin(memberships, eq(memberships.id, importBatches.createdBy))
    .where(eq(importBatches.groupId, groupId))
    .orderBy(importBatches.position);
}

export type ImportRowView = Awaited<ReturnType<typeof listImportRows>>['rows'][number];
type RowParams = ReturnType<typeof importRowList.parse>;

const row = {
  row: importRows.row,
  verdict: importRows.verdict,
  targetId: importRows.targetId,
  label: importRows.label,
  values: importRows.values,
  before: importRows.before,
  undone: importRows.undone,
  problems: importRows.problems,
};

export async function listImportRows(ctx: Ctx, batchId: string, params: RowParams) {
  const { verdict } = params.filters;
  const where = and(
    eq(importRows.batchId, batchId),
    verdict === undefined
      ? undefined
      : verdict === 'warned'
        ? sql`${importRows.verdict} <> 'refused' and jsonb_array_length(${importRows.problems}) > 0`
        : verdict === 'left'
          ? sql`${importRows.undone} @> '{"done": false}'`
          : eq(importRows.verdict, verdict),
  );
  const rows = await ctx.db.select(row).from(importRows).where(where).orderBy(asc(importRows.row)).limit(params.size).offset(offsetOf(params));
  return { rows, total: await ctx.db.$count(importRows, where) };
}

/** All rows of a batch in the sheet's order, a part at a time: for the result file and for writing. */
export async function* everyImportRow(ctx: Ctx, batchId: string, part = 2_000) {
  for (let after = 0; ; ) {
    const rows = await ctx.db
      .select({ ...row, kept: importRows.kept })
      .from(importRows)
      .where(and(eq(importRows.batchId, batchId), gt(importRows.row, after)))
      .orderBy(asc(importRows.row))
      .limit(part);
    yield rows;
    const last = rows.at(-1);
    if (rows.length < part || last === undefined) return;
    after = last.row;
  }
}

export async function fileNameOf(ctx: Ctx, fileId: string): Promise<string | null> {
  const [file] = await ctx.db.select({ name: files.name }).from(files).where(eq(files.id, fileId));
  return file?.name ?? null;
}
