import { and, eq, sql } from 'drizzle-orm';
import type PgBoss from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { closeOwner, ownerPool } from '@/db/owner';
import { jobRuns, outbox, tasks } from '@/db/schema/jobs';
import { memberships } from '@/db/schema/people';
import { as, makeCenter, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { enqueue, startTask } from './commands';
import { Slots, workOnce } from './poller';
import { getTask } from './queries';
import { openQueue } from './queue';
import { defineJob, defineTask, defineWork } from './registry';
import { relayOnce } from './relay';
import { runTicket } from './run';
import { startRunner } from './runner';
import { tickSchedules } from './schedules';

const clock = () => testNow;
let boss: PgBoss;
const seen: string[] = [];

beforeAll(async () => {
  boss = await openQueue();
  defineJob('test.seen', z.object({ word: z.string() }), async (_ctx, { word }) => {
    seen.push(word);
  });
  defineWork('test.stumbles', z.object({}), async () => {
    throw new Error('stumbled');
  });
  await owner().delete(outbox);
});

afterAll(async () => {
  await boss.stop({ graceful: false, close: false });
  await closeOwner();
});

const drain = async () => {
  await relayOnce(boss);
  while ((await workOnce(boss, 'quick', 4, clock)) > 0);
  while ((await workOnce(boss, 'long', 1, clock)) > 0);
};

test('work asked for in a transaction that fails is never done', async () => {
  const center = await makeCenter();
  await expect(
    as({ kind: 'job', centerId: center }, async (ctx) => {
      await enqueue(ctx, 'test.seen', { word: 'never' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await drain();
  expect(seen).not.toContain('never');
});

test('two relays and two workers at once do each job once', async () => {
  const center = await makeCenter();
  const words = Array.from({ length: 60 }, (_, n) => `word ${n}`);
  await as({ kind: 'job', centerId: center }, async (ctx) => {
    for (const word of words) await enqueue(ctx, 'test.seen', { word });
  });
  const moved = await Promise.all([relayOnce(boss), relayOnce(boss), relayOnce(boss)]);
  expect(moved.reduce((sum, n) => sum + n, 0)).toBe(60);
  const work = async () => {
    while ((await workOnce(boss, 'quick', 4, clock)) > 0);
  };
  await Promise.all([work(), work()]);
  expect(seen.filter((word) => word.startsWith('word ')).sort()).toEqual(words.sort());
});

test('a job that fails waits for its next try and the others go on', async () => {
  const center = await makeCenter();
  const id = await as({ kind: 'job', centerId: center }, async (ctx) => {
    const failing = await enqueue(ctx, 'test.stumbles', {});
    await enqueue(ctx, 'test.seen', { word: 'beside a failure' });
    return failing;
  });
  await drain();
  expect(seen).toContain('beside a failure');
  const { rows } = await ownerPool().query<{ state: string }>('select state from pgboss.job where id = $1', [id]);
  expect(rows[0]?.state).toBe('retry');
});

test('a job that takes its time holds up nobody', async () => {
  const center = await makeCenter();
  let [began, end] = [() => {}, () => {}];
  const [beginning, ending] = [new Promise<void>((resolve) => { began = resolve; }), new Promise<void>((resolve) => { end = resolve; })];
  defineWork('test.slow', z.object({}), async () => {
    began();
    await ending;
  });
  await as({ kind: 'job', centerId: center }, (ctx) => enqueue(ctx, 'test.slow', {}));
  await relayOnce(boss);
  const slots = new Slots(boss, 'quick', 2, clock);
  await slots.fill();
  await beginning;
  await as({ kind: 'job', centerId: center }, async (ctx) => {
    for (let n = 0; n < 3; n += 1) await enqueue(ctx, 'test.seen', { word: `passes by ${n}` });
  });
  await relayOnce(boss);
  while (seen.filter((word) => word.startsWith('passes by')).length < 3) await slots.fill();
  end();
  await slots.drained();
});

test('a handler sees one center alone', async () => {
  const [mine, other] = [await makeCenter(), await makeCenter()];
  const id = await as({ kind: 'job', centerId: other }, (ctx) => enqueue(ctx, 'test.seen', { word: 'foreign' }));
  // The foreign row isn't found under this center, so nothing runs.
  await runTicket({ centerId: mine, id, topic: 'test.seen' }, clock);
  expect(seen).not.toContain('foreign');
});

test('a slot of a schedule is taken once, and again when its time has come', async () => {
  const center = await makeCenter();
  const name = `test.${newId()}`;
  const schedule = { name, rhythm: { everySeconds: 60 }, topic: 'test.seen' };
  const began = await Promise.all([1, 2, 3].map(() => tickSchedules(clock, [schedule])));
  expect(began.reduce((sum, n) => sum + n, 0)).toBe(1);
  const asked = await owner().select().from(outbox).where(and(eq(outbox.centerId, center), eq(outbox.topic, 'test.seen')));
  expect(asked).toHaveLength(1);
  await owner().update(jobRuns).set({ ranAt: sql`now() - interval '61 seconds'` }).where(eq(jobRuns.name, name));
  expect(await tickSchedules(clock, [schedule])).toBe(1);
  await owner().delete(outbox).where(eq(outbox.topic, 'test.seen'));
});

test('a daily schedule runs once a day', async () => {
  const name = `test.${newId()}`;
  let runs = 0;
  const schedule = { name, rhythm: { dailyAt: '00:00' }, run: () => Promise.resolve(void runs++) };
  await tickSchedules(clock, [schedule]);
  await tickSchedules(clock, [schedule]);
  expect(runs).toBe(1);
  await owner().update(jobRuns).set({ ranAt: sql`now() - interval '25 hours'` }).where(eq(jobRuns.name, name));
  await tickSchedules(clock, [schedule]);
  expect(runs).toBe(2);
});

test('long work is seen moving while its own transaction is still open, and runs as the member who began it', async () => {
  const center = await makeCenter();
  const clerk = await makeMember(center, 'liaison');
  const colleague = await makeMember(center, 'liaison');
  let halfway: unknown;
  defineTask('test.long', z.object({ rows: z.number() }), async (task, { rows }) =>
    task.write(async (ctx) => {
      await task.progress(rows / 2, rows);
      halfway = await reading(clerk, (own) => getTask(own, task.id));
      return { who: ctx.actor.kind === 'member' ? ctx.actor.membershipId : null };
    }),
  );
  const id = await as(clerk, (ctx) => startTask(ctx, 'test.long', { rows: 10 }));
  await drain();
  expect(halfway).toMatchObject({ state: 'running', done: 5, total: 10 });
  const done = await reading(clerk, (ctx) => getTask(ctx, id));
  expect(done).toMatchObject({ state: 'done', result: { who: clerk.membershipId } });
  expect(await reading(colleague, (ctx) => getTask(ctx, id))).toBeNull();
});

test('a rule that says no ends the task in words; so does a membership that is gone', async () => {
  const center = await makeCenter();
  const clerk = await makeMember(center, 'liaison');
  defineTask('test.refused', z.object({}), () => {
    throw new RuleError('tooLong', { params: { max: 5 } });
  });
  const id = await as(clerk, (ctx) => startTask(ctx, 'test.refused', {}));
  await drain();
  expect(await reading(clerk, (ctx) => getTask(ctx, id))).toMatchObject({ state: 'failed', error: { code: 'tooLong', params: { max: 5 } } });

  const orphan = await as(clerk, (ctx) => startTask(ctx, 'test.refused', {}));
  await owner().update(memberships).set({ endedAt: testNow }).where(eq(memberships.id, clerk.membershipId));
  await drain();
  const [row] = await owner().select().from(tasks).where(eq(tasks.id, orphan));
  expect(row).toMatchObject({ state: 'failed', error: { code: 'wrongMembership' } });
});

test('long work whose process was killed is taken up again', async () => {
  const center = await makeCenter();
  const clerk = await makeMember(center, 'liaison');
  let runs = 0;
  defineTask('test.killed', z.object({}), async () => ({ runs: ++runs }));
  const id = await as(clerk, (ctx) => startTask(ctx, 'test.killed', {}));
  await owner().update(outbox).set({ relayedAt: testNow }).where(eq(outbox.centerId, center));
  const silent = new Date(testNow.getTime() - 120_000);
  await owner().update(tasks).set({ state: 'running', runner: newId(), heartbeatAt: silent }).where(eq(tasks.id, id));
  await ownerPool().query(`delete from job_runs where name = 'tasks.revive'`);
  await tickSchedules(clock);
  await drain();
  await drain();
  expect(runs).toBe(1);
  expect(await reading(clerk, (ctx) => getTask(ctx, id))).toMatchObject({ state: 'done' });
});

test('an installation restored without its queue does again what may not have been done', async () => {
  const center = await makeCenter();
  await as({ kind: 'job', centerId: center }, (ctx) => enqueue(ctx, 'test.seen', { word: 'restored' }));
  await relayOnce(boss);
  await boss.stop({ graceful: false, close: false });
  await ownerPool().query('drop schema pgboss cascade');
  boss = await openQueue();
  await drain();
  expect(seen).toContain('restored');
});

test('two runners on one database do the work once and stop cleanly', async () => {
  const center = await makeCenter();
  const [first, second] = await Promise.all([startRunner(clock), startRunner(clock)]);
  await as({ kind: 'job', centerId: center }, async (ctx) => {
    for (let n = 0; n < 10; n += 1) await enqueue(ctx, 'test.seen', { word: `runner ${n}` });
  });
  await expect.poll(() => seen.filter((word) => word.startsWith('runner ')).length, { timeout: 10_000 }).toBe(10);
  await Promise.all([first.stop(), second.stop()]);
  expect(seen.filter((word) => word.startsWith('runner '))).toHaveLength(10);
});
