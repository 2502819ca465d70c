import { and, asc, inArray, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import type { Chosen } from '@/db/schema/notices';
import { memberships } from '@/db/schema/people';
import { companyWhere } from '@/lib/companies/queries/list';
import { paramsOf } from '@/lib/companies/queries/segments';
import type { Ctx } from '@/lib/kernel/context';

/** People of a company who can open its portal. */
export const hasPeople = sql<boolean>`exists (select from ${memberships} where ${memberships.centerId} = ${companies.centerId} and ${memberships.companyId} = ${companies.id} and ${memberships.endedAt} is null)`;

/**
 * The one condition behind the count, the preview and the sending: what the register's list shows under the query, or the
 * ticked companies. A segment is such a query under a name, so it needs nothing else here.
 */
export async function chosenWhere(ctx: Ctx, chosen: Chosen): Promise<SQL | undefined> {
  switch (chosen.by) {
    case 'ticked':
      return inArray(companies.id, chosen.companies);
    case 'filter': {
      return companyWhere(ctx, paramsOf(chosen.query).filters);
    }
  }
}

export interface Reach {
  companies: number;
  /** Of these nobody can sign in: they have to be told in another way. */
  silent: number;
}

export async function reachOf(ctx: Ctx, chosen: Chosen): Promise<Reach> {
  const where = await chosenWhere(ctx, chosen);
  const [row] = await ctx.db
    .select({ companies: sql<number>`count(*)::int`, silent: sql<number>`(count(*) filter (where not ${hasPeople}))::int` })
    .from(companies)
    .where(where);
  return row ?? { companies: 0, silent: 0 };
}

/** Ids and names of everybody chosen, at most `most`. */
export async function chosenCompanies(ctx: Ctx, chosen: Chosen, most: number): Promise<{ id: string; name: string }[]> {
  const where = await chosenWhere(ctx, chosen);
  return ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(where).orderBy(asc(companies.id)).limit(most);
}

/** Which of these companies nobody can sign in for. */
export async function silentAmong(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: companies.id })
    .from(companies)
    .where(and(inArray(companies.id, [...ids]), sql`not ${hasPeople}`));
  return new Set(rows.map((row) => row.id));
}
