import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '@/db/client';
import { admissionRuleVersions, rubricVersions } from '@/db/schema/lifecycle';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure } from '@/lib/kernel/errors';
import { translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { conditions2018, conditionsEased } from '../../admission';
import { rubricAdded, rulesAdded } from '../../entries';
import type { AddRubric, AddRules } from '../../inputs';
import { canKeepAdmissionRules } from '../../policy';

/** Conditions from a day on; decisions made before keep theirs. */
export async function addRules(ctx: Ctx, input: z.output<typeof AddRules>): Promise<{ id: string }> {
  allow(canKeepAdmissionRules(ctx.actor));
  const { name, source, effectiveFrom, ...conditions } = input;
  const same = await ctx.db.select({ id: admissionRuleVersions.id }).from(admissionRuleVersions).where(eq(admissionRuleVersions.effectiveFrom, effectiveFrom));
  ensure(same.length === 0, 'admission.sameDay', { field: 'effectiveFrom' });
  const id = newId();
  await ctx.db.insert(admissionRuleVersions).values({ centerId: centerOf(ctx.actor), id, name, source, effectiveFrom, conditions, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
  await record(ctx, rulesAdded, { subject: { type: 'admissionRules', id }, data: { name, from: effectiveFrom }, after: conditions });
  return { id };
}

export async function addRubric(ctx: Ctx, input: z.output<typeof AddRubric>): Promise<{ id: string }> {
  allow(canKeepAdmissionRules(ctx.actor));
  const { name, effectiveFrom, criteria } = input;
  const same = await ctx.db.select({ id: rubricVersions.id }).from(rubricVersions).where(eq(rubricVersions.effectiveFrom, effectiveFrom));
  ensure(same.length === 0, 'admission.sameDay', { field: 'effectiveFrom' });
  const id = newId();
  await ctx.db.insert(rubricVersions).values({ centerId: centerOf(ctx.actor), id, name, effectiveFrom, criteria, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
  await record(ctx, rubricAdded, { subject: { type: 'rubric', id }, data: { name, from: effectiveFrom }, after: { criteria } });
  return { id };
}

const points = [20, 25, 20, 20, 15];

/** What every center begins with: the conditions of 2018, an eased version, and a rubric of a hundred points. */
export async function ensureAdmissionRules(db: Pick<Db, 'insert'>, centerId: string, makeId = newId): Promise<void> {
  const t = translator('zh-CN', 'admission');
  const versions = [
    { key: 'first', effectiveFrom: '2018-12-14', conditions: conditions2018 },
    { key: 'eased', effectiveFrom: '2022-01-01', conditions: conditionsEased },
  ];
  await db
    .insert(admissionRuleVersions)
    .values(versions.map(({ key, ...version }) => ({ centerId, id: makeId(), name: t(`begin.${key}.name`), source: t(`begin.${key}.source`), ...version })))
    .onConflictDoNothing();
  const criteria = points.map((most, index) => ({ key: `c${index + 1}`, title: t(`begin.rubric.c${index + 1}`), points: most }));
  await db.insert(rubricVersions).values({ centerId, id: makeId(), name: t('begin.rubric.name'), effectiveFrom: '2018-12-14', criteria }).onConflictDoNothing();
}
