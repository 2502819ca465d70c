import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { companyPeople } from '@/db/schema/companies-file';
import { record } from '@/lib/audit/commands';
import { storeGenerated } from '@/lib/files/commands';
import { enqueue } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { consentGiven, consentWithdrawn, personErased } from '../entries';
import type { ErasePerson, GiveConsent, WithdrawConsent } from '../inputs';
import { canEditContacts, canErasePersons } from '../policy';
import { consentVersions } from '../personal';
import { hindranceOf, type Identity, identityOf, type KnownPerson, knownPerson } from '../queries/personal';

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
 * Deletes what is held about a person, wherever they are known from (第四十七条): the rows that are theirs, what was imported, what the trail kept
 * apart, the sheets that brought it, papers of an application that came to nothing, and the way in. What the law makes the center keep
 * stays: issued papers. @throws RuleError 'personal.stillMember' | 'personal.stillApplying'
 */
export async function erasePerson(ctx: Ctx, input: z.output<typeof ErasePerson>): Promise<{ company: string | null }> {
  allow(canErasePersons(ctx.actor));
  const person = found(await knownPerson(ctx, input.kind, input.person));
  const identity = await identityOf(ctx, person);
  const hindrance = await hindranceOf(ctx, identity);
  if (hindrance !== null) throw new RuleError(hindrance);
  const counts: Record<string, number> = {};
  const count = (name: string, many: number) => {
    if (many > 0) counts[name] = (counts[name] ?? 0) + many;
  };
  count('company_contacts', await removeContacts(ctx, person, identity));
  count('company_people', await removeKeyPeople(ctx, person, identity));
  const { tokens, names, companies: files, people } = identity;
  const rows = await ctx.db
    .select({ name: sql<string>`e.name`, many: sql<number>`e.many`, content: sql<string | null>`e.content` })
    .from(sql`personal_erase(${sql.param(tokens)}::text[], ${sql.param(names)}::text[], ${sql.param(files)}::uuid[], ${sql.param(people)}::uuid[], ${ctx.now.toISOString()}::timestamptz) as e`);
  const contents = [...new Set(rows.flatMap((row) => (row.content === null ? [] : [row.content])))];
  if (contents.length > 0) {
    const blank = await storeGenerated(ctx, { name: 'erased.txt', type: 'text/plain', bytes: Buffer.from('erased\n') }, { audience: 'center' });
    await ctx.db.select({ done: sql`personal_replace_files(${sql.param(contents)}::text[], ${blank}::uuid)` }).from(sql`(values (1)) as once`);
    await enqueue(ctx, 'files.forget', { contents });
  }
  for (const { name, many } of rows) count(name, many);
  await ctx.db.insert(personalErasures).values({ centerId: centerOf(ctx.actor), id: newId(), reason: input.reason, counts, erasedAt: ctx.now, erasedBy: membershipOf(ctx.actor) });
  await record(ctx, personErased, {
    subject: { type: 'person', id: null },
    companyId: person.companyId,
    data: { kind: input.kind, companyId: person.companyId ?? '', company: person.company ?? '', reason: input.reason, rows: Object.values(counts).reduce((sum, many) => sum + many, 0) },
  });
  return { company: person.companyId };
}

/** The person's own rows among those one may call; where they were the main one, the next is. */
async function removeContacts(ctx: Ctx, person: KnownPerson, { tokens, names, companies: files }: Identity): Promise<number> {
  const { id, companyId, name, phone, email, isPrimary, position } = companyContacts;
  const gone = await ctx.db
    .delete(companyContacts)
    .where(or(person.kind === 'contact' ? eq(id, person.id) : undefined, inArray(phone, tokens), inArray(email, tokens), and(inArray(companyId, files), inArray(name, names), or(isNull(phone), inArray(phone, tokens)))))
    .returning({ id, companyId, isPrimary });
  for (const one of gone) await ctx.db.update(personalConsents).set({ withdrawnAt: ctx.now }).where(and(eq(personalConsents.contactId, one.id), isNull(personalConsents.withdrawnAt)));
  for (const one of gone.filter((row) => row.isPrimary)) {
    const [next] = await ctx.db.select({ id }).from(companyContacts).where(eq(companyId, one.companyId)).orderBy(position, id).limit(1);
    if (next !== undefined) await ctx.db.update(companyContacts).set({ isPrimary: true }).where(eq(id, next.id));
  }
  return gone.length;
}

async function removeKeyPeople(ctx: Ctx, person: KnownPerson, { names, companies: files }: Identity): Promise<number> {
  const { id, companyId, name } = companyPeople;
  const gone = await ctx.db
    .delete(companyPeople)
    .where(or(person.kind === 'key' ? eq(id, person.id) : undefined, and(inArray(companyId, files), inArray(name, names))))
    .returning({ id });
  return gone.length;
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
