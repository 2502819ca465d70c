import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { companyPeople } from '@/db/schema/companies-file';
import { record } from '@/lib/audit/commands';
import { storeGenerated } from '@/lib/files/commands';
import { enqueue } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { consentGiven, consentWithdrawn, personErased } from '../entries';
import type { ErasePerson, GiveConsent, WithdrawConsent } from '../inputs';
import { canEditContacts, canErasePersons } from '../policy';
import { consentDayProblem, type ConsentKind, consentVersions } from '../personal';
import { identityOf, knownPerson, type PersonRows, rowsOf } from '../queries/identity';
import { hindranceOf, mentionsOf } from '../queries/personal';

/** Notes that somebody of a company agreed, in the words of today's version. @throws RuleError 'personal.later' | 'personal.agreedAlready' */
export async function giveConsent(ctx: Ctx, input: z.output<typeof GiveConsent>): Promise<Consenting> {
  const who = await consentingPerson(ctx, input.kind, input.person);
  allow(canEditContacts(ctx.actor, who.companyId));
  const problem = consentDayProblem(input.givenOn, dayOf(ctx.now));
  if (problem !== null) throw new RuleError(problem, { field: 'givenOn' });
  const { scene, how, evidence, givenOn } = input;
  const version = consentVersions[scene];
  const [same] = await ctx.db
    .select({ id: personalConsents.id })
    .from(personalConsents)
    .where(and(eq(personalConsents.subjectId, who.id), eq(personalConsents.scene, scene), eq(personalConsents.version, version), isNull(personalConsents.withdrawnOn)));
  ensure(same === undefined, 'personal.agreedAlready', { field: 'scene' });
  await ctx.db.insert(personalConsents).values({ centerId: centerOf(ctx.actor), id: newId(), personKind: who.kind, subjectId: who.id, scene, version, givenOn, how, evidence, recordedAt: ctx.now, recordedBy: membershipOf(ctx.actor) });
  await record(ctx, consentGiven, about(who, { scene, version }));
  return who;
}

/** As easily withdrawn as given (第十五条); what was done before stays lawful. @throws RuleError 'personal.later' | 'personal.beforeGiven' */
export async function withdrawConsent(ctx: Ctx, input: z.output<typeof WithdrawConsent>): Promise<Consenting> {
  const [loaded] = await ctx.db.select().from(personalConsents).where(eq(personalConsents.id, input.consent)).for('update');
  const consent = found(loaded);
  const who = await consentingPerson(ctx, consent.personKind, consent.subjectId);
  allow(canEditContacts(ctx.actor, who.companyId));
  ensure(consent.withdrawnOn === null, 'personal.withdrawnAlready');
  const withdrawnOn = input.withdrawnOn ?? dayOf(ctx.now);
  const problem = consentDayProblem(withdrawnOn, dayOf(ctx.now), consent.givenOn);
  if (problem !== null) throw new RuleError(problem, { field: 'withdrawnOn' });
  await ctx.db.update(personalConsents).set({ withdrawnOn }).where(eq(personalConsents.id, consent.id));
  await record(ctx, consentWithdrawn, about(who, { scene: consent.scene, version: consent.version }));
  return who;
}

/**
 * Deletes what is held about a person, wherever they are known from (第四十七条): the rows that are theirs, what was imported, what the trail kept
 * apart, the sheets that brought it, papers of an application that came to nothing, and the way in. What the law makes the center keep
 * stays: issued papers. @throws RuleError 'personal.stillMember' | 'personal.stillApplying' | 'personal.sayWhich'
 */
export async function erasePerson(ctx: Ctx, input: z.output<typeof ErasePerson>): Promise<{ company: string | null }> {
  allow(canErasePersons(ctx.actor));
  const person = found(await knownPerson(ctx, input.kind, input.person));
  const identity = await identityOf(ctx, person);
  const hindrance = await hindranceOf(ctx, identity);
  const rows = await rowsOf(ctx, person, identity);
  if (hindrance !== null) throw new RuleError(hindrance);
  const mentions = await mentionsOf(ctx, identity, rows);
  ensure(mentions.open.length === 0 || input.told, 'personal.sayWhich');
  const meant = [...mentions.mine, ...mentions.open.filter((one) => input.mentions.includes(one.place))];
  const ticked = (table: string) => meant.flatMap((one) => (one.table === table && one.row !== null ? [one.row] : []));
  rows.contacts = [...new Set([...rows.contacts, ...ticked('company_contacts')])];
  rows.keyPeople = [...new Set([...rows.keyPeople, ...ticked('company_people')])];
  const counts: Record<string, number> = {};
  const count = (name: string, many: number) => {
    if (many > 0) counts[name] = (counts[name] ?? 0) + many;
  };
  // Places of a name that others bear as well go one by one, and first: what is found by numbers changes the rows.
  const picked = meant.length === 0 ? [] : await ctx.db
    .select({ name: sql<string>`e.name`, many: sql<number>`e.many`, content: sql<string | null>`e.content` })
    .from(sql`personal_erase_at(${sql.param(identity.shared)}::text[], ${sql.param(identity.companies)}::uuid[], ${sql.param(meant.map((one) => one.place))}::text[], ${ctx.now.toISOString()}::timestamptz) as e`);
  count('personal_consents', await removeConsents(ctx, rows));
  count('company_contacts', await removeContacts(ctx, rows.contacts));
  count('company_people', await removeKeyPeople(ctx, rows.keyPeople));
  const { tokens, names, companies: files, people } = identity;
  const byName = await ctx.db
    .select({ name: sql<string>`e.name`, many: sql<number>`e.many`, content: sql<string | null>`e.content` })
    .from(sql`personal_erase(${sql.param(tokens)}::text[], ${sql.param(names)}::text[], ${sql.param(files)}::uuid[], ${sql.param(people)}::uuid[], ${ctx.now.toISOString()}::timestamptz) as e`);
  const erased = [...picked, ...byName];
  const contents = [...new Set(erased.flatMap((row) => (row.content === null ? [] : [row.content])))];
  if (contents.length > 0) {
    const blank = await storeGenerated(ctx, { name: 'erased.txt', type: 'text/plain', bytes: Buffer.from('erased\n') }, { audience: 'center' });
    await ctx.db.select({ done: sql`personal_replace_files(${sql.param(contents)}::text[], ${blank}::uuid)` }).from(sql`(values (1)) as once`);
    await enqueue(ctx, 'files.forget', { contents });
  }
  for (const { name, many } of erased) count(name, many);
  await ctx.db.insert(personalErasures).values({ centerId: centerOf(ctx.actor), id: newId(), reason: input.reason, counts, erasedAt: ctx.now, erasedBy: membershipOf(ctx.actor) });
  await record(ctx, personErased, {
    subject: { type: 'person', id: null },
    companyId: person.companyId,
    data: { kind: input.kind, companyId: person.companyId ?? '', company: person.company ?? '', reason: input.reason, rows: Object.values(counts).reduce((sum, many) => sum + many, 0) },
  });
  return { company: person.companyId };
}

/** Where they were the main contact, the next is. */
async function removeContacts(ctx: Ctx, theirs: readonly string[]): Promise<number> {
  if (theirs.length === 0) return 0;
  const { id, companyId, isPrimary, position } = companyContacts;
  const gone = await ctx.db.delete(companyContacts).where(inArray(id, [...theirs])).returning({ companyId, isPrimary });
  for (const one of gone.filter((row) => row.isPrimary)) {
    const [next] = await ctx.db.select({ id }).from(companyContacts).where(eq(companyId, one.companyId)).orderBy(position, id).limit(1);
    if (next !== undefined) await ctx.db.update(companyContacts).set({ isPrimary: true }).where(eq(id, next.id));
  }
  return gone.length;
}

async function removeKeyPeople(ctx: Ctx, theirs: readonly string[]): Promise<number> {
  if (theirs.length === 0) return 0;
  return (await ctx.db.delete(companyPeople).where(inArray(companyPeople.id, [...theirs])).returning({ id: companyPeople.id })).length;
}

/** What they agreed to goes with what it was about: nothing may be done on it any more. */
async function removeConsents(ctx: Ctx, { contacts, keyPeople, members }: PersonRows): Promise<number> {
  const theirs = [...contacts, ...keyPeople, ...members];
  if (theirs.length === 0) return 0;
  return (await ctx.db.delete(personalConsents).where(inArray(personalConsents.subjectId, theirs)).returning({ id: personalConsents.id })).length;
}

interface Consenting {
  kind: ConsentKind;
  id: string;
  companyId: string;
  company: string;
}

/** Somebody of a company. @throws NotFoundError also of the center's own people, who are no company's to ask */
async function consentingPerson(ctx: Ctx, kind: ConsentKind, id: string): Promise<Consenting> {
  const { companyId, company } = found(await knownPerson(ctx, kind, id));
  return { kind, id, companyId: found(companyId), company: found(company) };
}

function about<D extends object>(who: Consenting, data: D) {
  return { subject: { type: subjects[who.kind], id: who.id }, companyId: who.companyId, data: { companyId: who.companyId, company: who.company, kind: who.kind, ...data } };
}

const subjects: Record<ConsentKind, string> = { contact: 'contact', key: 'key-person', member: 'membership' };
