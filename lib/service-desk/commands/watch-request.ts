import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requestSupervisions, requestUrges } from '@/db/schema/service-desk-watched';
import { record } from '@/lib/audit/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestLifted, requestSupervised, requestUrged } from '../entries';
import type { LiftSupervision, OneRequest, SuperviseRequest } from '../inputs';
import { aboutRequest, holdRequest, saveRequest, subjectOf, takeStep } from './held-request';

/** 催办: once a day, by anybody of the company. Whoever holds it is told. */
export async function urgeRequest(ctx: Ctx, input: z.output<typeof OneRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'urge', request);
  const actor = ctx.actor as MemberActor;
  const urged = await ctx.db
    .insert(requestUrges)
    .values({ centerId: actor.centerId, requestId: request.id, companyId: request.companyId, urgedOn: dayOf(ctx.now), membershipId: actor.membershipId, urgedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ on: requestUrges.urgedOn });
  ensure(urged.length > 0, 'request.urgedToday');
  await record(ctx, requestUrged, { ...subjectOf(request), data: aboutRequest(request) });
  return { id: request.id };
}

/** 督办: the director watches it until a day. */
export async function superviseRequest(ctx: Ctx, input: z.output<typeof SuperviseRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'supervise', request);
  ensure(input.until >= dayOf(ctx.now), 'dateTooEarly', { field: 'until' });
  const actor = ctx.actor as MemberActor;
  await ctx.db.insert(requestSupervisions).values({
    centerId: actor.centerId, id: newId(), requestId: request.id, companyId: request.companyId, untilOn: input.until, reason: input.reason, placedBy: actor.membershipId, placedAt: ctx.now,
  });
  await saveRequest(ctx, request.id, { supervisedUntil: input.until });
  await record(ctx, requestSupervised, { ...subjectOf(request), data: { ...aboutRequest(request), until: input.until, reason: input.reason } });
  return { id: request.id };
}

/** It stays under supervision until somebody says how it came out. */
export async function liftSupervision(ctx: Ctx, input: z.output<typeof LiftSupervision>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'lift', request);
  const actor = ctx.actor as MemberActor;
  await ctx.db
    .update(requestSupervisions)
    .set({ note: input.note, liftedBy: actor.membershipId, liftedAt: ctx.now })
    .where(and(eq(requestSupervisions.requestId, request.id), isNull(requestSupervisions.liftedAt)));
  await saveRequest(ctx, request.id, { supervisedUntil: null });
  await record(ctx, requestLifted, { ...subjectOf(request), data: { ...aboutRequest(request), note: input.note } });
  return { id: request.id };
}
