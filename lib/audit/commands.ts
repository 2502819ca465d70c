import { createHash, createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { insertRows } from '@/db/insert-rows';
import { entries, entryChanges, entryPersonalValues, entryQueue } from '@/db/schema/audit';
import { type Asked, enqueueAll } from '@/lib/jobs/commands';
import { centerOf, membershipOf, personOf, roleOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { env } from '@/lib/kernel/env';
import { newId } from '@/lib/kernel/ids';
import type { EntryKind } from './entries';

export interface Occurrence<D> {
  subject: { type: string; id: string | null };
  companyId?: string | null;
  data: D;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  /** For acts of people who act for no center of their own (operator, a person looking after their sign-in). */
  centerId?: string;
}

type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };

/** Leaves one entry in the transaction of `ctx`, and asks that those concerned be told. @returns its id */
export async function record<D extends z.ZodType>(
  ctx: Ctx,
  kind: EntryKind<D>,
  occurrence: Occurrence<z.input<D>>,
): Promise<string> {
  const [id] = await recordAll(ctx, kind, [occurrence]);
  if (id === undefined) throw new Error('an entry was not written');
  return id;
}

/** The same for a batch, set-based: a few inserts however many rows. Nobody is told of the single rows when `quiet`. */
export async function recordAll<D extends z.ZodType>(
  ctx: Ctx,
  kind: EntryKind<D>,
  occurrences: readonly Occurrence<z.input<D>>[],
  options: { quiet?: boolean } = {},
): Promise<string[]> {
  if (occurrences.length === 0) return [];
  const rows: (typeof entries.$inferInsert)[] = [];
  const changes: (typeof entryChanges.$inferInsert)[] = [];
  const personal: (typeof entryPersonalValues.$inferInsert)[] = [];
  const telling = new Map<string, string[]>();
  for (const occurrence of occurrences) {
    const id = newId();
    const center = occurrence.centerId ?? centerOf(ctx.actor);
    const data = kind.data.parse(occurrence.data) as z.output<D> & Record<string, unknown>;
    const before = masked(kind, 'before', occurrence.before, center, id, personal);
    const after = masked(kind, 'after', occurrence.after, center, id, personal);
    const changed = before !== null || after !== null;
    if (changed) changes.push({ centerId: center, entryId: id, before, after });
    rows.push({
      centerId: center,
      id,
      occurredAt: ctx.now,
      name: kind.name,
      actorKind: ctx.actor.kind,
      actorRole: roleOf(ctx.actor),
      actorName: 'name' in ctx.actor ? ctx.actor.name : '',
      personId: personOf(ctx.actor),
      membershipId: membershipOf(ctx.actor),
      address: ctx.address ?? null,
      requestId: ctx.requestId,
      subjectType: occurrence.subject.type,
      subjectId: occurrence.subject.id,
      companyId: occurrence.companyId ?? null,
      forCenter: kind.audience.includes('center'),
      forCompany: kind.audience.includes('company'),
      forMentor: kind.audience.includes('mentor'),
      data: data as Record<string, unknown>,
      changesHash: changed ? hashOf({ before, after }) : null,
    });
    if (kind.tell !== undefined && options.quiet !== true) {
      const ids = telling.get(center);
      if (ids === undefined) telling.set(center, [id]);
      else ids.push(id);
    }
  }
  await insertRows(ctx.db, entries, rows);
  const queued = JSON.stringify(rows.map(({ centerId, id }) => ({ centerId, id })));
  await ctx.db
    .insert(entryQueue)
    .select(sql`select (x ->> 'centerId')::uuid, (x ->> 'id')::uuid, pg_current_xact_id() from jsonb_array_elements(${queued}::jsonb) as x`);
  await insertRows(ctx.db, entryChanges, changes);
  await insertRows(ctx.db, entryPersonalValues, personal);
  await enqueueAll(ctx, [...telling].flatMap(([centerId, ids]) => told(centerId, ids)));
  return rows.map((row) => row.id);
}

/** So many entries are told in one piece of background work, in a few statements. */
const TOLD_AT_ONCE = 500;

function told(centerId: string, ids: readonly string[]): Asked[] {
  const parts: Asked[] = [];
  for (let start = 0; start < ids.length; start += TOLD_AT_ONCE) {
    const part = ids.slice(start, start + TOLD_AT_ONCE);
    const [only] = part;
    parts.push(part.length === 1 ? { centerId, topic: 'entry.told', payload: { entryId: only } } : { centerId, topic: 'entries.told', payload: { entryIds: part } });
  }
  return parts;
}

/** Keys sorted at every level, so that the same content has the same hash after a journey through jsonb. */
export function canonical(value: unknown): string {
  return JSON.stringify(toPlain(value));
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function toPlain(value: unknown): Plain {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === 'object') {
    const sorted = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted.map(([key, inner]) => [key, toPlain(inner)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`an entry can't hold a ${typeof value}`);
}

/** Personal values leave the trail as mask and salted hash; the value itself lies where the law can erase it. */
function masked(
  kind: EntryKind,
  side: 'before' | 'after',
  values: Record<string, unknown> | null | undefined,
  centerId: string,
  entryId: string,
  personal: (typeof entryPersonalValues.$inferInsert)[],
): Record<string, Plain> | null {
  if (values === null || values === undefined) return null;
  const kept: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (kind.personal?.includes(key) === true && value !== null && value !== '') {
      const text = typeof value === 'string' ? value : canonical(value);
      personal.push({ centerId, entryId, path: `${side}.${key}`, value: text });
      kept[key] = { masked: mask(text), hash: createHmac('sha256', env().AUDIT_SALT).update(text).digest('hex') };
    } else kept[key] = toPlain(value);
  }
  return kept;
}

function mask(text: string): string {
  if (text.length <= 2) return '*'.repeat(text.length);
  if (text.length <= 6) return `${text.slice(0, 1)}${'*'.repeat(text.length - 1)}`;
  return `${text.slice(0, 3)}${'*'.repeat(text.length - 5)}${text.slice(-2)}`;
}
