import { and, desc, eq, isNull, ne, notInArray } from 'drizzle-orm';
import { credentials, passwordHistory, persons, sessions } from '@/db/schema/people';
import type { PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure, found, RuleError } from '@/lib/kernel/errors';
import { isCommonPassword } from '../common-passwords';
import { passwordChanged } from '../entries';
import type { ChangePassword } from '../inputs';
import { hashPassword, passwordMatches } from '../passwords';
import { type Known, PASSWORDS_REMEMBERED, passwordProblem } from '../rules';
import { recordOwn } from './own-entry';
import { asPerson } from './sign-in';

const field = 'newPassword';

/** @throws RuleError people.password… on the field, for one that is short, plain, personal or common */
export function ensureGoodPassword(password: string, known: Known): void {
  const problem = passwordProblem(password, known);
  ensure(problem === null, problem ?? '', { field });
  ensure(!isCommonPassword(password), 'people.passwordCommon', { field });
}

/** Sets the actor's password after asking every rule of it. @throws RuleError people.password… */
export async function setPassword(ctx: Ctx<PersonActor>, password: string): Promise<void> {
  const { db, actor, now } = ctx;
  const mine = eq(passwordHistory.personId, actor.personId);
  const [person] = await db.select({ phone: persons.phone, email: persons.email }).from(persons).where(eq(persons.id, actor.personId));
  ensureGoodPassword(password, found(person));
  const before = await db
    .select({ hash: passwordHistory.passwordHash, setAt: passwordHistory.setAt })
    .from(passwordHistory)
    .where(mine)
    .orderBy(desc(passwordHistory.setAt))
    .limit(PASSWORDS_REMEMBERED);
  const [current] = await db.select({ hash: credentials.passwordHash }).from(credentials).where(eq(credentials.personId, actor.personId)).for('update');
  // The present one stands in the history too, unless it was set before there was one.
  for (const hash of new Set([...(current?.hash ? [current.hash] : []), ...before.map((one) => one.hash)])) {
    if (await passwordMatches(hash, password)) throw new RuleError('people.passwordUsed', { field, params: { count: PASSWORDS_REMEMBERED } });
  }
  const passwordHash = await hashPassword(password);
  await db
    .insert(credentials)
    .values({ personId: actor.personId, passwordHash, passwordChangedAt: now })
    .onConflictDoUpdate({ target: credentials.personId, set: { passwordHash, passwordChangedAt: now, mustChangePassword: false } });
  await db.insert(passwordHistory).values({ personId: actor.personId, setAt: now, passwordHash });
  const kept = before.slice(0, PASSWORDS_REMEMBERED - 1).map((one) => one.setAt);
  await db.delete(passwordHistory).where(and(mine, notInArray(passwordHistory.setAt, [now, ...kept])));
}

/** Ends the person's sessions but the one they act in. @returns how many */
export async function endOtherSessions(ctx: Ctx<PersonActor>, why: string): Promise<number> {
  const { db, actor, now } = ctx;
  const ended = await db
    .update(sessions)
    .set({ endedAt: now, endedBy: why })
    .where(
      and(
        eq(sessions.personId, actor.personId),
        isNull(sessions.endedAt),
        actor.sessionId === null ? undefined : ne(sessions.id, actor.sessionId),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** A new password ends every other sign-in. The present one was proved before. @throws RuleError people.password… */
export async function changePassword(context: Ctx, input: ChangePassword): Promise<{ ended: number }> {
  const ctx = asPerson(context);
  await setPassword(ctx, input.newPassword);
  const ended = await endOtherSessions(ctx, 'password changed');
  await recordOwn(ctx, passwordChanged, { subject: { type: 'person', id: ctx.actor.personId }, data: {} });
  return { ended };
}
