import { and, asc, count, desc, eq, gte, lte } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { ipRights } from '@/db/schema/companies-ip';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';

const within = ({ from, to }: Period) => and(from === null ? undefined : gte(ipRights.grantedOn, from), lte(ipRights.grantedOn, to));

/** 当年知识产权授权数 (火炬统计 J02): rights of the center's companies granted within the days, whatever became of them. */
export const ipGranted: Indicator = {
  key: 'ip.granted',
  kind: 'flow',
  unit: 'items',
  async value({ db }, period) {
    const [row] = await db.select({ n: count() }).from(ipRights).where(within(period));
    return BigInt(row?.n ?? 0);
  },
  async rows({ db }, period, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const rows = await db
      .select({ id: ipRights.id, day: ipRights.grantedOn, title: ipRights.title, companyId: ipRights.companyId, company: companies.name })
      .from(ipRights)
      .innerJoin(companies, and(eq(companies.centerId, ipRights.centerId), eq(companies.id, ipRights.companyId)))
      .where(within(period))
      .orderBy(order(ipRights.grantedOn), order(ipRights.id))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({ id: row.id, day: row.day ?? '', label: row.title, detail: row.company, href: `/desk/companies/${row.companyId}/ip` }));
  },
};
