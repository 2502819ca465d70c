import type { OwnerClient } from '@/db/owner';
import { type ChainEntry, chainColumns, GENESIS, linkHash } from './chain';

const BATCH = 2_000;

interface Head {
  sequence: number;
  hash: string;
}

/**
 * Seals what waits, center by center, in the center's own sequence. Entries of transactions that some snapshot still
 * holds open wait for the next round. What was restored from another server carries that server's transaction ids:
 * they lie beyond ours and count as settled. @returns how many entries were sealed
 */
export async function sealAll(client: OwnerClient, now: Date): Promise<number> {
  const { rows } = await client.query<{ centerId: string }>(
    'select c.id as "centerId" from centers c where exists (select from entry_queue q where q.center_id = c.id) order by c.id',
  );
  let sealed = 0;
  for (const { centerId } of rows) {
    const { rows: locks } = await client.query<{ got: boolean }>(`select pg_try_advisory_xact_lock(hashtext('audit.seal'), hashtext($1)) as got`, [centerId]);
    if (locks[0]?.got === true) sealed += await sealCenter(client, centerId, now);
  }
  return sealed;
}

async function sealCenter(client: OwnerClient, centerId: string, now: Date): Promise<number> {
  let head = await headOf(client, centerId);
  let sealed = 0;
  for (;;) {
    const { rows: waiting } = await client.query<ChainEntry>(
      `select ${chainColumns} from entry_queue q join entries e on e.center_id = q.center_id and e.id = q.entry_id
        where q.center_id = $1
          and (q.tx < pg_snapshot_xmin(pg_current_snapshot()) or q.tx >= pg_snapshot_xmax(pg_current_snapshot()))
        order by q.tx, e.id limit ${BATCH}`,
      [centerId],
    );
    if (waiting.length === 0) return sealed;
    const links = waiting.map((entry) => {
      const previous = head.hash;
      head = { sequence: head.sequence + 1, hash: linkHash(previous, entry) };
      return { sequence: head.sequence, entryId: entry.id, previous, hash: head.hash };
    });
    const ids = links.map((link) => link.entryId);
    await client.query(
      `insert into entry_seals (center_id, sequence, entry_id, previous_hash, hash, sealed_at)
       select $1, s.sequence, s.entry_id, s.previous, s.hash, $6
         from unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[]) as s(sequence, entry_id, previous, hash)`,
      [centerId, links.map((link) => link.sequence), ids, links.map((link) => link.previous), links.map((link) => link.hash), now],
    );
    await client.query('delete from entry_queue where center_id = $1 and entry_id = any($2::uuid[])', [centerId, ids]);
    sealed += links.length;
  }
}

export async function headOf(client: OwnerClient, centerId: string): Promise<Head> {
  const { rows } = await client.query<Head>(
    'select sequence::int as sequence, hash from entry_seals where center_id = $1 order by entry_seals.sequence desc limit 1',
    [centerId],
  );
  return rows[0] ?? { sequence: 0, hash: GENESIS };
}

/** Puts every entry that has neither seal nor place in the queue into the queue: after a seed, which writes rows directly. */
export async function queueUnsealed(client: OwnerClient): Promise<void> {
  await client.query(
    `insert into entry_queue (center_id, entry_id)
     select e.center_id, e.id from entries e
      where not exists (select from entry_seals s where s.center_id = e.center_id and s.entry_id = e.id)
     on conflict do nothing`,
  );
}
