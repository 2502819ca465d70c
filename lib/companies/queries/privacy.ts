import { and, asc, desc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { companyPeople } from '@/db/schema/companies-file';
import { applications } from '@/db/schema/lifecycle';
import { applicants, memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { addMonths, dayOf } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { APPLICATION_KEEP_YEARS, KEEP_YEARS, type PersonKind } from '../personal';
import { accounts } from './identity';
import { tracesOf } from './personal';

export interface FoundPerson {
  kind: PersonKind;
  id: string;
  name: string;
  /** The company, where they belong to one. */
  company: string | null;
  role: string | null;
}

/** People by part of a name, by a whole number or address, or by id. */
export async function findPeople(ctx: Ctx, typed: string, limit: number): Promise<FoundPerson[]> {
  const q = typed.trim();
  if ([...q].length < 2) return [];
  const named = (column: Parameters<typeof ne>[0]) => sql`strpos(${column}, ${q}) > 0`;
  const people = (await accounts(ctx, [q, q.toLowerCase()], isId(q) ? [q] : [])).map((one) => one.id);
  const id = (column: Parameters<typeof ne>[0]) => (isId(q) ? eq(column, q) : undefined);
  const found: FoundPerson[] = [];
  for (const row of await ctx.db.select({ id: companyContacts.id, name: companyContacts.name, company: companies.name }).from(companyContacts).innerJoin(companies, eq(companies.id, companyContacts.companyId)).where(or(named(companyContacts.name), eq(companyContacts.phone, q), eq(companyContacts.email, q), id(companyContacts.id))).orderBy(asc(companyContacts.id)).limit(limit)) found.push({ kind: 'contact', role: null, ...row });
  for (const row of await ctx.db.select({ id: companyPeople.id, name: companyPeople.name, company: companies.name }).from(companyPeople).innerJoin(companies, eq(companies.id, companyPeople.companyId)).where(or(named(companyPeople.name), id(companyPeople.id))).orderBy(asc(companyPeople.id)).limit(limit)) found.push({ kind: 'key', role: null, ...row });
  for (const row of await ctx.db.select({ id: memberships.id, name: memberships.name, role: memberships.role, company: companies.name }).from(memberships).leftJoin(companies, eq(companies.id, memberships.companyId)).where(or(named(memberships.name), people.length === 0 ? undefined : inArray(memberships.personId, people), id(memberships.id))).orderBy(asc(memberships.id)).limit(limit)) found.push({ kind: 'member', ...row });
  const filed = ctx.db.select({ id: applications.personId }).from(applications).where(or(eq(applications.contactPhone, q), eq(applications.contactEmail, q), named(applications.contactName)));
  for (const row of await ctx.db.select({ id: applicants.id, name: applicants.name }).from(applicants).where(or(named(applicants.name), people.length === 0 ? undefined : inArray(applicants.personId, people), inArray(applicants.personId, filed), id(applicants.id))).orderBy(asc(applicants.id)).limit(limit)) found.push({ kind: 'applicant', role: null, company: null, ...row });
  return found;
}

/** Where a text stands that belongs to nobody who is known: a number written into a note. */
export async function placesOf(ctx: Ctx, typed: string): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  const q = typed.trim();
  if (q.length < 5 && [...q].length < 3) return places;
  for (const { table } of await tracesOf(ctx, { tokens: [q], names: [], companies: [], people: [] })) places.set(table, (places.get(table) ?? 0) + 1);
  return places;
}

/** People who may not be kept any longer: contacts of companies that left, members who ended, applicants who came to nothing. The longest gone first. */
export async function peopleDue(ctx: Ctx, limit: number): Promise<(FoundPerson & { goneOn: string | null })[]> {
  const gone = addMonths(dayOf(ctx.now), -KEEP_YEARS * 12);
  const before = sql`${gone}::date`;
  const unasked = sql`${addMonths(dayOf(ctx.now), -APPLICATION_KEEP_YEARS * 12)}::date`;
  const contacts = await ctx.db
    .select({ id: companyContacts.id, name: companyContacts.name, company: companies.name, goneOn: companies.leftOn })
    .from(companies)
    .innerJoin(companyContacts, eq(companyContacts.companyId, companies.id))
    .where(and(lte(companies.leftOn, gone), sql`${companies.state} in ('graduated', 'exited', 'removed')`))
    .orderBy(asc(companies.leftOn), asc(companyContacts.id))
    .limit(limit);
  const open = ctx.db.select({ id: memberships.personId }).from(memberships).where(isNull(memberships.endedAt));
  const members = await ctx.db
    .select({ id: memberships.id, name: memberships.name, role: memberships.role, company: companies.name, goneOn: sql<string>`(${memberships.endedAt} at time zone 'Asia/Shanghai')::date::text` })
    .from(memberships)
    .leftJoin(companies, eq(companies.id, memberships.companyId))
    .where(and(sql`(${memberships.endedAt} at time zone 'Asia/Shanghai')::date <= ${before}`, ne(memberships.name, '＊'), sql`${memberships.personId} not in ${open}`))
    .orderBy(asc(memberships.endedAt), asc(memberships.id))
    .limit(limit);
  const asked = await ctx.db
    .select({ id: applicants.id, name: applicants.name, goneOn: sql<string>`(${applicants.createdAt} at time zone 'Asia/Shanghai')::date::text` })
    .from(applicants)
    .where(and(sql`(${applicants.createdAt} at time zone 'Asia/Shanghai')::date <= ${unasked}`, ne(applicants.name, '＊'), sql`${applicants.personId} not in ${open}`, sql`not exists (select from applications a where a.person_id = ${applicants.personId} and (a.state in ('submitted', 'returned', 'under_review', 'waiting') or a.updated_at > ${unasked}))`))
    .orderBy(asc(applicants.createdAt), asc(applicants.id))
    .limit(limit);
  return [
    ...contacts.map((row) => ({ kind: 'contact' as const, role: null, ...row })),
    ...members.map((row) => ({ kind: 'member' as const, ...row })),
    ...asked.map((row) => ({ kind: 'applicant' as const, role: null, company: null, ...row })),
  ]
    .sort((a, b) => String(a.goneOn).localeCompare(String(b.goneOn)))
    .slice(0, limit);
}

/** 同意登记: the latest first, with whose it is while they are there. */
export async function listConsents(ctx: Ctx, limit: number) {
  const { id, personKind, subjectId, scene, version, givenOn, how, evidence, withdrawnOn, recordedAt } = personalConsents;
  const name = sql<string | null>`coalesce(${companyContacts.name}, ${companyPeople.name}, ${memberships.name})`;
  return ctx.db
    .select({ id, personKind, subjectId, scene, version, givenOn, how, evidence, withdrawnOn, name, company: companies.name })
    .from(personalConsents)
    .leftJoin(companyContacts, eq(companyContacts.id, subjectId))
    .leftJoin(companyPeople, eq(companyPeople.id, subjectId))
    .leftJoin(memberships, eq(memberships.id, subjectId))
    .leftJoin(companies, eq(companies.id, sql`coalesce(${companyContacts.companyId}, ${companyPeople.companyId}, ${memberships.companyId})`))
    .orderBy(desc(recordedAt), desc(id))
    .limit(limit);
}

export async function listErasures(ctx: Ctx, limit: number) {
  return ctx.db.select().from(personalErasures).orderBy(desc(personalErasures.erasedAt), desc(personalErasures.id)).limit(limit);
}
