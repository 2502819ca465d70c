import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/lifecycle';
import { record } from '@/lib/audit/commands';
import { takeStep } from '@/lib/companies/commands/road';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { bringIn } from '@/lib/people/commands/applicants';
import { summary } from '../../admission';
import { applicationAdmitted, applicationRefused, applicationWaits, conditionMet } from '../../entries';
import type { AdmitApplication, MeetCondition, SayOfApplication } from '../../inputs';
import { canDecideAdmission } from '../../policy';
import { assess, typedOf } from '../../queries/admission';
import { about, holdApplication, stamp } from './draft';

/**
 * Admits a company: its road, its place, and the applicant as its owner, in one transaction. What isn't met yet is a
 * condition with a day. The decision keeps what each rule said and the version it was judged by.
 * @throws RuleError admission.noRules when none are in force on the day; admission.unmet, admission.unknown when conditions of the day's version fail and no condition is set
 */
export async function admitApplication(ctx: Ctx, input: z.output<typeof AdmitApplication>): Promise<{ id: string; companyId: string; road: string }> {
  const held = await holdApplication(ctx, input.application, 'admit');
  const { admittedOn, carrierId, room, area, conditionText, conditionDueOn } = input;
  const { versions } = await assess(ctx, { id: held.id, typed: typedOf(held) }, admittedOn);
  const rules = versions.find((one) => one.isNow);
  ensure(rules !== undefined, 'admission.noRules', { field: 'admittedOn', params: { day: admittedOn } });
  const stands = summary(rules.verdicts);
  if (conditionDueOn === null) {
    ensure(stands !== 'unmet', 'admission.unmet', { field: 'conditionText' });
    ensure(stands !== 'unknown', 'admission.unknown', { field: 'conditionText' });
  } else ensure(conditionDueOn > admittedOn, 'admission.conditionLater', { field: 'conditionDueOn' });
  const companyId = found(held.companyId);
  const { id: road } = await takeStep(ctx, { company: companyId, kind: 'admitted', onDay: admittedOn, carrierId, room: room || null, area, reason: held.number ?? '', quiet: true });
  await ctx.db
    .update(applications)
    .set({
      state: 'admitted',
      decidedAt: ctx.now,
      decidedBy: membershipOf(ctx.actor),
      ruleVersionId: rules.id,
      verdict: rules.verdicts,
      conditionText: conditionText || null,
      conditionDueOn,
      waitingSince: null,
      said: '',
      ...stamp(ctx),
    })
    .where(eq(applications.id, held.id));
  if (held.personId !== null) await bringIn(ctx, { personId: held.personId, companyId });
  const { data, ...rest } = about(held);
  await record(ctx, applicationAdmitted, {
    ...rest,
    data: { ...data, companyId, condition: conditionText, until: conditionDueOn ?? 'none' },
    after: { ruleVersion: rules.name, verdicts: rules.verdicts },
  });
  return { id: held.id, companyId, road };
}

/** On the waiting list, in the order they came. */
export async function letWait(ctx: Ctx, input: z.output<typeof SayOfApplication>): Promise<{ id: string }> {
  const held = await holdApplication(ctx, input.application, 'wait');
  await ctx.db.update(applications).set({ state: 'waiting', waitingSince: ctx.now, said: input.said, ...stamp(ctx) }).where(eq(applications.id, held.id));
  const { data, ...rest } = about(held);
  await record(ctx, applicationWaits, { ...rest, data: { ...data, said: input.said } });
  return { id: held.id };
}

/** Refuses, with the reason the applicant reads. */
export async function refuseApplication(ctx: Ctx, input: z.output<typeof SayOfApplication>): Promise<{ id: string }> {
  const held = await holdApplication(ctx, input.application, 'refuse');
  if (held.companyId !== null) await takeStep(ctx, { company: held.companyId, kind: 'declined', onDay: dayOf(ctx.now), reason: input.said, quiet: true });
  const { versions } = await assess(ctx, { id: held.id, typed: typedOf(held) }, dayOf(ctx.now));
  const rules = versions.find((one) => one.isNow);
  await ctx.db
    .update(applications)
    .set({ state: 'refused', decidedAt: ctx.now, decidedBy: membershipOf(ctx.actor), ruleVersionId: rules?.id ?? null, verdict: rules?.verdicts ?? [], said: input.said, waitingSince: null, ...stamp(ctx) })
    .where(eq(applications.id, held.id));
  const { data, ...rest } = about(held);
  await record(ctx, applicationRefused, { ...rest, data: { ...data, said: input.said } });
  return { id: held.id };
}

/** The condition of an admission is met. */
export async function meetCondition(ctx: Ctx, input: z.output<typeof MeetCondition>): Promise<{ id: string }> {
  allow(canDecideAdmission(ctx.actor));
  const [row] = await ctx.db.select().from(applications).where(eq(applications.id, input.application)).for('update');
  const held = found(row);
  ensure(held.state === 'admitted' && held.conditionDueOn !== null && held.conditionMetOn === null, 'admission.noCondition');
  ensure(input.metOn <= dayOf(ctx.now), 'road.future', { field: 'metOn' });
  await ctx.db.update(applications).set({ conditionMetOn: input.metOn, ...stamp(ctx) }).where(eq(applications.id, held.id));
  const { data, ...rest } = about(held);
  await record(ctx, conditionMet, { ...rest, data: { ...data, on: input.metOn } });
  return { id: held.id };
}
