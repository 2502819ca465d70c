import pg from 'pg';
import { env } from '@/lib/kernel/env';
import { logger } from '@/lib/kernel/logger';

/**
 * The owner's connection, for the machine room alone: relay, queue, sealer, readiness. It sees every center's rows,
 * so nothing that answers a person's question may use it.
 */
export type OwnerClient = Pick<pg.ClientBase, 'query'>;

interface Kept {
  pool: pg.Pool | undefined;
}

// Pages and the background runner are bundled apart but live in one process: they share one small pool.
const house = globalThis as { dianxiaoerOwner?: Kept };
const kept: Kept = house.dianxiaoerOwner ?? { pool: undefined };
house.dianxiaoerOwner = kept;

export function ownerPool(): pg.Pool {
  if (kept.pool === undefined) {
    kept.pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 8,
      application_name: 'dianxiaoer-machine',
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
    });
    kept.pool.on('error', (error) => logger.warn({ err: error.message }, 'idle owner connection lost'));
  }
  return kept.pool;
}

/** One transaction on the owner's connection. Advisory locks taken in it must be transaction locks (`_xact_`). */
export async function ownerTransaction<T>(work: (client: OwnerClient) => Promise<T>): Promise<T> {
  const client = await ownerPool().connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** For shutdown and tests. */
export async function closeOwner(): Promise<void> {
  const closing = kept.pool;
  kept.pool = undefined;
  await closing?.end();
}
