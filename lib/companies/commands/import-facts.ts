import { and, eq, inArray } from 'drizzle-orm';
import { companyFacts } from '@/db/schema/companies-facts';
import type { AskedRow, PlannedRow } from '@/lib/imports/registry';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import type { FactKey } from '../inputs/facts';
import { type FactsKnowledge, figuresOf } from '../plan-facts';
import { canImportCompanies } from '../policy';
import { companiesMeant, isComing } from '../queries/meant';
import type { Figures } from '../rules/facts';
import { keepFacts, lockFacts } from './state-facts';

const PART = 2_000;

/** What the years of a sheet are compared with. */
export async function factsKnowledge(ctx: Ctx, rows: readonly AskedRow[]): Promise<FactsKnowledge> {
  const companies = await companiesMeant(ctx, rows);
  const ids = [...new Set([...companies.byCode.values(), ...[...companies.byName.values()].flat()].map((one) => one.id))].filter((id) => !isComing(id));
  const verified = new Map<string, Figures>();
  for (let start = 0; start < ids.length; start += PART) {
    const part = await ctx.db
      .select({ companyId: companyFacts.companyId, year: companyFacts.year, key: companyFacts.key, value: companyFacts.value })
      .from(companyFacts)
      .where(and(inArray(companyFacts.companyId, ids.slice(start, start + PART)), eq(companyFacts.state, 'verified')));
    for (const { companyId, year, key, value } of part) {
      const place = `${companyId} ${year}`;
      verified.set(place, { ...verified.get(place), [key as FactKey]: value });
    }
  }
  return { companies, verified, thisYear: yearOf(dayOf(ctx.now)) };
}

/** Writes years that a person confirmed: they hold as the center's own word, and say that they were imported. */
export async function importFacts(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<void> {
  allow(canImportCompanies(ctx.actor));
  let done = 0;
  // In one order everywhere, so that two who write at once wait for each other instead of stopping each other.
  const inOrder = [...rows].sort((a, b) => String(a.values.companyId).localeCompare(String(b.values.companyId)) || Number(a.values.year) - Number(b.values.year));
  for (const { values } of inOrder) {
    const companyId = String(values.companyId);
    ensure(!isComing(companyId), 'company.stillComing');
    await lockFacts(ctx, companyId);
    await keepFacts(ctx, { companyId, year: Number(values.year), figures: figuresOf(values), word: '', source: 'import' });
    done += 1;
    if (done % 50 === 0 || done === rows.length) await progress(done);
  }
}
