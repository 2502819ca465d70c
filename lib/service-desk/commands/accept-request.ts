import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import { hasRole, type MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, RuleError } from '@/lib/kernel/errors';
import { requestAccepted } from '../entries';
import type { AcceptMany, OneRequest } from '../inputs';
import { canServe } from '../policy';
import { memberName } from '../queries/people';
import { clockStart, dueColumns, resultDue } from '../rules';
import { aboutRequest, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, takeStep } from './held-request';

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
  const clockFromOn = clockStart(today, request.receivedOn ?? today, request.acceptDueOn);
  const due = dueColumns(resultDue(await getCalendar(ctx), clockFromOn, request.promisedDays ?? 0, []));
  // Whoever serves the company keeps it when somebody above takes it on.
  const ownerId = hasRole(actor, 'director', 'manager') ? (request.ownerId ?? actor.membershipId) : actor.membershipId;
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    acceptedAt: ctx.now,
    acceptedBy: actor.membershipId,
    clockFromOn,
    dueOn: due.known,
    nextDueOn: due.order,
    ownerId,
    firstOwnerId: request.firstOwnerId ?? ownerId,
  });
  await record(ctx, requestAccepted, {
    ...subjectOf(request),
    data: {
      ...aboutRequest(request, ownerId),
      ownerName: await memberName(ctx, ownerId),
      due: due.order,
      known: due.known === null ? 'no' : 'yes',
    },
  });
  return { id: request.id, number: request.number ?? '' };
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
