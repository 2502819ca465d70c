import { and, eq, ne, sql } from 'drizzle-orm';
import { carriers, companies } from '@/db/schema/companies';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, ensureVersion, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { plainWan } from '@/lib/kernel/money';
import { pinyinInitials, pinyinSounds } from '@/lib/kernel/pinyin';
import type { z } from 'zod';
import { companyCreated, companyEdited } from '../entries';
import type { CompanyFields, CreateCompany, EditCompany } from '../inputs';
import { canEditCompanies, canOpenAt } from '../policy';
import { memberName } from '../queries/members';
import { datesProblem } from '../rules';
import { capitalMeant } from '../rules/profile';
import { ensureRenaming, keepFormerNames } from './rename';

/** What of a company the register keeps, and what an entry about it shows as before and after. */
export type CompanyFacts = CompanyFieldsInTable;
type CompanyFieldsInTable = Omit<CompanyFields, 'registeredCapital'> & { registeredCapitalFen: bigint | null };

/** @throws RuleError 'company.capitalUnit' where the capital looks like yuan typed for 万元 and nobody said that it isn't */
export async function createCompany(ctx: Ctx, { sure, ...input }: z.output<typeof CreateCompany>): Promise<{ id: string }> {
  allow(canEditCompanies(ctx.actor));
  const facts = inTable(input);
  ensure(canOpenAt(ctx.actor, facts.state), 'company.leavingNotYours', { field: 'state' });
  const hasLeft = facts.state === 'graduated' || facts.state === 'exited' || facts.state === 'removed';
  ensure(!hasLeft || facts.admittedOn !== null, 'required', { field: 'admittedOn' });
  ensure(!hasLeft || facts.leftOn !== null, 'required', { field: 'leftOn' });
  if (!sure) ensureUnit(facts.registeredCapitalFen, { paidIn: null, before: null });
  await ensureFits(ctx, facts, null);
  const id = newId();
  await ctx.db.insert(companies).values({
    centerId: centerOf(ctx.actor),
    id,
    ...facts,
    pinyin: pinyinInitials(facts.name),
    sounds: pinyinSounds(facts.name),
    createdAt: ctx.now,
    createdBy: membershipOf(ctx.actor),
    updatedAt: ctx.now,
    updatedBy: membershipOf(ctx.actor),
  });
  await record(ctx, companyCreated, {
    subject: { type: 'company', id },
    companyId: id,
    data: { companyId: id, company: facts.name, by: 'hand' },
    after: facts,
  });
  return { id };
}

/** @throws StaleError when somebody saved since the form was drawn; RuleError as for a new one */
export async function editCompany(ctx: Ctx, input: z.output<typeof EditCompany>): Promise<{ id: string; version: number }> {
  allow(canEditCompanies(ctx.actor));
  const { company: id, version, registeredCapital, sure, renamedOn, ...typed } = input;
  const [loaded] = await ctx.db.select().from(companies).where(eq(companies.id, id)).for('update');
  const row = found(loaded);
  if (row.version !== version) ensureVersion({ ...row, updatedByName: await memberName(ctx, row.updatedBy) }, version);
  const facts = { ...typed, registeredCapitalFen: registeredCapital };
  // What stood there before was looked at before.
  if (!sure && registeredCapital !== row.registeredCapitalFen) ensureUnit(registeredCapital, { paidIn: row.paidInCapitalFen, before: row.registeredCapitalFen });
  const { state, admittedOn, leftOn, carrierId } = row;
  await ensureFits(ctx, { ...facts, state, admittedOn, leftOn, carrierId }, id);
  const renamed = row.name !== facts.name;
  ensure(renamed || renamedOn === null, 'company.notRenamed', { field: 'renamedOn' });
  const on = renamedOn ?? dayOf(ctx.now);
  if (renamed) await ensureRenaming(ctx, { id, establishedOn: facts.establishedOn }, on);
  const changes = changed(row, facts);
  const count = Object.keys(changes.after).length;
  if (count === 0) return { id, version: row.version };
  await ctx.db
    .update(companies)
    .set({
      ...facts,
      ...(renamed ? { pinyin: pinyinInitials(facts.name), sounds: pinyinSounds(facts.name) } : {}),
      updatedAt: ctx.now,
      updatedBy: membershipOf(ctx.actor),
      version: row.version + 1,
    })
    .where(eq(companies.id, id));
  await record(ctx, companyEdited, {
    subject: { type: 'company', id },
    companyId: id,
    data: { companyId: id, company: facts.name, by: 'hand', fields: count },
    ...changes,
  });
  if (renamed) await keepFormerNames(ctx, [{ companyId: id, previous: row.name, name: facts.name, on }]);
  return { id, version: row.version + 1 };
}

function inTable({ registeredCapital, ...facts }: CompanyFields): CompanyFacts {
  return { ...facts, registeredCapitalFen: registeredCapital };
}

function changed<F extends object>(row: F, facts: F) {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const key of Object.keys(facts) as (keyof F & string)[]) {
    if (String(row[key]) === String(facts[key]) && (row[key] === null) === (facts[key] === null)) continue;
    before[key] = row[key];
    after[key] = facts[key];
  }
  return { before, after };
}

/** Asks back: the answer is either another amount or that this one is right. */
function ensureUnit(registered: bigint | null, known: Parameters<typeof capitalMeant>[1]): void {
  const meant = capitalMeant(registered, known);
  if (registered === null || meant === null) return;
  throw new RuleError('company.capitalUnit', { field: 'sure', params: { typed: plainWan(registered), meant: plainWan(meant) } });
}

/** @throws RuleError when another company of the center is called so, however it is spelled */
export async function ensureNameFree(ctx: Ctx, name: string, self: string | null): Promise<void> {
  const others = self === null ? undefined : ne(companies.id, self);
  const [named] = await ctx.db
    .select({ name: companies.name })
    .from(companies)
    .where(and(eq(companies.nameKey, sql`company_key(${name})`), others))
    .limit(1);
  ensure(named === undefined, 'company.nameTaken', { field: 'name', params: { name: named?.name ?? '' } });
}

async function ensureFits(ctx: Ctx, facts: CompanyFacts, self: string | null): Promise<void> {
  const problem = datesProblem(facts, dayOf(ctx.now));
  if (problem !== null) throw new RuleError(problem.key, { field: problem.field });
  const others = self === null ? undefined : ne(companies.id, self);
  await ensureNameFree(ctx, facts.name, self);
  if (facts.creditCode !== null) {
    const [coded] = await ctx.db
      .select({ name: companies.name })
      .from(companies)
      .where(and(eq(companies.creditCode, facts.creditCode), others))
      .limit(1);
    ensure(coded === undefined, 'company.codeTaken', { field: 'creditCode', params: { name: coded?.name ?? '' } });
  }
  if (facts.carrierId !== null) {
    const [carrier] = await ctx.db.select({ id: carriers.id }).from(carriers).where(eq(carriers.id, facts.carrierId)).limit(1);
    ensure(carrier !== undefined, 'invalidChoice', { field: 'carrierId' });
  }
}

export type ProspectFacts = Pick<CompanyFacts, 'name' | 'creditCode' | 'legalRepresentative' | 'establishedOn' | 'registeredCapitalFen' | 'area' | 'industry'> & {
  termField: (typeof companies.$inferInsert)['termField'];
};

/**
 * The file of a company that applies: the one it had, found by its code or its exact name, or a new one as a prospect.
 * What an old file says stays. Who may is decided by whoever takes the application up.
 */
export async function enterProspect(ctx: Ctx, facts: ProspectFacts): Promise<{ id: string; existed: boolean }> {
  const byName = eq(companies.nameKey, sql`company_key(${facts.name})`);
  const [coded] = facts.creditCode === null ? [] : await ctx.db.select({ id: companies.id }).from(companies).where(eq(companies.creditCode, facts.creditCode)).limit(1);
  const [named] = coded === undefined ? await ctx.db.select({ id: companies.id, creditCode: companies.creditCode }).from(companies).where(byName).limit(1) : [];
  if (coded !== undefined) return { id: coded.id, existed: true };
  if (named !== undefined) {
    ensure(named.creditCode === null || facts.creditCode === null, 'company.codeTaken', { params: { name: facts.name } });
    return { id: named.id, existed: true };
  }
  // An application handed in before such days were refused there goes back to its applicant.
  const problem = datesProblem({ state: 'prospect', establishedOn: facts.establishedOn, admittedOn: null, leftOn: null }, dayOf(ctx.now));
  if (problem !== null) throw new RuleError(problem.key);
  const id = newId();
  const by = membershipOf(ctx.actor);
  await ctx.db.insert(companies).values({ centerId: centerOf(ctx.actor), id, ...facts, state: 'prospect', pinyin: pinyinInitials(facts.name), sounds: pinyinSounds(facts.name), createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
  await record(ctx, companyCreated, { subject: { type: 'company', id }, companyId: id, data: { companyId: id, company: facts.name, by: 'hand' }, after: facts });
  return { id, existed: false };
}
