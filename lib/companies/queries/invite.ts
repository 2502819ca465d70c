import { and, asc, desc, eq, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { companies, companyContacts } from '@/db/schema/companies';
import { invitations, memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { isMobile, maskPhone } from '@/lib/kernel/phone';

export interface Invitee {
  contact: string;
  company: string;
  companyName: string;
  name: string;
  /** Masked. */
  phone: string;
}

/** Main contacts with a mobile number of companies here for which nobody signs in yet and nobody is asked to. */
export async function contactsToInvite(ctx: Ctx, limit: number, among?: readonly string[]): Promise<Invitee[]> {
  const signsIn = ctx.db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.companyId, companies.id), isNull(memberships.endedAt)));
  const rows = await ctx.db
    .select({ contact: companyContacts.id, company: companies.id, companyName: companies.name, name: companyContacts.name, phone: companyContacts.phone })
    .from(companies)
    .innerJoin(companyContacts, and(eq(companyContacts.companyId, companies.id), eq(companyContacts.isPrimary, true)))
    .where(and(among === undefined ? undefined : sql`${companies.id} = any(${sql.param([...among])}::uuid[])`, eq(companies.state, 'incubating'), isNotNull(companyContacts.phone), notExists(signsIn), notExists(open(ctx))))
    .orderBy(desc(companies.admittedOn), asc(companies.id))
    .limit(limit);
  return rows.flatMap(({ phone, ...row }) => (phone !== null && isMobile(phone) ? [{ ...row, phone: maskPhone(phone) }] : []));
}

const open = (ctx: Ctx) =>
  ctx.db
    .select({ one: sql`1` })
    .from(invitations)
    .where(and(eq(invitations.companyId, companies.id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, ctx.now)));

/** Invitations of companies' people that still wait to be used, the newest first. */
export async function openCompanyInvitations(ctx: Ctx, limit: number) {
  return ctx.db
    .select({ id: invitations.id, name: invitations.name, company: companies.name, companyId: companies.id, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, ctx.now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit);
}
