import { and, asc, count, desc, eq, isNull, lte, ne, sql } from 'drizzle-orm';
import { carriers, companies, companyRoad } from '@/db/schema/companies';
import type { Ctx } from '@/lib/kernel/context';
import type { Indicator } from '../indicator';

/**
 * Each company's first admission by the day: who came back counts once, and of two files that became one only one road is left.
 * Admissions of which nobody knows the day prove nothing about any day.
 */
function firstAdmissions({ db }: Ctx, to: string) {
  return db
    .selectDistinctOn([companyRoad.companyId], { id: companyRoad.id, companyId: companyRoad.companyId, onDay: sql<string>`${companyRoad.onDay}`.as('first_day'), carrierId: companyRoad.carrierId })
    .from(companyRoad)
    .where(and(eq(companyRoad.kind, 'admitted'), isNull(companyRoad.struckAt), ne(companyRoad.basis, 'unknown'), lte(companyRoad.onDay, to)))
    .orderBy(companyRoad.companyId, companyRoad.onDay, companyRoad.position)
    .as('first_admission');
}

/** 累计入孵企业: ever admitted by the day, whatever became of them. Counted from the road, and every one opens the row that says so. */
export const companiesCumulative: Indicator = {
  key: 'companies.cumulative',
  kind: 'cumulative',
  unit: 'companies',
  async value(ctx, { to }) {
    const [row] = await ctx.db.select({ n: count() }).from(firstAdmissions(ctx, to));
    return BigInt(row?.n ?? 0);
  },
  async rows(ctx, { to }, { limit, offset, dir }) {
    const order = dir === 'asc' ? asc : desc;
    const first = firstAdmissions(ctx, to);
    const rows = await ctx.db
      .select({ id: first.id, companyId: first.companyId, onDay: first.onDay, name: companies.name, creditCode: companies.creditCode, carrier: carriers.name })
      .from(first)
      .innerJoin(companies, eq(companies.id, first.companyId))
      .leftJoin(carriers, eq(carriers.id, first.carrierId))
      .orderBy(order(first.onDay), order(first.id))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({
      id: row.id,
      day: row.onDay,
      label: row.name,
      detail: [row.creditCode, row.carrier].filter((text) => text !== null).join(' · '),
      href: `/desk/companies/${row.companyId}/road/${row.id}`,
    }));
  },
};
