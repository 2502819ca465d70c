import { sql } from 'drizzle-orm';
import { invitations, oneTimeLinks } from '@/db/schema/people';
import type { MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { hashToken } from '@/lib/kernel/tokens';
import type { LinkPurpose } from '../inputs';
import type { InvitationFacts } from '../rules';

/** True until the first center and the first operator exist. */
export async function isEmptyInstallation({ db }: Ctx): Promise<boolean> {
  const [row] = await db.select({ empty: sql<boolean>`known.empty` }).from(sql`auth_is_empty() as known(empty)`);
  return row?.empty === true;
}

/** The center of a membership the person still holds, or null. */
export async function centerHolding({ db }: Ctx, personId: string, membershipId: string): Promise<string | null> {
  const [held] = await db.select({ centerId: sql<string>`center_id` }).from(sql`auth_membership(${personId}::uuid, ${membershipId}::uuid)`);
  return held?.centerId ?? null;
}

/** Whether a phone or e-mail belongs to somebody already. Only for whoever holds an invitation made out to it. */
export async function isKnownIdentifier({ db }: Ctx, identifier: string): Promise<boolean> {
  const rows = await db.select({ personId: sql<string>`person_id` }).from(sql`auth_find(${identifier})`);
  return rows.length > 0;
}

export interface HeldMembership {
  membershipId: string;
  centerId: string;
  centerName: string;
  centerNameEn: string;
  role: MemberRole;
  name: string;
  companyName: string | null;
  departmentName: string | null;
  departmentNameEn: string | null;
}

/** The memberships a person may act through now, in the order they began. */
export async function listMembershipsOf({ db }: Ctx, personId: string): Promise<HeldMembership[]> {
  return db
    .select({
      membershipId: sql<string>`membership_id`,
      centerId: sql<string>`center_id`,
      centerName: sql<string>`center_name`,
      centerNameEn: sql<string>`center_name_en`,
      role: sql<MemberRole>`role`,
      name: sql<string>`name`,
      companyName: sql<string | null>`company_name`,
      departmentName: sql<string | null>`department_name`,
      departmentNameEn: sql<string | null>`department_name_en`,
    })
    .from(sql`auth_memberships(${personId}::uuid)`);
}

export interface InvitationView extends InvitationFacts {
  id: string;
  centerId: string;
  centerName: string;
  centerNameEn: string;
  role: MemberRole;
  name: string;
  phone: string | null;
  email: string | null;
  departmentId: string | null;
  departmentName: string | null;
  companyId: string | null;
  companyName: string | null;
  createdBy: string | null;
}

/** What the holder of an invitation's link sees of it; null for a link nobody made. */
export async function findInvitation({ db }: Ctx, token: string): Promise<InvitationView | null> {
  const [row] = await db
    .select({
      id: sql<string>`id`,
      centerId: sql<string>`center_id`,
      centerName: sql<string>`center_name`,
      centerNameEn: sql<string>`center_name_en`,
      role: sql<MemberRole>`role`,
      name: sql<string>`name`,
      phone: sql<string | null>`phone`,
      email: sql<string | null>`email`,
      departmentId: sql<string | null>`department_id`,
      departmentName: sql<string | null>`department_name`,
      companyId: sql<string | null>`company_id`,
      companyName: sql<string | null>`company_name`,
      expiresAt: sql<Date>`expires_at`.mapWith(invitations.expiresAt),
      acceptedAt: sql<Date | null>`accepted_at`.mapWith(invitations.acceptedAt),
      revokedAt: sql<Date | null>`revoked_at`.mapWith(invitations.revokedAt),
      createdBy: sql<string | null>`created_by`,
    })
    .from(sql`auth_invitation(${hashToken(token)})`);
  return row ?? null;
}

export interface LinkView {
  id: string;
  purpose: LinkPurpose;
  personId: string;
  personName: string;
  expiresAt: Date;
  usedAt: Date | null;
}

/** A one-time link by what stands in its address; null for one nobody made. */
export async function findLink({ db }: Ctx, token: string): Promise<LinkView | null> {
  const [row] = await db
    .select({
      id: sql<string>`id`,
      purpose: sql<LinkPurpose>`purpose`,
      personId: sql<string>`person_id`,
      personName: sql<string>`person_name`,
      expiresAt: sql<Date>`expires_at`.mapWith(oneTimeLinks.expiresAt),
      usedAt: sql<Date | null>`used_at`.mapWith(oneTimeLinks.usedAt),
    })
    .from(sql`auth_link(${hashToken(token)})`);
  return row ?? null;
}
