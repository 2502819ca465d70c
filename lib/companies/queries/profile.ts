import { and, desc, eq, gte, or, sql } from 'drizzle-orm';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { companyBankAccounts, companyNames, companyNotes, companyPeople, companyProducts, companyProposals, companyRelations } from '@/db/schema/companies-file';
import { memberships } from '@/db/schema/people';
import { fieldRevealed } from '@/lib/audit/entries';
import { isCompanyPerson, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { canReadNotes } from '../policy';
import { maskAccount } from '../rules/profile';

/** An account read in full stays readable to the reader for this long. */
const SHOWN_MS = 10 * 60_000;

export type CompanyProfile = Awaited<ReturnType<typeof profileOf>>;

/** Everything a company's file holds beside its register row. Accounts are masked but for the company itself and who just gave a reason. */
export async function profileOf(ctx: Ctx, companyId: string) {
  const names = await ctx.db.select().from(companyNames).where(eq(companyNames.companyId, companyId)).orderBy(desc(companyNames.untilOn), desc(companyNames.id));
  const people = await ctx.db.select().from(companyPeople).where(eq(companyPeople.companyId, companyId)).orderBy(companyPeople.id);
  const products = await ctx.db.select().from(companyProducts).where(eq(companyProducts.companyId, companyId)).orderBy(companyProducts.id);
  const accounts = await ctx.db.select().from(companyBankAccounts).where(eq(companyBankAccounts.companyId, companyId)).orderBy(companyBankAccounts.id);
  const relations = await ctx.db
    .select({ id: companyRelations.id, companyId: companyRelations.companyId, kind: companyRelations.kind, otherId: companyRelations.otherId, otherName: companyRelations.otherName, sinceOn: companyRelations.sinceOn, companyName: companies.name })
    .from(companyRelations)
    .innerJoin(companies, eq(companies.id, companyRelations.companyId))
    .where(or(eq(companyRelations.companyId, companyId), eq(companyRelations.otherId, companyId)))
    .orderBy(companyRelations.id);
  const notes = canReadNotes(ctx.actor)
    ? await ctx.db
        .select({ id: companyNotes.id, body: companyNotes.body, by: memberships.name, at: companyNotes.createdAt })
        .from(companyNotes)
        .leftJoin(memberships, eq(memberships.id, companyNotes.createdBy))
        .where(eq(companyNotes.companyId, companyId))
        .orderBy(desc(companyNotes.id))
        .limit(50)
    : [];
  const shown = isCompanyPerson(ctx.actor) ? null : await revealedNow(ctx, companyId);
  return {
    names: names.map(({ id, name, untilOn }) => ({ id, name, untilOn })),
    people,
    products,
    relations,
    notes,
    accounts: accounts.map((one) => {
      const inFull = shown === null || shown.has(one.id);
      return { id: one.id, holder: one.holder, bank: one.bank, branchCode: one.branchCode, number: inFull ? one.number : maskAccount(one.number), inFull };
    }),
  };
}

async function revealedNow(ctx: Ctx, companyId: string): Promise<Set<string | null>> {
  const reader = membershipOf(ctx.actor);
  if (reader === null) return new Set();
  const rows = await ctx.db
    .select({ id: entries.subjectId })
    .from(entries)
    .where(and(eq(entries.companyId, companyId), eq(entries.name, fieldRevealed.name), eq(entries.membershipId, reader), gte(entries.occurredAt, new Date(ctx.now.getTime() - SHOWN_MS))));
  return new Set(rows.map((row) => row.id));
}

export type ProposalView = Awaited<ReturnType<typeof proposalsOf>>[number];

/** What the company proposed, the newest first. */
export async function proposalsOf(ctx: Ctx, companyId: string, limit = 5) {
  return ctx.db
    .select({ id: companyProposals.id, changes: companyProposals.changes, word: companyProposals.word, state: companyProposals.state, reason: companyProposals.reason, by: memberships.name, at: companyProposals.createdAt, decidedAt: companyProposals.decidedAt })
    .from(companyProposals)
    .leftJoin(memberships, eq(memberships.id, companyProposals.createdBy))
    .where(eq(companyProposals.companyId, companyId))
    .orderBy(desc(companyProposals.id))
    .limit(limit);
}

/** Proposals that wait for staff in the whole center, the longest waiting first; at most `limit`. */
export async function proposalsWaiting(ctx: Ctx, limit: number) {
  return ctx.db
    .select({ id: companyProposals.id, companyId: companyProposals.companyId, company: companies.name, changes: companyProposals.changes })
    .from(companyProposals)
    .innerJoin(companies, eq(companies.id, companyProposals.companyId))
    .where(eq(companyProposals.state, 'open'))
    .orderBy(companyProposals.id)
    .limit(limit);
}

/** One of ours by its name, however it is spelled; null when there is none or the reader doesn't see it. */
export async function companyCalled(ctx: Ctx, name: string): Promise<{ id: string; name: string } | null> {
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.nameKey, sql`company_key(${name})`)).limit(1);
  return row ?? null;
}
