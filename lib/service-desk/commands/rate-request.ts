import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requestRatings, requestRepairs } from '@/db/schema/service-desk-ratings';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { addWorkingDays } from '@/lib/kernel/working-days';
import { requestContacted, requestRated, requestRatedAgain, requestRepaired } from '../entries';
import type { ContactAfterRating, FinishRepair, RateRequest } from '../inputs';
import { CONTACT_DAYS, dueColumns, isBad, LONG_REPAIR_DAYS, mayStillRate, RATING_DAYS, REPAIR_DAYS } from '../rules';
import { repairWarnOn } from '../rules/reminders';
import { aboutRequest, type HeldRequest, holdRequest, saveRequest, subjectOf, takeStep } from './held-request';

/** 好差评: once a round, by a person of the company. The table takes no second one and no correction. A bad one opens its repair. */
export async function rateRequest(ctx: Ctx, input: z.output<typeof RateRequest>): Promise<{ id: string; grade: number }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'rate', request);
  ensure(request.completedAt !== null && mayStillRate(dayOf(request.completedAt), dayOf(ctx.now)), 'request.ratingOver', { params: { days: RATING_DAYS } });
  const bad = isBad(input.grade);
  await keepRating(ctx, request, 1, input);
  if (bad) await openRepair(ctx, request, input.grade);
  await saveRequest(ctx, request.id, { grade: input.grade, ratedAt: ctx.now, ...(bad ? { repair: 'open' as const } : {}) });
  await record(ctx, requestRated, { ...subjectOf(request), data: { ...aboutRequest(request), grade: input.grade } });
  return { id: request.id, grade: input.grade };
}

async function keepRating(ctx: Ctx, request: HeldRequest, turn: 1 | 2, { grade, reasons, comment }: z.output<typeof RateRequest>): Promise<void> {
  const actor = ctx.actor as MemberActor;
  await ctx.db.insert(requestRatings).values({
    centerId: actor.centerId, requestId: request.id, round: request.round, turn, companyId: request.companyId, membershipId: actor.membershipId, grade, reasons, comment, ratedAt: ctx.now,
  });
}

async function openRepair(ctx: Ctx, request: HeldRequest, grade: number): Promise<void> {
  const [calendar, today] = [await getCalendar(ctx), dayOf(ctx.now)];
  const within = (days: number) => dueColumns(addWorkingDays(calendar, today, days)).order;
  const due = { contactDueOn: within(CONTACT_DAYS), dueOn: within(REPAIR_DAYS) };
  await ctx.db.insert(requestRepairs).values({
    centerId: (ctx.actor as MemberActor).centerId,
    id: newId(),
    requestId: request.id,
    round: request.round,
    companyId: request.companyId,
    grade,
    ownerId: request.ownerId,
    openedAt: ctx.now,
    ...due,
    warnOn: repairWarnOn(calendar, { ...due, days: REPAIR_DAYS, contactedAt: null, contactWarned: 0, repairedAt: null, warned: 0 }),
  });
}

const isOne = (request: HeldRequest, round = request.round) => and(eq(requestRepairs.requestId, request.id), eq(requestRepairs.round, round));

/**
 * The repair of the round that is meant. Of an earlier one it may still be worked on while it is open; the company has
 * rated that round, and rates the new one next.
 */
async function holdRepair(ctx: Ctx, request: HeldRequest, round = request.round) {
  const earlier = round !== request.round;
  if (earlier) takeStep(ctx, 'repairEarlier', { ...request, openBefore: true });
  else takeStep(ctx, 'repair', request);
  const [row] = await ctx.db.select().from(requestRepairs).where(isOne(request, round)).for('update');
  const repair = found(row);
  ensure(repair.repairedAt === null, 'request.repairedAlready');
  return { ...repair, earlier };
}

/** 回访: the company was called back. What takes longer than five days says why. */
export async function contactAfterRating(ctx: Ctx, input: z.output<typeof ContactAfterRating>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  const repair = await holdRepair(ctx, request, input.round);
  ensure(repair.contactedAt === null, 'request.contactedAlready');
  const days = input.long ? LONG_REPAIR_DAYS : REPAIR_DAYS;
  const calendar = await getCalendar(ctx);
  const due = dueColumns(addWorkingDays(calendar, dayOf(repair.openedAt), days)).order;
  // Another day is told of anew.
  const clock = { contactedAt: ctx.now, days, dueOn: due, warned: due === repair.dueOn ? repair.warned : 0 };
  await ctx.db
    .update(requestRepairs)
    .set({
      ...clock,
      contactedBy: (ctx.actor as MemberActor).membershipId,
      contactNote: input.note,
      longReason: input.long ? input.longReason : null,
      // Nobody is told of the days of a round that was taken up again.
      warnOn: repair.earlier ? null : repairWarnOn(calendar, { ...repair, ...clock }),
    })
    .where(eq(requestRepairs.id, repair.id));
  await record(ctx, requestContacted, { ...subjectOf(request), data: { ...aboutRequest(request), days, due } });
  return { id: request.id };
}

/** 整改完成: what was done about it. Of the latest round the company may rate once more. */
export async function finishRepair(ctx: Ctx, input: z.output<typeof FinishRepair>): Promise<{ id: string; earlier: boolean }> {
  const request = await holdRequest(ctx, input.request);
  const repair = await holdRepair(ctx, request, input.round);
  ensure(repair.contactedAt !== null, 'request.contactFirst');
  await ctx.db
    .update(requestRepairs)
    .set({ repairedAt: ctx.now, repairedBy: (ctx.actor as MemberActor).membershipId, repairNote: input.note, inTime: dayOf(ctx.now) <= repair.dueOn, warnOn: null })
    .where(eq(requestRepairs.id, repair.id));
  if (!repair.earlier) await saveRequest(ctx, request.id, { repair: 'done' });
  await record(ctx, requestRepaired, { ...subjectOf(request), data: { ...aboutRequest(request), note: input.note.slice(0, 500) } });
  return { id: request.id, earlier: repair.earlier };
}

/** The one follow-up rating. The first stays as it was given. */
export async function rateAgain(ctx: Ctx, input: z.output<typeof RateRequest>): Promise<{ id: string; grade: number }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'rateAgain', request);
  await keepRating(ctx, request, 2, input);
  await ctx.db.update(requestRepairs).set({ secondGrade: input.grade }).where(isOne(request));
  await saveRequest(ctx, request.id, { repair: 'rated' });
  await record(ctx, requestRatedAgain, { ...subjectOf(request), data: { ...aboutRequest(request), grade: input.grade } });
  return { id: request.id, grade: input.grade };
}
