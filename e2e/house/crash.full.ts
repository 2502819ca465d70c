import { expect, test } from '@playwright/test';
import pg from 'pg';
import { pause } from '@/db/embedded/processes';
import { asClient } from '@/db/embedded/roles';
import { killPostgres, ownerUrlOf, removeHouse, Run, somewhere, type Where } from './house';

const WRITES = 10_000;
const WRITERS = 8;

/** The database with its supervisor and nothing else: what `npm start` keeps below the pages. */
function database(where: Where): Promise<Run> {
  return new Run(['database'], where).prints('DATABASE_APP_URL=');
}

test('ten thousand acknowledged writes survive kill -9 of PostgreSQL and of its supervisor: none lost, none doubled', async () => {
  test.setTimeout(600_000);
  const where = await somewhere();
  let supervisor = await database(where);
  await asClient(ownerUrlOf(where), (client) => client.query('create table writes (number integer not null)'));

  const acknowledged = new Set<number>();
  let unsure = 0;
  let next = 0;
  const write = async () => {
    let client: pg.Client | undefined;
    while (acknowledged.size + unsure < WRITES) {
      const number = next++;
      try {
        if (client === undefined) {
          const fresh = new pg.Client({ connectionString: ownerUrlOf(where), connectionTimeoutMillis: 2_000 });
          fresh.on('error', () => undefined);
          await fresh.connect();
          client = fresh;
        }
        await client.query('insert into writes values ($1)', [number]);
        acknowledged.add(number);
      } catch {
        // Cut off before the answer: it may be there or not, but once at most.
        unsure += 1;
        client?.end().catch(() => undefined);
        client = undefined;
        await pause(30);
      }
    }
    await client?.end().catch(() => undefined);
  };
  let writing = true;
  const writers = Promise.all(Array.from({ length: WRITERS }, write)).finally(() => { writing = false; });

  let kills = 0;
  for (let round = 0; writing; round++) {
    await pause(150 + ((round * 7919) % 500));
    if (round % 4 === 3) {
      await supervisor.stop('SIGKILL');
      supervisor = await database(where);
    } else if (!killPostgres(where)) {
      continue;
    }
    kills += 1;
    // Between two crashes work must get somewhere.
    const before = acknowledged.size;
    await expect.poll(() => !writing || acknowledged.size > before + 100, { timeout: 60_000 }).toBe(true);
  }
  await writers;

  await expect.poll(() => asClient(ownerUrlOf(where), () => Promise.resolve(true)).catch(() => false), { timeout: 30_000 }).toBe(true);
  const { rows } = await asClient(ownerUrlOf(where), (client) => client.query<{ number: number; times: number }>('select number, count(*)::int as times from writes group by number'));
  const kept = new Set(rows.map(({ number }) => number));
  expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([]);
  expect(rows.filter(({ times }) => times > 1)).toEqual([]);
  expect(kills).toBeGreaterThan(5);
  expect(await supervisor.stop()).toBe(0);
  removeHouse(where);
});
