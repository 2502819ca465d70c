import { and, asc, count, desc, eq, gte, lte } from 'drizzle-orm';
import { mentorAppointments } from '@/db/schema/mentoring';
import { memberships } from '@/db/schema/people';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';

const within = ({ from, to }: Period) =>
  and(from === null ? undefined : gte(mentorAppointments.appointedOn, from), lte(mentorAppointments.appointedOn, to));

/** 新聘请创业导师: appointments that begin within the days. */
export const mentorsAppointed: Indicator = {
  key: 'mentors.appointed',
  kind: 'flow',
  unit: 'persons',
  async value({ db }, period) {
    const [row] = await db.select({ n: count() }).from(mentorAppointments).where(within(period));
    return BigInt(row?.n ?? 0);
  },
  async rows({ db }, period, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const rows = await db
      .select({ id: mentorAppointments.id, membershipId: memberships.id, name: memberships.name, on: mentorAppointments.appointedOn, field: mentorAppointments.field })
      .from(mentorAppointments)
      .innerJoin(memberships, and(eq(memberships.centerId, mentorAppointments.centerId), eq(memberships.id, mentorAppointments.membershipId)))
      .where(within(period))
      .orderBy(order(mentorAppointments.appointedOn), order(mentorAppointments.id))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({ id: row.id, day: row.on, label: row.name, detail: row.field, href: `/desk/mentoring?mentor=${row.membershipId}` }));
  },
};
