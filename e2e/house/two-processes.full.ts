import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { freePort } from '@/db/embedded/cluster';
import { pause } from '@/db/embedded/processes';
import { asClient } from '@/db/embedded/roles';
import { demoPassword } from '@/db/seed/logins';
import { type Bouncer, bounce } from './bouncer';
import { wordsIn } from '../journeys/words';
import { databaseOf, READY, removeHouse, Run, somewhere, type Where } from './house';
import { PlainBrowser } from './plain-browser';

// In their order: one database, one pooler and two applications serve all of them.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

let below: Where;
let database: Run;
let bouncer: Bouncer | null;
let shared: Where[];
const houses: Run[] = [];
const origins = () => shared.map(({ port }) => `http://localhost:${port}`) as [string, string];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  below = await somewhere();
  database = await new Run(['database'], below).prints('DATABASE_APP_URL=');
  const direct = databaseOf(below);
  bouncer = await bounce(direct);
  const { ownerUrl, appUrl } = bouncer ?? direct;
  console.log(`two processes ${bouncer === null ? 'directly on PostgreSQL: pgbouncer is not installed' : `through ${bouncer.name}, transaction pooling`}`);
  // The demo's clock, which each would begin when it is started itself, is one.
  const first = { ...(await somewhere()), environment: { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, CLOCK_SINCE: String(Date.now()) } };
  shared = [first, { ...first, port: await freePort() }];
  for (const where of shared) houses.push(await new Run(['start', '--demo', '--today=2026-11-20'], where).prints(READY));
});

test.afterAll(async () => {
  for (const house of houses) await house.stop();
  await bouncer?.stop();
  await database.stop();
  removeHouse(below);
  for (const where of shared.slice(0, 1)) removeHouse(where);
});

const ask = <R extends object>(sql: string, values: unknown[] = []) =>
  asClient(databaseOf(below).ownerUrl, async (client) => (await client.query<R>(sql, values)).rows);

test('who signs in at one is known at the other, and who signs out is gone from both', async () => {
  const [here, there] = origins();
  const browser = new PlainBrowser(here);
  expect(await browser.signIn('13900000008', demoPassword)).toBe(true);
  expect((await browser.at(there).get('/my')).status).toBe(200);
  const kept = new PlainBrowser(here, new Map(browser.cookies));
  const leaving = browser.at(there);
  await leaving.post('/sign-out', await leaving.form('/sign-out', wordsIn('zh-CN')('people', 'signOut.submit')));
  expect((await kept.get('/my')).location).toMatch(/^\/sign-in/);
});

test('failures at either count together, and lock at both', async () => {
  const [here, there] = origins();
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await new PlainBrowser(failure % 2 === 0 ? here : there).signIn('13900000009', 'not-her-password')).toBe(false);
  }
  for (const origin of origins()) expect(await new PlainBrowser(origin).signIn('13900000009', demoPassword)).toBe(false);
  expect(await new PlainBrowser(there).signIn('13900000008', demoPassword)).toBe(true);
});

test('a form drawn by one is taken by the other, and the same form sent to both at once makes one thing', async () => {
  const [here, there] = origins();
  const mine = new PlainBrowser(here);
  await mine.signIn('13900000008', demoPassword);
  const form = await mine.form('/my/requests/new', 'name="item"');
  const [before] = await ask<{ count: number }>('select count(*)::int as count from requests');
  const answers = await Promise.all([here, there, here, there, there].map((origin) => mine.at(origin).post('/my/requests/new', form)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  expect(answers[0]?.location).toMatch(/^\/my\/requests\/[0-9a-f-]{36}$/);
  const [after] = await ask<{ count: number }>('select count(*)::int as count from requests');
  expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(1);
});

test('what is said at either is told within ten seconds, once, and every job is done by one of them', async () => {
  const [here, there] = origins();
  const mine = new PlainBrowser(here);
  await mine.signIn('13900000008', demoPassword);
  const [request] = await ask<{ id: string; owner: string; phone: string }>(
    `select r.id, r.owner_id as owner, o.phone from requests r
       join memberships m on m.company_id = r.company_id join persons p on p.id = m.person_id and p.phone = '13900000008'
       join memberships l on l.id = r.owner_id join persons o on o.id = l.person_id
      where r.state = 'accepted' order by r.id desc limit 1`,
  );
  if (request === undefined) throw new Error('the demo has no accepted request');
  const liaison = new PlainBrowser(there);
  expect(await liaison.signIn(request.phone, demoPassword)).toBe(true);
  const unread = async () => (JSON.parse((await liaison.get('/api/notifications')).text) as { count: number }).count;
  const before = await unread();
  const earlier = (await ask<{ id: string }>('select id from entries where subject_id = $1', [request.id])).map(({ id }) => id);
  const path = `/my/requests/${request.id}`;
  const form = await mine.form(path, 'name="body"');
  const words = Array.from({ length: 20 }, (_, number) => `第 ${number} 句`);
  await Promise.all(words.map((body, number) => mine.at(number % 2 === 0 ? here : there).post(path, { ...form, _form: randomUUID(), body })));
  await expect.poll(unread, { timeout: 20_000 }).toBe(before + words.length);
  const [told] = await ask<{ count: number; slowest: number; again: number }>(
    `select count(*)::int as count, max(extract(epoch from n.created_at - e.occurred_at))::float8 as slowest,
            (select count(*)::int from pgboss.job where retry_count > 0) as again
       from notifications n join entries e on e.center_id = n.center_id and e.id = n.entry_id
      where e.subject_id = $1 and e.name = 'request.messaged' and n.membership_id = $2 and e.id <> all($3::uuid[])`,
    [request.id, request.owner, earlier],
  );
  expect(told).toMatchObject({ count: words.length, again: 0 });
  expect(told?.slowest).toBeLessThan(10);
});

test('who leaves in the middle of a page leaves no error in the log', async () => {
  const [here] = origins();
  const browser = new PlainBrowser(here);
  expect(await browser.signIn('13900000002', demoPassword)).toBe(true);
  // As after a quiet while: that they are here is written once the page has gone out.
  const [session] = await ask<{ id: string }>(
    `update sessions s set last_seen_at = s.last_seen_at - interval '5 minutes' from persons p where p.id = s.person_id and p.phone = '13900000002' and s.ended_at is null returning s.id`,
  );
  const seen = async () => (await ask<{ ago: number }>('select extract(epoch from last_seen_at - created_at)::float8 as ago from sessions where id = $1', [session?.id]))[0]?.ago ?? 0;
  const before = houses[0]?.output.length ?? 0;
  await asClient(databaseOf(below).ownerUrl, async (client) => {
    // The frame counts what is unread, and waits here while its reader leaves.
    await client.query('begin; lock table notifications in access exclusive mode');
    const leaving = new AbortController();
    const page = fetch(`${here}/desk/requests`, { headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') }, signal: leaving.signal }).catch((error: Error) => error.name);
    await pause(1_500);
    leaving.abort();
    expect(await page).toBe('AbortError');
    await pause(300);
    await client.query('commit');
  });
  await expect.poll(seen).toBeGreaterThan(-200);
  await pause(1_000);
  const said = houses[0]?.output.slice(before) ?? '';
  expect(said).not.toContain('"level":50');
  expect(said).not.toContain('Error');
});

test('one that is killed leaves the other serving, and the trail of both is one chain', async () => {
  const [, there] = origins();
  const [first] = houses.splice(0, 1);
  await first?.killTree();
  const browser = new PlainBrowser(there);
  expect(await browser.signIn('13900000001', demoPassword)).toBe(true);
  expect((await browser.get('/desk')).status).toBe(200);
  const [where] = shared;
  if (where === undefined) throw new Error('nobody serves');
  const verify = new Run(['exec', 'scripts/audit-verify.ts'], where);
  expect(await verify.ended, verify.output).toBe(0);
});
