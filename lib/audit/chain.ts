import { createHash } from 'node:crypto';

/** What precedes the first entry of a center. */
export const GENESIS = '0'.repeat(64);

/** An entry as the chain sees it: every column as PostgreSQL's own text, so that no byte is lost on the way. */
export interface ChainEntry {
  id: string;
  changesHash: string | null;
  fields: readonly (string | null)[];
}

/** The select list behind `ChainEntry`, of entries under the name `e`. Its order is part of the chain: never change it. */
export const chainColumns = `e.id::text as id, e.changes_hash as "changesHash", array[
  e.center_id::text, e.id::text, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.name,
  e.actor_kind, e.actor_role, e.actor_name, e.person_id::text, e.membership_id::text, e.address, e.request_id,
  e.subject_type, e.subject_id::text, e.company_id::text, e.for_center::text, e.for_company::text, e.for_mentor::text,
  e.data::text, e.changes_hash] as fields`;

/** The hash that seals an entry behind the one before: sha-256 over both. */
export function linkHash(previous: string, entry: Pick<ChainEntry, 'fields'>): string {
  return createHash('sha256').update(previous).update('\n').update(JSON.stringify(entry.fields)).digest('hex');
}
