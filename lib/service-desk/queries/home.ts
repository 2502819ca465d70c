import { and, asc, desc, eq, gt, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { looks, memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { isCompanyPerson, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, dayOf, startOfDay } from '@/lib/kernel/dates';
import { RATING_DAYS } from '../rules';

/** However long somebody was away, "since I last looked" goes back no further. */
const FAR_BACK_DAYS = 14;

export const DESK_PAGE = 'desk';

/** When the reader last said that they have seen a page; null if never. */
export async function lastLook(ctx: Ctx, page: string): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ seenAt: looks.seenAt })
    .from(looks)
    .where(and(eq(looks.membershipId, membershipOf(ctx.actor) ?? ''), eq(looks.page, page)));
  return row?.seenAt ?? null;
}

/** What others did since a moment to the requests the reader holds, newest first. */
export async function changesSince(ctx: Ctx, since: Date | null, limit = 20) {
  const earliest = startOfDay(addDays(dayOf(ctx.now), -FAR_BACK_DAYS));
  const from = since !== null && since > earliest ? since : earliest;
  const me = membershipOf(ctx.actor) ?? '';
  return ctx.db
    .select({
      id: entries.id,
      name: entries.name,
      actorName: entries.actorName,
      data: entries.data,
      at: entries.occurredAt,
      requestId: requests.id,
      company: companies.name,
    })
    .from(entries)
    .innerJoin(requests, eq(requests.id, entries.subjectId))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .where(and(eq(entries.subjectType, 'request'), gt(entries.occurredAt, from), ne(entries.membershipId, me), eq(requests.ownerId, me)))
    .orderBy(desc(entries.occurredAt), desc(entries.id))
    .limit(limit);
}

/** What waits for the company: to be corrected, finished as a draft, or rated. */
export async function companyTodos(ctx: Ctx) {
  const { actor } = ctx;
  if (!isCompanyPerson(actor)) return { confirming: [], returned: [], lanes: [], toRate: [], again: [], drafts: [] };
  const shape = {
    id: requests.id,
    number: requests.number,
    title: requests.title,
    item: serviceItemVersions.name,
    itemEn: serviceItemVersions.nameEn,
    owner: memberships.name,
    at: requests.updatedAt,
    returnedAt: requests.returnedAt,
    completedAt: requests.completedAt,
  };
  const own = (where: ReturnType<typeof and>) =>
    ctx.db
      .select(shape)
      .from(requests)
      .innerJoin(serviceItemVersions, eq(serviceItemVersions.id, requests.versionId))
      .leftJoin(memberships, eq(memberships.id, requests.ownerId))
      .where(and(eq(requests.companyId, actor.companyId), where));
  const rateFrom = startOfDay(addDays(dayOf(ctx.now), -RATING_DAYS));
  return {
    confirming: await own(eq(requests.state, 'confirming')).orderBy(asc(requests.id)).limit(20),
    lanes: await own(and(eq(requests.state, 'accepted'), eq(requests.laneWaits, true))).orderBy(asc(requests.id)).limit(20),
    again: await own(and(eq(requests.state, 'completed'), eq(requests.repair, 'done'))).orderBy(desc(requests.id)).limit(10),
    returned: await own(eq(requests.state, 'returned')).orderBy(asc(requests.returnedAt), asc(requests.id)).limit(20),
    toRate: await own(and(eq(requests.state, 'completed'), isNull(requests.grade), gte(requests.completedAt, rateFrom)))
      .orderBy(desc(requests.completedAt), desc(requests.id))
      .limit(10),
    drafts: await own(eq(requests.state, 'draft')).orderBy(desc(requests.updatedAt), desc(requests.id)).limit(10),
  };
}

const FREQUENT = 8;

/** What was asked and answered on the spot lately, most often first; so that nobody types it twice. */
export async function frequentAnswers(ctx: Ctx): Promise<{ question: string; answer: string }[]> {
  const lately = ctx.db
    .select({ question: requests.title, answer: requests.result })
    .from(requests)
    .where(and(eq(requests.spot, true), eq(requests.state, 'completed'), gte(requests.completedAt, startOfDay(addDays(dayOf(ctx.now), -90)))))
    .orderBy(desc(requests.completedAt), desc(requests.id))
    .limit(500)
    .as('lately');
  const rows = await ctx.db
    .select({ question: lately.question, answer: sql<string>`max(${lately.answer})`, many: sql<number>`count(*)::int` })
    .from(lately)
    .groupBy(lately.question)
    .orderBy(sql`count(*) desc`, lately.question)
    .limit(FREQUENT);
  return rows.map(({ question, answer }) => ({ question, answer }));
}

/** How many requests wait for the company's own answer; for the number beside the navigation. */
export async function countReturned(ctx: Ctx): Promise<number> {
  const { actor } = ctx;
  if (!isCompanyPerson(actor)) return 0;
  return ctx.db.$count(requests, and(eq(requests.companyId, actor.companyId), or(inArray(requests.state, ['returned', 'confirming']), and(eq(requests.state, 'accepted'), eq(requests.laneWaits, true)))));
}
