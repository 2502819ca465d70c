import { and, eq, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { transaction } from '@/db/client';
import { tasks } from '@/db/schema/jobs';
import { memberships } from '@/db/schema/people';
import type { MemberActor } from '@/lib/kernel/actor';
import { isDiskFull } from '@/lib/kernel/disk-full';
import { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { logger } from '@/lib/kernel/logger';
import { defineMachineSchedule, defineWork, type Task, taskKind, type Work } from './registry';

/** A run that hasn't said for this long that it lives is taken over by the next one. */
const SILENCE_MS = 60_000;
const HEARTBEAT_MS = 10_000;
const PROGRESS_MS = 300;

defineWork('task.run', z.object({ taskId: z.uuid() }), (work, { taskId }) => runTask(work, taskId), 'long');

// A process that was killed in the middle of long work can't ask again; whoever looks next does.
defineMachineSchedule('tasks.revive', { everySeconds: 20 }, async ({ client, now }) => {
  const silent = new Date(now.getTime() - SILENCE_MS);
  const { rows } = await client.query<{ center_id: string; id: string }>(
    `update tasks set state = 'waiting' where state = 'running' and heartbeat_at < $1 returning center_id, id`,
    [silent],
  );
  for (const row of rows) {
    await client.query(`insert into outbox (center_id, id, topic, payload, created_at) values ($1, $2, 'task.run', $3, $4)`, [
      row.center_id,
      newId(),
      { taskId: row.id },
      now,
    ]);
  }
});

/** Runs a task unless somebody else holds it or it is over. @throws to be tried again */
export async function runTask(work: Work, taskId: string): Promise<void> {
  const runner = newId();
  const row = await claim(work, taskId, runner);
  if (row === null) return;
  const mine = and(eq(tasks.centerId, work.centerId), eq(tasks.id, taskId), eq(tasks.runner, runner));
  const set = (values: Partial<typeof tasks.$inferInsert>) =>
    work.write((ctx) => ctx.db.update(tasks).set({ ...values, heartbeatAt: ctx.now }).where(mine));

  const heart = setInterval(() => {
    set({}).catch((error: Error) => logger.warn({ err: error.message, task: taskId }, 'task heartbeat missed'));
  }, HEARTBEAT_MS);
  try {
    const kind = taskKind(row.kind);
    const actor = await starter(work, row.membershipId);
    const result = await kind.run(taskAs(actor, work, taskId, set), kind.payload.parse(row.payload) as never);
    await set({ state: 'done', result, error: null, finishedAt: work.now() });
  } catch (error) {
    if (error instanceof RuleError) {
      await set({ state: 'failed', error: { code: error.code, params: plain(error) }, finishedAt: work.now() });
      return;
    }
    if (work.isLastTry) await set({ state: 'failed', error: isDiskFull(error) ? { code: 'diskFull', params: {} } : { code: 'unexpected', params: { reference: taskId } }, finishedAt: work.now() });
    else await set({ state: 'waiting' });
    throw error;
  } finally {
    clearInterval(heart);
  }
}

async function claim(work: Work, taskId: string, runner: string) {
  return work.write(async (ctx) => {
    const silent = new Date(ctx.now.getTime() - SILENCE_MS);
    const free = or(eq(tasks.state, 'waiting'), and(eq(tasks.state, 'running'), lt(tasks.heartbeatAt, silent)));
    const [row] = await ctx.db
      .update(tasks)
      .set({ state: 'running', runner, heartbeatAt: ctx.now, startedAt: ctx.now, done: 0 })
      .where(and(eq(tasks.centerId, work.centerId), eq(tasks.id, taskId), free))
      .returning({ kind: tasks.kind, payload: tasks.payload, membershipId: tasks.membershipId });
    return row ?? null;
  });
}

/** The member who started it, as they are now. @throws RuleError when they no longer hold that membership */
async function starter(work: Work, membershipId: string): Promise<MemberActor> {
  const [row] = await work.read((ctx) =>
    ctx.db
      .select({
        personId: memberships.personId,
        role: memberships.role,
        departmentId: memberships.departmentId,
        companyId: memberships.companyId,
        name: memberships.name,
        endedAt: memberships.endedAt,
      })
      .from(memberships)
      .where(and(eq(memberships.centerId, work.centerId), eq(memberships.id, membershipId))),
  );
  if (row === undefined || row.endedAt !== null) throw new RuleError('wrongMembership');
  const { endedAt: _, ...member } = row;
  return { kind: 'member', membershipId, centerId: work.centerId, sessionId: null, ...member };
}

function taskAs(
  actor: MemberActor,
  work: Work,
  taskId: string,
  set: (values: Partial<typeof tasks.$inferInsert>) => Promise<unknown>,
): Task {
  const base = () => ({ actor, now: work.now(), requestId: taskId, address: null });
  let said = 0;
  return {
    id: taskId,
    centerId: work.centerId,
    now: work.now,
    read: (load) => transaction(actor, 'read', work.now(), (db) => load({ ...base(), db })),
    write: (change) => transaction(actor, 'write', work.now(), (db) => change({ ...base(), db })),
    async progress(done, total) {
      const at = performance.now();
      if (at - said < PROGRESS_MS && done < total) return;
      said = at;
      await set({ done, total });
    },
  };
}

function plain(error: RuleError): Record<string, string | number> {
  const params = Object.entries(error.options.params ?? {});
  return Object.fromEntries(params.map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]));
}
