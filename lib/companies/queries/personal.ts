import { and, asc, desc, eq, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { companyPeople } from '@/db/schema/companies-file';
import { applications } from '@/db/schema/lifecycle';
import { applicants, memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { addMonths, dayOf } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { maskPhone } from '@/lib/kernel/phone';
import { APPLICATION_KEEP_YEARS, consentKinds, KEEP_YEARS, type PersonKind, type Signs, whoseMention } from '../personal';

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

export interface Trace {
  table: string;
  column: string;
  value: string;
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

async function accounts(ctx: Ctx, tokens: readonly string[], ids: readonly string[]) {
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

export interface Mention {
  /** Names the place for `erasePerson`. */
  place: string;
  table: string;
  /** The row it is, where it is a contact's or a key person's own. */
  row: string | null;
  text: string;
}

/** Rows that sign somebody in are never a matter of a name. */
const ACCOUNTS = ['memberships', 'applicants', 'invitations', 'persons'];

/** Where a shared name stands: what is the person's by its own row or number, and what only people can tell. */
export async function mentionsOf(ctx: Ctx, { shared, others, tokens, companies: files, people }: Identity, { contacts, keyPeople, members }: PersonRows): Promise<{ mine: Mention[]; open: Mention[] }> {
  if (shared.length === 0) return { mine: [], open: [] };
  const rows = await ctx.db
    .select({ place: sql<string>`m.place`, table: sql<string>`m.name`, column: sql<string>`m.col`, line: sql<Record<string, unknown>>`m.line` })
    .from(sql`personal_mentions(${sql.param(shared)}::text[], ${sql.param(files)}::uuid[]) as m`);
  const own: Signs = { numbers: tokens, ids: [...contacts, ...keyPeople, ...members, ...people] };
  const found = { mine: [] as Mention[], open: [] as Mention[] };
  for (const { place, table, column, line } of rows) {
    if (ACCOUNTS.includes(table)) continue;
    const whose = whoseMention(line, own, others);
    const isRow = (table === 'company_contacts' || table === 'company_people') && column === 'name';
    const text = isRow ? [line.name, line.title, typeof line.phone === 'string' ? maskPhone(line.phone) : ''].filter((one) => typeof one === 'string' && one !== '').join(' · ') : around(table === 'entries' ? JSON.stringify([line.data, line.before, line.after]) : line[column], shared);
    if (whose !== 'other') found[whose].push({ place, table, row: isRow ? String(line.id) : null, text });
  }
  return found;
}

/** The words around a name, enough to tell who is meant. */
function around(value: unknown, names: readonly string[]): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  const at = Math.max(0, Math.min(...names.map((name) => text.indexOf(name)).filter((index) => index >= 0)) - 40);
  return `${at > 0 ? '…' : ''}${text.slice(at, at + 100)}${at + 100 < text.length ? '…' : ''}`;
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

/** A person with everything that is held about them, what the law keeps, and what stands in the way of deleting; or null. */
export async function getPersonal(ctx: Ctx, kind: PersonKind, id: string) {
  const person = await knownPerson(ctx, kind, id);
  if (person === null) return null;
  const identity = await identityOf(ctx, person);
  const rows = await rowsOf(ctx, person, identity);
  const consents = await consentsOf(ctx, rows);
  const mentions = await mentionsOf(ctx, identity, rows);
  const asksConsent = person.companyId !== null && consentKinds.some((one) => one === kind);
  return { person, consents, mentions, namesakes: identity.namesakes, asksConsent, today: dayOf(ctx.now), traces: await tracesOf(ctx, identity), kept: await keptOf(ctx, identity), hindrance: await hindranceOf(ctx, identity) };
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

/** What the person agreed to, as whomever, the latest first. */
async function consentsOf(ctx: Ctx, { contacts, keyPeople, members }: PersonRows) {
  const theirs = [...contacts, ...keyPeople, ...members];
  const { id, personKind, scene, version, givenOn, how, evidence, withdrawnOn, recordedAt } = personalConsents;
  return theirs.length === 0 ? [] : ctx.db.select({ id, personKind, scene, version, givenOn, how, evidence, withdrawnOn, recordedAt }).from(personalConsents).where(inArray(personalConsents.subjectId, theirs)).orderBy(desc(recordedAt), desc(id));
}

/** Every place that holds what the person is told by. */
export async function tracesOf(ctx: Ctx, { tokens, names, companies: files, people }: Pick<Identity, 'tokens' | 'names' | 'companies' | 'people'>): Promise<Trace[]> {
  const rows = await ctx.db
    .select({ table: sql<string>`t.name`, column: sql<string>`t.col`, line: sql<Record<string, unknown>>`t.line` })
    .from(sql`personal_traces(${sql.param(tokens)}::text[], ${sql.param(names)}::text[], ${sql.param(files)}::uuid[], ${sql.param(people)}::uuid[]) as t`);
  return rows.map(({ table, column, line }) => {
    const value = line[column];
    return { table, column, value: typeof value === 'string' ? value : JSON.stringify(value ?? null) };
  });
}

/** Issued papers that name the person: 会计档案 and 声像、文书档案 run by their own law, and a seal can't be taken off. */
async function keptOf(ctx: Ctx, { tokens, names, companies: files }: Identity): Promise<string[]> {
  const rows = await ctx.db.select({ number: sql<string>`k.number` }).from(sql`personal_kept(${sql.param(tokens)}::text[], ${sql.param(names)}::text[], ${sql.param(files)}::uuid[]) as k`);
  return rows.map((row) => row.number);
}

/** Why somebody can't be deleted yet: they still sign in for somebody, or wait for a decision. */
export async function hindranceOf(ctx: Ctx, { people }: Identity): Promise<'personal.stillMember' | 'personal.stillApplying' | null> {
  if (people.length === 0) return null;
  const [member] = await ctx.db.select({ id: memberships.id }).from(memberships).where(and(isNull(memberships.endedAt), inArray(memberships.personId, people))).limit(1);
  if (member !== undefined) return 'personal.stillMember';
  const [open] = await ctx.db.select({ id: applications.id }).from(applications).where(and(inArray(applications.personId, people), inArray(applications.state, ['submitted', 'returned', 'under_review', 'waiting']))).limit(1);
  return open === undefined ? null : 'personal.stillApplying';
}

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
