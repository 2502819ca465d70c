import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { insertRows } from '@/db/insert-rows';
import { companies, companyAssignments } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { record } from '@/lib/audit/commands';
import { centerOf, isCompanyPerson, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { allow, found, RuleError, StaleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { factsStated } from '../entries/facts';
import { type FactKey, factKeys, type FactSource, type StateFacts } from '../inputs/facts';
import { canStateFacts } from '../policy';
import { memberName } from '../queries/members';
import { askedOf, type Figures, holding, jumpsIn, moveFor, seenOf, stated, yearProblem } from '../rules/facts';

/** Keeps what was typed about a company's year. What a company types waits for staff; empty fields stay as they are. */
export async function stateFacts(ctx: Ctx, input: z.output<typeof StateFacts>): Promise<{ company: string; year: number; changed: number }> {
  allow(canStateFacts(ctx.actor, input.company));
  const [company] = await ctx.db.select({ establishedOn: companies.establishedOn }).from(companies).where(eq(companies.id, input.company));
  const problem = yearProblem(input.year, { thisYear: yearOf(dayOf(ctx.now)), establishedOn: found(company).establishedOn });
  if (problem !== null) throw new RuleError(problem.key, problem.params === undefined ? {} : { params: problem.params });
  const typed: Figures = {};
  for (const key of factKeys) {
    const value = input[key];
    if (value !== null) typed[key] = value;
  }
  const source = isCompanyPerson(ctx.actor) ? 'company' : 'staff';
  const changed = await stateYear(ctx, { companyId: input.company, year: input.year, figures: typed, word: input.word, sure: input.sure, seen: input.seen, source });
  return { company: input.company, year: input.year, changed };
}

interface Stated extends Kept {
  sure: boolean;
  seen: ReadonlyMap<FactKey, string>;
}

/** Checks typed figures against the year itself and the year before, then keeps them. The caller has asked its policy. @returns how many changed */
export async function stateYear(ctx: Ctx, { companyId, year, figures, word, sure, seen, source }: Stated): Promise<number> {
  const by = source === 'staff' || source === 'import' ? 'staff' : 'company';
  await lockFacts(ctx, companyId);
  const now = await standing(ctx, companyId, year);
  const meant = onlyChanges(figures, now, by);
  await ensureUnseen(ctx, companyId, year, Object.keys(meant) as FactKey[], seen);
  const problem = askedOf({
    typed: meant,
    known: by === 'company' ? stated(now, year) : holding(now, year),
    last: holding(await standing(ctx, companyId, year - 1), year - 1),
    word,
    sure,
  });
  if (problem !== null) throw new RuleError(problem.key, { field: problem.field, ...(problem.params === undefined ? {} : { params: problem.params }) });
  return keepFacts(ctx, { companyId, year, figures, word, source });
}

interface Kept {
  companyId: string;
  year: number;
  figures: Figures;
  word: string;
  source: FactSource;
}

/** Writes figures that were checked, by the state each is in; the caller holds the company's lock. @returns how many changed */
export async function keepFacts(ctx: Ctx, { companyId, year, figures, word, source }: Kept): Promise<number> {
  const [row] = await ctx.db.select({ name: companies.name }).from(companies).where(eq(companies.id, companyId));
  const company = found(row);
  const rows = await standing(ctx, companyId, year);
  const by = membershipOf(ctx.actor);
  const isStaff = source === 'staff' || source === 'import';
  const stamp = { verifiedAt: ctx.now, verifiedBy: by };
  const fresh: (typeof companyFacts.$inferInsert)[] = [];
  const aside: string[] = [];
  const vouched: string[] = [];
  const [before, after]: [Record<string, string>, Record<string, string>] = [{}, {}];
  const jumped = new Set(jumpsIn(figures, holding(await standing(ctx, companyId, year - 1), year - 1)));
  for (const key of factKeys) {
    const value = figures[key];
    if (value === undefined) continue;
    const mine = rows.filter((one) => one.key === key);
    const move = moveFor(mine, value, isStaff ? 'staff' : 'company');
    aside.push(...move.supersede);
    if (move.verify !== null) vouched.push(move.verify);
    if (move.insert !== null) {
      fresh.push({
        centerId: centerOf(ctx.actor), id: newId(), companyId, year, key, value, source, state: move.insert,
        word: jumped.has(key) ? word : '', reason: '', createdAt: ctx.now, createdBy: by, ...(move.insert === 'verified' ? stamp : {}),
      });
    }
    if (move.insert === null && move.verify === null && move.supersede.length === 0) continue;
    const old = mine.find((one) => one.state === 'verified') ?? mine.find((one) => one.state === 'proposed');
    if (old !== undefined) before[key] = old.value.toString();
    after[key] = value.toString();
  }
  const count = Object.keys(after).length;
  if (count === 0) return 0;
  const decided = { decidedAt: ctx.now, decidedBy: by };
  if (aside.length > 0) await ctx.db.update(companyFacts).set({ state: 'superseded', ...decided }).where(inArray(companyFacts.id, aside));
  if (vouched.length > 0) await ctx.db.update(companyFacts).set({ state: 'verified', ...decided, ...stamp }).where(inArray(companyFacts.id, vouched));
  await insertRows(ctx.db, companyFacts, fresh);
  await record(ctx, factsStated, {
    subject: { type: 'company', id: companyId },
    companyId,
    data: { companyId, company: company.name, year, count, by: source, liaison: source === 'company' ? await liaisonOf(ctx, companyId) : '' },
    before,
    after,
  });
  return count;
}

/** Who is told when a company states something; nobody where nobody looks after it. */
async function liaisonOf(ctx: Ctx, companyId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: companyAssignments.membershipId })
    .from(companyAssignments)
    .where(and(eq(companyAssignments.companyId, companyId), eq(companyAssignments.role, 'liaison'), isNull(companyAssignments.untilOn)))
    .limit(1);
  return row?.id ?? '';
}

/** One writer of a company's years at a time: what each sees as standing is what stands. */
export async function lockFacts(ctx: Ctx, companyId: string): Promise<void> {
  await ctx.db.select({ lock: sql`pg_advisory_xact_lock(hashtextextended(${`facts ${companyId}`}, 0))` }).from(sql`(values (1)) as once`);
}

/** The same for many, in one order. */
export async function lockAllFacts(ctx: Ctx, companyIds: readonly string[]): Promise<void> {
  for (const companyId of [...companyIds].sort()) await lockFacts(ctx, companyId);
}

async function standing(ctx: Ctx, companyId: string, year: number) {
  const rows = await ctx.db
    .select({ id: companyFacts.id, year: companyFacts.year, key: companyFacts.key, value: companyFacts.value, state: companyFacts.state })
    .from(companyFacts)
    .where(and(eq(companyFacts.companyId, companyId), eq(companyFacts.year, year), inArray(companyFacts.state, ['verified', 'proposed'])));
  return rows.map((row) => ({ ...row, key: row.key as FactKey }));
}

/** Figures that would move a row. */
function onlyChanges(typed: Figures, now: Awaited<ReturnType<typeof standing>>, by: 'company' | 'staff'): Figures {
  return Object.fromEntries(
    factKeys.flatMap((key) => {
      const value = typed[key];
      if (value === undefined) return [];
      const move = moveFor(now.filter((row) => row.key === key), value, by);
      return move.insert === null && move.verify === null && move.supersede.length === 0 ? [] : [[key, value]];
    }),
  );
}

/** @throws StaleError when a value that would change has moved on since the form was drawn */
async function ensureUnseen(ctx: Ctx, companyId: string, year: number, keys: readonly FactKey[], seen: ReadonlyMap<FactKey, string>): Promise<void> {
  if (keys.length === 0) return;
  const rows = await ctx.db
    .select({ id: companyFacts.id, key: companyFacts.key, by: companyFacts.createdBy, at: companyFacts.createdAt, decidedBy: companyFacts.decidedBy, decidedAt: companyFacts.decidedAt, state: companyFacts.state })
    .from(companyFacts)
    .where(and(eq(companyFacts.companyId, companyId), eq(companyFacts.year, year), inArray(companyFacts.key, [...keys]), inArray(companyFacts.state, ['verified', 'proposed'])));
  for (const key of keys) {
    const shown = seen.get(key) ?? '';
    const now = seenOf(rows.filter((row) => row.key === key));
    if (now === shown) continue;
    const latest = rows.filter((row) => row.key === key).sort((a, b) => (a.decidedAt ?? a.at).getTime() - (b.decidedAt ?? b.at).getTime()).at(-1);
    if (latest !== undefined) throw new StaleError(await memberName(ctx, latest.decidedBy ?? latest.by), latest.decidedAt ?? latest.at);
  }
}
