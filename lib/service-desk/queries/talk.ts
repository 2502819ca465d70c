import { and, asc, desc, eq, gte, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { requestMessageReads, requestMessages } from '@/db/schema/service-desk-talk';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import { type Actor, isBusinessStaff, isCompanyPerson, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, dayOf, startOfDay } from '@/lib/kernel/dates';

/** On whose side a reader leaves marks; null for those who only look on, as an auditor does. */
export function readingSide(actor: Actor): 'company' | 'desk' | null {
  return isCompanyPerson(actor) ? 'company' : isBusinessStaff(actor) ? 'desk' : null;
}

/** What is meant for a reader: what the other side said and, at the desk, colleagues' notes. One's own words are not. */
export function meantFor(side: 'company' | 'desk', me: string): SQL | undefined {
  const theirs = side === 'company' ? eq(requestMessages.fromCompany, false) : or(eq(requestMessages.fromCompany, true), eq(requestMessages.internal, true));
  return and(theirs, ne(requestMessages.membershipId, me));
}

/** The first of the other side who read a message, and how many have by now. */
export interface ReadBy {
  who: string | null;
  at: Date;
  many: number;
}

const messagesAsked = writtenOnce((db) =>
  db
    .select({
      id: requestMessages.id,
      body: requestMessages.body,
      fromCompany: requestMessages.fromCompany,
      internal: requestMessages.internal,
      membershipId: requestMessages.membershipId,
      author: memberships.name,
      at: requestMessages.createdAt,
    })
    .from(requestMessages)
    .leftJoin(memberships, eq(memberships.id, requestMessages.membershipId))
    .where(eq(requestMessages.requestId, sql.placeholder('id')))
    .orderBy(asc(requestMessages.id))
    .limit(500)
    .prepare(KEPT),
);

/** What was said, oldest first; row-level security leaves the desk's notes out for the company, and who read them. */
export async function messagesOf(ctx: Ctx, requestId: string) {
  const rows = await messagesAsked(ctx.db).execute({ id: requestId });
  if (rows.length === 0) return [];
  const reads = await ctx.db
    .select({ message: requestMessageReads.messageId, reader: requestMessageReads.membershipId, byCompany: requestMessageReads.byCompany, who: memberships.name, at: requestMessageReads.readAt })
    .from(requestMessageReads)
    .leftJoin(memberships, eq(memberships.id, requestMessageReads.membershipId))
    .where(inArray(requestMessageReads.messageId, rows.map(({ id }) => id)))
    .orderBy(asc(requestMessageReads.readAt));
  const [side, me] = [readingSide(ctx.actor), membershipOf(ctx.actor)];
  return rows.map(({ membershipId, ...row }) => {
    const marks = reads.filter(({ message }) => message === row.id);
    const other = row.internal ? [] : marks.filter(({ byCompany }) => byCompany !== row.fromCompany);
    const [first] = other;
    const meant = membershipId !== me && (side === 'company' ? !row.fromCompany : side === 'desk' && (row.fromCompany || row.internal));
    return {
      ...row,
      /** The reader hasn't seen it before. */
      fresh: meant && !marks.some(({ reader }) => reader === me),
      read: first === undefined ? null : ({ who: first.who, at: first.at, many: other.length } satisfies ReadBy),
    };
  });
}
export type Message = Awaited<ReturnType<typeof messagesOf>>[number];

const unread = (me: string) =>
  sql`not exists (select from ${requestMessageReads} r where r.center_id = ${requestMessages.centerId} and r.message_id = ${requestMessages.id} and r.membership_id = ${me})`;

/** How far back a company is reminded of what it hasn't read. */
const REMIND_DAYS = 90;

/** Requests of the company on which the desk has said something the reader hasn't seen, the latest first. */
export async function unreadOf(ctx: Ctx, limit = 10) {
  const { actor } = ctx;
  if (!isCompanyPerson(actor)) return [];
  return ctx.db
    .select({ id: requests.id, number: requests.number, title: requests.title, many: sql<number>`count(*)::int`, at: sql<Date>`max(${requestMessages.createdAt})`.mapWith(requestMessages.createdAt) })
    .from(requests)
    .innerJoin(requestMessages, eq(requestMessages.requestId, requests.id))
    .where(
      and(
        eq(requests.companyId, actor.companyId),
        meantFor('company', actor.membershipId),
        gte(requestMessages.createdAt, startOfDay(addDays(dayOf(ctx.now), -REMIND_DAYS))),
        unread(actor.membershipId),
      ),
    )
    .groupBy(requests.id, requests.number, requests.title)
    .orderBy(desc(sql`max(${requestMessages.createdAt})`), desc(requests.id))
    .limit(limit);
}

/** How many messages on each of these requests the reader hasn't seen; those with none aren't named. */
export async function unreadOn(ctx: Ctx, requestIds: readonly string[]): Promise<Map<string, number>> {
  const [side, me] = [readingSide(ctx.actor), membershipOf(ctx.actor)];
  if (side === null || me === null || requestIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ request: requestMessages.requestId, many: sql<number>`count(*)::int` })
    .from(requestMessages)
    .where(and(inArray(requestMessages.requestId, [...requestIds]), meantFor(side, me), unread(me)))
    .groupBy(requestMessages.requestId);
  return new Map(rows.map(({ request, many }) => [request, many]));
}

/** Which of these messages of a request are meant for the reader and have no mark of theirs. */
export async function unreadAmong(ctx: Ctx, requestId: string, shown: readonly string[]): Promise<string[]> {
  const [side, me] = [readingSide(ctx.actor), membershipOf(ctx.actor)];
  if (side === null || me === null || shown.length === 0) return [];
  const rows = await ctx.db
    .select({ id: requestMessages.id })
    .from(requestMessages)
    .where(and(eq(requestMessages.requestId, requestId), inArray(requestMessages.id, [...shown]), meantFor(side, me), unread(me)));
  return rows.map(({ id }) => id);
}
