import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { after } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import { askedOnce } from '@/components/ui/eventually';
import { beforeActor, type Db, transaction } from '@/db/client';
import { sessions } from '@/db/schema/people';
import type { Actor, PersonActor, Role } from '@/lib/kernel/actor';
import { currentTime, env, isHttps } from '@/lib/kernel/env';
import { isId } from '@/lib/kernel/ids';
import { askedCookies, askedHeaders } from './asked';
import { type SessionRow, sessionRow } from './session-row';

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

// Whose each session was a moment ago; a process may forget or lack it.
const MOST = 1_000;
const lately = new Map<string, Session>();

/** What a session turned out to be; null for one that is over. */
function remember(id: string, session: Session | null): void {
  lately.delete(id);
  if (session !== null) lately.set(id, session);
  for (const oldest of lately.keys()) {
    if (lately.size <= MOST) break;
    lately.delete(oldest);
  }
}

/** A session's question that waits for a page to take it along. */
class Waiting {
  isTaken = false;
  private isPut = false;

  constructor(
    /** Whose the session was a moment ago. */
    readonly expected: Session,
    private readonly put: (db: Db | null) => void,
  ) {}

  /** Whoever takes it asks it, or says that it is to be asked otherwise. */
  take(fits: (expected: Session) => boolean): boolean {
    if (this.isPut || !fits(this.expected)) return false;
    this.isTaken = true;
    return true;
  }

  /** Puts it among the questions of a page's transaction. */
  ask(db: Db): void {
    this.putOnce(db);
  }

  /** Puts it by itself, unless it has been put. */
  otherwise(): void {
    this.putOnce(null);
  }

  private putOnce(db: Db | null): void {
    if (this.isPut) return;
    this.isPut = true;
    this.put(db);
  }
}

/** Where the session's question and the page of one answer meet. Null where the question didn't wait. */
const meeting = cache(() => {
  let offer!: (waiting: Waiting | null) => void;
  const offered = new Promise<Waiting | null>((resolve) => {
    offer = resolve;
  });
  return { offered, offer };
});

/**
 * A session's row. Where it is known whose the session was a moment ago, a page that begins in the same turn may take the
 * question along with its own: one journey to the database instead of two.
 */
function askSession(id: string, now: Date): Promise<SessionRow | null> {
  const expected = lately.get(id);
  const { offer } = meeting();
  if (expected === undefined) {
    offer(null);
    return beforeActor(now, (db) => sessionRow(db, id));
  }
  return new Promise((resolve, reject) => {
    const waiting = new Waiting(expected, (db) => {
      (db === null ? beforeActor(now, (own) => sessionRow(own, id)) : sessionRow(db, id)).then(resolve, reject);
    });
    offer(waiting);
    setImmediate(() => {
      if (!waiting.isTaken) waiting.otherwise();
    });
  });
}

/** The question of a `session` still to come, for a page that it would let in if it were what it was a moment ago. */
export async function takeAlong(session: Promise<unknown>, fits: (expected: Session) => boolean): Promise<Waiting | null> {
  const waiting = await Promise.race([meeting().offered, session.then(() => null)]);
  return waiting?.take(fits) === true ? waiting : null;
}

/** The session of this request, looked up once however often it is asked for. Null when nobody is signed in. */
export const getSession = askedOnce(async (): Promise<Session | null> => {
  const token = (await askedCookies()).get(sessionCookie())?.value;
  if (token === undefined) return null;
  const id = await sessionIdOf(token);
  if (id === null) return null;
  const now = currentTime();
  const row = await askSession(id, now);
  const session = row === null || isOver(row, now) ? null : sessionFrom(row);
  remember(id, session);
  if (row !== null && session !== null) await touch(row, now);
  return session;
});

function sessionFrom(row: SessionRow): Session {
  const { actor, role } = actorOf(row);
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
}

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
