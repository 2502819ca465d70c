import { and, asc, count, desc, isNotNull, lte } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import type { Indicator } from '../indicator';

const admittedBy = (to: string) => and(isNotNull(companies.admittedOn), lte(companies.admittedOn, to));

/** 累计入孵企业: ever admitted by the day, whatever became of them. */
export const companiesCumulative: Indicator = {
  key: 'companies.cumulative',
  kind: 'cumulative',
  unit: 'companies',
  async value({ db }, { to }) {
    const [row] = await db.select({ n: count() }).from(companies).where(admittedBy(to));
    return BigInt(row?.n ?? 0);
  },
  async rows({ db }, { to }, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const rows = await db
      .select({ id: companies.id, name: companies.name, admittedOn: companies.admittedOn, creditCode: companies.creditCode })
      .from(companies)
      .where(admittedBy(to))
      .orderBy(order(companies.admittedOn), order(companies.id))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({
      id: row.id,
      day: row.admittedOn ?? '',
      label: row.name,
      detail: row.creditCode ?? '',
      href: `/desk/companies/${row.id}`,
    }));
  },
};
