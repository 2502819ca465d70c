import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { visits } from '@/db/schema/mentoring';
import { memberships } from '@/db/schema/people';
import { named } from '@/lib/companies/queries/search';
import { isMentor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, startOfDay } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import type { OwnVisitListParams, VisitListParams, VisitTopic } from '../inputs';

const mentors = alias(memberships, 'mentor');
const deciders = alias(memberships, 'decider');

function select(ctx: Ctx) {
  return ctx.db
    .select({
      id: visits.id,
      number: visits.number,
      companyId: visits.companyId,
      company: companies.name,
      room: companies.room,
      membershipId: visits.membershipId,
      mentor: mentors.name,
      visitedAt: visits.visitedAt,
      minutes: visits.minutes,
      placeKind: visits.placeKind,
      place: visits.place,
      topics: visits.topics,
      advice: visits.advice,
      state: visits.state,
      decidedAt: visits.decidedAt,
      decidedBy: deciders.name,
      remark: visits.remark,
      withdrawnReason: visits.withdrawnReason,
      createdAt: visits.createdAt,
      version: visits.version,
    })
    .from(visits)
    .innerJoin(companies, eq(companies.id, visits.companyId))
    .innerJoin(mentors, eq(mentors.id, visits.membershipId))
    .leftJoin(deciders, eq(deciders.id, visits.decidedBy));
}

type Row = Awaited<ReturnType<typeof select>>[number];
export type Visit = Omit<Row, 'topics'> & { topics: VisitTopic[] };

// The column is text[]; only commands write it, and they write topics of the list.
const asVisit = (row: Row): Visit => ({ ...row, topics: row.topics as VisitTopic[] });

const newestFirst = [desc(visits.visitedAt), desc(visits.id)];

/** One visit as its reader may see it, or null. */
export async function getVisit(ctx: Ctx, id: string): Promise<Visit | null> {
  if (!isId(id)) return null;
  const [row] = await select(ctx).where(eq(visits.id, id));
  return row === undefined ? null : asVisit(row);
}

/** The one condition behind rows, total and export. */
async function visitWhere(ctx: Ctx, { q, state, topic, mentor, from, to }: VisitListParams['filters']): Promise<SQL | undefined> {
  const byName = q === undefined ? undefined : await named(ctx, q);
  return and(
    byName === undefined ? undefined : inArray(visits.companyId, ctx.db.select({ id: companies.id }).from(companies).where(byName)),
    state === undefined ? undefined : eq(visits.state, state),
    topic === undefined ? undefined : sql`${topic} = any(${visits.topics})`,
    mentor === undefined ? undefined : eq(visits.membershipId, mentor),
    from === undefined ? undefined : gte(visits.visitedAt, startOfDay(from)),
    to === undefined ? undefined : lt(visits.visitedAt, startOfDay(addDays(to, 1))),
  );
}

function orderOf({ sort, dir }: Pick<VisitListParams, 'sort' | 'dir'>): SQL[] {
  const order = dir === 'asc' ? asc : desc;
  return sort === 'number' ? [order(visits.number), order(visits.id)] : [order(visits.visitedAt), order(visits.id)];
}

/** A page of the desk's list and how many there are, exact up to 10,000. */
export async function listVisits(ctx: Ctx, params: VisitListParams): Promise<{ rows: Visit[]; total: number; over: boolean }> {
  const where = await visitWhere(ctx, params.filters);
  const rows = await select(ctx).where(where).orderBy(...orderOf(params)).limit(params.size).offset(offsetOf(params));
  return { rows: rows.map(asVisit), ...(await countVisits(ctx, where)) };
}

async function countVisits(ctx: Ctx, where: SQL | undefined): Promise<{ total: number; over: boolean }> {
  const matching = ctx.db.select({ one: sql`1`.as('one') }).from(visits).where(where).limit(REACHABLE_ROWS + 1).as('matching');
  const [row] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(matching);
  const many = row?.many ?? 0;
  return many > REACHABLE_ROWS ? { total: REACHABLE_ROWS, over: true } : { total: many, over: false };
}

/** What the reader is part of: a mentor's own records; for a company, all that were written about it. */
function ownWhere(ctx: Ctx): SQL | undefined {
  return isMentor(ctx.actor) ? eq(visits.membershipId, ctx.actor.membershipId) : undefined;
}

export async function listOwnVisits(ctx: Ctx, params: OwnVisitListParams): Promise<{ rows: Visit[]; total: number; over: boolean }> {
  const { state } = params.filters;
  const where = and(ownWhere(ctx), state === undefined ? undefined : eq(visits.state, state));
  const rows = await select(ctx).where(where).orderBy(...orderOf(params)).limit(params.size).offset(offsetOf(params));
  return { rows: rows.map(asVisit), ...(await countVisits(ctx, where)) };
}

/** How many of the reader's visits stand in each state. */
export async function countOwnVisits(ctx: Ctx): Promise<Record<Visit['state'], number>> {
  const rows = await ctx.db
    .select({ state: visits.state, many: sql<number>`count(*)::int` })
    .from(visits)
    .where(ownWhere(ctx))
    .groupBy(visits.state);
  const counts = { recorded: 0, confirmed: 0, disputed: 0, withdrawn: 0 };
  for (const { state, many } of rows) counts[state] = many;
  return counts;
}

/** For a company: records that wait for its word. */
export async function countVisitsToConfirm(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(visits).where(eq(visits.state, 'recorded'));
  return row?.many ?? 0;
}

export async function listVisitsToConfirm(ctx: Ctx, limit = 20): Promise<Visit[]> {
  const rows = await select(ctx).where(eq(visits.state, 'recorded')).orderBy(asc(visits.visitedAt), asc(visits.id)).limit(limit);
  return rows.map(asVisit);
}

/** For a mentor: records the company said are wrong, the longest waiting first. */
export async function listDisputedVisits(ctx: Ctx): Promise<Visit[]> {
  const rows = await select(ctx)
    .where(and(ownWhere(ctx), eq(visits.state, 'disputed')))
    .orderBy(asc(visits.decidedAt), asc(visits.id))
    .limit(50);
  return rows.map(asVisit);
}

/** The newest visits of one company, whoever made them. */
export async function listRecentVisits(ctx: Ctx, companyId: string, limit = 5): Promise<Visit[]> {
  const rows = await select(ctx).where(eq(visits.companyId, companyId)).orderBy(...newestFirst).limit(limit);
  return rows.map(asVisit);
}

/** The rows of a list in its order, for an export: at most `most`. */
export async function exportVisits(ctx: Ctx, params: VisitListParams, most: number): Promise<Visit[]> {
  const rows = await select(ctx).where(await visitWhere(ctx, params.filters)).orderBy(...orderOf(params)).limit(most);
  return rows.map(asVisit);
}

/** What happened to a visit, newest first, as far as the reader is among those it is told to. */
export async function timelineOf(ctx: Ctx, visitId: string) {
  return ctx.db
    .select({ id: entries.id, name: entries.name, actorName: entries.actorName, data: entries.data, at: entries.occurredAt })
    .from(entries)
    .where(and(eq(entries.subjectType, 'visit'), eq(entries.subjectId, visitId)))
    .orderBy(desc(entries.id))
    .limit(100);
}

/** At the desk: how many wait for a company's word, and how many for the mentor's correction. */
export async function countOpenVisits(ctx: Ctx): Promise<{ recorded: number; disputed: number }> {
  const [row] = await ctx.db
    .select({
      recorded: sql<number>`(count(*) filter (where ${visits.state} = 'recorded'))::int`,
      disputed: sql<number>`(count(*) filter (where ${visits.state} = 'disputed'))::int`,
    })
    .from(visits)
    .where(inArray(visits.state, ['recorded', 'disputed']));
  return row ?? { recorded: 0, disputed: 0 };
}
