import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { KEPT } from '@/db/kept';
import { sessions } from '@/db/schema/people';
import { writtenOnce } from '@/db/written-once';
import type { MemberRole } from '@/lib/kernel/actor';

/** What the database knows of a session. */
export interface SessionRow extends Record<string, unknown> {
  sessionId: string;
  personId: string;
  personName: string;
  locale: string;
  theme: string;
  shortcuts: boolean;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  secondFactorAt: Date | null;
  hasSecondFactor: boolean;
  mustChangePassword: boolean;
  isOperator: boolean;
  membershipId: string | null;
  centerId: string | null;
  role: MemberRole | 'applicant' | null;
  memberName: string | null;
  departmentId: string | null;
  companyId: string | null;
  centerSlug: string | null;
  centerName: string | null;
  centerNameEn: string | null;
  companyName: string | null;
  /** The strictest of all the person may act as; null without a desk among them. */
  idleMinutes: number | null;
  secondFactorRoles: string[] | null;
  isDemo: boolean;
  memberships: number;
  offerStamp: string | null;
}

const asked = writtenOnce((db) =>
  db
    .select({
      sessionId: sql<string>`session_id`,
      personId: sql<string>`person_id`,
      personName: sql<string>`person_name`,
      locale: sql<string>`locale`,
      theme: sql<string>`theme`,
      shortcuts: sql<boolean>`shortcuts`,
      lastSeenAt: sql<Date>`last_seen_at`.mapWith(sessions.lastSeenAt),
      expiresAt: sql<Date>`expires_at`.mapWith(sessions.expiresAt),
      endedAt: sql<Date | null>`ended_at`.mapWith(sessions.lastSeenAt),
      secondFactorAt: sql<Date | null>`second_factor_at`.mapWith(sessions.lastSeenAt),
      hasSecondFactor: sql<boolean>`has_second_factor`,
      mustChangePassword: sql<boolean>`must_change_password`,
      isOperator: sql<boolean>`is_operator`,
      membershipId: sql<string | null>`membership_id`,
      centerId: sql<string | null>`center_id`,
      role: sql<MemberRole | 'applicant' | null>`role`,
      memberName: sql<string | null>`member_name`,
      departmentId: sql<string | null>`department_id`,
      companyId: sql<string | null>`company_id`,
      centerSlug: sql<string | null>`center_slug`,
      centerName: sql<string | null>`center_name`,
      centerNameEn: sql<string | null>`center_name_en`,
      companyName: sql<string | null>`company_name`,
      idleMinutes: sql<number | null>`staff_idle_minutes`,
      secondFactorRoles: sql<string[] | null>`second_factor_roles`,
      isDemo: sql<boolean>`is_demo`,
      memberships: sql<number>`memberships`,
      offerStamp: sql<string | null>`offer_stamp`,
    })
    .from(sql`auth_session(${sql.placeholder('id')}::uuid)`)
    .prepare(KEPT),
);

/** Of a session that never was there is none. */
export async function sessionRow(db: Db, id: string): Promise<SessionRow | null> {
  const rows = await asked(db).execute({ id });
  return (rows[0] as SessionRow | undefined) ?? null;
}
