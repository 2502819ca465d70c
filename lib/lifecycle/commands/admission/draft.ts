import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/lifecycle';
import { record } from '@/lib/audit/commands';
import { datesProblem } from '@/lib/companies/rules';
import { nextNumber, yearOf } from '@/lib/documents/numbers';
import { centerOf, membershipOf, personOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { parseDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, ensureVersion, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { ApplicationAct } from '../../admission';
import { applicationSubmitted, applicationWithdrawn } from '../../entries';
import type { OneApplication, SubmitApplication, TypedApplication } from '../../inputs';
import { isOpenFor } from '../../admission';
import { canDo, canFileApplication } from '../../policy';

export type HeldApplication = typeof applications.$inferSelect;

/** Loads for writing. @throws NotFoundError, ForbiddenError; RuleError admission.notNow when its state doesn't allow the act */
export async function holdApplication(ctx: Ctx, id: string, act: ApplicationAct): Promise<HeldApplication> {
  const [row] = await ctx.db.select().from(applications).where(eq(applications.id, id)).for('update');
  const application = found(row);
  ensure(isOpenFor(act, application.state), 'admission.notNow');
  allow(canDo(ctx.actor, act, application));
  return application;
}

export function about(application: Pick<HeldApplication, 'id' | 'number' | 'name' | 'companyId'>) {
  const { id, number, name, companyId } = application;
  return { subject: { type: 'application', id }, companyId, data: { applicationId: id, number: number ?? '', name } };
}

export function stamp(ctx: Ctx) {
  return { updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${applications.version} + 1` };
}

/** Begins a draft: an applicant's own, or the desk's for somebody. */
export async function startApplication(ctx: Ctx): Promise<{ id: string }> {
  allow(canFileApplication(ctx.actor));
  const id = newId();
  const personId = ctx.actor.kind === 'applicant' ? personOf(ctx.actor) : null;
  const name = ctx.actor.kind === 'applicant' ? ctx.actor.name : '';
  const by = membershipOf(ctx.actor);
  await ctx.db.insert(applications).values({ centerId: centerOf(ctx.actor), id, state: 'draft', personId, contactName: name, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
  return { id };
}

async function keep(ctx: Ctx, application: HeldApplication, typed: TypedApplication): Promise<{ version: number }> {
  ensureVersion(application, typed.version);
  const { application: _id, version: _version, intent: _intent, name, contactName, contactPhone, contactEmail, ...facts } = typed;
  await ctx.db.update(applications).set({ name: name.trim(), contactName: contactName.trim(), contactPhone, contactEmail, facts, ...stamp(ctx) }).where(eq(applications.id, application.id));
  return { version: application.version + 1 };
}

/** Keeps what is typed, however unfinished. @throws StaleError */
export async function saveApplication(ctx: Ctx, typed: TypedApplication): Promise<{ version: number }> {
  return keep(ctx, await holdApplication(ctx, typed.application, 'edit'), typed);
}

/** Hands the application in, or only keeps it when that was the button. Its number comes with the first time. @throws RuleError on a day of founding that can't be */
export async function submitApplication(ctx: Ctx, typed: z.output<typeof SubmitApplication>): Promise<{ id: string; version: number; number: string | null }> {
  const held = await holdApplication(ctx, typed.application, 'submit');
  if (typed.intent !== 'save') ensureFounded(ctx, typed);
  const { version } = await keep(ctx, held, typed);
  if (typed.intent === 'save') return { id: held.id, version, number: null };
  const number = held.number ?? (await nextNumber(ctx, 'RF', yearOf(ctx.now)));
  await ctx.db.update(applications).set({ state: 'submitted', number, submittedAt: held.submittedAt ?? ctx.now, said: '' }).where(eq(applications.id, held.id));
  await record(ctx, applicationSubmitted, about({ ...held, number, name: typed.name.trim() }));
  return { id: held.id, version, number };
}

/** The day of founding by the same rule as in the register, which it goes into. @throws RuleError on its field */
function ensureFounded(ctx: Ctx, typed: TypedApplication): void {
  const problem = datesProblem({ state: 'prospect', establishedOn: parseDay(typed.establishedOn), admittedOn: null, leftOn: null }, dayOf(ctx.now));
  if (problem !== null) throw new RuleError(problem.key, { field: problem.field });
}

export async function withdrawApplication(ctx: Ctx, input: z.output<typeof OneApplication>): Promise<{ id: string }> {
  const held = await holdApplication(ctx, input.application, 'withdraw');
  await ctx.db.update(applications).set({ state: 'withdrawn', decidedAt: ctx.now, ...stamp(ctx) }).where(eq(applications.id, held.id));
  await record(ctx, applicationWithdrawn, about(held));
  return { id: held.id };
}
