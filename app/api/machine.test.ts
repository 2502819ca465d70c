import { afterEach, expect, test, vi } from 'vitest';
import { closeOwner, ownerPool } from '@/db/owner';
import { makeCenter, testNow } from '@/db/testing/factories';
import { tickSchedules } from '@/lib/jobs/schedules';
import '@/lib/files/jobs';
import '@/lib/jobs/jobs';
import { GET as health } from './health/route';
import { GET as ready } from './ready/route';

const machine = vi.hoisted((): { token: string | undefined; jobs: string } => ({ token: undefined, jobs: 'inside' }));
vi.mock('@/lib/kernel/env', async (real) => {
  const module = await real<typeof import('@/lib/kernel/env')>();
  return { ...module, env: () => ({ ...module.env(), METRICS_TOKEN: machine.token, JOBS: machine.jobs }) };
});
const { GET: metrics } = await import('./metrics/route');

afterEach(() => {
  machine.jobs = 'inside';
  machine.token = undefined;
});

const scrape = (authorization?: string) =>
  metrics(new Request('http://localhost/api/metrics', authorization === undefined ? {} : { headers: { authorization } }));

test('the process says that it is up', async () => {
  expect(await health().json()).toEqual({ status: 'ok' });
});

test('ready means: database, migrations, and somebody who works in the background', async () => {
  await ownerPool().query(`delete from job_runs where name = 'heartbeat'`);
  const without = await ready();
  expect(without.status).toBe(503);
  expect(await without.json()).toEqual({ ready: false, checks: { database: 'ok', migrations: 'ok', jobs: 'failed' } });
  await ownerPool().query(`insert into job_runs (name, ran_at) values ('heartbeat', now())`);
  expect((await ready()).status).toBe(200);
  await ownerPool().query(`update job_runs set ran_at = now() - interval '2 minutes' where name = 'heartbeat'`);
  expect((await ready()).status).toBe(503);
  machine.jobs = 'off';
  expect(await (await ready()).json()).toEqual({ ready: true, checks: { database: 'ok', migrations: 'ok', jobs: 'off' } });
});

test('numbers are for who holds the token, and there is no such page without one', async () => {
  expect((await scrape('Bearer undefined')).status).toBe(404);
  machine.token = 'a-token-that-is-long-enough';
  expect((await scrape()).status).toBe(401);
  expect((await scrape('Bearer wrong')).status).toBe(401);
  const center = await makeCenter();
  await ownerPool().query(
    `insert into outbox (center_id, id, topic, payload, created_at) values ($1, gen_random_uuid(), 'test.waits', '{}', now() - interval '1 minute')`,
    [center],
  );
  const answer = await scrape('Bearer a-token-that-is-long-enough');
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const lag = Number(/^dianxiaoer_outbox_lag_seconds (\S+)$/m.exec(text)?.[1]);
  expect(lag).toBeGreaterThan(50);
  expect(text).toMatch(/^dianxiaoer_database_connections\{pool="owner",state="idle"\} \d+$/m);
  expect(text).toContain('process_resident_memory_bytes');
});

test('what is swept is swept without complaint', async () => {
  await ownerPool().query('delete from job_runs');
  const center = await makeCenter();
  await ownerPool().query(
    `insert into outbox (center_id, id, topic, payload, relayed_at) values ($1, gen_random_uuid(), 'test.old', '{}', now() - interval '15 days')`,
    [center],
  );
  await tickSchedules(() => testNow);
  const { rows } = await ownerPool().query(`select name from job_runs order by name`);
  expect(rows.map((row: { name: string }) => row.name)).toEqual(expect.arrayContaining(['files.sweep', 'form_keys.sweep', 'outbox.sweep']));
  const { rows: left } = await ownerPool().query(`select 1 from outbox where topic = 'test.old' and center_id = $1`, [center]);
  expect(left).toEqual([]);
  await closeOwner();
});
