import { and, desc, inArray, isNull, sql } from 'drizzle-orm';
import { personalConsents } from '@/db/schema/companies-consents';
import { applications } from '@/db/schema/lifecycle';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { maskPhone } from '@/lib/kernel/phone';
import { consentKinds, type PersonKind, type Signs, whoseMention } from '../personal';
import { type Identity, identityOf, knownPerson, type PersonRows, rowsOf } from './identity';

export interface Trace {
  table: string;
  column: string;
  value: string;
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
