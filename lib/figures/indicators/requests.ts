import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { requests } from '@/db/schema/service-desk';
import { dayOf } from '@/lib/kernel/dates';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { momentsWithin } from '../within';
import { countingRounds } from './rounds';

/** What was answered on the spot is counted apart, and what says another one again is counted once. */
const within = (period: Period) => and(momentsWithin(requests.submittedAt, period), eq(requests.spot, false), isNull(requests.duplicateOf));

/** 提交办件: submitted within the days, once however often it is taken up again; a draft isn't one yet. */
export const requestsFiled: Indicator = {
  key: 'requests.filed',
  kind: 'flow',
  unit: 'requests',
  async value({ db }, period) {
    const [row] = await db.select({ n: count() }).from(requests).where(within(period));
    return BigInt(row?.n ?? 0);
  },
  async rows({ db }, period, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const rows = await db
      .select({ id: requests.id, number: requests.number, title: requests.title, at: requests.submittedAt, company: companies.name })
      .from(requests)
      .innerJoin(companies, and(eq(companies.centerId, requests.centerId), eq(companies.id, requests.companyId)))
      .where(within(period))
      .orderBy(order(requests.submittedAt), order(requests.id))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({
      id: row.id,
      day: row.at === null ? '' : dayOf(row.at),
      label: `${row.number ?? ''} ${row.title}`.trim(),
      detail: row.company,
      href: `/desk/requests/${row.id}`,
    }));
  },
};

/** 办结办件: decided within the days, whenever the result is handed over; what was taken up again and decided anew, each time. */
export const requestsDone = countingRounds({ key: 'requests.done', at: 'decidedAt', where: ({ spot }) => eq(spot, false) });
