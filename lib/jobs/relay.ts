import type PgBoss from 'pg-boss';
import { ownerTransaction } from '@/db/owner';
import { queueOf } from './registry';
import type { Ticket } from './queue';

const BATCH = 500;

interface Waiting {
  center_id: string;
  id: string;
  topic: string;
}

/**
 * Moves what waits in the outbox to the queue, in one transaction: several relays skip each other's rows, and a job
 * carries its outbox row's id, so that nothing is sent twice. @returns how many were moved
 */
export async function relayOnce(boss: PgBoss): Promise<number> {
  return ownerTransaction(async (client) => {
    const { rows } = await client.query<Waiting>(
      `update outbox o set relayed_at = now()
         from (select center_id, id from outbox where relayed_at is null
                order by created_at limit $1 for update skip locked) w
        where o.center_id = w.center_id and o.id = w.id
       returning o.center_id, o.id, o.topic`,
      [BATCH],
    );
    if (rows.length === 0) return 0;
    const jobs = rows
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) => ({
        id: row.id,
        name: queueOf(row.topic),
        data: { centerId: row.center_id, id: row.id, topic: row.topic } satisfies Ticket,
      }));
    await boss.insert(jobs, { db: { executeSql: (text, values) => client.query(text, values) } });
    return rows.length;
  });
}
