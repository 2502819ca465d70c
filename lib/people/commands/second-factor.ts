import { and, count, eq, isNull, ne } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { credentials, recoveryCodes, sessions } from '@/db/schema/people';
import type { PersonActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ensure, found, RuleError } from '@/lib/kernel/errors';
import { derive } from '@/lib/kernel/tokens';
import { recoveryRenewed, recoveryUsed, secondFactorRemoved, secondFactorSet } from '../entries';
import { clearTries, takeTry } from '../limits';
import { codeFailures, freshStep, RECOVERY_CODES, TOTP_SECONDS } from '../rules';
import { seal, unseal } from '../secrets';
import { recordOwn } from './own-entry';
import { asPerson, type Asking, type Browser, type Opened, openSession } from './sign-in';

/** Without 0, 1, i, l, o: a code read from paper has one reading. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const isRecovery = (code: string) => !/^\d{6}$/.test(code);
const keyOf = (personId: string, code: string) => derive('recovery-hash', `${personId} ${code}`).toString('hex');

/** The secret proposed to one session. It is the same on every look at the page and kept only once a code proves it. */
export function proposedSecret(personId: string, sessionId: string, lastSetAt: Date | null): string {
  const bytes = derive('totp-proposal', `${personId} ${sessionId} ${lastSetAt?.toISOString() ?? ''}`).subarray(0, 20);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}

export function keyUri(secret: string, issuer: string, label: string): string {
  return generator(secret, issuer, label).toString();
}

/** Ten codes of fifty bits, derived from when they were made. */
export function recoveryCodesOf(personId: string, setAt: Date): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, index) => {
    const bytes = derive('recovery', `${personId} ${setAt.toISOString()} ${index}`);
    const signs = [...bytes.subarray(0, 10)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? 'a').join('');
    return `${signs.slice(0, 5)}-${signs.slice(5)}`;
  });
}

function generator(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: TOTP_SECONDS, algorithm: 'SHA1' });
}

/** One step early or late is forgiven: phones' clocks drift. */
function stepOf(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  return freshStep(generator(secret).validate({ token: code, timestamp: now.getTime(), window: 1 }), now, lastStep);
}

/** Counts a try before the transaction opens. @throws RuleError tooManyTries */
export async function countCodeTry(asking: Asking, personId: string): Promise<void> {
  await takeTry(codeFailures(personId), asking.now);
}

/**
 * The second step of signing in: a code from the app, or a recovery code, each good once.
 * @throws RuleError people.wrongCode, people.codeUsed
 */
export async function openWithCode(context: Ctx, given: Browser & { code: string }): Promise<Opened> {
  const ctx = asPerson(context);
  const { db, actor, now } = ctx;
  const [row] = await db.select().from(credentials).where(eq(credentials.personId, actor.personId)).for('update');
  const { totpSecret, totpLastStep } = found(row);
  if (isRecovery(given.code)) await useRecoveryCode(ctx, given.code);
  else {
    const secret = totpSecret === null ? null : unseal(totpSecret, actor.personId);
    ensure(secret !== null, 'people.secondFactorLost');
    const step = stepOf(secret, given.code, now, null);
    ensure(step !== null, 'people.wrongCode', { field: 'code' });
    ensure(totpLastStep === null || step > totpLastStep, 'people.codeUsed', { field: 'code' });
    await db.update(credentials).set({ totpLastStep: step }).where(eq(credentials.personId, actor.personId));
  }
  const opened = await openSession(ctx, { ...given, secondFactor: true });
  await clearTries([codeFailures(actor.personId).key], now);
  return opened;
}

async function useRecoveryCode(ctx: Ctx<PersonActor>, code: string): Promise<void> {
  const { db, actor, now } = ctx;
  const spelled = code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
  const mine = eq(recoveryCodes.personId, actor.personId);
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(mine, eq(recoveryCodes.codeHash, keyOf(actor.personId, spelled)), isNull(recoveryCodes.usedAt)))
    .returning({ hash: recoveryCodes.codeHash });
  if (used.length === 0) throw new RuleError('people.wrongCode', { field: 'code' });
  const [rest] = await db.select({ left: count() }).from(recoveryCodes).where(and(mine, isNull(recoveryCodes.usedAt)));
  await recordOwn(ctx, recoveryUsed, { subject: { type: 'person', id: actor.personId }, data: { left: rest?.left ?? 0 } });
}

/**
 * Keeps the proposed secret once a code from the app proves it, and makes recovery codes. Sessions that came in without
 * a code end: whoever holds one would otherwise pass for having given it.
 * @throws RuleError people.wrongCode
 */
export async function enrolSecondFactor(context: Ctx, input: { code: string }): Promise<{ at: string }> {
  const ctx = asPerson(context);
  const { db, actor, now } = ctx;
  const sessionId = found(actor.sessionId);
  const [row] = await db.select().from(credentials).where(eq(credentials.personId, actor.personId)).for('update');
  const secret = proposedSecret(actor.personId, sessionId, found(row).totpConfirmedAt);
  const step = stepOf(secret, input.code, now, null);
  ensure(step !== null, 'people.wrongCode', { field: 'code' });
  await db
    .update(credentials)
    .set({ totpSecret: seal(secret, actor.personId), totpConfirmedAt: now, totpLastStep: step })
    .where(eq(credentials.personId, actor.personId));
  await makeRecoveryCodes(ctx);
  await db.update(sessions).set({ secondFactorAt: now }).where(and(eq(sessions.id, sessionId), eq(sessions.personId, actor.personId)));
  await db
    .update(sessions)
    .set({ endedAt: now, endedBy: 'second factor' })
    .where(and(eq(sessions.personId, actor.personId), ne(sessions.id, sessionId), isNull(sessions.endedAt), isNull(sessions.secondFactorAt)));
  await recordOwn(ctx, secondFactorSet, { subject: { type: 'person', id: actor.personId }, data: {} });
  return { at: now.toISOString() };
}

async function makeRecoveryCodes(ctx: Ctx<PersonActor>): Promise<void> {
  const { db, actor, now } = ctx;
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, actor.personId));
  await db
    .insert(recoveryCodes)
    .values(recoveryCodesOf(actor.personId, now).map((code) => ({ personId: actor.personId, codeHash: keyOf(actor.personId, code) })));
  await db.update(credentials).set({ recoverySetAt: now }).where(eq(credentials.personId, actor.personId));
}

/** The old codes are worth nothing from now on. The password was proved before. */
export async function renewRecoveryCodes(context: Ctx): Promise<void> {
  const ctx = asPerson(context);
  const [row] = await ctx.db.select({ set: credentials.totpConfirmedAt }).from(credentials).where(eq(credentials.personId, ctx.actor.personId));
  ensure(row?.set !== null && row?.set !== undefined, 'people.noSecondFactor');
  await makeRecoveryCodes(ctx);
  await recordOwn(ctx, recoveryRenewed, { subject: { type: 'person', id: ctx.actor.personId }, data: {} });
}

/** Takes the second factor away; a role that must have one asks for a new one at once. */
export async function removeSecondFactor(context: Ctx): Promise<void> {
  const ctx = asPerson(context);
  const { db, actor } = ctx;
  await db
    .update(credentials)
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null, recoverySetAt: null })
    .where(eq(credentials.personId, actor.personId));
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, actor.personId));
  await recordOwn(ctx, secondFactorRemoved, { subject: { type: 'person', id: actor.personId }, data: {} });
}
