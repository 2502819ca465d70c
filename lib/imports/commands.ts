import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { importBatches } from '@/db/schema/imports';
import { record } from '@/lib/audit/commands';
import type { EntryKind } from '@/lib/audit/entries';
import { startTask } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { importAdjusted, importConfirmed, importDiscarded, importStarted } from './entries';
import { mayStillUndo } from './rules';
import type { AdjustImport, OneImport, StartImport } from './inputs';
import { fileNameOf } from './queries';
import { importKind, isImportKind } from './registry';

/** Takes a file that was stored and begins to check it. Nothing of it is written before `confirmImport`. */
export async function startImport(ctx: Ctx, input: z.output<typeof StartImport>): Promise<{ id: string }> {
  ensure(isImportKind(input.kind), 'invalidChoice', { field: 'kind' });
  allow(importKind(input.kind).mayImport(ctx.actor));
  const file = found(await fileNameOf(ctx, input.file));
  const { id } = input;
  const by = membershipOf(ctx.actor);
  const taskId = await startTask(ctx, 'imports.check', { batchId: id });
  await ctx.db.insert(importBatches).values({
    centerId: centerOf(ctx.actor),
    id,
    kind: input.kind,
    fileId: input.file,
    state: 'checking',
    taskId,
    createdAt: ctx.now,
    createdBy: by,
    updatedAt: ctx.now,
    updatedBy: by,
  });
  await record(ctx, importStarted, { subject: { type: 'import', id }, data: { batchId: id, kind: input.kind, file } });
  return { id };
}

/** Reads the sheet again, by another header row or other columns. What was checked before is dropped. */
export async function adjustImport(ctx: Ctx, input: z.output<typeof AdjustImport>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(isOpen(batch.state), 'import.closed');
  const before = batch.found;
  const headerMoved =
    input.header !== null && (input.header.sheet !== before?.sheet || !before.headerRows.includes(input.header.row));
  const mapping = {
    ...(input.header !== null && (headerMoved || batch.mapping.header !== undefined) ? { header: input.header } : {}),
    // Columns of another header are other columns: what was chosen for them holds no longer.
    ...(headerMoved ? {} : { columns: input.columns }),
  };
  await restart(ctx, batch, mapping);
  await note(ctx, importAdjusted, batch);
  return { id: batch.id };
}

/** Checks the file again as it is mapped now: after somebody changed what it is compared with. */
export async function recheckImport(ctx: Ctx, input: z.output<typeof OneImport>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(isOpen(batch.state), 'import.closed');
  await restart(ctx, batch, batch.mapping);
  await note(ctx, importAdjusted, batch);
  return { id: batch.id };
}

/** From here on the batch is written in the background, wholly or not at all. Confirming again after a failure tries again. */
export async function confirmImport(ctx: Ctx, input: z.output<typeof OneImport>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(batch.state === 'checked' || batch.state === 'failed', 'import.closed');
  ensure((batch.counts.new ?? 0) + (batch.counts.changed ?? 0) > 0, 'import.nothingToDo');
  const taskId = await startTask(ctx, 'imports.apply', { batchId: batch.id }, batch.total);
  await ctx.db
    .update(importBatches)
    .set({ state: 'confirmed', problem: null, confirmedAt: ctx.now, taskId, ...touched(ctx, batch) })
    .where(eq(importBatches.id, batch.id));
  await note(ctx, importConfirmed, batch);
  return { id: batch.id };
}

/** Takes an applied batch back within a day, in the background. @throws RuleError 'import.undoLate' | 'import.closed' */
export async function askUndoImport(ctx: Ctx, input: z.output<typeof OneImport>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(batch.state === 'applied' && importKind(batch.kind).undo !== undefined, 'import.closed');
  ensure(mayStillUndo(batch, ctx.now), 'import.undoLate');
  const taskId = await startTask(ctx, 'imports.undo', { batchId: batch.id }, (batch.counts.new ?? 0) + (batch.counts.changed ?? 0));
  await ctx.db.update(importBatches).set({ state: 'undoing', taskId, ...touched(ctx, batch) }).where(eq(importBatches.id, batch.id));
  return { id: batch.id };
}

export async function discardImport(ctx: Ctx, input: z.output<typeof OneImport>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(isOpen(batch.state), 'import.closed');
  await ctx.db.update(importBatches).set({ state: 'discarded', ...touched(ctx, batch) }).where(eq(importBatches.id, batch.id));
  await note(ctx, importDiscarded, batch);
  return { id: batch.id };
}

function isOpen(state: string): boolean {
  return ['checking', 'checked', 'refused', 'failed'].includes(state);
}

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(importBatches).where(eq(importBatches.id, id)).for('update');
  const batch = found(row);
  allow(importKind(batch.kind).mayImport(ctx.actor));
  return batch;
}

type Batch = Awaited<ReturnType<typeof load>>;

function touched(ctx: Ctx, batch: Batch) {
  return { updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: batch.version + 1 };
}

async function restart(ctx: Ctx, batch: Batch, mapping: Batch['mapping']): Promise<void> {
  const taskId = await startTask(ctx, 'imports.check', { batchId: batch.id });
  await ctx.db
    .update(importBatches)
    .set({ state: 'checking', problem: null, mapping, taskId, digest: null, ...touched(ctx, batch) })
    .where(eq(importBatches.id, batch.id));
}

async function note(ctx: Ctx, kind: EntryKind<typeof importStarted.data>, batch: Batch): Promise<void> {
  const file = (await fileNameOf(ctx, batch.fileId)) ?? '';
  await record(ctx, kind, {
    subject: { type: 'import', id: batch.id },
    data: { batchId: batch.id, kind: batch.kind, file },
  });
}
