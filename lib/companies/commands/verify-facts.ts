import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { record } from '@/lib/audit/commands';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { factDisputed, factsVerified } from '../entries/facts';
import type { DisputeFact, VerifyFacts } from '../inputs/facts';
import { canVerifyFacts } from '../policy';
import { memberName } from '../queries/members';
import { lockFacts } from './state-facts';

type Fact = typeof companyFacts.$inferSelect;

/** Vouches for values that wait, as one reads them; what was verified before is laid aside. Whoever comes second is told. */
export async function verifyFacts(ctx: Ctx, input: z.output<typeof VerifyFacts>): Promise<{ count: number }> {
  allow(canVerifyFacts(ctx.actor));
  return { count: await vouchFor(ctx, input.facts) };
}

/** The same for rows the caller has chosen and may vouch for. @returns how many */
export async function vouchFor(ctx: Ctx, facts: readonly string[]): Promise<number> {
  const rows = await open(ctx, facts);
  const decided = { decidedAt: ctx.now, decidedBy: membershipOf(ctx.actor) };
  for (const [, part] of byCompanyAndYear(rows)) {
    const [first] = part;
    if (first === undefined) continue;
    const { companyId, year } = first;
    const standing = and(eq(companyFacts.companyId, companyId), eq(companyFacts.year, year), inArray(companyFacts.key, part.map((row) => row.key)), eq(companyFacts.state, 'verified'));
    const old = await ctx.db.update(companyFacts).set({ state: 'superseded', ...decided }).where(standing).returning({ key: companyFacts.key, value: companyFacts.value });
    await ctx.db
      .update(companyFacts)
      .set({ state: 'verified', ...decided, verifiedAt: ctx.now, verifiedBy: decided.decidedBy })
      .where(inArray(companyFacts.id, part.map((row) => row.id)));
    await record(ctx, factsVerified, {
      subject: { type: 'company', id: companyId },
      companyId,
      data: { companyId, company: await nameOf(ctx, companyId), year, count: part.length },
      before: Object.fromEntries(old.map((row) => [row.key, row.value.toString()])),
      after: Object.fromEntries(part.map((row) => [row.key, row.value.toString()])),
    });
  }
  return rows.length;
}

/** Sends a value back to whoever stated it, with the reason. */
export async function disputeFact(ctx: Ctx, input: z.output<typeof DisputeFact>): Promise<{ company: string; year: number }> {
  allow(canVerifyFacts(ctx.actor));
  const row = found((await open(ctx, [input.fact]))[0]);
  await ctx.db
    .update(companyFacts)
    .set({ state: 'disputed', reason: input.reason, decidedAt: ctx.now, decidedBy: membershipOf(ctx.actor) })
    .where(eq(companyFacts.id, row.id));
  await record(ctx, factDisputed, {
    subject: { type: 'company', id: row.companyId },
    companyId: row.companyId,
    data: { companyId: row.companyId, company: await nameOf(ctx, row.companyId), year: row.year, count: 1, reason: input.reason },
    before: { [row.key]: row.value.toString() },
  });
  return { company: row.companyId, year: row.year };
}

/** The rows under their companies' locks. @throws when one of them was decided meanwhile, by whom and when */
async function open(ctx: Ctx, ids: readonly string[]): Promise<Fact[]> {
  const wanted = await ctx.db.selectDistinct({ companyId: companyFacts.companyId }).from(companyFacts).where(inArray(companyFacts.id, [...ids])).orderBy(companyFacts.companyId);
  for (const { companyId } of wanted) await lockFacts(ctx, companyId);
  const rows = await ctx.db.select().from(companyFacts).where(inArray(companyFacts.id, [...ids]));
  ensure(rows.length === new Set(ids).size, 'notFound');
  const gone = rows.find((row) => row.state !== 'proposed');
  if (gone !== undefined) {
    const who = await memberName(ctx, gone.decidedBy);
    throw new RuleError('facts.decided', { params: { who: who ?? '', at: gone.decidedAt ?? gone.createdAt, state: gone.state } });
  }
  return rows;
}

function byCompanyAndYear(rows: readonly Fact[]): Map<string, Fact[]> {
  const parts = new Map<string, Fact[]>();
  for (const row of rows) {
    const key = `${row.companyId} ${row.year}`;
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return parts;
}

async function nameOf(ctx: Ctx, companyId: string): Promise<string> {
  const [row] = await ctx.db.select({ name: companies.name }).from(companies).where(eq(companies.id, companyId));
  return found(row).name;
}
