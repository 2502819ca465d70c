import { and, eq } from 'drizzle-orm';
import { tasks } from '@/db/schema/jobs';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';

export interface TaskView {
  id: string;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  result: Record<string, unknown> | null;
  /** A message key under `errors.` with its values. */
  error: { code: string; params?: Record<string, string | number> } | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const view = {
  id: tasks.id,
  kind: tasks.kind,
  state: tasks.state,
  done: tasks.done,
  total: tasks.total,
  result: tasks.result,
  error: tasks.error,
  createdAt: tasks.createdAt,
  finishedAt: tasks.finishedAt,
};

/** One's own task, or null: somebody else's is not found. */
export async function getTask(ctx: Ctx, id: string): Promise<TaskView | null> {
  const membershipId = membershipOf(ctx.actor);
  if (membershipId === null) return null;
  const [row] = await ctx.db.select(view).from(tasks).where(and(eq(tasks.id, id), eq(tasks.membershipId, membershipId)));
  return row ?? null;
}
