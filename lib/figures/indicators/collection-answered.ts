import { and, asc, count, desc, eq } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { collectionAnswers, collectionRounds } from '@/db/schema/companies-collection';
import { dayOf } from '@/lib/kernel/dates';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { momentsWithin } from '../within';

const given = (period: Period) => and(eq(collectionAnswers.state, 'answered'), momentsWithin(collectionAnswers.answeredAt, period));

/** 年度采集填报企业: companies that answered a yearly collection within the days. */
export const collectionAnswered: Indicator = {
  key: 'collection.answered',
  kind: 'flow',
  unit: 'companies',
  async value({ db }, period) {
    const [row] = await db.select({ n: count() }).from(collectionAnswers).where(given(period));
    return BigInt(row?.n ?? 0);
  },
  async rows({ db }, period, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const rows = await db
      .select({ id: collectionAnswers.companyId, round: collectionAnswers.roundId, at: collectionAnswers.answeredAt, company: companies.name, year: collectionRounds.year })
      .from(collectionAnswers)
      .innerJoin(companies, and(eq(companies.centerId, collectionAnswers.centerId), eq(companies.id, collectionAnswers.companyId)))
      .innerJoin(collectionRounds, and(eq(collectionRounds.centerId, collectionAnswers.centerId), eq(collectionRounds.id, collectionAnswers.roundId)))
      .where(given(period))
      .orderBy(order(collectionAnswers.answeredAt), order(collectionAnswers.companyId))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({ id: `${row.round} ${row.id}`, day: row.at === null ? '' : dayOf(row.at), label: row.company, detail: String(row.year), href: `/desk/companies/${row.id}/facts/${row.year}` }));
  },
};
