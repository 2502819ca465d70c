import { eq, sql } from 'drizzle-orm';
import { visits } from '@/db/schema/mentoring';
import { hashOf, record } from '@/lib/audit/commands';
import { nextNumber, yearOf } from '@/lib/documents/numbers';
import { centerOf, isMentor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { visitCorrected, visitRecorded } from '../entries';
import type { CorrectVisit, RecordVisit } from '../inputs';
import { canCorrectVisit, canRecordVisit, isAuthor } from '../policy';
import { assignmentsTo } from '../queries/mentors';
import { companyName } from '../queries/names';
import { isAssignedOn, isCorrectable } from '../rules';
import { aboutVisit, answeredWith, answerOf, ensureTime, lockVisit, type Recorded, saveVisit, type VisitRow } from './visit-row';

/**
 * A mentor writes down a visit; the company is asked to confirm it. A visit that is here already is answered with itself,
 * so that a phone that never heard the answer may send it again; sent again in other words, it is a correction.
 */
export async function recordVisit(ctx: Ctx, input: RecordVisit): Promise<Recorded> {
  const { visit: id, company: companyId, ...written } = input;
  // A phone that lost the answer sends again while the first is still being written: the second waits here.
  await ctx.db.select({ held: sql`held.held` }).from(sql`pg_advisory_xact_lock(hashtextextended(${`visit ${id}`}, 0)) as held(held)`);
  const [known] = await ctx.db.select({ id: visits.id }).from(visits).where(eq(visits.id, id));
  if (known !== undefined) return sentAgain(ctx, id, written);
  const company = await companyName(ctx, companyId);
  const { actor } = ctx;
  allow(isMentor(actor));
  const { membershipId } = actor;
  const assignments = await assignmentsTo(ctx, membershipId, companyId);
  allow(canRecordVisit(actor, assignments.some((one) => isAssignedOn(one, dayOf(ctx.now)))), 'visit.notAssigned');
  ensureTime(ctx, written.visitedAt, assignments);

  const number = await nextNumber(ctx, 'DF', yearOf(ctx.now));
  const mine = { createdAt: ctx.now, createdBy: membershipId, updatedAt: ctx.now, updatedBy: membershipId };
  const made = await ctx.db
    .insert(visits)
    .values({ ...written, ...mine, centerId: centerOf(actor), id, number, companyId, membershipId, state: 'recorded' })
    .onConflictDoNothing({ target: [visits.centerId, visits.id] })
    .returning({ id: visits.id });
  // Somebody else's visit that this mentor can't see has the id.
  found(made[0]);
  await record(ctx, visitRecorded, {
    subject: { type: 'visit', id },
    companyId,
    data: { visitId: id, number, companyId, company, membershipId, mentor: actor.name, on: dayOf(written.visitedAt) },
    after: written,
  });
  return { id, number };
}

/** The author puts right what the company disputed, or a slip before it answered; the company is asked again. */
export async function correctVisit(ctx: Ctx, input: CorrectVisit): Promise<Recorded> {
  const { visit: id, version, ...written } = input;
  const visit = await lockOwn(ctx, id);
  ensureVersion(visit, version);
  return correct(ctx, visit, written);
}

type Written = Omit<CorrectVisit, 'visit' | 'version'>;

async function sentAgain(ctx: Ctx, id: string, written: Written): Promise<Recorded> {
  const visit = await lockVisit(ctx, id);
  allow(isAuthor(ctx.actor, visit));
  if (hashOf(written) === hashOf(writtenIn(visit))) return { id, number: visit.number };
  return correct(ctx, await lockOwn(ctx, id), written);
}

async function lockOwn(ctx: Ctx, id: string): Promise<VisitRow> {
  const visit = await lockVisit(ctx, id);
  allow(isAuthor(ctx.actor, visit));
  ensure(isCorrectable(visit), answeredWith(visit), { params: await answerOf(ctx, visit) });
  allow(canCorrectVisit(ctx.actor, visit));
  return visit;
}

async function correct(ctx: Ctx, visit: VisitRow, written: Written): Promise<Recorded> {
  ensureTime(ctx, written.visitedAt, await assignmentsTo(ctx, visit.membershipId, visit.companyId));
  await saveVisit(ctx, visit, { ...written, state: 'recorded', decidedBy: null, decidedAt: null });
  await record(ctx, visitCorrected, { ...(await aboutVisit(ctx, visit)), before: writtenIn(visit), after: written });
  return { id: visit.id, number: visit.number };
}

function writtenIn({ visitedAt, minutes, placeKind, place, topics, advice }: VisitRow) {
  return { visitedAt, minutes, placeKind, place, topics, advice };
}
