import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { importBatches, type ImportControl } from '@/db/schema/imports';
import { record } from '@/lib/audit/commands';
import type { EntryKind } from '@/lib/audit/entries';
import { startTask } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parseDecimal, parseWan, plainWan } from '@/lib/kernel/money';
import { importAdjusted, importConfirmed, importDiscarded, importStarted } from './entries';
import { isAbsent, mayStillUndo } from './rules';
import type { AdjustImport, AnswerUnits, ConfirmGroup, OneGroup, OneImport, StartGroup, StartImport } from './inputs';
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
    // Which sheet of a workbook is meant stays, whatever is read in it otherwise.
    ...(batch.mapping.only === undefined ? {} : { only: batch.mapping.only }),
    // Columns of another header are other columns: what was chosen for them holds no longer.
    ...(headerMoved ? {} : { columns: input.columns, units: input.units }),
  };
  await restart(ctx, batch, mapping);
  await note(ctx, importAdjusted, batch);
  return { id: batch.id };
}

/** Says in which units columns of money are, and checks again. The answer stays with the batch. @throws RuleError 'chooseOne' on the first column left open */
export async function answerUnits(ctx: Ctx, input: z.output<typeof AnswerUnits>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(batch.state === 'checked', 'import.closed');
  for (const { index } of questionsOf(batch)) ensure(input.units[index] !== undefined, 'chooseOne', { field: `u${index}` });
  await restart(ctx, batch, { ...batch.mapping, units: { ...batch.mapping.units, ...input.units } });
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
  ensure(batch.groupId === null, 'import.partOfGroup');
  ensure((batch.counts.new ?? 0) + (batch.counts.changed ?? 0) > 0, 'import.nothingToDo');
  ensure(questionsOf(batch).length === 0, 'import.unitsOpen');
  const taskId = await startTask(ctx, 'imports.apply', { batchId: batch.id }, batch.total);
  await ctx.db
    .update(importBatches)
    .set({ state: 'confirmed', problem: null, confirmedAt: ctx.now, taskId, ...touched(ctx, batch) })
    .where(eq(importBatches.id, batch.id));
  await note(ctx, importConfirmed, batch);
  return { id: batch.id };
}

/** Takes an applied batch back within a day, in the background. @throws RuleError 'import.undoLate' | 'import.closed' | 'import.partOfGroup' */
export async function askUndoImport(ctx: Ctx, input: z.output<typeof OneImport>): Promise<{ id: string }> {
  const batch = await load(ctx, input.batch);
  ensure(batch.state === 'applied', 'import.closed');
  ensure(batch.groupId === null, 'import.partOfGroup');
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

/** Takes a workbook apart into one batch a sheet, checked one after the other. Nothing is written before `confirmGroup`. */
export async function startGroup(ctx: Ctx, input: z.output<typeof StartGroup>): Promise<{ group: string }> {
  for (const { kind } of input.parts) allow(isImportKind(kind) && importKind(kind).mayImport(ctx.actor));
  const file = found(await fileNameOf(ctx, input.file));
  const by = membershipOf(ctx.actor);
  const taskId = await startTask(ctx, 'imports.checkGroup', { groupId: input.group });
  const stamp = { createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by };
  const parts = input.parts.map(({ kind, only }, position) => ({ centerId: centerOf(ctx.actor), id: newId(), kind, fileId: input.file, state: 'checking' as const, mapping: { only }, groupId: input.group, position, taskId, ...stamp }));
  await ctx.db.insert(importBatches).values(parts);
  for (const part of parts) await record(ctx, importStarted, { subject: { type: 'import', id: part.id }, data: { batchId: part.id, kind: part.kind, file } });
  return { group: input.group };
}

/**
 * Confirms every part together, once the totals a person typed from their own books are those of the sheets. A sheet that the
 * workbook lacks or that is empty is left out; one with refused rows holds everything back.
 * @throws RuleError on the field of the first total that differs
 */
export async function confirmGroup(ctx: Ctx, input: z.output<typeof ConfirmGroup>): Promise<{ group: string }> {
  const parts = await loadGroup(ctx, input.group);
  const present = parts.filter((part) => !isAbsent(part));
  ensure(present.every((part) => part.state === 'checked' || (part.state === 'failed' && part.control !== null)), 'import.groupNotReady');
  ensure(present.some((part) => (part.counts.new ?? 0) + (part.counts.changed ?? 0) > 0), 'import.nothingToDo');
  ensure(present.every((part) => questionsOf(part).length === 0), 'import.unitsOpen');
  const typedBy = new Map<string, ImportControl>();
  for (const part of present) {
    const { kind, control } = part;
    ensure((part.counts.refused ?? 0) === 0, 'import.groupRefused');
    const typed: ImportControl = { rows: Number((input.typed[`${kind}_rows`] ?? '').replaceAll(',', '') || Number.NaN), sums: {} };
    ensure(Number.isSafeInteger(typed.rows), 'import.controlMissing', { field: `${kind}_rows` });
    ensure(typed.rows === control?.rows, 'import.controlRows', { field: `${kind}_rows`, params: { read: control?.rows ?? 0, typed: typed.rows } });
    for (const [key, read] of Object.entries(control?.sums ?? {})) {
      const field = `${kind}_${key}`;
      const money = importKind(kind).spec.columns[key]?.kind.type === 'money';
      const text = input.typed[field] ?? '';
      const sum = money ? parseWan(text) : parseDecimal(text, 0);
      if (sum === null) throw new RuleError('import.controlMissing', { field });
      typed.sums[key] = sum.toString();
      const shown = (value: bigint) => (money ? plainWan(value) : value.toString());
      ensure(sum === BigInt(read), 'import.controlSum', { field, params: { read: shown(BigInt(read)), typed: shown(sum) } });
    }
    typedBy.set(part.id, typed);
  }
  const taskId = await startTask(ctx, 'imports.applyGroup', { groupId: input.group }, present.reduce((sum, part) => sum + part.total, 0));
  // A sheet that changes nothing ends with the others: it would wait for somebody for ever.
  for (const part of present) {
    await ctx.db
      .update(importBatches)
      .set({ state: 'confirmed', problem: null, typed: typedBy.get(part.id) ?? null, confirmedAt: ctx.now, taskId, ...touched(ctx, part) })
      .where(eq(importBatches.id, part.id));
    await note(ctx, importConfirmed, part);
  }
  return { group: input.group };
}

/** Checks every part again: after something they are compared with was mended. */
export async function recheckGroup(ctx: Ctx, input: z.output<typeof OneGroup>): Promise<{ group: string }> {
  const parts = await loadGroup(ctx, input.group);
  ensure(parts.every((part) => isOpen(part.state)), 'import.closed');
  const taskId = await startTask(ctx, 'imports.checkGroup', { groupId: input.group });
  for (const part of parts) {
    await ctx.db.update(importBatches).set({ state: 'checking', problem: null, taskId, digest: null, ...touched(ctx, part) }).where(eq(importBatches.id, part.id));
  }
  return { group: input.group };
}

/** Takes every part of a workbook back together, within a day. @throws RuleError 'import.undoLate' | 'import.closed' */
export async function askUndoGroup(ctx: Ctx, input: z.output<typeof OneGroup>): Promise<{ group: string }> {
  const applied = (await loadGroup(ctx, input.group)).filter((part) => part.state === 'applied');
  ensure(applied.length > 0, 'import.closed');
  ensure(applied.every((part) => mayStillUndo(part, ctx.now)), 'import.undoLate');
  const writes = applied.reduce((sum, { counts }) => sum + (counts.new ?? 0) + (counts.changed ?? 0), 0);
  const taskId = await startTask(ctx, 'imports.undoGroup', { groupId: input.group }, writes);
  for (const part of applied) await ctx.db.update(importBatches).set({ state: 'undoing', taskId, ...touched(ctx, part) }).where(eq(importBatches.id, part.id));
  return { group: input.group };
}

export async function discardGroup(ctx: Ctx, input: z.output<typeof OneGroup>): Promise<{ group: string }> {
  for (const part of await loadGroup(ctx, input.group)) {
    ensure(isOpen(part.state), 'import.closed');
    await ctx.db.update(importBatches).set({ state: 'discarded', ...touched(ctx, part) }).where(eq(importBatches.id, part.id));
    await note(ctx, importDiscarded, part);
  }
  return { group: input.group };
}

async function loadGroup(ctx: Ctx, groupId: string): Promise<Batch[]> {
  const parts = await ctx.db.select().from(importBatches).where(eq(importBatches.groupId, groupId)).orderBy(importBatches.position).for('update');
  ensure(parts.length > 0, 'notFound');
  for (const part of parts) allow(importKind(part.kind).mayImport(ctx.actor));
  return parts;
}

function questionsOf(batch: Pick<Batch, 'found'>) {
  return batch.found?.questions ?? [];
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
