import { and, eq, gt, inArray, or } from 'drizzle-orm';
import { companyFacts } from '@/db/schema/companies-facts';
import { imagesOf, undoKept } from '@/lib/imports/kept';
import type { AskedRow, LeftRow, PlannedRow, WrittenRow, Wrote } from '@/lib/imports/registry';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import type { FactKey } from '../inputs/facts';
import { type FactsKnowledge, figuresOf } from '../plan-facts';
import { canImportCompanies } from '../policy';
import { companiesMeant, isComing } from '../queries/meant';
import type { Figures } from '../rules/facts';
import { keepFacts, lockAllFacts, lockFacts } from './state-facts';

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
export async function importFacts(ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>): Promise<readonly Wrote[]> {
  allow(canImportCompanies(ctx.actor));
  let done = 0;
  // In one order everywhere, so that two who write at once wait for each other instead of stopping each other.
  const inOrder = [...rows].sort((a, b) => String(a.values.companyId).localeCompare(String(b.values.companyId)) || Number(a.values.year) - Number(b.values.year));
  const standing = await standingFacts(ctx, rows);
  for (const { values } of inOrder) {
    const companyId = String(values.companyId);
    ensure(!isComing(companyId), 'company.stillComing');
    await lockFacts(ctx, companyId);
    await keepFacts(ctx, { companyId, year: Number(values.year), figures: figuresOf(values), word: '', source: 'import' });
    done += 1;
    if (done % 50 === 0 || done === rows.length) await progress(done);
  }
  return wroteFacts(ctx, rows, standing);
}

const placeOf = (values: PlannedRow['values']) => `${String(values.companyId)} ${String(values.year)}`;

function companiesIn(rows: readonly { values: PlannedRow['values'] }[]): string[][] {
  const ids = [...new Set(rows.map((row) => String(row.values.companyId)))];
  return Array.from({ length: Math.ceil(ids.length / PART) }, (_, part) => ids.slice(part * PART, (part + 1) * PART));
}

async function standingFacts(ctx: Ctx, rows: readonly PlannedRow[]): Promise<Map<string, Record<string, unknown>>> {
  const standing = new Map<string, Record<string, unknown>>();
  for (const ids of companiesIn(rows)) {
    for (const [id, image] of await imagesOf(ctx, companyFacts, and(inArray(companyFacts.companyId, ids), inArray(companyFacts.state, ['verified', 'proposed'])))) standing.set(id, image);
  }
  return standing;
}

/** The figures this transaction made or moved, each with the row of the sheet whose year it is of. */
async function wroteFacts(ctx: Ctx, rows: readonly PlannedRow[], standing: ReadonlyMap<string, Record<string, unknown>>): Promise<Wrote[]> {
  const rowOf = new Map(rows.map((row) => [placeOf(row.values), row.row]));
  const wrote: Wrote[] = [];
  for (const ids of companiesIn(rows)) {
    const written = await ctx.db
      .select({ id: companyFacts.id, companyId: companyFacts.companyId, year: companyFacts.year })
      .from(companyFacts)
      .where(and(inArray(companyFacts.companyId, ids), or(eq(companyFacts.createdAt, ctx.now), eq(companyFacts.decidedAt, ctx.now))));
    for (const { id, ...values } of written) {
      const row = rowOf.get(placeOf(values));
      if (row !== undefined) wrote.push({ row, table: companyFacts, id, before: standing.get(id) ?? null });
    }
  }
  return wrote;
}

/** A figure goes back to what was verified before; a year of which somebody stated anything since is left. */
export const factsUndo = undoKept({
  tables: [{ table: companyFacts, aside: { state: 'superseded' } }],
  holds: (row) => String(row.values.companyId),
  builtOn: statedSince,
});

async function statedSince(ctx: Ctx, rows: readonly WrittenRow[], since: Date): Promise<LeftRow[]> {
  const stated = new Set<string>();
  for (const ids of companiesIn(rows)) {
    await lockAllFacts(ctx, ids);
    const later = await ctx.db
      .select({ companyId: companyFacts.companyId, year: companyFacts.year, key: companyFacts.key })
      .from(companyFacts)
      .where(and(inArray(companyFacts.companyId, ids), gt(companyFacts.createdAt, since)));
    for (const { key, ...place } of later) stated.add(`${placeOf(place)} ${key}`);
  }
  return rows.filter(({ values }) => Object.keys(figuresOf(values)).some((key) => stated.has(`${placeOf(values)} ${key}`))).map(({ row }) => ({ row, why: ['company_facts'] }));
}
