import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { approvalAbsences } from '@/db/schema/approvals';
import { record } from '@/lib/audit/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { standInEnded, standInSet } from '../entries';
import type { OneAbsence, StandIn } from '../inputs';
import { canSetStandIn } from '../policy';
import { listDeciders, memberName } from '../queries';

/** Says who gives one's opinions while one is away; lanes stay one's own, and the opinion names both. */
export async function setStandIn(ctx: Ctx, input: z.output<typeof StandIn>): Promise<{ id: string; standIn: string }> {
  const actor = ctx.actor as MemberActor;
  allow(canSetStandIn(actor, actor.membershipId));
  ensure(input.standIn !== actor.membershipId, 'lane.ownStandIn', { field: 'standIn' });
  ensure(input.until >= dayOf(ctx.now), 'dateTooEarly', { field: 'until' });
  const standIn = (await listDeciders(ctx)).find(({ membershipId }) => membershipId === input.standIn)?.name;
  ensure(standIn !== undefined, 'notFound', { field: 'standIn' });
  const id = newId();
  await ctx.db.insert(approvalAbsences).values({
    centerId: actor.centerId, id, membershipId: actor.membershipId, standInId: input.standIn, fromOn: input.from, untilOn: input.until, createdAt: ctx.now, createdBy: actor.membershipId,
  });
  await record(ctx, standInSet, {
    subject: { type: 'membership', id: actor.membershipId },
    data: { membershipId: actor.membershipId, standInId: input.standIn, who: actor.name, standIn, from: input.from, until: input.until },
  });
  return { id, standIn };
}

/** Back again, or entered by mistake. What was decided meanwhile stands. */
export async function endStandIn(ctx: Ctx, input: z.output<typeof OneAbsence>): Promise<{ id: string }> {
  const [row] = await ctx.db.select().from(approvalAbsences).where(eq(approvalAbsences.id, input.absence)).for('update');
  const absence = found(row);
  allow(canSetStandIn(ctx.actor, absence.membershipId));
  if (absence.cancelled) return { id: absence.id };
  await ctx.db.update(approvalAbsences).set({ cancelled: true }).where(and(eq(approvalAbsences.id, absence.id)));
  await record(ctx, standInEnded, {
    subject: { type: 'membership', id: absence.membershipId },
    data: {
      membershipId: absence.membershipId, standInId: absence.standInId, who: await memberName(ctx, absence.membershipId),
      standIn: await memberName(ctx, absence.standInId), from: absence.fromOn, until: absence.untilOn,
    },
  });
  return { id: absence.id };
}
