import { expect, test } from '@playwright/test';
import pg from 'pg';
import { pause } from '@/db/embedded/processes';
import { asClient } from '@/db/embedded/roles';
import { killPostgres, ownerUrlOf, removeHouse, Run, somewhere, type Where } from './house';

const WRITES = 10_000;
const WRITERS = 8;
/** Counted in what was acknowledged, not in time, so that a fast machine is killed as often as a slow one. */
const WRITES_BETWEEN_KILLS = 1_200;
const KILLS = 8;

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
  let kills = 0;
  let next = 0;
  const write = async () => {
    let client: pg.Client | undefined;
    while (acknowledged.size < WRITES || kills < KILLS) {
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
        client?.end().catch(() => undefined);
        client = undefined;
        await pause(30);
      }
    }
    await client?.end().catch(() => undefined);
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, write));

  while (kills < KILLS) {
    const from = acknowledged.size;
    await expect.poll(() => acknowledged.size - from, { timeout: 120_000, intervals: [10] }).toBeGreaterThanOrEqual(WRITES_BETWEEN_KILLS);
    if (kills % 4 === 3) {
      await supervisor.stop('SIGKILL');
      supervisor = await database(where);
    } else {
      expect(killPostgres(where)).toBe(true);
    }
    kills += 1;
  }
  await writers;

  await expect.poll(() => asClient(ownerUrlOf(where), () => Promise.resolve(true)).catch(() => false), { timeout: 30_000 }).toBe(true);
  const { rows } = await asClient(ownerUrlOf(where), (client) => client.query<{ number: number; times: number }>('select number, count(*)::int as times from writes group by number'));
  const kept = new Set(rows.map(({ number }) => number));
  expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([]);
  expect(rows.filter(({ times }) => times > 1)).toEqual([]);
  expect(await supervisor.stop()).toBe(0);
  removeHouse(where);
});
