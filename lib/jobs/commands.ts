import { insertRows } from '@/db/insert-rows';
import { outbox, tasks } from '@/db/schema/jobs';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';

/**
 * Asks for background work in the transaction of `ctx`: it happens if and only if that commits.
 * @param centerId for actors who act for no center of their own
 * @returns the id of the request, which stays the same however often it is tried
 */
export async function enqueue(ctx: Ctx, topic: string, payload: Record<string, unknown>, centerId?: string): Promise<string> {
  const id = newId();
  await ctx.db.insert(outbox).values({ centerId: centerId ?? centerOf(ctx.actor), id, topic, payload, createdAt: ctx.now });
  return id;
}

export interface Asked {
  topic: string;
  payload: Record<string, unknown>;
  centerId: string;
}

/** The same for many at once, in a few statements. */
export async function enqueueAll(ctx: Ctx, asked: readonly Asked[]): Promise<void> {
  await insertRows(
    ctx.db,
    outbox,
    asked.map((one) => ({ ...one, id: newId(), createdAt: ctx.now })),
  );
}

/** Starts long work for the member who asks; they find it again by the returned id. */
export async function startTask(ctx: Ctx, kind: string, payload: Record<string, unknown>, total = 0): Promise<string> {
  const membershipId = membershipOf(ctx.actor);
  allow(membershipId !== null);
  const id = newId();
  const centerId = centerOf(ctx.actor);
  await ctx.db.insert(tasks).values({ centerId, id, kind, membershipId, payload, total, createdAt: ctx.now, createdBy: membershipId });
  await enqueue(ctx, 'task.run', { taskId: id });
  return id;
}
