import { and, eq, gt, isNull } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { credentials, persons, sessions } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import type { PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { found, RuleError } from '@/lib/kernel/errors';
import { preferencesChanged, sessionClosed } from '../entries';
import type { EndSession, Preferences } from '../inputs';
import { clearTries, lockedUntil, takeTry } from '../limits';
import { passwordMatches } from '../passwords';
import { failures, later } from '../rules';
import { endOtherSessions } from './passwords';
import { recordOwn } from './own-entry';
import { asPerson, type Asking } from './sign-in';

/**
 * Asks somebody signed in for their password again, before an act that would let a stranger at an open desk take over.
 * Counted like sign-in. @throws RuleError people.wrongCurrent, tooManyTries
 */
export async function proveAgain(asking: Asking, actor: PersonActor, password: string): Promise<void> {
  const { now } = asking;
  const limit = failures(actor.personId, actor.sessionId);
  const left = await takeTry(limit, now);
  const [row] = await transaction(actor, 'read', now, (db) =>
    db.select({ hash: credentials.passwordHash }).from(credentials).where(eq(credentials.personId, actor.personId)),
  );
  if (!(await passwordMatches(row?.hash ?? null, password))) {
    if (left > 0) throw new RuleError('people.wrongCurrent', { field: 'currentPassword' });
    throw lockedUntil(later(now, { minutes: limit.seconds / 60 }), now);
  }
  await clearTries([limit.key], now);
}

/** Ends one of one's own sessions. @throws NotFoundError */
export async function endSession(context: Ctx, input: EndSession): Promise<{ device: string }> {
  const ctx = asPerson(context);
  const { db, actor, now } = ctx;
  const [ended] = await db
    .update(sessions)
    .set({ endedAt: now, endedBy: 'person' })
    .where(and(eq(sessions.id, input.session), eq(sessions.personId, actor.personId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)))
    .returning({ device: sessions.device });
  const { device } = found(ended);
  await recordOwn(ctx, sessionClosed, { subject: { type: 'session', id: input.session }, data: { device, count: 1 } });
  return { device };
}

export async function endAllOtherSessions(context: Ctx): Promise<{ count: number }> {
  const ctx = asPerson(context);
  const count = await endOtherSessions(ctx, 'person');
  if (count > 0) {
    await recordOwn(ctx, sessionClosed, { subject: { type: 'person', id: ctx.actor.personId }, data: { device: '', count } });
  }
  return { count };
}

/** Whether single keys move the desk's lists. */
export async function setPreferences(context: Ctx, input: Preferences): Promise<void> {
  const ctx = asPerson(context);
  const mine = eq(persons.id, ctx.actor.personId);
  const [before] = await ctx.db.select({ shortcuts: persons.shortcuts }).from(persons).where(mine);
  await ctx.db.update(persons).set({ shortcuts: input.shortcuts }).where(mine);
  if (ctx.actor.centerId !== null) {
    await record(ctx, preferencesChanged, {
      subject: { type: 'person', id: ctx.actor.personId },
      data: {},
      before: { shortcuts: found(before).shortcuts },
      after: { shortcuts: input.shortcuts },
    });
  }
}
