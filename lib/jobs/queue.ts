import PgBoss from 'pg-boss';
import { ownerPool } from '@/db/owner';
import { logger } from '@/lib/kernel/logger';
import { type QueueName, queueNames } from './registry';

/** What travels through the queue: ids alone. The payload stays in the center's outbox row. */
export interface Ticket {
  centerId: string;
  id: string;
  topic: string;
}

interface Terms {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  /** A run that lasts longer is taken for dead and tried again. */
  expireInSeconds: number;
}

const terms: Record<QueueName, Terms> = {
  quick: { retryLimit: 9, retryDelay: 1, retryBackoff: true, expireInSeconds: 90 },
  slow: { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 600 },
  // A silent long run is noticed by its heartbeat, long before this.
  long: { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 6 * 3600 },
};

/** Opens the queue on the owner's connection. It polls: a transaction-pooling pgbouncer passes no LISTEN on. */
export async function openQueue(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => ownerPool().query(text, values) },
    schema: 'pgboss',
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  boss.on('error', (error) => logger.warn({ err: error.message }, 'queue maintenance failed'));
  await boss.start();
  for (const name of queueNames) await boss.createQueue(name, { name, ...terms[name] });
  await askAgain();
  return boss;
}

/**
 * A restored installation brings its outbox but no queue: what was handed over shortly before may never have been done.
 * An empty queue therefore gets the last day's requests once more; doing one twice changes nothing.
 */
async function askAgain(): Promise<void> {
  await ownerPool().query(
    `update outbox set relayed_at = null
      where relayed_at > now() - interval '1 day'
        and not exists (select from pgboss.job) and not exists (select from pgboss.archive)`,
  );
}
