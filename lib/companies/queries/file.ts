import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { entries } from '@/db/schema/audit';
import { carriers, companies, companyAssignments, companyContacts } from '@/db/schema/companies';
import { invitations, memberships, persons } from '@/db/schema/people';
import { fieldRevealed } from '@/lib/audit/entries';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { maskPhone } from '@/lib/kernel/phone';
import type { TrioRole } from '../inputs';

/** A number read in full stays readable to the reader for this long. */
const SHOWN_MS = 10 * 60_000;

export type CompanyFile = NonNullable<Awaited<ReturnType<typeof getCompany>>>;

/** One company with everything its register keeps, or null. */
export async function getCompany(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const editor = alias(memberships, 'editor');
  const [row] = await ctx.db
    .select({
      id: companies.id,
      name: companies.name,
      shortName: companies.shortName,
      creditCode: companies.creditCode,
      registrationNumber: companies.registrationNumber,
      legalRepresentative: companies.legalRepresentative,
      registeredCapitalFen: companies.registeredCapitalFen,
      establishedOn: companies.establishedOn,
      address: companies.address,
      industry: companies.industry,
      leadingIndustry: companies.leadingIndustry,
      paidInCapitalFen: companies.paidInCapitalFen,
      industryDivision: companies.industryDivision,
      techField: companies.techField,
      founderTraits: companies.founderTraits,
      taxpayerKind: companies.taxpayerKind,
      registrationType: companies.registrationType,
      carrierId: companies.carrierId,
      carrier: carriers.name,
      room: companies.room,
      area: companies.area,
      state: companies.state,
      admittedOn: companies.admittedOn,
      leftOn: companies.leftOn,
      termField: companies.termField,
      extendedUntil: companies.extendedUntil,
      dueOn: companies.dueOn,
      tags: companies.tags,
      note: companies.note,
      demo: companies.demo,
      version: companies.version,
      updatedAt: companies.updatedAt,
      updatedBy: editor.name,
    })
    .from(companies)
    .leftJoin(carriers, eq(carriers.id, companies.carrierId))
    .leftJoin(editor, eq(editor.id, companies.updatedBy))
    .where(eq(companies.id, id));
  return row ?? null;
}

export interface ContactView {
  id: string;
  name: string;
  title: string;
  /** Masked, unless the company itself reads it or the reader gave a reason a short while ago. */
  phone: string | null;
  inFull: boolean;
  email: string | null;
  isPrimary: boolean;
  version: number;
}

/** The company's contacts, the main one first. `own` is for the company's own people, who see their numbers in full. */
export async function contactsOf(ctx: Ctx, companyId: string, own = false): Promise<ContactView[]> {
  const rows = await ctx.db
    .select()
    .from(companyContacts)
    .where(eq(companyContacts.companyId, companyId))
    .orderBy(desc(companyContacts.isPrimary), companyContacts.position, companyContacts.id);
  const read = own ? null : await lastRevealed(ctx, companyId);
  return rows.map(({ id, name, title, phone, email, isPrimary, version }) => {
    const inFull = read === null || read.has(id);
    return { id, name, title, phone: phone === null || inFull ? phone : maskPhone(phone), inFull, email, isPrimary, version };
  });
}

async function lastRevealed(ctx: Ctx, companyId: string): Promise<Set<string>> {
  const reader = membershipOf(ctx.actor);
  if (reader === null) return new Set();
  const rows = await ctx.db
    .select({ id: entries.subjectId })
    .from(entries)
    .where(
      and(
        eq(entries.companyId, companyId),
        eq(entries.name, fieldRevealed.name),
        eq(entries.membershipId, reader),
        gte(entries.occurredAt, new Date(ctx.now.getTime() - SHOWN_MS)),
      ),
    );
  return new Set(rows.flatMap((row) => (row.id === null ? [] : [row.id])));
}

export interface Assignment {
  role: TrioRole;
  membershipId: string;
  name: string;
  fromOn: string;
  untilOn: string | null;
}

/** Who looks after the company now and who did before, the newest first. */
export async function assignmentsOf(ctx: Ctx, companyId: string): Promise<Assignment[]> {
  return ctx.db
    .select({
      role: companyAssignments.role,
      membershipId: companyAssignments.membershipId,
      name: memberships.name,
      fromOn: companyAssignments.fromOn,
      untilOn: companyAssignments.untilOn,
    })
    .from(companyAssignments)
    .innerJoin(memberships, eq(memberships.id, companyAssignments.membershipId))
    .where(eq(companyAssignments.companyId, companyId))
    .orderBy(sql`${companyAssignments.untilOn} desc nulls first`, desc(companyAssignments.fromOn), desc(companyAssignments.id));
}

/** Who signs in for the company, and which invitations are open. */
export async function peopleOfCompany(ctx: Ctx, companyId: string) {
  const members = await ctx.db
    .select({ id: memberships.id, name: memberships.name, role: memberships.role, phone: persons.phone, startedAt: memberships.startedAt })
    .from(memberships)
    .leftJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.companyId, companyId), isNull(memberships.endedAt)))
    .orderBy(memberships.startedAt, memberships.id);
  const waiting = await ctx.db
    .select({ id: invitations.id, name: invitations.name, role: invitations.role, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(and(eq(invitations.companyId, companyId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(desc(invitations.createdAt));
  return {
    members: members.map((member) => ({ ...member, phone: member.phone === null ? null : maskPhone(member.phone) })),
    waiting: waiting.filter((one) => one.expiresAt > ctx.now),
  };
}
