import { and, asc, desc, eq, notInArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { documents } from '@/db/schema/documents';
import { memberships } from '@/db/schema/people';
import { requestMessages, requestRatings, requestReturns, requests, serviceItems } from '@/db/schema/service-desk';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';

/** One request with everything its page shows, or null. */
export async function getRequest(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [owner, firstOwner, filer] = [alias(memberships, 'owner'), alias(memberships, 'first_owner'), alias(memberships, 'filer')];
  const [row] = await ctx.db
    .select({
      id: requests.id,
      number: requests.number,
      title: requests.title,
      body: requests.body,
      answers: requests.answers,
      state: requests.state,
      version: requests.version,
      item: {
        id: serviceItems.id,
        key: serviceItems.key,
        name: serviceItems.name,
        nameEn: serviceItems.nameEn,
        description: serviceItems.description,
        descriptionEn: serviceItems.descriptionEn,
        fields: serviceItems.fields,
        filesRequired: serviceItems.filesRequired,
        acceptanceDays: serviceItems.acceptanceDays,
        promisedDays: serviceItems.promisedDays,
      },
      companyId: requests.companyId,
      company: companies.name,
      room: companies.room,
      filedBy: filer.name,
      ownerId: requests.ownerId,
      owner: owner.name,
      firstOwner: firstOwner.name,
      submittedAt: requests.submittedAt,
      acceptanceDays: requests.acceptanceDays,
      promisedDays: requests.promisedDays,
      acceptDueOn: requests.acceptDueOn,
      acceptedAt: requests.acceptedAt,
      dueOn: requests.dueOn,
      nextDueOn: requests.nextDueOn,
      returnedAt: requests.returnedAt,
      completedAt: requests.completedAt,
      withdrawnAt: requests.withdrawnAt,
      withdrawReason: requests.withdrawReason,
      result: requests.result,
      documentId: requests.resultDocumentId,
      document: documents.number,
      grade: requests.grade,
      ratedAt: requests.ratedAt,
      updatedAt: requests.updatedAt,
    })
    .from(requests)
    .innerJoin(serviceItems, eq(serviceItems.id, requests.itemId))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(owner, eq(owner.id, requests.ownerId))
    .leftJoin(firstOwner, eq(firstOwner.id, requests.firstOwnerId))
    .leftJoin(filer, eq(filer.id, requests.filedBy))
    .leftJoin(documents, eq(documents.id, requests.resultDocumentId))
    .where(eq(requests.id, id));
  return row ?? null;
}
export type RequestFile = NonNullable<Awaited<ReturnType<typeof getRequest>>>;

/** What was said, oldest first; row-level security leaves the desk's notes out for the company. */
export async function messagesOf(ctx: Ctx, requestId: string) {
  return ctx.db
    .select({
      id: requestMessages.id,
      body: requestMessages.body,
      fromCompany: requestMessages.fromCompany,
      internal: requestMessages.internal,
      author: memberships.name,
      at: requestMessages.createdAt,
    })
    .from(requestMessages)
    .leftJoin(memberships, eq(memberships.id, requestMessages.membershipId))
    .where(eq(requestMessages.requestId, requestId))
    .orderBy(asc(requestMessages.id))
    .limit(500);
}
export type Message = Awaited<ReturnType<typeof messagesOf>>[number];

/** Every correction asked for, the latest first. */
export async function returnsOf(ctx: Ctx, requestId: string) {
  return ctx.db
    .select({
      id: requestReturns.id,
      round: requestReturns.round,
      items: requestReturns.items,
      reason: requestReturns.reason,
      returnedBy: memberships.name,
      returnedAt: requestReturns.returnedAt,
      resubmittedAt: requestReturns.resubmittedAt,
      answer: requestReturns.answer,
    })
    .from(requestReturns)
    .leftJoin(memberships, eq(memberships.id, requestReturns.returnedBy))
    .where(eq(requestReturns.requestId, requestId))
    .orderBy(desc(requestReturns.round));
}
export type Correction = Awaited<ReturnType<typeof returnsOf>>[number];

/** The grade and what was said with it. Whose it is isn't asked for: that is the manager's alone. */
export async function ratingOf(ctx: Ctx, requestId: string) {
  const [row] = await ctx.db
    .select({ grade: requestRatings.grade, comment: requestRatings.comment, ratedAt: requestRatings.ratedAt })
    .from(requestRatings)
    .where(eq(requestRatings.requestId, requestId));
  return row ?? null;
}

const unspoken = ['request.drafted', 'request.edited'];

/** What happened to it, newest first, as far as the reader is among those it is told to. */
export async function timelineOf(ctx: Ctx, requestId: string) {
  return ctx.db
    .select({ id: entries.id, name: entries.name, actorName: entries.actorName, data: entries.data, at: entries.occurredAt })
    .from(entries)
    .where(and(eq(entries.subjectType, 'request'), eq(entries.subjectId, requestId), notInArray(entries.name, unspoken)))
    .orderBy(desc(entries.id))
    .limit(100);
}
export type RequestEvent = Awaited<ReturnType<typeof timelineOf>>[number];

/** What the file subject of a request needs to know. */
export async function standingOf(ctx: Ctx, requestId: string) {
  if (!isId(requestId)) return null;
  const [row] = await ctx.db
    .select({ state: requests.state, companyId: requests.companyId, ownerId: requests.ownerId, grade: requests.grade })
    .from(requests)
    .where(eq(requests.id, requestId));
  return row ?? null;
}
