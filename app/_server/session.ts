import { eq, sql } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { after } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import { askedOnce } from '@/components/ui/eventually';
import { beforeActor, transaction } from '@/db/client';
import { sessions } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import type { Actor, MemberRole, PersonActor, Role } from '@/lib/kernel/actor';
import { currentTime, env, isHttps } from '@/lib/kernel/env';
import { isId } from '@/lib/kernel/ids';
import { askedCookies, askedHeaders } from './asked';

/** A session lives twelve hours, whatever happens in it. */
export const SESSION_HOURS = 12;

export const sessionCookie = () => (isHttps() ? '__Secure-next-auth.session-token' : 'next-auth.session-token');

export type SessionState = 'open' | 'choose_membership' | 'must_change_password' | 'must_enrol';

export interface Session {
  id: string;
  personId: string;
  personName: string;
  locale: string;
  theme: string;
  shortcuts: boolean;
  state: SessionState;
  role: Role | null;
  actor: Actor;
  centerSlug: string | null;
  centerName: string | null;
  centerNameEn: string | null;
  companyName: string | null;
  isDemo: boolean;
  hasSecondFactor: boolean;
  isOperator: boolean;
  memberships: number;
  /** Another one whenever something changed of what the center's pages offer for choice; see `keptOffer`. */
  offerStamp: string | null;
}

/** The person behind a session, acting on their own sign-in, where they act now. */
export function selfOf(session: Session): PersonActor {
  const centerId = session.actor.kind === 'member' ? session.actor.centerId : null;
  return { kind: 'person', personId: session.personId, centerId, name: session.personName, sessionId: session.id };
}

/** Signs a session's id into the cookie's token; nothing else travels in it. */
export function sealSession(id: string): Promise<string> {
  return encode({ token: { sid: id }, secret: env().AUTH_SECRET, maxAge: SESSION_HOURS * 3600 });
}

export async function openCookie(id: string): Promise<void> {
  (await cookies()).set(sessionCookie(), await sealSession(id), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(),
    maxAge: SESSION_HOURS * 3600,
  });
}

export async function dropCookie(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}

// Decoding costs key derivation each time; the token is immutable, so what it said once it says always.
const decoded = new Map<string, string>();

async function sessionIdOf(token: string): Promise<string | null> {
  const known = decoded.get(token);
  if (known !== undefined) return known;
  const content = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  const id = typeof content?.sid === 'string' && isId(content.sid) ? content.sid : null;
  if (id !== null) {
    if (decoded.size > 5_000) decoded.clear();
    decoded.set(token, id);
  }
  return id;
}

interface SessionRow extends Record<string, unknown> {
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

async function loadRow(id: string, now: Date): Promise<SessionRow | null> {
  const rows = await beforeActor(now, (db) => asked(db).execute({ id }));
  return (rows[0] as SessionRow | undefined) ?? null;
}

/** Whoever can reach a desk from this session is signed out after a quiet time; companies and mentors aren't. */
function isOver(row: SessionRow, now: Date): boolean {
  if (row.endedAt !== null || row.expiresAt <= now) return true;
  return row.idleMinutes !== null && now.getTime() - row.lastSeenAt.getTime() > row.idleMinutes * 60_000;
}

function actorOf(row: SessionRow): { actor: Actor; role: Role | null } {
  const { sessionId, personId } = row;
  if (row.role === 'applicant' && row.centerId !== null) {
    return { role: 'applicant', actor: { kind: 'applicant', personId, centerId: row.centerId, name: row.memberName ?? row.personName, sessionId } };
  }
  if (row.membershipId !== null && row.centerId !== null && row.role !== null && row.role !== 'applicant') {
    return {
      role: row.role,
      actor: {
        kind: 'member',
        personId,
        membershipId: row.membershipId,
        centerId: row.centerId,
        role: row.role,
        departmentId: row.departmentId,
        companyId: row.companyId,
        name: row.memberName ?? row.personName,
        sessionId,
      },
    };
  }
  if (row.isOperator) return { role: 'operator', actor: { kind: 'operator', personId, name: row.personName, sessionId } };
  return { role: null, actor: { kind: 'person', personId, centerId: null, name: row.personName, sessionId } };
}

function stateOf(row: SessionRow, role: Role | null): SessionState {
  if (row.mustChangePassword) return 'must_change_password';
  const demanded = row.role !== null && row.secondFactorRoles?.includes(row.role) === true;
  if (demanded && !row.hasSecondFactor && !row.isDemo) return 'must_enrol';
  return role === null ? 'choose_membership' : 'open';
}

/** The session of this request, looked up once however often it is asked for. Null when nobody is signed in. */
export const getSession = askedOnce(async (): Promise<Session | null> => {
  const token = (await askedCookies()).get(sessionCookie())?.value;
  if (token === undefined) return null;
  const id = await sessionIdOf(token);
  if (id === null) return null;
  const now = currentTime();
  const row = await loadRow(id, now);
  if (row === null || isOver(row, now)) return null;
  const { actor, role } = actorOf(row);
  await touch(row, now);
  return {
    id: row.sessionId,
    personId: row.personId,
    personName: row.personName,
    locale: row.locale,
    theme: row.theme,
    shortcuts: row.shortcuts,
    state: stateOf(row, role),
    role,
    actor,
    centerSlug: row.centerSlug,
    centerName: row.centerName,
    centerNameEn: row.centerNameEn,
    companyName: row.companyName,
    isDemo: row.isDemo,
    hasSecondFactor: row.hasSecondFactor,
    isOperator: row.isOperator,
    memberships: row.memberships,
    offerStamp: row.offerStamp,
  };
});

/** What a page polls for by itself says so, and doesn't keep a session alive. */
export const POLL_HEADER = 'x-poll';

/** Written at most once a minute, after the answer has gone out. */
async function touch(row: SessionRow, now: Date): Promise<void> {
  if (now.getTime() - row.lastSeenAt.getTime() < 60_000) return;
  if ((await askedHeaders()).get(POLL_HEADER) !== null) return;
  const person: Actor = { kind: 'person', personId: row.personId, centerId: null, name: row.personName, sessionId: row.sessionId };
  after(() =>
    transaction(person, 'write', now, async (db) => {
      await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, row.sessionId));
    }),
  );
}
