import { eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { insertRows } from '@/db/insert-rows';
import { carriers, companies, companyRoad } from '@/db/schema/companies';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { companyStepped, stepStruck } from '../entries';
import type { EnterExtension, ExtendTerm, MoveCompany, StrikeStep } from '../inputs';
import { canEnterExtension, canExtendTerm, canMoveCompany, canStrikeStep } from '../policy';
import { stepsOf } from '../queries/road';
import { dueOn, type NewStep, restate, type RoadKind, roadProblem, type Standing, standingOn, type Statement } from '../road';

export interface StepToTake {
  company: string;
  kind: RoadKind;
  onDay: Day;
  reason: string;
  carrierId?: string | null;
  room?: string | null;
  area?: number | null;
  untilOn?: Day | null;
  /** Told in its own words by whoever decided it: the company is not told a second time. */
  quiet?: boolean;
}

/**
 * Takes one step of a company's road. Who may is decided by whoever calls it. The register's state follows by itself.
 * @throws NotFoundError; RuleError road.* when the step can't follow what was before it, on the field `onDay`
 */
export async function takeStep(ctx: Ctx, wanted: StepToTake): Promise<{ id: string; standing: Standing; name: string }> {
  const [loaded] = await ctx.db.select({ id: companies.id, name: companies.name, termField: companies.termField, leadingIndustry: companies.leadingIndustry }).from(companies).where(eq(companies.id, wanted.company)).for('update');
  const company = found(loaded);
  const before = (await stepsOf(ctx, [company.id])).get(company.id) ?? [];
  const position = Math.max(-1, ...before.map((step) => step.position)) + 1;
  const { kind, onDay, reason, carrierId = null, room = null, area = null, untilOn = null } = wanted;
  const id = newId();
  const step = { id, kind, onDay, basis: 'exact' as const, position, carrierId, area, untilOn };
  const problem = roadProblem([...before, step], dayOf(ctx.now));
  if (problem !== null) {
    throw new RuleError(problem.key, { field: problem.key === 'road.sameCarrier' ? 'carrierId' : problem.key === 'road.extensionBack' ? 'untilOn' : 'onDay', params: { day: problem.step.onDay } });
  }
  if (kind === 'extended') {
    const due = dueOn(standingOn(before, onDay), company);
    ensure(due === null || untilOn === null || untilOn > due, 'road.extensionShort', { field: 'untilOn', params: { day: due ?? '' } });
  }
  const carrier = carrierId === null ? null : await openCarrier(ctx, carrierId);
  await ctx.db.insert(companyRoad).values({ centerId: centerOf(ctx.actor), companyId: company.id, ...step, room, reason, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
  const standing = standingOn([...before, step]);
  await touch(ctx, company.id, kind === 'moved' || kind === 'admitted' ? { room, area } : {});
  await record(
    ctx,
    companyStepped,
    { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, kind, day: onDay, carrier: carrier ?? '', until: untilOn ?? '', reason, told: wanted.quiet === true ? 'no' : 'yes' } },
  );
  return { id, standing, name: company.name };
}

async function openCarrier(ctx: Ctx, id: string): Promise<string> {
  const [carrier] = await ctx.db.select({ name: carriers.name, closedOn: carriers.closedOn }).from(carriers).where(eq(carriers.id, id));
  ensure(carrier !== undefined, 'invalidChoice', { field: 'carrierId' });
  ensure(carrier.closedOn === null, 'road.carrierClosed', { field: 'carrierId' });
  return carrier.name;
}

/** The register's own columns move along; what the road doesn't say stays. */
async function touch(ctx: Ctx, id: string, place: { room?: string | null; area?: number | null }): Promise<void> {
  await ctx.db
    .update(companies)
    .set({
      ...(place.room === undefined || place.room === null ? {} : { room: place.room }),
      ...(place.area === undefined || place.area === null ? {} : { area: place.area }),
      updatedAt: ctx.now,
      updatedBy: membershipOf(ctx.actor),
      version: sql`${companies.version} + 1`,
    })
    .where(eq(companies.id, id));
}

/** 换载体: to another carrier, or to more or less room in the same one. */
export async function moveCompany(ctx: Ctx, input: z.output<typeof MoveCompany>): Promise<{ company: string }> {
  allow(canMoveCompany(ctx.actor));
  await takeStep(ctx, { ...input, kind: 'moved' });
  return { company: input.company };
}

/** 延期: until a day, with the reason. */
export async function extendTerm(ctx: Ctx, input: z.output<typeof ExtendTerm>): Promise<{ company: string }> {
  allow(canExtendTerm(ctx.actor));
  await takeStep(ctx, { ...input, kind: 'extended', onDay: dayOf(ctx.now) });
  return { company: input.company };
}

/** 补登: an extension that was granted earlier, with its paper. The countdown follows; nobody is told of what they know. @throws RuleError 'road.extensionNow' | road.* */
export async function enterExtension(ctx: Ctx, input: z.output<typeof EnterExtension>): Promise<{ company: string; step: string }> {
  allow(canEnterExtension(ctx.actor));
  ensure(input.onDay < dayOf(ctx.now), 'road.extensionNow', { field: 'onDay' });
  const { company, onDay, untilOn, paper, reason } = input;
  const { id } = await takeStep(ctx, { company, kind: 'extended', onDay, untilOn, reason: paper === null ? reason : `${paper}：${reason}`, quiet: true });
  return { company, step: id };
}

/** Strikes a row that was a mistake; it stays readable. @throws RuleError road.* when the rest makes no road without it */
export async function strikeStep(ctx: Ctx, input: z.output<typeof StrikeStep>): Promise<{ company: string; kind: RoadKind; onDay: Day }> {
  allow(canStrikeStep(ctx.actor));
  const [step] = await ctx.db.select().from(companyRoad).where(eq(companyRoad.id, input.step));
  const { companyId } = found(step);
  const [company] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, companyId)).for('update');
  const before = (await stepsOf(ctx, [companyId])).get(companyId) ?? [];
  const struck = before.find((one) => one.id === input.step);
  ensure(struck !== undefined, 'road.struckAlready');
  const problem = roadProblem(before.filter((one) => one !== struck), dayOf(ctx.now));
  if (problem !== null) throw new RuleError('road.neededByLater', { params: { day: problem.step.onDay } });
  await ctx.db.update(companyRoad).set({ struckAt: ctx.now, struckBy: membershipOf(ctx.actor), struckReason: input.reason }).where(eq(companyRoad.id, input.step));
  await touch(ctx, companyId, {});
  await record(ctx, stepStruck, {
    subject: { type: 'company', id: companyId },
    companyId,
    data: { companyId, company: company?.name ?? '', kind: struck.kind, day: struck.onDay, reason: input.reason },
  });
  return { company: companyId, kind: struck.kind, onDay: struck.onDay };
}

/** What the register now states of many companies becomes their roads, set-based. The caller leaves the entries. */
export async function restateRoads(ctx: Ctx, wanted: ReadonlyMap<string, Statement>, reason: string): Promise<void> {
  const ids = [...wanted.keys()];
  if (ids.length === 0) return;
  const today = dayOf(ctx.now);
  const by = membershipOf(ctx.actor);
  const roads = await stepsOf(ctx, ids);
  const struck: string[] = [];
  const written: (typeof companyRoad.$inferInsert)[] = [];
  const plans: { id: string; statement: Statement }[] = [];
  for (const [companyId, statement] of wanted) {
    const steps = roads.get(companyId) ?? [];
    const { strike, add } = restate(steps, statement, today);
    struck.push(...strike.map((step) => step.id));
    const last = Math.max(-1, ...steps.map((step) => step.position));
    written.push(...add.map((step: NewStep, index) => ({ centerId: centerOf(ctx.actor), id: newId(), companyId, ...step, position: last + 1 + index, reason, createdAt: ctx.now, createdBy: by })));
    if (statement.state === 'prospect') plans.push({ id: companyId, statement });
  }
  for (let start = 0; start < struck.length; start += 5_000) {
    await ctx.db.update(companyRoad).set({ struckAt: ctx.now, struckBy: by, struckReason: reason }).where(inArray(companyRoad.id, struck.slice(start, start + 5_000)));
  }
  await insertRows(ctx.db, companyRoad, written);
  // A prospect's day and place are plans, and stand in the register alone.
  if (plans.length > 0) {
    const rows = plans.map(({ id, statement }) => ({ id, admitted_on: statement.admittedOn, carrier_id: statement.carrierId }));
    await ctx.db
      .update(companies)
      .set({ admittedOn: sql`x.admitted_on`, carrierId: sql`x.carrier_id` })
      .from(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, admitted_on date, carrier_id uuid)`)
      .where(eq(companies.id, sql`x.id`));
  }
}
