import { and, eq, sql } from 'drizzle-orm';
import { type ImportUndone, importBatches, importRows } from '@/db/schema/imports';
import { record } from '@/lib/audit/commands';
import type { Task } from '@/lib/jobs/registry';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { importUndone } from './entries';
import { everyImportRow, fileNameOf } from './queries';
import { importKind, type LeftRow, type WrittenRow } from './registry';

type Batch = typeof importBatches.$inferSelect;

/** Writes back what batches wrote, in the order given, within the transaction of `ctx`; what anybody touched since stays and says why. */
export async function takeBack(ctx: Ctx, task: Task, batches: readonly Batch[]): Promise<Record<string, unknown>> {
  const parts: { batch: Batch; since: Date; written: WrittenRow[]; left: Map<number, string[]> }[] = [];
  const held = new Set<string>();
  // Everything is looked at before anything is written back, so that nobody is taken for having touched what we take back ourselves.
  for (const batch of batches) {
    if (batch.state !== 'undoing' || batch.appliedAt === null) continue;
    const written = await writtenOf(ctx, batch.id);
    const left: LeftRow[] = [...(await importKind(batch.kind).undo.touched(ctx, written, batch.appliedAt))];
    for (const { row, targetId } of written) if (targetId !== null && held.has(targetId)) left.push({ row, why: ['held'] });
    for (const { holds } of left) if (holds !== undefined) held.add(holds);
    parts.push({ batch, since: batch.appliedAt, written, left: whyOf(left) });
  }
  if (parts.length === 0) return { state: batches[0]?.state ?? 'closed' };
  const total = parts.reduce((sum, { written }) => sum + written.length, 0);
  await task.progress(0, total);
  let [done, undone, stayed] = [0, 0, 0];
  for (const { batch, since, written, left } of parts) {
    const file = (await fileNameOf(ctx, batch.fileId)) ?? '';
    await importKind(batch.kind).undo.writeBack(ctx, written.filter(({ row }) => !left.has(row)), { id: batch.id, kind: batch.kind, file, since });
    await keepOutcome(ctx, batch.id, written.map(({ row }) => ({ row, undone: left.has(row) ? { done: false, why: left.get(row) ?? [] } : { done: true } })));
    const counts = { ...batch.counts, undone: written.length - left.size, left: left.size };
    await ctx.db
      .update(importBatches)
      .set({ state: 'undone', undoneAt: ctx.now, counts, done: counts.undone, updatedAt: ctx.now, version: batch.version + 1 })
      .where(eq(importBatches.id, batch.id));
    await record(ctx, importUndone, {
      subject: { type: 'import', id: batch.id },
      data: { batchId: batch.id, kind: batch.kind, file, membershipId: membershipOf(ctx.actor) ?? '', undone: counts.undone, left: counts.left },
    });
    done += written.length;
    await task.progress(done, total);
    undone += counts.undone;
    stayed += counts.left;
  }
  return { state: 'undone', undone, left: stayed };
}

function whyOf(left: readonly LeftRow[]): Map<number, string[]> {
  const reasons = new Map<number, string[]>();
  for (const { row, why } of left) reasons.set(row, [...new Set([...(reasons.get(row) ?? []), ...why])]);
  return reasons;
}

async function writtenOf(ctx: Ctx, batchId: string): Promise<WrittenRow[]> {
  const written: WrittenRow[] = [];
  for await (const part of everyImportRow(ctx, batchId)) {
    for (const { row, verdict, targetId, label, values, before, kept } of part) {
      if (verdict === 'new' || verdict === 'changed') {
        written.push({ row, targetId, label, values: values as WrittenRow['values'], before: verdict === 'new' ? null : (before as WrittenRow['before']), kept: kept ?? [] });
      }
    }
  }
  return written;
}

async function keepOutcome(ctx: Ctx, batchId: string, rows: readonly { row: number; undone: ImportUndone }[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 5_000) {
    await ctx.db
      .update(importRows)
      .set({ undone: sql`x.undone` })
      .from(sql`jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + 5_000))}::jsonb) as x(row int, undone jsonb)`)
      .where(and(eq(importRows.batchId, batchId), eq(importRows.row, sql`x.row`)));
  }
}
