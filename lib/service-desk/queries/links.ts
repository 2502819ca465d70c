import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { requestLinks } from '@/db/schema/service-desk-talk';
import { KEPT } from '@/db/kept';
import { literally, writtenOnce } from '@/db/written-once';
import { listFiles } from '@/lib/files/queries';
import type { Ctx } from '@/lib/kernel/context';
import { materialsOf } from './materials';

const linksAsked = writtenOnce((db) => {
  const id = sql.placeholder('id');
  const other = sql`case when ${requestLinks.requestId} = ${id} then ${requestLinks.otherId} else ${requestLinks.requestId} end`;
  return db
    .select({
      id: requestLinks.id,
      reason: requestLinks.reason,
      linkedBy: memberships.name,
      linkedAt: requestLinks.linkedAt,
      request: requests.id,
      number: requests.number,
      title: requests.title,
      state: requests.state,
      duplicateOf: requests.duplicateOf,
      companyId: requests.companyId,
      company: companies.name,
    })
    .from(requestLinks)
    .innerJoin(requests, and(eq(requests.centerId, requestLinks.centerId), eq(requests.id, other)))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(memberships, eq(memberships.id, requestLinks.linkedBy))
    .where(and(or(eq(requestLinks.requestId, id), eq(requestLinks.otherId, id)), isNull(requestLinks.removedAt)))
    .orderBy(desc(requestLinks.linkedAt), desc(requestLinks.id))
    .limit(50)
    .prepare(KEPT);
});

/** What a request belongs together with, the latest first. A company finds only what is its own at both ends. */
export async function linksOf(ctx: Ctx, requestId: string) {
  return linksAsked(ctx.db).execute({ id: requestId });
}
export type Link = Awaited<ReturnType<typeof linksOf>>[number];

const mergedAsked = writtenOnce((db) =>
  db
    .select({ id: requests.id, number: requests.number, title: requests.title, reason: requests.refuseReason, mergedAt: requests.refusedAt })
    .from(requests)
    .where(eq(requests.duplicateOf, sql.placeholder('id')))
    .orderBy(asc(requests.refusedAt), asc(requests.id))
    .limit(literally(20))
    .prepare(KEPT),
);

/** The duplicates that were merged into a request, with what had been handed in with them. */
export async function mergedIntoThis(ctx: Ctx, requestId: string) {
  const rows = await mergedAsked(ctx.db).execute({ id: requestId });
  const merged = [];
  for (const row of rows) {
    const handed = await materialsOf(ctx, row.id);
    const given = [...handed.flatMap(({ files }) => files), ...(await listFiles(ctx, { type: 'request', id: row.id }))];
    merged.push({ ...row, files: given.map(({ id, name }) => ({ id, name })) });
  }
  return merged;
}
export type Merged = Awaited<ReturnType<typeof mergedIntoThis>>[number];
