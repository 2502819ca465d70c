import { availableParallelism } from 'node:os';
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type Actor, membershipOf, personOf, roleOf, scopeOf } from '@/lib/kernel/actor';
import { env } from '@/lib/kernel/env';
import { logger } from '@/lib/kernel/logger';
import { OneLetter } from './one-letter';
import { valuesLeftOut } from './query-error';
import { Turns } from './turns';

/**
 * A transaction narrowed to one actor by row-level security. It builds queries but runs no raw text:
 * with one URL alone the transaction stands under SET LOCAL ROLE, which a raw RESET ROLE would undo.
 */
export type Db = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
>;

// bigint columns come back as bigint where the schema says so; counts are asked for as int.
// Pages and background work are bundled apart, and a development server loads this file again and again: one pool a process.
interface Kept {
  pool: pg.Pool | undefined;
  mustSetRole: boolean;
  readings: Turns;
}
const house = globalThis as { dianxiaoerApp?: Kept };
// Sixteen pages that read at once do it no sooner than three, and hold what sixteen hold: of a busy server's memory, its
// processors' caches and the database's. What takes long (an export, a reading within a reading) stands aside.
const kept: Kept = house.dianxiaoerApp ?? { pool: undefined, mustSetRole: false, readings: new Turns(availableParallelism() + 1, 200) };
house.dianxiaoerApp = kept;

function appPool(): pg.Pool {
  if (kept.pool === undefined) {
    const { DATABASE_URL, DATABASE_APP_URL, DATABASE_POOL } = env();
    kept.mustSetRole = DATABASE_APP_URL === undefined;
    kept.pool = new pg.Pool({
      connectionString: DATABASE_APP_URL ?? DATABASE_URL,
      max: DATABASE_POOL,
      application_name: 'dianxiaoer',
      Client: OneLetter,
      pipeline: true,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
    });
    kept.pool.on('connect', (client) => {
      if (client instanceof OneLetter) client.learn().catch(() => undefined);
    });
    // An idle connection that dies (database restart) must not take the process with it.
    kept.pool.on('error', (error) => logger.warn({ err: error.message }, 'idle database connection lost'));
  }
  return kept.pool;
}

/** Connections of this process's pool: open, idle, and requests waiting for one. */
export function poolStats(): { total: number; idle: number; waiting: number } {
  const { pool } = kept;
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}

/** For tests and shutdown. */
export async function closePool(): Promise<void> {
  const closing = kept.pool;
  kept.pool = undefined;
  await closing?.end();
}

// What builds the queries of a connection holds nothing of a transaction: it is made once for each.
const builders = new WeakMap<pg.PoolClient | pg.Pool, Db>();

function builderOf(client: pg.PoolClient | pg.Pool): Db {
  const known = builders.get(client) ?? drizzle(client);
  builders.set(client, known);
  return known;
}

export type Mode = 'read' | 'write';

const begin: Record<Mode, string> = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin isolation level read committed',
};

function settings(actor: Actor, now: Date): string {
  const values: Record<string, string | null> = {
    scope: scopeOf(actor),
    role: roleOf(actor),
    center_id: ('centerId' in actor ? actor.centerId : null) ?? null,
    person_id: personOf(actor),
    membership_id: membershipOf(actor),
    company_id: actor.kind === 'member' ? actor.companyId : null,
    department_id: actor.kind === 'member' ? actor.departmentId : null,
    actor_key: actorKey(actor),
    now: now.toISOString(),
  };
  const calls = Object.entries(values).map(
    ([name, value]) => `set_config('app.${name}', ${pg.escapeLiteral(value ?? '')}, true)`,
  );
  return `select ${calls.join(', ')}`;
}

/** Whose form keys these are: the same key typed by two people is two forms. */
export function actorKey(actor: Actor): string {
  return membershipOf(actor) ?? personOf(actor) ?? actor.kind;
}

/**
 * Runs `work` in one transaction under the actor's row scope: REPEATABLE READ READ ONLY for reads,
 * READ COMMITTED for writes. Opening it costs one round trip, also behind a transaction-pooling pgbouncer.
 */
export async function transaction<T>(
  actor: Actor,
  mode: Mode,
  now: Date,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const over = mode === 'read' ? await kept.readings.take() : undefined;
  const client = await appPool().connect().catch((error: unknown) => {
    over?.();
    throw error;
  });
  // Whichever bundle's pool made it.
  (client as pg.PoolClient & Pick<OneLetter, 'isReading'>).isReading = mode === 'read';
  let ended: Promise<unknown> = Promise.resolve();
  try {
    const role = kept.mustSetRole ? 'set local role dxe_app; ' : '';
    const opened = client.query(`${begin[mode]}; ${role}${settings(actor, now)}`);
    // The first questions of a page go out with its beginning: were that refused, they would be asked by a role that sees no
    // row by itself. The owner's role would, and a write must know where it stands.
    if (mode === 'write' || kept.mustSetRole) await opened;
    else opened.catch(() => undefined);
    const result = await work(builderOf(client));
    await opened;
    ended = mode === 'read' ? (client as pg.PoolClient & Pick<OneLetter, 'endSoon'>).endSoon() : client.query('commit');
    // What was read is known; how its transaction ends changes nothing of it.
    if (mode === 'write') await ended;
    return result;
  } catch (error) {
    await untilQuiet(client);
    ended = client.query('rollback');
    await ended.catch(() => undefined);
    throw valuesLeftOut(error);
  } finally {
    over?.();
    ended.then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
  }
}

/**
 * What was asked side by side with a question that failed may still ask what follows from its answer. It does so within the same
 * transaction: after it, it would stand under nobody's name, or in somebody else's work.
 */
async function untilQuiet(client: pg.PoolClient): Promise<void> {
  const counting = client as pg.PoolClient & Pick<OneLetter, 'asked'>;
  let own: number;
  do {
    const answered = client.query('select 1').catch(() => undefined);
    own = counting.asked;
    await answered;
    await new Promise((resolve) => setImmediate(resolve));
  } while (counting.asked !== own);
}

/**
 * One question to a SECURITY DEFINER function, asked before anybody is known and therefore on every request. A single
 * statement needs no transaction of its own, unless the role has to be set for it.
 */
export async function beforeActor<T>(now: Date, ask: (db: Db) => Promise<T>): Promise<T> {
  const pool = appPool();
  if (kept.mustSetRole) return transaction({ kind: 'public', centerId: null }, 'read', now, ask);
  const over = await kept.readings.take();
  try {
    return await ask(builderOf(pool));
  } catch (error) {
    throw valuesLeftOut(error);
  } finally {
    over();
  }
}

/** The rows of a running transaction are those of this center from here on. Only for the operator, who acts for no center of their own. */
export async function narrowToCenter(db: Db, centerId: string): Promise<void> {
  await db.select({ now: sql`set_config('app.center_id', ${centerId}, true)` }).from(sql`(select 1) as once`);
}

/** @throws when the role that would serve could read past row-level security, or owns the tables it reads */
export async function refuseUnsafeRole(): Promise<void> {
  const client = await appPool().connect();
  try {
    await client.query(`begin; ${kept.mustSetRole ? 'set local role dxe_app' : 'select 1'}`);
    const { rows } = await client.query<{ unsafe: boolean; owns: boolean }>(
      `select rolsuper or rolbypassrls as unsafe,
              exists (select from pg_class c where c.relowner = r.oid and c.relkind = 'r'
                      and c.relnamespace = 'public'::regnamespace) as owns
         from pg_roles r where rolname = current_user`,
    );
    const role = rows[0];
    if (role === undefined || role.unsafe || role.owns) {
      throw new Error(
        'The database role that would serve requests can bypass row-level security; give DATABASE_APP_URL a plain login.',
      );
    }
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

/** True when the database answers; for /api/ready. */
export async function ping(): Promise<boolean> {
  const { rows } = await appPool().query<{ one: number }>('select 1 as one');
  return rows[0]?.one === 1;
}
