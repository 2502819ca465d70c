import { and, eq, inArray, isNull } from 'drizzle-orm';
import { companyFacts } from '@/db/schema/companies-facts';
import { graduationEvidence } from '@/db/schema/lifecycle';
import type { Ctx } from '@/lib/kernel/context';
import type { Evidence } from './graduation';

/** Where evidence of graduation comes from. A capability that knows of certificates or money received adds its line. */
type EvidenceSource = (ctx: Ctx, companyId: string) => Promise<Evidence[]>;

/** Yearly revenue; what staff verified stands before what waits. */
const fromFacts: EvidenceSource = async (ctx, companyId) => {
  const rows = await ctx.db
    .select({ id: companyFacts.id, year: companyFacts.year, value: companyFacts.value, state: companyFacts.state })
    .from(companyFacts)
    .where(and(eq(companyFacts.companyId, companyId), eq(companyFacts.key, 'revenue'), inArray(companyFacts.state, ['verified', 'proposed'])))
    .orderBy(companyFacts.year);
  return rows.map((row) => ({ id: row.id, source: 'facts', condition: 'revenue', onDay: null, year: row.year, amount: row.value, words: '', verified: row.state === 'verified' }));
};

/** What staff entered with its paper. */
const fromStaff: EvidenceSource = async (ctx, companyId) => {
  const rows = await ctx.db
    .select()
    .from(graduationEvidence)
    .where(and(eq(graduationEvidence.companyId, companyId), isNull(graduationEvidence.withdrawnAt)))
    .orderBy(graduationEvidence.createdAt, graduationEvidence.id);
  return rows.map((row) => ({ id: row.id, source: 'staff', condition: row.condition, onDay: row.onDay, year: row.year, amount: row.amountFen, words: row.words, verified: true }));
};

const sources: readonly EvidenceSource[] = [fromFacts, fromStaff];

/** All that is known for a company's graduation, source by source. */
export async function evidenceOf(ctx: Ctx, companyId: string): Promise<Evidence[]> {
  const all: Evidence[] = [];
  for (const source of sources) all.push(...(await source(ctx, companyId)));
  return all;
}

export async function getEvidence(ctx: Ctx, id: string): Promise<{ companyId: string } | null> {
  const [row] = await ctx.db.select({ companyId: graduationEvidence.companyId }).from(graduationEvidence).where(and(eq(graduationEvidence.id, id), isNull(graduationEvidence.withdrawnAt)));
  return row ?? null;
}
