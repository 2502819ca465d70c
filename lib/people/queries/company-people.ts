import { and, asc, desc, eq, exists, gt, isNull, isNotNull, notExists, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { invitations, memberships, persons } from '@/db/schema/people';
import type { MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { maskPhone } from '@/lib/kernel/phone';
import { linkUrl } from '@/lib/kernel/tokens';
import { canInvite } from '../policy';

export interface Colleague {
  id: string;
  personId: string;
  name: string;
  title: string;
  role: MemberRole;
  phone: string | null;
  startedAt: Date;
  version: number;
}

/** Who may act for a company now. Phones are masked. */
export async function listCompanyPeople({ db }: Ctx, companyId: string): Promise<Colleague[]> {
  const rows = await db
    .select({
      id: memberships.id,
      personId: memberships.personId,
      name: memberships.name,
      title: memberships.title,
      role: memberships.role,
      phone: persons.phone,
      startedAt: memberships.startedAt,
      version: memberships.version,
    })
    .from(memberships)
    .leftJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.companyId, companyId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.startedAt), asc(memberships.id));
  return rows.map((row) => ({ ...row, phone: row.phone === null ? null : maskPhone(row.phone) }));
}

export interface OpenInvitation {
  id: string;
  name: string;
  role: MemberRole;
  companyId: string | null;
  companyName: string | null;
  expiresAt: Date;
  /** The address to send on; only to those who could have sent it themselves. */
  url: string | null;
}

/** Invitations that still wait for an answer, a company's or all the actor may see, the newest first. */
export async function listOpenInvitations({ db, now, actor }: Ctx, companyId?: string): Promise<OpenInvitation[]> {
  const rows = await db
    .select({
      id: invitations.id,
      name: invitations.name,
      role: invitations.role,
      departmentId: invitations.departmentId,
      companyId: invitations.companyId,
      companyName: companies.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(companies, and(eq(companies.centerId, invitations.centerId), eq(companies.id, invitations.companyId)))
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        companyId === undefined ? undefined : eq(invitations.companyId, companyId),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(500);
  return rows.map(({ departmentId, ...row }) => ({
    ...row,
    url: canInvite(actor, { role: row.role, departmentId, companyId: row.companyId }) ? linkUrl('invitation', row.id) : null,
  }));
}

export interface CompanyLeftAlone {
  id: string;
  name: string;
  leftAt: Date | null;
}

/** Companies in the center's care that somebody could act for once, and nobody can now. For staff. */
export async function companiesLeftAlone({ db }: Ctx): Promise<CompanyLeftAlone[]> {
  const of = and(eq(memberships.centerId, companies.centerId), eq(memberships.companyId, companies.id));
  return db
    .select({
      id: companies.id,
      name: companies.name,
      leftAt: sql<Date | null>`(select max(m.ended_at) from memberships m where m.center_id = companies.center_id and m.company_id = companies.id)`.mapWith(memberships.endedAt),
    })
    .from(companies)
    .where(
      and(
        eq(companies.state, 'incubating'),
        exists(db.select({ one: sql`1` }).from(memberships).where(and(of, isNotNull(memberships.endedAt)))),
        notExists(db.select({ one: sql`1` }).from(memberships).where(and(of, isNull(memberships.endedAt)))),
      ),
    )
    .orderBy(asc(companies.name), asc(companies.id))
    .limit(500);
}
