import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { companies, companyContacts } from '@/db/schema/companies';
import { personalConsents, personalErasures } from '@/db/schema/companies-consents';
import { memberships, persons } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { addMonths, dayOf } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { KEEP_YEARS } from '../personal';

/** What a person is told by: a phone and an address belong to nobody else; a name counts within the company alone. */
export function identityOf(contact: { name: string; phone: string | null; email: string | null }): { tokens: string[]; names: string[] } {
  const tokens = [contact.phone, contact.email].filter((token) => token !== null && token.length > 4) as string[];
  return { tokens, names: [...contact.name].length > 1 ? [contact.name] : [] };
}

export interface Trace {
  table: string;
  column: string;
  value: string;
}

/** A contact with everything that is held about the person, or null. */
export async function getPersonal(ctx: Ctx, contactId: string) {
  if (!isId(contactId)) return null;
  const [contact] = await ctx.db
    .select({ id: companyContacts.id, companyId: companies.id, company: companies.name, leftOn: companies.leftOn, name: companyContacts.name, title: companyContacts.title, phone: companyContacts.phone, email: companyContacts.email, createdAt: companyContacts.createdAt })
    .from(companyContacts)
    .innerJoin(companies, eq(companies.id, companyContacts.companyId))
    .where(eq(companyContacts.id, contactId));
  if (contact === undefined) return null;
  const consents = await ctx.db.select().from(personalConsents).where(eq(personalConsents.contactId, contact.id)).orderBy(desc(personalConsents.givenAt));
  return { contact, consents, traces: await tracesOf(ctx, contact) };
}

/** Every place that holds the person's phone, address or name. */
export async function tracesOf(ctx: Ctx, contact: { name: string; phone: string | null; email: string | null; companyId: string }): Promise<Trace[]> {
  const { tokens, names } = identityOf(contact);
  const rows = await ctx.db
    .select({ table: sql<string>`t.name`, column: sql<string>`t.col`, line: sql<Record<string, unknown>>`t.line` })
    .from(sql`personal_traces(${sql.param(tokens)}::text[], ${sql.param(names)}::text[], ${contact.companyId}::uuid) as t`);
  return rows.map(({ table, column, line }) => {
    const value = line[column];
    return { table, column, value: typeof value === 'string' ? value : JSON.stringify(value ?? null) };
  });
}

/** Contacts of companies that left longer ago than they may be kept, the longest gone first. */
export async function contactsDue(ctx: Ctx, limit: number) {
  const gone = addMonths(dayOf(ctx.now), -KEEP_YEARS * 12);
  return ctx.db
    .select({ id: companyContacts.id, name: companyContacts.name, companyId: companies.id, company: companies.name, leftOn: companies.leftOn })
    .from(companies)
    .innerJoin(companyContacts, eq(companyContacts.companyId, companies.id))
    .where(and(lte(companies.leftOn, gone), sql`${companies.state} in ('graduated', 'exited', 'removed')`))
    .orderBy(asc(companies.leftOn), asc(companyContacts.id))
    .limit(limit);
}

export async function listErasures(ctx: Ctx, limit: number) {
  return ctx.db.select().from(personalErasures).orderBy(desc(personalErasures.erasedAt), desc(personalErasures.id)).limit(limit);
}

/** Whether somebody with one of these numbers or addresses still signs in for anybody. */
export async function actsForSomebody(ctx: Ctx, tokens: readonly string[]): Promise<boolean> {
  const [member] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(isNull(memberships.endedAt), sql`(${persons.phone} = any(${sql.param([...tokens])}::text[]) or ${persons.email} = any(${sql.param([...tokens])}::text[]))`))
    .limit(1);
  return member !== undefined;
}
