import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { pause } from '@/db/embedded/processes';
import { asClient } from '@/db/embedded/roles';
import { demoPassword } from '@/db/seed/logins';
import { killPages, killPostgres, ownerUrlOf, removeHouse, Run, somewhere, startHouse, type Where } from './house';
import { type Fields, PlainBrowser } from './plain-browser';

const WRITES = 10_000;
const WRITERS = 8;
/** One post in so many is a message, answered with a page; the others begin drafts. */
const MESSAGE_EVERY = 20;
/** One post in so many is sent once more after its answer, as an impatient reader does. */
const REPLAY_EVERY = 25;
const WRITES_BETWEEN_KILLS = 1_100;
const KILLS = 8;

interface Writer {
  browser: PlainBrowser;
  /** A request of its company that takes messages. */
  request: string;
  start: Fields;
  message: Fields;
}

/** People of companies that have a request under way, each signed in through the door. */
async function openWriters(where: Where): Promise<Writer[]> {
  const { rows } = await asClient(ownerUrlOf(where), (client) =>
    client.query<{ phone: string; request: string }>(
      `select distinct on (m.company_id) p.phone, r.id::text as request
         from memberships m join persons p on p.id = m.person_id
         join requests r on r.center_id = m.center_id and r.company_id = m.company_id and r.state in ('submitted', 'accepted')
         join center_settings s on s.center_id = m.center_id and s.is_demo
        where m.role = 'company_owner' and m.ended_at is null and p.phone is not null
          and (select count(*) from memberships o where o.person_id = m.person_id) = 1
        order by m.company_id limit $1`,
      [WRITERS],
    ));
  const writers: Writer[] = [];
  for (const { phone, request } of rows) {
    const browser = new PlainBrowser(`http://localhost:${where.port}`);
    expect(await browser.signIn(phone, demoPassword)).toBe(true);
    const start = await browser.form('/my/requests/new', 'name="item"');
    const message = await browser.form(`/my/requests/${request}`, 'name="body"');
    writers.push({ browser, request, start, message });
  }
  return writers;
}

/** What was answered for: the draft's id, or the message's own words. Null when nothing was promised. */
async function post(writer: Writer, key: string, isMessage: boolean): Promise<string | null> {
  try {
    if (isMessage) {
      const body = `留言 ${key}`;
      const { status, text } = await writer.browser.post(`/my/requests/${writer.request}`, { ...writer.message, _form: key, body });
      return status === 200 && text.includes(`>${body}</p>`) ? body : null;
    }
    const { status, location } = await writer.browser.post('/my/requests/new', { ...writer.start, _form: key });
    return status === 303 ? (/^\/my\/requests\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1] ?? null) : null;
  } catch {
    return null;
  }
}

test('ten thousand posts through the application’s own forms survive kill -9 of pages, PostgreSQL and all: none lost, none doubled', async () => {
  test.setTimeout(900_000);
  const where = await somewhere();
  let house = await startHouse(where);
  const writers = await openWriters(where);
  expect(writers).toHaveLength(WRITERS);
  const before = await counts(where);

  const drafts: string[] = [];
  const messages: string[] = [];
  let [taken, kills, retries] = [0, 0, 0];
  const write = async (writer: Writer) => {
    while (drafts.length + messages.length < WRITES || kills < KILLS) {
      const number = taken++;
      const isMessage = number % MESSAGE_EVERY === 0;
      const key = randomUUID();
      let answer = await post(writer, key, isMessage);
      while (answer === null) {
        retries += 1;
        await pause(100);
        answer = await post(writer, key, isMessage);
      }
      (isMessage ? messages : drafts).push(answer);
      if (number % REPLAY_EVERY === 1) expect([answer, null]).toContain(await post(writer, key, isMessage));
    }
  };
  const writing = Promise.all(writers.map(write));

  while (kills < KILLS) {
    const from = drafts.length + messages.length;
    const far = () => drafts.length + messages.length - from;
    await Promise.race([writing, expect.poll(far, { timeout: 120_000, intervals: [20] }).toBeGreaterThanOrEqual(WRITES_BETWEEN_KILLS)]);
    switch (kills % 4) {
      case 0:
        killPages(house);
        break;
      case 1:
        expect(killPostgres(where)).toBe(true);
        break;
      case 2:
        await house.killTree();
        house = await startHouse(where);
        break;
      default:
        await house.stop('SIGKILL');
        await expect.poll(() => fetch(`http://127.0.0.1:${where.port}/api/health`).then(() => 'up', () => 'down'), { timeout: 15_000 }).toBe('down');
        house = await startHouse(where);
    }
    kills += 1;
  }
  await writing;
  console.log(`${drafts.length} drafts, ${messages.length} messages, ${kills} kills, ${retries} tries without an answer`);

  const after = await counts(where);
  expect(new Set(drafts).size).toBe(drafts.length);
  expect(after.drafts - before.drafts).toBe(drafts.length);
  expect(after.messages - before.messages).toBe(messages.length);
  expect(await missing(where, 'select id::text as kept from requests', drafts)).toEqual([]);
  expect(await missing(where, 'select body as kept from request_messages', messages)).toEqual([]);
  expect(await house.stop()).toBe(0);
  const verify = new Run(['exec', 'scripts/audit-verify.ts'], where);
  expect(await verify.ended, verify.output).toBe(0);
  removeHouse(where);
});

function counts(where: Where): Promise<{ drafts: number; messages: number }> {
  return asClient(ownerUrlOf(where), async (client) => {
    const { rows } = await client.query<{ drafts: number; messages: number }>(
      `select (select count(*)::int from requests) as drafts, (select count(*)::int from request_messages) as messages`,
    );
    return rows[0] ?? { drafts: 0, messages: 0 };
  });
}

async function missing(where: Where, sql: string, promised: readonly string[]): Promise<string[]> {
  const { rows } = await asClient(ownerUrlOf(where), (client) => client.query<{ kept: string }>(sql));
  const kept = new Set(rows.map((row) => row.kept));
  return promised.filter((one) => !kept.has(one));
}
