import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { companyNames } from '@/db/schema/companies-file';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formerNameKept } from '../entries/profile';
import type { AddFormerName, RemoveFormerName } from '../inputs/profile';
import { canEditCompanies } from '../policy';
import { renamingProblem } from '../rules/profile';

const MOST = 50;

/** A name from before the register knew the company. @throws RuleError when it is known already, or on a day that can't be */
export async function addFormerName(ctx: Ctx, input: z.output<typeof AddFormerName>): Promise<{ company: string }> {
  allow(canEditCompanies(ctx.actor));
  const company = await load(ctx, input.company);
  const known = await ctx.db.select({ name: companyNames.name, untilOn: companyNames.untilOn }).from(companyNames).where(eq(companyNames.companyId, company.id));
  ensure(known.length < MOST, 'tooMany', { params: { max: MOST } });
  const problem = renamingProblem(input.untilOn, { today: dayOf(ctx.now), establishedOn: company.establishedOn, lastUntil: null });
  if (problem !== null) throw new RuleError(problem, { field: 'untilOn' });
  ensure(known.every((one) => one.name !== input.formerName || one.untilOn !== input.untilOn), 'alreadyExists', { field: 'formerName' });
  await ctx.db.insert(companyNames).values({ centerId: centerOf(ctx.actor), id: newId(), companyId: company.id, name: input.formerName, untilOn: input.untilOn, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
  await note(ctx, company, 'added', { name: input.formerName, untilOn: input.untilOn });
  return { company: company.id };
}

/** One that was a mistake; who took it out stays on record. */
export async function removeFormerName(ctx: Ctx, input: z.output<typeof RemoveFormerName>): Promise<{ company: string }> {
  allow(canEditCompanies(ctx.actor));
  const company = await load(ctx, input.company);
  const [row] = await ctx.db.delete(companyNames).where(and(eq(companyNames.id, input.row), eq(companyNames.companyId, company.id))).returning();
  await note(ctx, company, 'removed', found(row));
  return { company: company.id };
}

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name, establishedOn: companies.establishedOn }).from(companies).where(eq(companies.id, id)).for('update');
  return found(row);
}

async function note(ctx: Ctx, company: { id: string; name: string }, act: 'added' | 'removed', { name, untilOn }: { name: string; untilOn: string }): Promise<void> {
  await record(ctx, formerNameKept, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, former: name, until: untilOn, act } });
}
