import { and, desc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { companies, companyAssignments } from '@/db/schema/companies';
import { companyProposals } from '@/db/schema/companies-file';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { pinyinInitials, pinyinSounds } from '@/lib/kernel/pinyin';
import { changeProposed, profileSaved, proposalDecided } from '../entries/profile';
import type { AcceptProposal, ProposeChange, RefuseProposal, SaveProfile, WithdrawProposal } from '../inputs/profile';
import { sectionOf } from '../industries';
import { canEditCompanies, canPropose } from '../policy';
import { memberName } from '../queries/members';
import { changesOf, isCapitalSuspicious, type kept, movedOn, type Proposable, proposable } from '../rules/profile';
import { ensureRenaming, keepFormerNames } from './rename';
import { ensureNameFree } from './write-company';

/** Staff write the profile themselves. @throws StaleError when somebody saved since the form was drawn */
export async function saveProfile(ctx: Ctx, input: z.output<typeof SaveProfile>): Promise<{ company: string }> {
  allow(canEditCompanies(ctx.actor));
  const row = await hold(ctx, input.company);
  if (row.version !== input.version) ensureVersion({ ...row, updatedByName: await memberName(ctx, row.updatedBy) }, input.version);
  ensure(input.sure || !isCapitalSuspicious(input.paidInCapital, row.registeredCapitalFen), 'profile.capitalUnit', { field: 'paidInCapital' });
  const wanted = {
    paidInCapitalFen: input.paidInCapital,
    industryDivision: input.industryDivision,
    techField: input.techField,
    founderTraits: input.founderTraits,
    taxpayerKind: input.taxpayerKind,
    registrationType: input.registrationType,
  };
  const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => String(row[key] ?? '') !== String(wanted[key] ?? ''));
  if (changed.length === 0) return { company: row.id };
  await ctx.db
    .update(companies)
    .set({ ...wanted, industrySection: sectionFor(input.industryDivision), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: row.version + 1 })
    .where(eq(companies.id, row.id));
  await record(ctx, profileSaved, {
    ...about(row),
    data: { ...about(row).data, fields: changed.length },
    before: Object.fromEntries(changed.map((key) => [key, row[key]])),
    after: Object.fromEntries(changed.map((key) => [key, wanted[key]])),
  });
  return { company: row.id };
}

/** What a company says has changed waits for staff. A newer proposal takes the place of the one that waits. */
export async function proposeChange(ctx: Ctx, input: z.output<typeof ProposeChange>): Promise<{ fields: number }> {
  allow(canPropose(ctx.actor, input.company));
  const [loaded] = await ctx.db.select().from(companies).where(eq(companies.id, input.company));
  const row = found(loaded);
  ensure(input.sure || !isCapitalSuspicious(input.paidInCapital, input.registeredCapital), 'profile.capitalUnit', { field: 'paidInCapital' });
  const changes = changesOf(row, input);
  const fields = Object.keys(changes).length;
  ensure(fields > 0, 'profile.nothingChanged');
  const decided = { decidedAt: ctx.now, decidedBy: membershipOf(ctx.actor) };
  await ctx.db.update(companyProposals).set({ state: 'withdrawn', ...decided }).where(and(eq(companyProposals.companyId, row.id), eq(companyProposals.state, 'open')));
  const id = newId();
  await ctx.db.insert(companyProposals).values({
    centerId: centerOf(ctx.actor), id, companyId: row.id, changes, word: input.word, state: 'open', createdAt: ctx.now, createdBy: membershipOf(ctx.actor),
  });
  const [liaison] = await ctx.db
    .select({ id: companyAssignments.membershipId })
    .from(companyAssignments)
    .where(and(eq(companyAssignments.companyId, row.id), eq(companyAssignments.role, 'liaison'), isNull(companyAssignments.untilOn)))
    .orderBy(desc(companyAssignments.fromOn))
    .limit(1);
  await record(ctx, changeProposed, { ...about(row), data: { ...about(row).data, fields, liaison: liaison?.id ?? '' }, ...sides(changes) });
  return { fields };
}

export async function withdrawProposal(ctx: Ctx, input: z.output<typeof WithdrawProposal>): Promise<{ company: string }> {
  const proposal = await holdProposal(ctx, input.proposal);
  allow(canPropose(ctx.actor, proposal.companyId));
  return settle(ctx, proposal, 'withdrawn', '');
}

/** What the company said is what the register says from now on, unless the register has moved on meanwhile. */
export async function acceptProposal(ctx: Ctx, input: z.output<typeof AcceptProposal>): Promise<{ company: string }> {
  allow(canEditCompanies(ctx.actor));
  const proposal = await holdProposal(ctx, input.proposal);
  const row = await hold(ctx, proposal.companyId);
  ensure(movedOn(row, proposal.changes).length === 0, 'profile.movedOn');
  const set = Object.fromEntries(proposable.flatMap((key) => (proposal.changes[key] === undefined ? [] : [[key, stored(key, proposal.changes[key].to)]])));
  const name = typeof set.name === 'string' ? set.name : null;
  const on = input.renamedOn ?? dayOf(ctx.now);
  if (name !== null) {
    await ensureNameFree(ctx, name, row.id);
    await ensureRenaming(ctx, row, on);
  }
  await ctx.db
    .update(companies)
    .set({
      ...set,
      ...(name === null ? {} : { pinyin: pinyinInitials(name), sounds: pinyinSounds(name) }),
      ...('industryDivision' in set ? { industrySection: sectionFor(set.industryDivision as string | null) } : {}),
      updatedAt: ctx.now,
      updatedBy: membershipOf(ctx.actor),
      version: row.version + 1,
    })
    .where(eq(companies.id, row.id));
  if (name !== null) await keepFormerNames(ctx, [{ companyId: row.id, previous: row.name, name, on }]);
  return settle(ctx, proposal, 'accepted', '');
}

export async function refuseProposal(ctx: Ctx, input: z.output<typeof RefuseProposal>): Promise<{ company: string }> {
  allow(canEditCompanies(ctx.actor));
  return settle(ctx, await holdProposal(ctx, input.proposal), 'refused', input.reason);
}

type Proposal = typeof companyProposals.$inferSelect;

async function settle(ctx: Ctx, proposal: Proposal, verdict: 'accepted' | 'refused' | 'withdrawn', reason: string): Promise<{ company: string }> {
  await ctx.db
    .update(companyProposals)
    .set({ state: verdict, reason, decidedAt: ctx.now, decidedBy: membershipOf(ctx.actor) })
    .where(eq(companyProposals.id, proposal.id));
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, proposal.companyId));
  const company = found(row);
  await record(ctx, proposalDecided, {
    ...about(company),
    data: { ...about(company).data, fields: Object.keys(proposal.changes).length, verdict, reason },
    ...(verdict === 'accepted' ? sides(proposal.changes) : {}),
  });
  return { company: company.id };
}

/** @throws RuleError when somebody has decided it already */
async function holdProposal(ctx: Ctx, id: string): Promise<Proposal> {
  const [row] = await ctx.db.select().from(companyProposals).where(eq(companyProposals.id, id)).for('update');
  const proposal = found(row);
  const who = (await memberName(ctx, proposal.decidedBy)) ?? '';
  ensure(proposal.state === 'open', 'profile.decided', { params: { who, at: proposal.decidedAt ?? ctx.now } });
  return proposal;
}

async function hold(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(companies).where(eq(companies.id, id)).for('update');
  return found(row);
}

function stored(key: Proposable, value: ReturnType<typeof kept>) {
  if (key === 'founderTraits') return Array.isArray(value) ? [...(value as readonly string[])] : [];
  if (key === 'registeredCapitalFen' || key === 'paidInCapitalFen') return value === null ? null : BigInt(String(value));
  return value;
}

function sectionFor(division: string | null): string | null {
  return division === null ? null : sectionOf(division);
}

function sides(changes: Proposal['changes']) {
  return {
    before: Object.fromEntries(Object.entries(changes).map(([key, { from }]) => [key, from])),
    after: Object.fromEntries(Object.entries(changes).map(([key, { to }]) => [key, to])),
  };
}

function about(company: { id: string; name: string }) {
  return { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name } };
}
