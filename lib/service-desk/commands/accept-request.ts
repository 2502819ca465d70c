import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { openRound } from '@/lib/approvals/commands/round';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import { hasRole, type MemberActor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { allow, RuleError } from '@/lib/kernel/errors';
import { requestAccepted, requestRefused } from '../entries';
import type { AcceptMany, OneRequest, RefuseRequest } from '../inputs';
import { canServe } from '../policy';
import { versionOf } from '../queries/catalogue';
import { memberName } from '../queries/people';
import { clockStart } from '../rules';
import { aboutRequest, clockColumns, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, subjectOfLanes, takeStep } from './held-request';
import { letPaperStand } from './result-paper';

/** Takes a request on. Of two who accept at once one does; the other is told who, and since when. */
export async function acceptRequest(ctx: Ctx, input: z.output<typeof OneRequest>): Promise<{ id: string; number: string }> {
  const request = await holdRequest(ctx, input.request);
  await ensureNotTaken(ctx, request);
  return accept(ctx, request);
}

async function ensureNotTaken(ctx: Ctx, request: HeldRequest): Promise<void> {
  if (request.acceptedAt === null || request.acceptedBy === null || request.state !== 'accepted' || !canServe(ctx.actor)) return;
  const who = await memberName(ctx, request.acceptedBy);
  throw new RuleError('request.acceptedBy', { params: { who, at: request.acceptedAt } });
}

async function accept(ctx: Ctx, request: HeldRequest): Promise<{ id: string; number: string }> {
  const step = takeStep(ctx, 'accept', request);
  const actor = ctx.actor as MemberActor;
  const today = dayOf(ctx.now);
  // Whoever serves the company keeps it when somebody above takes it on.
  const ownerId = hasRole(actor, 'director', 'manager') ? (request.ownerId ?? actor.membershipId) : actor.membershipId;
  await takeOn(ctx, request, {
    state: leadsTo(step, request),
    clockFromOn: clockStart(today, request.receivedOn ?? today, request.acceptDueOn),
    ownerId,
    by: actor.membershipId,
  });
  return { id: request.id, number: request.number ?? '' };
}

/** Nobody answered in time: it counts as accepted on receipt (行政许可法第 32 条). Only background work says so. */
export async function acceptByDefault(ctx: Ctx, request: HeldRequest): Promise<void> {
  if (request.state !== 'submitted' || request.receivedOn === null) return;
  await takeOn(ctx, request, { state: 'accepted', clockFromOn: request.receivedOn, ownerId: request.ownerId, by: null });
}

interface Taken {
  state: HeldRequest['state'];
  clockFromOn: Day;
  ownerId: string | null;
  by: string | null;
}

/** The promise begins, and with it the lanes of the item's first stage. */
async function takeOn(ctx: Ctx, request: HeldRequest, { state, clockFromOn, ownerId, by }: Taken): Promise<void> {
  const calendar = await getCalendar(ctx);
  const { stages } = await versionOf(ctx, request.versionId);
  const clock = await openRound(ctx, calendar, { subject: subjectOfLanes(request.id), companyId: request.companyId, fromOn: clockFromOn, stages, holderId: ownerId });
  const columns = clockColumns(calendar, clock, { promisedDays: request.promisedDays, warned: 0 });
  await saveRequest(ctx, request.id, {
    state,
    acceptedAt: ctx.now,
    acceptedBy: by,
    clockFromOn,
    ...columns,
    warned: 0,
    ownerId,
    firstOwnerId: request.firstOwnerId ?? ownerId,
  });
  await record(ctx, requestAccepted, {
    ...subjectOf(request),
    data: {
      ...aboutRequest(request, ownerId),
      ownerName: ownerId === null ? 'none' : await memberName(ctx, ownerId),
      due: columns.nextDueOn ?? columns.dueOn ?? '',
      known: columns.dueOn === null ? 'no' : 'yes',
      how: by === null ? 'default' : 'desk',
      begun: clock.begun.filter((lane) => lane.ownerId !== ownerId || ownerId === null),
    },
  });
}

/** 不予受理: not what the desk can do, with the reason. It may be taken up again within its days. */
export async function refuseRequest(ctx: Ctx, input: z.output<typeof RefuseRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'refuse', request);
  const ownerId = request.ownerId ?? membershipOf(ctx.actor);
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request), refusedAt: ctx.now, refuseReason: input.reason, nextDueOn: null, warnOn: null, ownerId, firstOwnerId: request.firstOwnerId ?? ownerId,
  });
  await letPaperStand(ctx, request);
  await record(ctx, requestRefused, { ...subjectOf(request), data: { ...aboutRequest(request, ownerId), reason: input.reason } });
  return { id: request.id };
}

/** Accepts what is still waiting among the ticked; the others are counted, not an error. */
export async function acceptMany(ctx: Ctx, { ids }: z.output<typeof AcceptMany>): Promise<{ accepted: number; skipped: number }> {
  allow(canServe(ctx.actor));
  let accepted = 0;
  // One order for everybody, so that two lists that overlap can't wait for each other.
  const wanted = [...new Set(ids)].sort();
  for (const id of wanted) {
    const request = await holdRequest(ctx, id);
    if (request.state !== 'submitted') continue;
    await accept(ctx, request);
    accepted += 1;
  }
  return { accepted, skipped: wanted.length - accepted };
}

/** Accepts the one due first: of mine and of those nobody has; for managers then of anybody's. Two at once take two. */
export async function acceptNext(ctx: Ctx): Promise<{ id: string; number: string }> {
  allow(canServe(ctx.actor));
  const actor = ctx.actor as MemberActor;
  const waiting = eq(requests.state, 'submitted');
  const mine = or(eq(requests.ownerId, actor.membershipId), isNull(requests.ownerId));
  const first = async (where: ReturnType<typeof and>) =>
    (
      await ctx.db
        .select()
        .from(requests)
        .where(where)
        .orderBy(asc(requests.nextDueOn), asc(requests.id))
        .limit(1)
        .for('update', { skipLocked: true })
    )[0];
  const next = (await first(and(waiting, mine))) ?? (hasRole(actor, 'director', 'manager') ? await first(waiting) : undefined);
  if (next === undefined) throw new RuleError('request.noneWaiting');
  return accept(ctx, next);
}
