import { and, asc, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { documents } from '@/db/schema/documents';
import { memberships } from '@/db/schema/people';
import { requestRounds, requests } from '@/db/schema/service-desk';
import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { requestRatings, requestRepairs } from '@/db/schema/service-desk-ratings';
import { requestSupervisions, requestUrges } from '@/db/schema/service-desk-watched';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';

const requestAsked = writtenOnce((db) => {
  const [owner, firstOwner, filer, survivor] = [alias(memberships, 'owner'), alias(memberships, 'first_owner'), alias(memberships, 'filer'), alias(requests, 'survivor')];
  const effectPaper = alias(documents, 'effect_paper');
  return db
    .select({
      id: requests.id,
      number: requests.number,
      title: requests.title,
      body: requests.body,
      answers: requests.answers,
      state: requests.state,
      version: requests.version,
      round: requests.round,
      channel: requests.channel,
      spot: requests.spot,
      item: {
        id: serviceItems.id,
        key: serviceItems.key,
        versionId: serviceItemVersions.id,
        name: serviceItemVersions.name,
        nameEn: serviceItemVersions.nameEn,
        description: serviceItemVersions.description,
        descriptionEn: serviceItemVersions.descriptionEn,
        basis: serviceItemVersions.basis,
        basisEn: serviceItemVersions.basisEn,
        fields: serviceItemVersions.fields,
        materials: serviceItemVersions.materials,
        stages: serviceItemVersions.stages,
        asksBody: serviceItemVersions.asksBody,
        resultText: serviceItemVersions.resultText,
        outcomeWords: serviceItemVersions.outcomeWords,
        effects: serviceItemVersions.effects,
        acceptanceDays: serviceItemVersions.acceptanceDays,
        promisedDays: serviceItemVersions.promisedDays,
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
      laneWaits: requests.laneWaits,
      refusedAt: requests.refusedAt,
      refuseReason: requests.refuseReason,
      duplicateOf: requests.duplicateOf,
      duplicateNumber: survivor.number,
      decidedAt: requests.decidedAt,
      outcome: requests.outcome,
      delivery: requests.delivery,
      repair: requests.repair,
      supervisedUntil: requests.supervisedUntil,
      declaredAt: requests.declaredAt,
      completedAt: requests.completedAt,
      withdrawnAt: requests.withdrawnAt,
      withdrawReason: requests.withdrawReason,
      result: requests.result,
      documentId: requests.resultDocumentId,
      document: documents.number,
      effect: requests.effect,
      effectRoadId: requests.effectRoadId,
      effectDocumentId: requests.effectDocumentId,
      effectDocument: effectPaper.number,
      grade: requests.grade,
      ratedAt: requests.ratedAt,
      updatedAt: requests.updatedAt,
    })
    .from(requests)
    .innerJoin(serviceItems, eq(serviceItems.id, requests.itemId))
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.id, requests.versionId))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(owner, eq(owner.id, requests.ownerId))
    .leftJoin(firstOwner, eq(firstOwner.id, requests.firstOwnerId))
    .leftJoin(filer, eq(filer.id, requests.filedBy))
    .leftJoin(documents, eq(documents.id, requests.resultDocumentId))
    .leftJoin(effectPaper, eq(effectPaper.id, requests.effectDocumentId))
    .leftJoin(survivor, eq(survivor.id, requests.duplicateOf))
    .where(eq(requests.id, sql.placeholder('id')))
    .prepare(KEPT);
});

/** One request with everything its page shows, or null. */
export async function getRequest(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [row] = await requestAsked(ctx.db).execute({ id });
  return row ?? null;
}
export type RequestFile = NonNullable<Awaited<ReturnType<typeof getRequest>>>;

/** The requests whose granting took steps of a company's road, by step. */
export async function requestsBehindRoad(ctx: Ctx, companyId: string): Promise<Map<string, { id: string; number: string }>> {
  const rows = await ctx.db
    .select({ road: requests.effectRoadId, id: requests.id, number: requests.number })
    .from(requests)
    .where(and(eq(requests.companyId, companyId), isNotNull(requests.effectRoadId)));
  return new Map(rows.flatMap(({ road, id, number }) => (road === null ? [] : [[road, { id, number: number ?? '' }] as const])));
}

const returnsAsked = writtenOnce((db) =>
  db
    .select({
      id: requestReturns.id,
      round: requestReturns.round,
      items: requestReturns.items,
      reason: requestReturns.reason,
      laneId: requestReturns.laneId,
      returnedBy: memberships.name,
      returnedAt: requestReturns.returnedAt,
      resubmittedAt: requestReturns.resubmittedAt,
      answer: requestReturns.answer,
    })
    .from(requestReturns)
    .leftJoin(memberships, eq(memberships.id, requestReturns.returnedBy))
    .where(eq(requestReturns.requestId, sql.placeholder('id')))
    .orderBy(desc(requestReturns.round))
    .prepare(KEPT),
);

/** Every correction asked for, the latest first. */
export async function returnsOf(ctx: Ctx, requestId: string) {
  return returnsAsked(ctx.db).execute({ id: requestId });
}
export type Correction = Awaited<ReturnType<typeof returnsOf>>[number];

const ratingsAsked = writtenOnce((db) =>
  db
    .select({ turn: requestRatings.turn, grade: requestRatings.grade, reasons: requestRatings.reasons, comment: requestRatings.comment, ratedAt: requestRatings.ratedAt })
    .from(requestRatings)
    .where(and(eq(requestRatings.requestId, sql.placeholder('id')), eq(requestRatings.round, sql.placeholder('round'))))
    .orderBy(asc(requestRatings.turn))
    .prepare(KEPT),
);

/** The grades of this round and what was said with them, the follow-up last. Whose they are isn't asked for: that is the manager's alone. */
export async function ratingsOf(ctx: Ctx, requestId: string, round: number) {
  return ratingsAsked(ctx.db).execute({ id: requestId, round });
}
export type Rating = Awaited<ReturnType<typeof ratingsOf>>[number];

/** Who rated; asked for only where the policy lets one know. */
export async function raterOf(ctx: Ctx, requestId: string, round: number): Promise<string | null> {
  const [row] = await ctx.db
    .select({ name: memberships.name })
    .from(requestRatings)
    .innerJoin(memberships, eq(memberships.id, requestRatings.membershipId))
    .where(and(eq(requestRatings.requestId, requestId), eq(requestRatings.round, round), eq(requestRatings.turn, 1)));
  return row?.name ?? null;
}

const repairsAsked = writtenOnce((db) =>
  db
    .select()
    .from(requestRepairs)
    .where(eq(requestRepairs.requestId, sql.placeholder('id')))
    .orderBy(desc(requestRepairs.round))
    .prepare(KEPT),
);

/** How a bad rating is put right: that of this round, null when there was none, and those of earlier ones, the latest first. */
export async function repairsOf(ctx: Ctx, requestId: string, round: number) {
  const rows = await repairsAsked(ctx.db).execute({ id: requestId });
  return { now: rows.find((row) => row.round === round) ?? null, earlier: rows.filter((row) => row.round !== round) };
}
export type Repair = NonNullable<Awaited<ReturnType<typeof repairsOf>>['now']>;

/** What earlier rounds ended with, the latest first. */
export async function roundsOf(ctx: Ctx, requestId: string) {
  return ctx.db
    .select({
      round: requestRounds.round, state: requestRounds.state, completedAt: requestRounds.completedAt, decidedAt: requestRounds.decidedAt, dueOn: requestRounds.dueOn, usedDays: requestRounds.usedDays,
      result: requestRounds.result, refuseReason: requestRounds.refuseReason,
      documentId: requestRounds.resultDocumentId, document: documents.number, grade: requestRounds.grade, reason: requestRounds.reason, reopenedAt: requestRounds.reopenedAt,
    })
    .from(requestRounds)
    .leftJoin(documents, eq(documents.id, requestRounds.resultDocumentId))
    .where(eq(requestRounds.requestId, requestId))
    .orderBy(desc(requestRounds.round));
}
export type EarlierRound = Awaited<ReturnType<typeof roundsOf>>[number];

/** The days on which the company urged, the latest first. */
export async function urgesOf(ctx: Ctx, requestId: string): Promise<string[]> {
  const rows = await ctx.db.select({ on: requestUrges.urgedOn }).from(requestUrges).where(eq(requestUrges.requestId, requestId)).orderBy(desc(requestUrges.urgedOn)).limit(60);
  return rows.map(({ on }) => on);
}

/** The supervision a request stands under, or null. */
export async function supervisionOf(ctx: Ctx, requestId: string) {
  const [row] = await ctx.db
    .select({ untilOn: requestSupervisions.untilOn, reason: requestSupervisions.reason, placedBy: memberships.name })
    .from(requestSupervisions)
    .leftJoin(memberships, eq(memberships.id, requestSupervisions.placedBy))
    .where(and(eq(requestSupervisions.requestId, requestId), isNull(requestSupervisions.liftedAt)));
  return row ?? null;
}

const unspoken = ['request.drafted', 'request.edited'];

const timelineAsked = writtenOnce((db) =>
  db
    .select({ id: entries.id, name: entries.name, actorName: entries.actorName, data: entries.data, at: entries.occurredAt })
    .from(entries)
    .where(and(eq(entries.subjectType, 'request'), eq(entries.subjectId, sql.placeholder('id')), notInArray(entries.name, unspoken)))
    .orderBy(desc(entries.id))
    .limit(100)
    .prepare(KEPT),
);

/** What happened to it, newest first, as far as the reader is among those it is told to. */
export async function timelineOf(ctx: Ctx, requestId: string) {
  return timelineAsked(ctx.db).execute({ id: requestId });
}
export type RequestEvent = Awaited<ReturnType<typeof timelineOf>>[number];
