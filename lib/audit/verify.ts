import { createHmac } from 'node:crypto';
import type { OwnerClient } from '@/db/owner';
import { env } from '@/lib/kernel/env';
import { type ChainEntry, chainColumns, GENESIS, linkHash } from './chain';
import { hashOf } from './commands';
import { keptHeads } from './heads';

/** What is wrong with the first link that doesn't hold. */
export type Problem =
  | 'entryCut'
  | 'entryChanged'
  | 'changesCut'
  | 'changesChanged'
  | 'changesAdded'
  | 'personalValueChanged'
  | 'sealCut'
  | 'sealChanged'
  | 'tailCut'
  | 'headChanged'
  | 'entryUnsealed';

export interface Verdict {
  centerId: string;
  /** Links that hold, from the first. */
  sealed: number;
  hash: string;
  broken: { problem: Problem; sequence: number | null; entryId: string | null; day?: string } | null;
}

const BATCH = 2_000;

interface Link extends Omit<ChainEntry, 'id'> {
  id: string | null;
  sequence: number;
  sealedId: string;
  previousHash: string;
  hash: string;
  /** Of an entry that was redacted by law: what it read then, and what it reads now. */
  redactedHash: string | null;
  fieldsHash: string | null;
  hasChanges: boolean;
  before: unknown;
  after: unknown;
}

/** Walks a center's chain from its first link and names the first that is broken; then compares the heads kept each day. */
export async function verifyCenter(client: OwnerClient, centerId: string): Promise<Verdict> {
  const hashes = new Map<number, string>();
  const heads = await headsOf(client, centerId);
  let [sequence, hash] = [0, GENESIS];
  const broken = (problem: Problem, at: number | null, entryId: string | null, day?: string): Verdict => ({
    centerId,
    sealed: sequence,
    hash,
    broken: { problem, sequence: at, entryId, ...(day === undefined ? {} : { day }) },
  });

  for (;;) {
    const { rows: links } = await client.query<Link>(
      `select s.sequence::int as sequence, s.entry_id::text as "sealedId", s.previous_hash as "previousHash", s.hash, ${chainColumns},
              r.fields_hash as "redactedHash", case when r.fields_hash is not null then entry_fields_hash(e) end as "fieldsHash",
              c.entry_id is not null as "hasChanges", c.before, c.after
         from entry_seals s
         left join entries e on e.center_id = s.center_id and e.id = s.entry_id
         left join entry_redactions r on r.center_id = s.center_id and r.entry_id = s.entry_id
         left join entry_changes c on c.center_id = s.center_id and c.entry_id = s.entry_id
        where s.center_id = $1 and s.sequence > $2 order by s.sequence limit ${BATCH}`,
      [centerId, sequence],
    );
    if (links.length === 0) break;
    const personal = await personalValues(client, centerId, links.map((link) => link.sealedId));
    for (const link of links) {
      const problem = problemOf(link, sequence, hash) ?? personalProblem(link, personal.get(link.sealedId) ?? []);
      if (problem !== null) return broken(problem, problem === 'sealCut' ? sequence + 1 : link.sequence, problem === 'sealCut' ? null : link.sealedId);
      sequence = link.sequence;
      hash = link.hash;
      if (heads.some((head) => head.sequence === sequence)) hashes.set(sequence, hash);
    }
  }
  for (const head of heads) {
    if (head.sequence > sequence) return broken('tailCut', sequence + 1, null, head.day);
    if (hashes.get(head.sequence) !== head.hash) return broken('headChanged', head.sequence, null, head.day);
  }
  const stray = await unsealed(client, centerId);
  return stray === null ? { centerId, sealed: sequence, hash, broken: null } : broken('entryUnsealed', null, stray);
}

function problemOf(link: Link, sequence: number, hash: string): Problem | null {
  if (link.sequence !== sequence + 1) return 'sealCut';
  if (link.previousHash !== hash) return 'sealChanged';
  if (link.id === null) return 'entryCut';
  if (link.redactedHash === null ? linkHash(hash, link) !== link.hash : link.fieldsHash !== link.redactedHash) return 'entryChanged';
  // The redaction's own hash covers before and after as well.
  if (link.redactedHash !== null) return null;
  if (link.changesHash === null) return link.hasChanges ? 'changesAdded' : null;
  if (!link.hasChanges) return 'changesCut';
  return hashOf({ before: link.before, after: link.after }) === link.changesHash ? null : 'changesChanged';
}

/** Values that the law erased are gone; one that is still there must be the one whose hash stands in the trail. */
function personalProblem(link: Link, values: readonly { path: string; value: string }[]): Problem | null {
  const sides: Record<string, unknown> = { before: link.before, after: link.after };
  for (const { path, value } of values) {
    const [side = '', ...key] = path.split('.');
    const kept: unknown = Reflect.get(Object(sides[side]), key.join('.'));
    const hash = createHmac('sha256', env().AUDIT_SALT).update(value).digest('hex');
    if (typeof kept !== 'object' || kept === null || !('hash' in kept) || kept.hash !== hash) return 'personalValueChanged';
  }
  return null;
}

async function personalValues(client: OwnerClient, centerId: string, ids: readonly string[]) {
  const { rows } = await client.query<{ entryId: string; path: string; value: string }>(
    'select entry_id::text as "entryId", path, value from entry_personal_values where center_id = $1 and entry_id = any($2::uuid[])',
    [centerId, ids],
  );
  const byEntry = new Map<string, { path: string; value: string }[]>();
  for (const { entryId, ...value } of rows) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), value]);
  return byEntry;
}

async function headsOf(client: OwnerClient, centerId: string) {
  const { rows } = await client.query<{ day: string; sequence: number; hash: string }>(
    'select day::text as day, sequence::int as sequence, hash from entry_heads where center_id = $1 order by entry_heads.day',
    [centerId],
  );
  return [...rows, ...(await keptHeads(centerId))].sort((a, b) => a.sequence - b.sequence);
}

/** An entry that nobody sealed and that doesn't wait to be: it was put in beside the queue. */
async function unsealed(client: OwnerClient, centerId: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select e.id::text as id from entries e
      where e.center_id = $1
        and not exists (select from entry_seals s where s.center_id = e.center_id and s.entry_id = e.id)
        and not exists (select from entry_queue q where q.center_id = e.center_id and q.entry_id = e.id)
      order by e.id limit 1`,
    [centerId],
  );
  return rows[0]?.id ?? null;
}
