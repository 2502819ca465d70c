import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type ImportControl, type ImportFound, importBatches, importRows } from '@/db/schema/imports';
import { hashOf, record } from '@/lib/audit/commands';
import { openFile } from '@/lib/files/commands';
import { defineMachineSchedule, defineTask, type Task } from '@/lib/jobs/registry';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { importApplied, importChecked } from './entries';
import { keepTargets, keepWritten } from './kept';
import { unitQuestions } from './money-units';
import { everyImportRow, fileNameOf } from './queries';
import { readAsked, type Reading } from './read-asked';
import { readSheets } from './read-sheet';
import { type AskedRow, type ImportKind, importKind, kindFor, type PlannedRow, type Verdict } from './registry';
import type { SkippedRow } from './rows';
import { UNDO_MS } from './rules';
import { takeBack } from './take-back';

const Batch = z.object({ batchId: z.uuid() });
const Group = z.object({ groupId: z.uuid() });

defineTask('imports.check', Batch, (task, { batchId }) => checkImport(task, batchId));
defineTask('imports.apply', Batch, (task, { batchId }) => applyImport(task, batchId));
defineTask('imports.checkGroup', Group, (task, { groupId }) => checkGroup(task, groupId));
defineTask('imports.applyGroup', Group, (task, { groupId }) => applyGroup(task, groupId));
defineTask('imports.undo', Batch, (task, { batchId }) => undoImport(task, batchId));
defineTask('imports.undoGroup', Group, (task, { groupId }) => undoGroup(task, groupId));

// What is needed to take a batch back holds whole rows, people's among them: it goes when the day is over.
defineMachineSchedule('imports.settle', { everySeconds: 3_600 }, async ({ client, now }) => {
  await client.query(
    `update import_rows r set kept = null from import_batches b
      where b.center_id = r.center_id and b.id = r.batch_id and r.kept is not null and (b.state = 'undone' or (b.state = 'applied' and b.applied_at < $1))`,
    [new Date(now.getTime() - UNDO_MS)],
  );
});

/** The dry run: reads the file, compares every row with what is there, keeps the verdicts. Writes nothing else. */
export async function checkImport(task: Task, batchId: string): Promise<Record<string, unknown>> {
  const { batch, bytes, kind } = await task.read(async (ctx) => {
    const row = await load(ctx, batchId);
    return { batch: row, bytes: await bytesOf(ctx, row.fileId), kind: await kindFor(ctx, row.kind) };
  });
  if (batch.state !== 'checking') return { state: batch.state };
  let read: Reading;
  try {
    read = readAsked(kind, await readSheets(bytes), batch.mapping);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return refuse(task, batchId, error);
  }
  if ('problem' in read) return refuse(task, batchId, read.problem, read.found);
  const { asked, skipped, columns, amounts, found: seen } = read;
  await task.progress(0, asked.length);

  return task.write(async (ctx) => {
    const now = await load(ctx, batchId);
    // A person mapped it again meanwhile: their check is the one that counts.
    if (now.state !== 'checking' || now.version !== batch.version) return { state: now.state };
    const planned = await kind.plan(ctx, asked);
    await ctx.db.delete(importRows).where(eq(importRows.batchId, batchId));
    await keepRows(ctx, batchId, planned, skipped);
    const counts = countOf(planned, skipped);
    const answered = new Set(Object.keys(batch.mapping.units ?? {}).map(Number));
    const questions = unitQuestions(columns, amounts, planned, answered);
    await ctx.db
      .update(importBatches)
      .set({ state: 'checked', counts, control: controlOf(kind, asked), found: { ...seen, questions }, digest: digestOf(planned), total: planned.length, problem: null })
      .where(eq(importBatches.id, batchId));
    await record(ctx, importChecked, {
      subject: { type: 'import', id: batchId },
      data: { ...(await about(ctx, now)), fresh: counts.new ?? 0, changed: counts.changed ?? 0, unchanged: counts.unchanged ?? 0, refused: counts.refused ?? 0 },
    });
    return { state: 'checked', ...counts };
  });
}

/**
 * Writes a confirmed batch in one transaction: all of it or nothing, whatever happens in the middle.
 * If what it is compared with has changed since the dry run, nothing is written and the new verdicts wait to be confirmed.
 */
export async function applyImport(task: Task, batchId: string): Promise<Record<string, unknown>> {
  try {
    return await task.write(async (ctx) => {
      await oneAtATime(ctx);
      return writeBatch(ctx, task, batchId);
    });
  } catch (error) {
    return fail(task, batchId, expected(error));
  }
}

/** What may be said of a failure; anything else goes on up. */
function expected(error: unknown): RuleError {
  if (error instanceof RuleError) return error;
  if (isTaken(error)) return new RuleError('import.movedOn');
  throw error;
}

async function writeBatch(ctx: Ctx, task: Task, batchId: string): Promise<Record<string, unknown>> {
  const batch = await load(ctx, batchId);
  if (batch.state !== 'confirmed') return { state: batch.state };
  const kind = importKind(batch.kind);
  const asked: AskedRow[] = [];
  const confirmed = new Map<number, Pick<PlannedRow, 'verdict' | 'targetId' | 'before'>>();
  for await (const part of everyImportRow(ctx, batchId)) {
    for (const { row, verdict, targetId, before, values, problems } of part) {
      if (verdict === 'skipped') continue;
      asked.push({ row, values: values as AskedRow['values'], problems: problems.filter(isOwn) });
      confirmed.set(row, { verdict, targetId, before: before as PlannedRow['before'] });
    }
  }
  const planned = await kind.plan(ctx, asked);
  // The sheets before it have just written: what was new then may be there by now, what was there must be as it was.
  const follows = batch.groupId !== null && batch.position > 0;
  const holds = follows ? planned.every((row) => isStillMeant(row, confirmed.get(row.row))) : digestOf(planned) === batch.digest;
  ensure(holds, 'import.movedOn');
  const writing = planned
    .filter(({ verdict }) => verdict === 'new' || verdict === 'changed')
    .map((row) => (row.verdict === 'new' ? { ...row, targetId: newId() } : row));
  const wrote = await kind.apply(ctx, writing, (done) => task.progress(done, writing.length));
  // What hung on rows that were still to come hangs on real ones since.
  await keepTargets(ctx, batchId, follows ? writing : writing.filter(({ verdict }) => verdict === 'new'));
  await keepWritten(ctx, batchId, wrote);
  const counts = countOf(planned, []);
  const [applied] = await ctx.db
    .update(importBatches)
    .set({ state: 'applied', appliedAt: ctx.now, done: writing.length, updatedAt: ctx.now, version: batch.version + 1 })
    .where(and(eq(importBatches.id, batchId), eq(importBatches.state, 'confirmed')))
    .returning({ id: importBatches.id });
  ensure(applied !== undefined, 'import.closed');
  await record(ctx, importApplied, {
    subject: { type: 'import', id: batchId },
    data: { ...(await about(ctx, batch)), membershipId: membershipOf(ctx.actor) ?? '', fresh: counts.new ?? 0, changed: counts.changed ?? 0 },
  });
  return { state: 'applied', ...counts };
}

function isStillMeant(row: PlannedRow, confirmed: Pick<PlannedRow, 'verdict' | 'targetId' | 'before'> | undefined): boolean {
  if (confirmed?.verdict === 'new') return row.verdict !== 'refused';
  return confirmed !== undefined && hashOf([row.verdict, row.targetId, row.before]) === hashOf([confirmed.verdict, confirmed.targetId, confirmed.before]);
}

/** The parts of a workbook in their order: later sheets may speak of companies that the first one brings. */
async function checkGroup(task: Task, groupId: string): Promise<Record<string, unknown>> {
  const parts = await task.read((ctx) => partsOf(ctx, groupId));
  const states: Record<string, unknown> = {};
  for (const part of parts) states[part.kind] = (await checkImport(task, part.id)).state;
  return states;
}

/** All parts of a workbook in one transaction: whatever fails, nothing of it is written. */
async function applyGroup(task: Task, groupId: string): Promise<Record<string, unknown>> {
  const parts = (await task.read((ctx) => partsOf(ctx, groupId))).filter((part) => part.state === 'confirmed');
  try {
    return await task.write(async (ctx) => {
      await oneAtATime(ctx);
      for (const part of parts) await writeBatch(ctx, task, part.id);
      return { state: 'applied' };
    });
  } catch (error) {
    const problem = expected(error);
    for (const part of parts) await fail(task, part.id, problem);
    return { state: 'failed' };
  }
}

async function partsOf(ctx: Ctx, groupId: string) {
  return ctx.db.select({ id: importBatches.id, kind: importBatches.kind, state: importBatches.state }).from(importBatches).where(eq(importBatches.groupId, groupId)).orderBy(importBatches.position);
}

/** How many rows a sheet holds and what its control columns add up to, refused rows included: it is the sheet that is counted. */
function controlOf(kind: ImportKind, asked: readonly AskedRow[]): ImportControl {
  const sums = Object.fromEntries((kind.controls ?? []).map((key) => [key, asked.reduce((sum, row) => sum + wholeOf(row.values[key]), 0n).toString()]));
  return { rows: asked.length, sums };
}

function wholeOf(value: unknown): bigint {
  return typeof value === 'number' ? BigInt(Math.round(value)) : typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : 0n;
}

/**
 * Takes an applied batch back in one transaction: a compensating write for every row that nobody touched since. Rows somebody
 * built on stay and say why.
 */
export async function undoImport(task: Task, batchId: string): Promise<Record<string, unknown>> {
  return task.write(async (ctx) => {
    await oneAtATime(ctx);
    return takeBack(ctx, task, [await load(ctx, batchId)]);
  });
}

/** The parts of a workbook together, the last sheet first: what it brought hangs on what the first one made. */
async function undoGroup(task: Task, groupId: string): Promise<Record<string, unknown>> {
  return task.write(async (ctx) => {
    await oneAtATime(ctx);
    const parts = [];
    for (const { id } of await partsOf(ctx, groupId)) parts.unshift(await load(ctx, id));
    return takeBack(ctx, task, parts);
  });
}

/** One writer at a time in a center: two batches can't both find a company missing and make it. */
async function oneAtATime(ctx: Ctx): Promise<void> {
  await ctx.db.select({ lock: sql`pg_advisory_xact_lock(hashtextextended(${`imports ${centerOf(ctx.actor)}`}, 0))` }).from(sql`(values (1)) as once`);
}

/** Somebody wrote the same name or code between our look and our write. */
function isTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505';
}

/** Problems of the cells themselves stay with the row; those of comparing are found again by comparing. */
function isOwn(problem: { column?: string; own?: boolean }): boolean {
  return problem.own !== false;
}

async function keepRows(ctx: Ctx, batchId: string, planned: readonly PlannedRow[], skipped: readonly SkippedRow[]): Promise<void> {
  const rows = [
    ...planned,
    ...skipped.map(({ row, why, text }) => ({ row, verdict: 'skipped' as const, targetId: null, label: text, values: { why }, before: null, problems: [] })),
  ];
  const centerId = centerOf(ctx.actor);
  for (let start = 0; start < rows.length; start += 2_000) {
    const part = JSON.stringify(
      rows.slice(start, start + 2_000).map(({ row, verdict, targetId, label, values, before, problems }) => ({
        row, verdict, target_id: targetId, label: label.slice(0, 200), values, before, problems,
      })),
    );
    await ctx.db.insert(importRows).select(
      sql`select ${centerId}::uuid, ${batchId}::uuid, r.row, r.verdict, r.target_id, r.label, r.values, nullif(r.before, 'null'::jsonb), null::jsonb, null::jsonb, r.problems
            from jsonb_to_recordset(${part}::jsonb) as r(row int, verdict text, target_id uuid, label text, "values" jsonb, before jsonb, problems jsonb)`,
    );
  }
}

function countOf(planned: readonly PlannedRow[], skipped: readonly SkippedRow[]): Record<string, number> {
  const counts: Record<Verdict | 'skipped' | 'warned', number> = { new: 0, changed: 0, unchanged: 0, refused: 0, skipped: skipped.length, warned: 0 };
  for (const { verdict, problems } of planned) {
    counts[verdict] += 1;
    if (verdict !== 'refused' && problems.length > 0) counts.warned += 1;
  }
  return counts;
}

/** New rows get their ids when they are written, so those are no part of what was confirmed. */
function digestOf(planned: readonly PlannedRow[]): string {
  return hashOf(planned.map(({ row, verdict, targetId, before }) => [row, verdict, targetId, before]));
}

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(importBatches).where(eq(importBatches.id, id));
  const batch = found(row);
  allow(importKind(batch.kind).mayImport(ctx.actor));
  return batch;
}

async function about(ctx: Ctx, batch: { id: string; kind: string; fileId: string }) {
  return { batchId: batch.id, kind: batch.kind, file: (await fileNameOf(ctx, batch.fileId)) ?? '' };
}

async function bytesOf(ctx: Ctx, fileId: string): Promise<Uint8Array> {
  const { stream } = await openFile(ctx, fileId);
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

async function refuse(task: Task, batchId: string, error: RuleError, seen?: ImportFound): Promise<Record<string, unknown>> {
  return settle(task, batchId, 'checking', 'refused', error, seen);
}

async function fail(task: Task, batchId: string, error: RuleError): Promise<Record<string, unknown>> {
  return settle(task, batchId, 'confirmed', 'failed', error);
}

async function settle(task: Task, batchId: string, from: 'checking' | 'confirmed', state: 'refused' | 'failed', error: RuleError, seen?: ImportFound) {
  const params = Object.entries(error.options.params ?? {}).filter((pair): pair is [string, string | number] => !(pair[1] instanceof Date));
  await task.write((ctx) =>
    ctx.db
      .update(importBatches)
      .set({ state, problem: { key: error.code, params: Object.fromEntries(params) }, ...(seen === undefined ? {} : { found: seen }) })
      .where(and(eq(importBatches.id, batchId), eq(importBatches.state, from))),
  );
  return { state };
}
