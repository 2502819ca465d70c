import { eq, sql } from 'drizzle-orm';
import { mentorAppointments } from '@/db/schema/mentoring';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { appointmentEnded, mentorAppointed } from '../entries';
import type { AppointMentor, EndAppointment } from '../inputs';
import { canAppointMentors } from '../policy';
import { getMentor } from '../queries/mentors';
import { memberName } from '../queries/names';
import { appointmentState, overlaps } from '../rules';

/** 聘任: a field and dates for somebody who is a mentor here. */
export async function appointMentor(ctx: Ctx, input: AppointMentor): Promise<{ id: string; mentor: string }> {
  allow(canAppointMentors(ctx.actor));
  const mentor = found(await getMentor(ctx, input.membership));
  ensure(mentor.endedAt === null, 'appointment.notMentor');
  const clash = mentor.appointments.find((one) => overlaps(one, input));
  ensure(clash === undefined, 'appointment.overlaps', { field: 'appointedOn', params: { from: clash?.appointedOn ?? '' } });

  const id = newId();
  const { membership: membershipId, field, organisation, appointedOn, endedOn } = input;
  const by = membershipOf(ctx.actor);
  await ctx.db.insert(mentorAppointments).values({
    centerId: centerOf(ctx.actor),
    id,
    membershipId,
    field,
    organisation,
    appointedOn,
    endedOn,
    createdAt: ctx.now,
    createdBy: by,
    updatedAt: ctx.now,
    updatedBy: by,
  });
  await record(ctx, mentorAppointed, {
    subject: { type: 'membership', id: membershipId },
    data: { membershipId, mentor: mentor.name, on: appointedOn },
    after: { field, organisation, appointedOn, endedOn },
  });
  return { id, mentor: membershipId };
}

/** Ends an appointment today; one that hasn't begun ends on its first day. */
export async function endAppointment(ctx: Ctx, input: EndAppointment): Promise<{ mentor: string }> {
  allow(canAppointMentors(ctx.actor));
  const [row] = await ctx.db.select().from(mentorAppointments).where(eq(mentorAppointments.id, input.appointment)).for('update');
  const appointment = found(row);
  const today = dayOf(ctx.now);
  const state = appointmentState(appointment, today);
  ensure(state !== 'ended', 'appointment.ended');
  const endedOn = state === 'coming' ? appointment.appointedOn : today;
  await ctx.db
    .update(mentorAppointments)
    .set({ endedOn, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${mentorAppointments.version} + 1` })
    .where(eq(mentorAppointments.id, appointment.id));
  const { membershipId } = appointment;
  await record(ctx, appointmentEnded, {
    subject: { type: 'membership', id: membershipId },
    data: { membershipId, mentor: await memberName(ctx, membershipId), on: endedOn },
    before: { endedOn: appointment.endedOn },
    after: { endedOn },
  });
  return { mentor: membershipId };
}
