import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applicationReviews, applications } from '@/db/schema/lifecycle';
import { record } from '@/lib/audit/commands';
import { saveContact } from '@/lib/companies/commands/contacts';
import { addProduct } from '@/lib/companies/commands/keep-parts';
import { takeStep } from '@/lib/companies/commands/road';
import { enterProspect } from '@/lib/companies/commands/write-company';
import { contactsOf } from '@/lib/companies/queries/file';
import { profileOf } from '@/lib/companies/queries/profile';
import { centerOf, isBusinessStaff } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { ensure, RuleError } from '@/lib/kernel/errors';
import { inForce } from '../../admission';
import { applicationAccepted, applicationReturned, applicationScored } from '../../entries';
import { ApplicationFields, type OneApplication, type SayOfApplication, type ScoreApplication } from '../../inputs';
import { listRubrics, reviewsOf, typedOf } from '../../queries/admission';
import { about, holdApplication, stamp } from './draft';

/** Takes an application up: the company gets its file, or the one it had, and its road begins. @throws RuleError road.* */
export async function acceptApplication(ctx: Ctx, input: z.output<typeof OneApplication>): Promise<{ id: string; companyId: string }> {
  const held = await holdApplication(ctx, input.application, 'accept');
  const typed = typedOf(held);
  const fields = ApplicationFields.parse({ ...typed, technology: String(typed.technology ?? '').split(' ').filter(Boolean) });
  const { name, creditCode, legalRepresentative, establishedOn, registeredCapital, area, termField } = fields;
  const { id: companyId } = await enterProspect(ctx, { name, creditCode, legalRepresentative: legalRepresentative || null, establishedOn, registeredCapitalFen: registeredCapital, area, industry: null, termField });
  await carryOver(ctx, companyId, fields);
  const reason = held.number ?? '';
  await takeStep(ctx, { company: companyId, kind: 'applied', onDay: dayOf(held.submittedAt ?? ctx.now), reason });
  await takeStep(ctx, { company: companyId, kind: 'under_review', onDay: dayOf(ctx.now), reason });
  await ctx.db.update(applications).set({ state: 'under_review', companyId, ...stamp(ctx) }).where(eq(applications.id, held.id));
  await record(ctx, applicationAccepted, about({ ...held, companyId }));
  return { id: held.id, companyId };
}

/** Whom to ask and what it makes were stated once: the file has them, unless it had them already. */
async function carryOver(ctx: Ctx, company: string, { contactName, contactPhone, contactEmail, product }: ApplicationFields): Promise<void> {
  const known = await contactsOf(ctx, company, true);
  if (!known.some(({ name, phone }) => name === contactName || phone === contactPhone)) {
    await saveContact(ctx, { company, contact: undefined, name: contactName, title: '', phone: contactPhone, email: contactEmail, isPrimary: known.length === 0, version: undefined });
  }
  const { products } = await profileOf(ctx, company);
  if (products.length === 0) await addProduct(ctx, { company, name: product.slice(0, 100), summary: product.length > 100 ? product.slice(0, 500) : '', highTech: false });
}

/** Back to the applicant, with what is missing. */
export async function returnApplication(ctx: Ctx, input: z.output<typeof SayOfApplication>): Promise<{ id: string }> {
  const held = await holdApplication(ctx, input.application, 'return');
  await ctx.db.update(applications).set({ state: 'returned', said: input.said, ...stamp(ctx) }).where(eq(applications.id, held.id));
  const { data, ...rest } = about(held);
  await record(ctx, applicationReturned, { ...rest, data: { ...data, said: input.said } });
  return { id: held.id };
}

/** A reviewer's own points and words; given again they replace the earlier. Later reviewers keep to the first one's rubric. */
export async function scoreApplication(ctx: Ctx, input: z.output<typeof ScoreApplication>): Promise<{ id: string; total: number }> {
  const held = await holdApplication(ctx, input.application, 'score');
  const { actor } = ctx;
  if (!isBusinessStaff(actor)) throw new Error('only staff give points');
  const rubrics = await listRubrics(ctx);
  const [first] = await reviewsOf(ctx, held.id);
  const rubric = rubrics.find((one) => one.id === first?.rubricId) ?? inForce(rubrics, dayOf(ctx.now));
  ensure(rubric !== null, 'admission.noRubric');
  const scores: Record<string, number> = {};
  for (const { key, points } of rubric.criteria) {
    const text = (input.points[key] ?? '').trim();
    if (text === '') throw new RuleError('required', { field: `points_${key}` });
    const given = Number(text);
    ensure(/^\d{1,3}$/.test(text) && given <= points, 'admission.points', { field: `points_${key}`, params: { most: points } });
    scores[key] = given;
  }
  const total = Object.values(scores).reduce((sum, one) => sum + one, 0);
  const by = { updatedAt: ctx.now, updatedBy: actor.membershipId };
  await ctx.db
    .insert(applicationReviews)
    .values({ centerId: centerOf(actor), applicationId: held.id, membershipId: actor.membershipId, rubricId: rubric.id, scores, total, words: input.words, createdAt: ctx.now, createdBy: actor.membershipId, ...by })
    .onConflictDoUpdate({ target: [applicationReviews.centerId, applicationReviews.applicationId, applicationReviews.membershipId], set: { scores, total, words: input.words, ...by, version: sql`${applicationReviews.version} + 1` } });
  const { data, ...rest } = about(held);
  await record(ctx, applicationScored, { ...rest, data: { ...data, total }, after: { scores, words: input.words } });
  return { id: held.id, total };
}
