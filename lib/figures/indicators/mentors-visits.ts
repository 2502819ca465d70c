import { and, asc, count, desc, eq } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { visits } from '@/db/schema/mentoring';
import { dayOf } from '@/lib/kernel/dates';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { momentsWithin } from '../within';

/** A visit counts once the company has signed for it. */
const signed = (period: Period) => and(eq(visits.state, 'confirmed'), momentsWithin(visits.visitedAt, period));

/** 创业导师进企业: visits within the days that the company confirmed. */
export const mentorsVisits: Indicator = {
  key: 'mentors.visits',
  kind: 'flow',
  unit: 'times',
  async value({ db }, period) {
    const [row] = await db.select({ n: count() }).from(visits).where(signed(period));
    return BigInt(row?.n ?? 0);
  },
  async rows({ db }, period, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const rows = await db
      .select({ id: visits.id, number: visits.number, at: visits.visitedAt, company: companies.name })
      .from(visits)
      .innerJoin(companies, and(eq(companies.centerId, visits.centerId), eq(companies.id, visits.companyId)))
      .where(signed(period))
      .orderBy(order(visits.visitedAt), order(visits.id))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({ id: row.id, day: dayOf(row.at), label: row.number, detail: row.company, href: `/desk/mentoring/visits/${row.id}` }));
  },
};
