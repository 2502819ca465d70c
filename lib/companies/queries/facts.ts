import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { companies } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { type FactKey, type FactSource, type FactState, isFactKey } from '../inputs/facts';

export interface FactRow {
  id: string;
  year: number;
  key: FactKey;
  value: bigint;
  source: FactSource;
  state: FactState;
  word: string;
  reason: string;
  statedBy: string | null;
  statedAt: Date;
  verifiedBy: string | null;
  verifiedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** Rows that stand: what is verified, what waits, and what was disputed last. With `key`, everything ever said about one value. */
export async function factsOf(ctx: Ctx, companyId: string, of: { year?: number; key?: FactKey; history?: boolean } = {}): Promise<FactRow[]> {
  const [stater, verifier, decider] = [alias(memberships, 'stater'), alias(memberships, 'verifier'), alias(memberships, 'decider')];
  const rows = await ctx.db
    .select({
      id: companyFacts.id,
      year: companyFacts.year,
      key: companyFacts.key,
      value: companyFacts.value,
      source: companyFacts.source,
      state: companyFacts.state,
      word: companyFacts.word,
      reason: companyFacts.reason,
      statedBy: stater.name,
      statedAt: companyFacts.createdAt,
      verifiedBy: verifier.name,
      verifiedAt: companyFacts.verifiedAt,
      decidedBy: decider.name,
      decidedAt: companyFacts.decidedAt,
    })
    .from(companyFacts)
    .leftJoin(stater, eq(stater.id, companyFacts.createdBy))
    .leftJoin(verifier, eq(verifier.id, companyFacts.verifiedBy))
    .leftJoin(decider, eq(decider.id, companyFacts.decidedBy))
    .where(
      and(
        eq(companyFacts.companyId, companyId),
        of.year === undefined ? undefined : eq(companyFacts.year, of.year),
        of.key === undefined ? undefined : eq(companyFacts.key, of.key),
        of.history === true ? undefined : inArray(companyFacts.state, ['verified', 'proposed', 'disputed']),
      ),
    )
    .orderBy(asc(companyFacts.year), asc(companyFacts.key), desc(companyFacts.id));
  return rows.flatMap((row) => (isFactKey(row.key) ? [{ ...row, key: row.key }] : []));
}

/** Figures that wait for staff in the whole center, by company and year, the longest waiting first; at most `limit`. */
export async function factsWaiting(ctx: Ctx, limit: number) {
  return ctx.db
    .select({ companyId: companyFacts.companyId, company: companies.name, year: companyFacts.year, count: sql<number>`count(*)::int` })
    .from(companyFacts)
    .innerJoin(companies, eq(companies.id, companyFacts.companyId))
    .where(eq(companyFacts.state, 'proposed'))
    .groupBy(companyFacts.companyId, companies.name, companyFacts.year)
    .orderBy(asc(sql`min(${companyFacts.createdAt})`), asc(companies.name))
    .limit(limit);
}
