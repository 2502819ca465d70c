import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { graduationEvidence } from '@/db/schema/lifecycle';
import { record } from '@/lib/audit/commands';
import { getOwnCenter } from '@/lib/centers/queries';
import { change } from '@/lib/companies/commands/assign-trio';
import { takeStep } from '@/lib/companies/commands/road';
import { trioRoles } from '@/lib/companies/inputs';
import { issueDocument } from '@/lib/documents/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { defaultLocale, translator } from '@/lib/kernel/i18n';
import { newId } from '@/lib/kernel/ids';
import { formatWan } from '@/lib/kernel/money';
import { endMembership } from '@/lib/people/commands/members';
import { companyGraduated, companyLeft, evidenceGiven, evidenceWithdrawn } from '../entries';
import { evidenceOf } from '../evidence';
import { type ConditionMet, evidenceProblem, graduationOf } from '../graduation';
import type { GiveEvidence, Graduate, Leave, WithdrawEvidence } from '../inputs';
import { canDecideGraduation, canGiveEvidence, canRemoveCompany } from '../policy';
import { companyOf, openLogins } from '../queries/leaving';

/** Evidence that no other part of the product knows of yet, in words; its paper is attached to it. @throws RuleError on the field that can't be */
export async function giveEvidence(ctx: Ctx, input: z.output<typeof GiveEvidence>): Promise<{ id: string; company: string }> {
  allow(canGiveEvidence(ctx.actor));
  const company = await companyOf(ctx, input.company);
  const { condition, onDay, year, amount, words } = input;
  const problem = evidenceProblem(input, { today: dayOf(ctx.now), establishedOn: company.establishedOn });
  if (problem !== null) throw new RuleError(problem.key, { field: problem.field, ...(problem.params === undefined ? {} : { params: problem.params }) });
  const id = newId();
  await ctx.db.insert(graduationEvidence).values({ centerId: centerOf(ctx.actor), id, companyId: company.id, condition, onDay, year, amountFen: amount, words, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) });
  await record(ctx, evidenceGiven, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, condition, words }, after: { onDay, year, amount, words } });
  return { id, company: company.id };
}

export async function withdrawEvidence(ctx: Ctx, input: z.output<typeof WithdrawEvidence>): Promise<{ company: string }> {
  allow(canGiveEvidence(ctx.actor));
  const [row] = await ctx.db.select().from(graduationEvidence).where(eq(graduationEvidence.id, input.evidence)).for('update');
  const evidence = found(row);
  const company = await companyOf(ctx, evidence.companyId);
  ensure(evidence.withdrawnAt === null, 'notFound');
  await ctx.db.update(graduationEvidence).set({ withdrawnAt: ctx.now }).where(eq(graduationEvidence.id, evidence.id));
  await record(ctx, evidenceWithdrawn, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, condition: evidence.condition, words: evidence.words } });
  return { company: company.id };
}

/** The request that was granted with it. */
interface AskedFor {
  number: string;
}

/**
 * 毕业: at least one condition met by evidence somebody vouches for; the certificate is issued in the same transaction.
 * @param asked the request it answers; certificate, road and entry name it
 * @returns the certificate's document, and the step of the road
 * @throws RuleError graduation.noneMet, road.*
 */
export async function graduateCompany(
  ctx: Ctx,
  input: z.output<typeof Graduate>,
  asked?: AskedFor,
): Promise<{ company: string; document: string; road: string; certificate: { id: string; number: string; title: string } }> {
  allow(canDecideGraduation(ctx.actor));
  const company = await companyOf(ctx, input.company);
  const met = graduationOf(await evidenceOf(ctx, company.id)).filter((one) => one.met);
  ensure(met.length > 0, 'graduation.noneMet');
  const t = translator(defaultLocale, 'graduation');
  const reason = met.map((one) => t(`conditions.${one.condition}`)).join('；');
  const { id: road } = await takeStep(ctx, { company: company.id, kind: 'graduated', onDay: input.onDay, reason: asked === undefined ? reason : t('paper.reason', { reason, number: asked.number }), quiet: true });
  await endServices(ctx, company.id, { trio: input.endTrio, logins: false, reason });
  const center = await getOwnCenter(ctx);
  const title = t('paper.title');
  const issued = await issueDocument(ctx, {
    kind: 'certificate',
    title,
    party: company.name,
    companyId: company.id,
    subject: { type: 'company', id: company.id },
    issuedOn: input.onDay,
    content: {
      issuer: center.name,
      paragraphs: [t('paper.statement', { company: company.name, from: company.admittedOn === null ? t('paper.unknown') : formatDay(company.admittedOn, defaultLocale, 'long'), day: formatDay(input.onDay, defaultLocale, 'long') }), t('paper.granted')],
      rows: [...(company.creditCode === null ? [] : [{ label: t('paper.code'), value: company.creditCode }]), ...met.map((one) => ({ label: t(`conditions.${one.condition}`), value: saidOf(one, t) })), ...(asked === undefined ? [] : [{ label: t('paper.request'), value: asked.number }])],
    },
  });
  await record(ctx, companyGraduated, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, day: input.onDay, number: issued.number, documentId: issued.id, request: asked?.number ?? 'none' }, after: { conditions: met.map((one) => one.condition) } });
  return { company: company.id, document: issued.id, road, certificate: { id: issued.id, number: issued.number, title } };
}

function saidOf(met: ConditionMet, t: ReturnType<typeof translator>): string {
  const sum = met.sum === null ? '' : t('paper.sum', { amount: formatWan(met.sum) });
  if (met.years !== null) return t('paper.years', { from: met.years[0], to: met.years[1], sum });
  return [sum, ...met.used.map((one) => one.words)].filter((text) => text !== '').join('；') || t('paper.met');
}

/** 退出 or 清退, with the reason; what ends with it was ticked before. @throws RuleError road.* */
export async function leaveCenter(ctx: Ctx, input: z.output<typeof Leave>): Promise<{ company: string; road: string }> {
  allow(input.kind === 'removed' ? canRemoveCompany(ctx.actor) : canDecideGraduation(ctx.actor));
  const company = await companyOf(ctx, input.company);
  const { id: road } = await takeStep(ctx, { company: company.id, kind: input.kind, onDay: input.onDay, reason: input.reason, quiet: true });
  // The company is told before its people lose their way in.
  await record(ctx, companyLeft, { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name, kind: input.kind, day: input.onDay, reason: input.reason } });
  await endServices(ctx, company.id, { trio: input.endTrio, logins: input.endLogins, reason: input.reason });
  return { company: company.id, road };
}

async function endServices(ctx: Ctx, companyId: string, what: { trio: boolean; logins: boolean; reason: string }): Promise<void> {
  if (what.trio) await change(ctx, trioRoles.map((role) => ({ companyId, role, membershipId: null })));
  if (!what.logins) return;
  for (const { id, version } of await openLogins(ctx, companyId)) await endMembership(ctx, { membership: id, version, reason: what.reason.slice(0, 200) });
}
