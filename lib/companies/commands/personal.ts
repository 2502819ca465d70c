import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { record } from '@/lib/audit/commands';
import { storeGenerated } from '@/lib/files/commands';
import { enqueue } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { consentGiven, consentWithdrawn, personErased } from '../entries';
import type { ErasePerson, GiveConsent, WithdrawConsent } from '../inputs';
import { canEditContacts, canErasePersons } from '../policy';
import { consentVersions } from '../personal';
import { actsForSomebody, identityOf } from '../queries/personal';

/** Notes that a contact agreed, in the words of today's version. */
export async function giveConsent(ctx: Ctx, input: z.output<typeof GiveConsent>): Promise<{ company: string; contact: string }> {
  const contact = await contactOf(ctx, input.contact);
  allow(canEditContacts(ctx.actor, contact.companyId));
  const version = consentVersions[input.scene];
  const [same] = await ctx.db
    .select({ id: personalConsents.id })
    .from(personalConsents)
    .where(and(eq(personalConsents.contactId, contact.id), eq(personalConsents.scene, input.scene), eq(personalConsents.version, version), isNull(personalConsents.withdrawnAt)));
  ensure(same === undefined, 'personal.agreedAlready', { field: 'scene' });
  await ctx.db.insert(personalConsents).values({ centerId: centerOf(ctx.actor), id: newId(), contactId: contact.id, scene: input.scene, version, givenAt: ctx.now, recordedBy: membershipOf(ctx.actor) });
  await record(ctx, consentGiven, about(contact, { scene: input.scene, version }));
  return { company: contact.companyId, contact: contact.id };
}

/** As easily withdrawn as given (第十五条); what was done before stays lawful. */
export async function withdrawConsent(ctx: Ctx, input: z.output<typeof WithdrawConsent>): Promise<{ company: string; contact: string }> {
  const [loaded] = await ctx.db.select().from(personalConsents).where(eq(personalConsents.id, input.consent)).for('update');
  const consent = found(loaded);
  const contact = await contactOf(ctx, consent.contactId);
  allow(canEditContacts(ctx.actor, contact.companyId));
  ensure(consent.withdrawnAt === null, 'personal.withdrawnAlready');
  await ctx.db.update(personalConsents).set({ withdrawnAt: ctx.now }).where(eq(personalConsents.id, consent.id));
  await record(ctx, consentWithdrawn, about(contact, { scene: consent.scene, version: consent.version }));
  return { company: contact.companyId, contact: contact.id };
}

/**
 * Deletes what is held about a contact (第四十七条): the row, what was imported, what the trail kept apart, the sheets that brought it, and
 * the way in of a person who acts for nobody any more. What the law makes the center keep stays: issued papers.
 * @throws RuleError 'personal.stillMember'
 */
export async function erasePerson(ctx: Ctx, input: z.output<typeof ErasePerson>): Promise<{ company: string }> {
  allow(canErasePersons(ctx.actor));
  const contact = await contactOf(ctx, input.contact);
  const { tokens, names } = identityOf(contact);
  ensure(!(await actsForSomebody(ctx, tokens)), 'personal.stillMember');
  await ctx.db.delete(companyContacts).where(eq(companyContacts.id, contact.id));
  if (contact.isPrimary) {
    const [next] = await ctx.db.select({ id: companyContacts.id }).from(companyContacts).where(eq(companyContacts.companyId, contact.companyId)).orderBy(companyContacts.position, companyContacts.id).limit(1);
    if (next !== undefined) await ctx.db.update(companyContacts).set({ isPrimary: true }).where(eq(companyContacts.id, next.id));
  }
  await ctx.db.update(personalConsents).set({ withdrawnAt: ctx.now }).where(and(eq(personalConsents.contactId, contact.id), isNull(personalConsents.withdrawnAt)));
  const rows = await ctx.db
    .select({ name: sql<string>`e.name`, many: sql<number>`e.many`, content: sql<string | null>`e.content` })
    .from(sql`personal_erase(${sql.param(tokens)}::text[], ${sql.param(names)}::text[], ${contact.companyId}::uuid, ${ctx.now.toISOString()}::timestamptz) as e`);
  const contents = [...new Set(rows.flatMap((row) => (row.content === null ? [] : [row.content])))];
  if (contents.length > 0) {
    const blank = await storeGenerated(ctx, { name: 'erased.txt', type: 'text/plain', bytes: Buffer.from('erased\n') }, { audience: 'center' });
    await ctx.db.select({ done: sql`personal_replace_files(${sql.param(contents)}::text[], ${blank}::uuid)` }).from(sql`(values (1)) as once`);
    await enqueue(ctx, 'files.forget', { contents });
  }
  const counts: Record<string, number> = { company_contacts: 1 };
  for (const { name, many } of rows) counts[name] = (counts[name] ?? 0) + many;
  await ctx.db.insert(personalErasures).values({ centerId: centerOf(ctx.actor), id: newId(), reason: input.reason, counts, erasedAt: ctx.now, erasedBy: membershipOf(ctx.actor) });
  await record(ctx, personErased, { subject: { type: 'company', id: contact.companyId }, companyId: contact.companyId, data: { companyId: contact.companyId, company: contact.company, reason: input.reason, rows: Object.values(counts).reduce((sum, many) => sum + many, 0) } });
  return { company: contact.companyId };
}

async function contactOf(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({ id: companyContacts.id, companyId: companyContacts.companyId, company: companies.name, name: companyContacts.name, phone: companyContacts.phone, email: companyContacts.email, isPrimary: companyContacts.isPrimary })
    .from(companyContacts)
    .innerJoin(companies, eq(companies.id, companyContacts.companyId))
    .where(eq(companyContacts.id, id));
  return found(row);
}

function about<D extends object>(contact: { id: string; companyId: string; company: string }, data: D) {
  return { subject: { type: 'contact', id: contact.id }, companyId: contact.companyId, data: { companyId: contact.companyId, company: contact.company, ...data } };
}
