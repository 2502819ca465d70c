import { and, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { companies, companyContacts } from '@/db/schema/companies';
import { companyPeople } from '@/db/schema/companies-file';
import { applications } from '@/db/schema/lifecycle';
import { applicants, memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import type { PersonKind, Signs } from '../personal';

/** Somebody as one place of the center knows them. */
export interface KnownPerson {
  kind: PersonKind;
  id: string;
  name: string;
  title: string;
  phone: string | null;
  email: string | null;
  companyId: string | null;
  company: string | null;
  leftOn: string | null;
  role: string | null;
  personId: string | null;
  createdAt: Date;
  /** What an applicant agreed to when they registered. */
  consent: { version: string; at: Date } | null;
}

/**
 * All that a person is told by. Tokens belong to nobody else in the center: numbers, addresses, and names of three characters and more
 * that nobody else bears. Other names count within the person's companies alone.
 */
export interface Identity {
  tokens: string[];
  names: string[];
  companies: string[];
  people: string[];
  /** Names that somebody else of the same company bears: people say which places mean whom. */
  shared: string[];
  /** Who those others are told by. */
  others: Signs;
  /** Who they are, for people to tell them from the person. */
  namesakes: Namesake[];
}

export interface Namesake {
  kind: PersonKind;
  id: string;
  name: string;
  title: string;
  phone: string | null;
}

/** The person where they are known, or null. */
export async function knownPerson(ctx: Ctx, kind: PersonKind, id: string): Promise<KnownPerson | null> {
  if (!isId(id)) return null;
  const nobody = { title: '', phone: null, email: null, companyId: null, company: null, leftOn: null, role: null, personId: null, consent: null };
  const ofCompany = { companyId: companies.id, company: companies.name, leftOn: companies.leftOn };
  switch (kind) {
    case 'contact': {
      const { name, title, phone, email, createdAt } = companyContacts;
      const [row] = await ctx.db.select({ ...ofCompany, id: companyContacts.id, name, title, phone, email, createdAt }).from(companyContacts).innerJoin(companies, eq(companies.id, companyContacts.companyId)).where(eq(companyContacts.id, id));
      return row === undefined ? null : { ...nobody, kind, ...row };
    }
    case 'key': {
      const { name, title, createdAt } = companyPeople;
      const [row] = await ctx.db.select({ ...ofCompany, id: companyPeople.id, name, title, createdAt }).from(companyPeople).innerJoin(companies, eq(companies.id, companyPeople.companyId)).where(eq(companyPeople.id, id));
      return row === undefined ? null : { ...nobody, kind, ...row };
    }
    case 'applicant': {
      const { name, personId, createdAt, consentVersion: version, consentedAt: at } = applicants;
      const [row] = await ctx.db.select({ id: applicants.id, name, personId, createdAt, version, at }).from(applicants).where(eq(applicants.id, id));
      if (row === undefined) return null;
      const { version: agreed, at: when, ...rest } = row;
      return { ...nobody, kind, ...rest, ...(await accountOf(ctx, row.personId)), consent: { version: agreed, at: when } };
    }
    case 'member': {
      const { name, title, personId, role, createdAt } = memberships;
      const [row] = await ctx.db.select({ ...ofCompany, id: memberships.id, name, title, personId, role, createdAt }).from(memberships).leftJoin(companies, eq(companies.id, memberships.companyId)).where(eq(memberships.id, id));
      return row === undefined ? null : { ...nobody, kind, ...row, ...(await accountOf(ctx, row.personId)) };
    }
  }
}

async function accountOf(ctx: Ctx, personId: string): Promise<{ phone: string | null; email: string | null }> {
  const [account] = await accounts(ctx, [], [personId]);
  return { phone: account?.phone ?? null, email: account?.email ?? null };
}

export async function accounts(ctx: Ctx, tokens: readonly string[], ids: readonly string[]) {
  return ctx.db
    .select({ id: sql<string>`p.id`, name: sql<string>`p.name`, phone: sql<string | null>`p.phone`, email: sql<string | null>`p.email` })
    .from(sql`personal_people(${sql.param([...tokens])}::text[], ${sql.param([...ids])}::uuid[]) as p`);
}

const told = (value: string | null): value is string => value !== null && value.length > 4;
const called = (value: string) => [...value].length > 1 && value !== '＊';

/** Gathers what the person is told by from every place that knows the same number, address or account. */
export async function identityOf(ctx: Ctx, person: KnownPerson): Promise<Identity> {
  const own = [person.phone, person.email].filter(told);
  const people = await accounts(ctx, own, person.personId === null ? [] : [person.personId]);
  const ids = people.map((one) => one.id);
  const signs = [...new Set([...own, ...people.flatMap((one) => [one.phone, one.email]).filter(told)])];
  const contacts = signs.length === 0 ? [] : await ctx.db.select().from(companyContacts).where(or(inArray(companyContacts.phone, signs), inArray(companyContacts.email, signs)));
  const roles = ids.length === 0 ? [] : await ctx.db.select({ name: memberships.name, companyId: memberships.companyId }).from(memberships).where(inArray(memberships.personId, ids));
  const asked = ids.length === 0 ? [] : await ctx.db.select({ name: applicants.name }).from(applicants).where(inArray(applicants.personId, ids));
  const filed = ids.length === 0 ? [] : await ctx.db.select({ companyId: applications.companyId, phone: applications.contactPhone, email: applications.contactEmail }).from(applications).where(inArray(applications.personId, ids));
  const numbers = [...new Set([...signs, ...[...contacts, ...filed].flatMap((one) => [one.phone, one.email]).filter(told)])];
  const names = [...new Set([person.name, ...[...people, ...contacts, ...roles, ...asked].map((one) => one.name)])].filter(called);
  const companyIds = [...new Set([person, ...contacts, ...roles, ...filed].flatMap((one) => (one.companyId === null ? [] : [one.companyId])))];
  const { shared, others, namesakes } = await namesakesOf(ctx, { person, names, numbers, ids, companyIds });
  const alone: string[] = [];
  for (const name of names) if ([...name].length > 2 && !shared.includes(name) && !(await othersBear(ctx, name, { person, numbers, ids, companyIds }))) alone.push(name);
  return { tokens: [...numbers, ...alone], names: names.filter((name) => !shared.includes(name)), companies: companyIds, people: ids, shared, others, namesakes };
}

/**
 * Names that somebody else of the person's own companies bears: a contact with another number or beside the person's own row, another
 * key person, another account. A key person has no number, so a contact of that name may be the same and is only asked about.
 */
async function namesakesOf(ctx: Ctx, own: { person: KnownPerson; names: string[]; numbers: string[]; ids: string[]; companyIds: string[] }): Promise<Pick<Identity, 'shared' | 'others' | 'namesakes'>> {
  const { person, names, numbers, ids, companyIds } = own;
  if (names.length === 0 || companyIds.length === 0) return { shared: [], others: { numbers: [], ids: [] }, namesakes: [] };
  const near = (table: typeof companyContacts | typeof companyPeople | typeof memberships) => and(inArray(table.companyId, companyIds), inArray(table.name, names), ne(table.id, person.id));
  const { id, name, title, phone, email } = companyContacts;
  const contacts = (await ctx.db.select({ id, name, title, phone, email }).from(companyContacts).where(near(companyContacts))).filter((one) => {
    const signs = [one.phone, one.email].filter(told);
    return signs.length === 0 ? person.kind === 'contact' : !signs.some((sign) => numbers.includes(sign));
  });
  const keyPeople = person.kind === 'key' ? await ctx.db.select({ id: companyPeople.id, name: companyPeople.name, title: companyPeople.title }).from(companyPeople).where(near(companyPeople)) : [];
  const accounts = (await ctx.db.select({ id: memberships.id, name: memberships.name, title: memberships.title, personId: memberships.personId }).from(memberships).where(near(memberships))).filter((one) => !ids.includes(one.personId));
  const known = numbers.length > 0 || ids.length > 0;
  return {
    shared: [...new Set([...contacts, ...keyPeople, ...accounts].map((one) => one.name))],
    others: {
      numbers: known ? contacts.flatMap((one) => [one.phone, one.email]).filter(told) : [],
      ids: [...accounts.flatMap((one) => [one.id, one.personId]), ...(known ? contacts.filter((one) => one.phone !== null || one.email !== null).map((one) => one.id) : [])],
    },
    namesakes: [
      ...contacts.map((one) => ({ kind: 'contact' as const, id: one.id, name: one.name, title: one.title, phone: one.phone })),
      ...keyPeople.map((one) => ({ kind: 'key' as const, ...one, phone: null })),
      ...accounts.map((one) => ({ kind: 'member' as const, id: one.id, name: one.name, title: one.title, phone: null })),
    ],
  };
}

/** Whether anybody else bears the name, or a name that it is part of. */
async function othersBear(ctx: Ctx, name: string, own: { person: KnownPerson; numbers: string[]; ids: string[]; companyIds: string[] }): Promise<boolean> {
  const has = (column: SQL | typeof companies.name) => sql`strpos(${column}, ${name}) > 0`;
  const notOurs = (column: SQL) => sql`not coalesce(${column} = any(${sql.param(own.companyIds)}::uuid[]), false)`;
  const [row] = await ctx.db
    .select({
      borne: sql<boolean>`exists (select from company_contacts c where ${has(sql`c.name`)} and not coalesce(c.phone = any(${sql.param(own.numbers)}::text[]) or c.email = any(${sql.param(own.numbers)}::text[]), false) and ${notOurs(sql`c.company_id`)})
        or exists (select from company_people c where ${has(sql`c.name`)} and ${notOurs(sql`c.company_id`)})
        or exists (select from memberships m where ${has(sql`m.name`)} and not m.person_id = any(${sql.param(own.ids)}::uuid[]))
        or exists (select from applicants a where ${has(sql`a.name`)} and not a.person_id = any(${sql.param(own.ids)}::uuid[]))
        or exists (select from companies c where ${has(sql`c.name`)} or (${has(sql`coalesce(c.legal_representative, '')`)} and ${notOurs(sql`c.id`)}))`,
    })
    .from(sql`(values (1)) as once`);
  return row?.borne ?? true;
}

/** The person's own rows among those that a company's file or a sign-in knows them by. */
export interface PersonRows {
  contacts: string[];
  keyPeople: string[];
  members: string[];
}

/** Theirs is what bears their number, address or account, and their name in one of their companies where no other number contradicts it. */
export async function rowsOf(ctx: Ctx, person: KnownPerson, { tokens, names, companies: files, people }: Identity): Promise<PersonRows> {
  const { id, companyId, name, phone, email } = companyContacts;
  const contacts = await ctx.db
    .select({ id })
    .from(companyContacts)
    .where(or(person.kind === 'contact' ? eq(id, person.id) : undefined, inArray(phone, tokens), inArray(email, tokens), and(inArray(companyId, files), inArray(name, names), or(isNull(phone), inArray(phone, tokens)))));
  const keyPeople = await ctx.db
    .select({ id: companyPeople.id })
    .from(companyPeople)
    .where(or(person.kind === 'key' ? eq(companyPeople.id, person.id) : undefined, and(inArray(companyPeople.companyId, files), inArray(companyPeople.name, names))));
  const members = people.length === 0 ? [] : await ctx.db.select({ id: memberships.id }).from(memberships).where(inArray(memberships.personId, people));
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  return { contacts: ids(contacts), keyPeople: ids(keyPeople), members: ids(members) };
}
