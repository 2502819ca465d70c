import { sql } from 'drizzle-orm';
import type { MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';

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
