import { and, eq, isNull, sql } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { credentials, knownDevices, sessions } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import type { Actor, PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { isLocalOrigin } from '@/lib/kernel/env';
import { found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { logger } from '@/lib/kernel/logger';
import { membershipChosen, sessionEnded, sessionOpened, signInLocked } from '../entries';
import type { Choose } from '../inputs';
import { clearTries, lockedUntil, takeTry } from '../limits';
import { passwordMatches } from '../passwords';
import { listMembershipsOf } from '../queries/access';
import { failures, fromAddress, later } from '../rules';
import { recordOperator, recordOwn } from './own-entry';

/** Twelve hours, whatever happens in them. */
const SESSION_HOURS = 12;

/** Who asks, before any transaction stands open for them. */
export type Asking = Pick<Ctx, 'now' | 'requestId' | 'address'>;

export interface FoundPerson {
  personId: string;
  name: string;
  centerId: string | null;
}

const nobody: Actor = { kind: 'public', centerId: null };

export function personActor(person: Pick<FoundPerson, 'personId' | 'name' | 'centerId'>, sessionId: string | null = null): PersonActor {
  return { kind: 'person', personId: person.personId, centerId: person.centerId, name: person.name, sessionId };
}

/**
 * Checks a phone or e-mail with its password. An unknown person takes the same steps in the same time as a known one,
 * and locks alike: nothing in the answer tells whether somebody is here.
 * @param device hash of the signed device cookie, when there is one
 * @throws RuleError people.wrongPassword, tooManyTries
 */
export async function provePassword(asking: Asking, typed: { identifier: string; password: string }, device: string | null): Promise<FoundPerson> {
  const { now, address } = asking;
  if (address !== null && address !== undefined) await takeTry(fromAddress(address), now);
  const { row, landing, isKnownDevice } = await transaction(nobody, 'read', now, async (db) => {
    const [row] = await db
      .select({
        personId: sql<string>`person_id`,
        name: sql<string>`person_name`,
        passwordHash: sql<string | null>`password_hash`,
        isDemo: sql<boolean>`is_demo`,
      })
      .from(sql`auth_find(${typed.identifier})`);
    const personId = row?.personId ?? newId();
    const [landing] = await db.select({ centerId: sql<string>`center_id` }).from(sql`auth_landing(${personId}::uuid)`);
    const [known] = await db
      .select({ yes: sql<boolean>`known.yes` })
      .from(sql`auth_device_known(${personId}::uuid, ${device ?? ''}) as known(yes)`);
    return { row, landing, isKnownDevice: known?.yes === true };
  });

  const limit = failures(row?.personId ?? typed.identifier, isKnownDevice ? device : null);
  const left = await takeTry(limit, now);
  const matches = await passwordMatches(row?.passwordHash ?? null, typed.password);
  // The demo's passwords are printed: they open nothing that strangers can reach.
  if (!matches || row === undefined || (row.isDemo && !isLocalOrigin())) {
    if (left > 0) throw new RuleError('people.wrongPassword');
    logger.warn({ requestId: asking.requestId }, 'sign-in locked after repeated failures');
    const minutes = limit.seconds / 60;
    await recordLock(asking, { personId: row?.personId ?? newId(), name: row?.name ?? '' }, minutes);
    throw lockedUntil(later(now, { minutes }), now);
  }
  await clearTries([limit.key], now);
  return { personId: row.personId, name: row.name, centerId: landing?.centerId ?? null };
}

/** Each center the person belongs to finds it in its trail. For nobody the same is looked up, and nothing found. */
async function recordLock(asking: Asking, { personId, name: called }: Pick<FoundPerson, 'personId' | 'name'>, minutes: number): Promise<void> {
  const held = await transaction(nobody, 'read', asking.now, (db) => listMembershipsOf({ ...asking, actor: nobody, db }, personId));
  const centers = new Map(held.map(({ centerId, name }) => [centerId, name]));
  for (const [centerId, name] of centers) {
    const outside: Actor = { kind: 'public', centerId };
    await transaction(outside, 'write', asking.now, (db) =>
      record({ ...asking, actor: outside, db }, signInLocked, { subject: { type: 'person', id: personId }, centerId, data: { name, minutes } }),
    );
  }
  // Nobody signed in: the operators' trail names whose account it is, and nobody as the one who tried.
  const self = personActor({ personId, name: '', centerId: null });
  await transaction(self, 'write', asking.now, (db) => recordOperator({ ...asking, actor: self, db }, signInLocked, { name: called, minutes }));
}

/** The person behind an act on their own sign-in. @throws for an actor that was never identified as one: a fault of ours */
export function asPerson(ctx: Ctx): Ctx<PersonActor> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new Error(`actor ${actor.kind} is no person by themselves`);
  return { ...ctx, actor };
}

export interface Opened {
  sessionId: string;
  personId: string;
}

export interface Browser {
  /** How the list of sessions calls it: "Chrome · Windows". */
  device: string;
  /** Hash of the long-lived device cookie. */
  deviceHash: string;
  /** The session this browser had: it ends, so that a cookie planted before sign-in is worth nothing after. */
  previous: string | null;
}

/**
 * Opens a session for the person who proved themselves. It begins under the membership last acted through, or the only one;
 * with none or several of equal right it is chosen on the next page.
 */
export async function openSession(
  context: Ctx,
  given: Browser & { secondFactor: boolean; membership?: { id: string; centerId: string } },
): Promise<Opened> {
  const ctx = asPerson(context);
  const { db, now, actor } = ctx;
  const { personId } = actor;
  const membership = given.membership ?? (await landingOf(ctx, personId));
  if (given.previous !== null) {
    await db
      .update(sessions)
      .set({ endedAt: now, endedBy: 'replaced' })
      .where(and(eq(sessions.id, given.previous), eq(sessions.personId, personId), isNull(sessions.endedAt)));
  }
  const sessionId = newId();
  await db.insert(sessions).values({
    id: sessionId,
    personId,
    membershipId: membership?.id ?? null,
    centerId: membership?.centerId ?? null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, { hours: SESSION_HOURS }),
    secondFactorAt: given.secondFactor ? now : null,
    device: given.device,
    address: ctx.address ?? null,
  });
  await db
    .insert(knownDevices)
    .values({ personId, deviceHash: given.deviceHash, lastSeenAt: now })
    .onConflictDoUpdate({ target: [knownDevices.personId, knownDevices.deviceHash], set: { lastSeenAt: now } });
  await recordOwn(ctx, sessionOpened, { subject: { type: 'session', id: sessionId }, data: {} });
  return { sessionId, personId };
}

/** What the right password opens: a session, or the question for a code when the person has a second factor. */
export async function signIn(
  ctx: Ctx,
  browser: Browser,
  membership?: { id: string; centerId: string },
): Promise<({ step: 'in' } & Opened) | { step: 'code'; person: Pick<FoundPerson, 'personId' | 'name' | 'centerId'> }> {
  const { personId, name, centerId } = asPerson(ctx).actor;
  const [row] = await ctx.db.select({ set: credentials.totpConfirmedAt }).from(credentials).where(eq(credentials.personId, personId));
  if (row?.set !== null && row?.set !== undefined) return { step: 'code', person: { personId, name, centerId } };
  return { step: 'in', ...(await openSession(ctx, { ...browser, secondFactor: false, ...(membership && { membership }) })) };
}

async function landingOf(ctx: Ctx, personId: string): Promise<{ id: string; centerId: string } | null> {
  const [row] = await ctx.db
    .select({ id: sql<string>`membership_id`, centerId: sql<string>`center_id` })
    .from(sql`auth_landing(${personId}::uuid)`);
  return row ?? null;
}

/** Acts through another membership of the same person from now on. @throws NotFoundError for one the person doesn't hold */
export async function chooseMembership(context: Ctx, input: Choose): Promise<{ role: string }> {
  const ctx = asPerson(context);
  const { db, actor } = ctx;
  const mine = and(eq(sessions.id, found(actor.sessionId)), eq(sessions.personId, actor.personId));
  if (input.membership === 'operator') {
    await db.update(sessions).set({ membershipId: null, centerId: null }).where(mine);
    return { role: 'operator' };
  }
  const [held] = await db
    .select({ centerId: sql<string>`center_id`, role: sql<string>`role` })
    .from(sql`auth_membership(${actor.personId}::uuid, ${input.membership}::uuid)`);
  const { centerId, role } = found(held);
  await db.update(sessions).set({ membershipId: input.membership, centerId }).where(mine);
  if (actor.centerId === centerId) {
    await record(ctx, membershipChosen, { subject: { type: 'session', id: actor.sessionId }, data: { role } });
  }
  return { role };
}

/** Signing out. */
export async function endOwnSession(context: Ctx): Promise<void> {
  const ctx = asPerson(context);
  const { db, now, actor } = ctx;
  const ended = await db
    .update(sessions)
    .set({ endedAt: now, endedBy: 'person' })
    .where(and(eq(sessions.id, found(actor.sessionId)), eq(sessions.personId, actor.personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  if (ended.length > 0) await recordOwn(ctx, sessionEnded, { subject: { type: 'session', id: actor.sessionId }, data: {} });
}
