import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { entries, entryChanges, entrySeals } from '@/db/schema/audit';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, startOfDay } from '@/lib/kernel/dates';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import type { trailList } from './inputs';
import { canSeeChanges } from './policy';

export type TrailParams = ReturnType<(typeof trailList)['parse']>;

/** What a sentence is made of. Row-level security has left only what the reader is in the audience of. */
export interface EntryLine {
  id: string;
  name: string;
  data: Record<string, unknown>;
  actorName: string;
  actorRole: string;
  occurredAt: Date;
}

const line = {
  id: entries.id,
  name: entries.name,
  data: entries.data,
  actorName: entries.actorName,
  actorRole: entries.actorRole,
  occurredAt: entries.occurredAt,
};

/** One condition for the rows, their number and their export. */
function matching({ filters }: TrailParams): SQL | undefined {
  const { from, to, who, what, subject, company, member } = filters;
  return and(
    from === undefined ? undefined : gte(entries.occurredAt, startOfDay(from)),
    to === undefined ? undefined : lt(entries.occurredAt, startOfDay(addDays(to, 1))),
    // '/' is the sign after '.': every name that begins with the word and a dot.
    what === undefined ? undefined : and(gte(entries.name, `${what}.`), lt(entries.name, `${what}/`)),
    who === undefined ? undefined : sql`strpos(entries.actor_name, ${who}) > 0`,
    subject === undefined ? undefined : eq(entries.subjectId, subject),
    company === undefined ? undefined : eq(entries.companyId, company),
    member === undefined ? undefined : eq(entries.membershipId, member),
  );
}

export interface TrailRow extends EntryLine {
  address: string | null;
  subjectType: string;
}

const trailRow = { ...line, address: entries.address, subjectType: entries.subjectType };
const order = (params: TrailParams) => {
  const by = params.dir === 'asc' ? asc : desc;
  return [by(entries.occurredAt), by(entries.id)];
};

/** A page of the trail and how many there are, exact to 10,000. */
export async function listEntries({ db }: Ctx, params: TrailParams): Promise<{ rows: TrailRow[]; total: number; over: boolean }> {
  const where = matching(params);
  const rows = await db.select(trailRow).from(entries).where(where).orderBy(...order(params)).limit(params.size).offset(offsetOf(params));
  const counted = db.select({ one: sql`1` }).from(entries).where(where).limit(REACHABLE_ROWS + 1).as('counted');
  const [found] = await db.select({ count: sql<number>`count(*)::int` }).from(counted);
  const total = found?.count ?? 0;
  return { rows, total: Math.min(total, REACHABLE_ROWS), over: total > REACHABLE_ROWS };
}

export const MOST_EXPORTED = 50_000;

/** The same rows for a sheet, all of them up to `MOST_EXPORTED`. */
export async function exportEntries({ db }: Ctx, params: TrailParams): Promise<TrailRow[]> {
  return db.select(trailRow).from(entries).where(matching(params)).orderBy(...order(params)).limit(MOST_EXPORTED);
}

/** One entry; before and after only for those who may see them, the seal only where the reader's rows hold it. */
export async function getEntry({ db, actor }: Ctx, id: string) {
  const [entry] = await db
    .select({
      ...trailRow,
      actorKind: entries.actorKind,
      requestId: entries.requestId,
      subjectId: entries.subjectId,
      companyId: entries.companyId,
      forCenter: entries.forCenter,
      forCompany: entries.forCompany,
      forMentor: entries.forMentor,
      changesHash: entries.changesHash,
      sequence: entrySeals.sequence,
      hash: entrySeals.hash,
      sealedAt: entrySeals.sealedAt,
    })
    .from(entries)
    .leftJoin(entrySeals, and(eq(entrySeals.centerId, entries.centerId), eq(entrySeals.entryId, entries.id)))
    .where(eq(entries.id, id));
  if (entry === undefined) return null;
  const [changes] = canSeeChanges(actor)
    ? await db.select({ before: entryChanges.before, after: entryChanges.after }).from(entryChanges).where(eq(entryChanges.entryId, id))
    : [];
  return { ...entry, before: asRecord(changes?.before), after: asRecord(changes?.after) };
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** What happened to a company and to every file that was merged into it, or to one subject, newest first: lines for sentences, never before and after. */
export async function timelineOf({ db }: Ctx, of: { companyId: string } | { subject: { type: string; id: string } }, limit = 20): Promise<EntryLine[]> {
  const where =
    'companyId' in of ? sql`${entries.companyId} = any(company_files(${of.companyId}::uuid))` : and(eq(entries.subjectType, of.subject.type), eq(entries.subjectId, of.subject.id));
  return db.select(line).from(entries).where(where).orderBy(desc(entries.occurredAt), desc(entries.id)).limit(limit);
}

/** How far the chain reaches, for the auditor. */
export async function chainHead({ db }: Ctx): Promise<{ sequence: number; hash: string; sealedAt: Date } | null> {
  const [row] = await db
    .select({ sequence: entrySeals.sequence, hash: entrySeals.hash, sealedAt: entrySeals.sealedAt })
    .from(entrySeals)
    .orderBy(desc(entrySeals.sequence))
    .limit(1);
  return row ?? null;
}

/** What others did about a company since a moment, the newest first: at most `limit`, and how many there are up to `limit`. */
export async function changesSince({ db, actor }: Ctx, companyId: string, since: Date, limit = 20): Promise<EntryLine[]> {
  const own = actor.kind === 'member' ? actor.membershipId : null;
  return db
    .select(line)
    .from(entries)
    .where(and(sql`${entries.companyId} = any(company_files(${companyId}::uuid))`, sql`${entries.occurredAt} > ${since.toISOString()}::timestamptz`, own === null ? undefined : sql`${entries.membershipId} is distinct from ${own}`))
    .orderBy(desc(entries.occurredAt), desc(entries.id))
    .limit(limit);
}
