import type { Limit } from './limits';

/** Who may come in, for how long, with what: facts in, answer out. */

export const PASSWORD_MIN = 10;
/** New passwords differ from this many before, the present one included. */
export const PASSWORDS_REMEMBERED = 5;
export const INVITATION_DAYS = 7;
/** A link a clerk hands out is used while the person stands there, or the same day. */
export const LINK_HOURS = 24;
export const MAIL_LINK_HOURS = 1;
/** From the password to the code. */
export const PENDING_MINUTES = 5;
export const RECOVERY_CODES = 10;
/** Recovery codes can be looked at for this long after they were made. */
export const RECOVERY_SHOWN_MINUTES = 10;
export const TOTP_SECONDS = 30;

/** Five failures shut an account for fifteen minutes; a device known from before counts by itself. */
export const failures = (who: string, device: string | null): Limit => ({
  key: device === null ? `password:${who}` : `password-device:${who}:${device}`,
  allowed: 5,
  seconds: 900,
});
export const codeFailures = (personId: string): Limit => ({ key: `code:${personId}`, allowed: 5, seconds: 900 });
/** Loose, because a whole building shares one address. */
export const fromAddress = (address: string): Limit => ({ key: `address:${address}`, allowed: 300, seconds: 900 });
export const resetsAsked = (who: string): Limit => ({ key: `reset:${who}`, allowed: 3, seconds: 3_600 });
export const registrations = (phone: string): Limit => ({ key: `registration:${phone}`, allowed: 10, seconds: 3_600 });
export const acceptances = (invitationId: string): Limit => ({ key: `invitation:${invitationId}`, allowed: 10, seconds: 900 });

/** What of a person must not stand in their password. */
export interface Known {
  phone: string | null;
  email: string | null;
}

/**
 * What is wrong with a new password by itself, as a key under `errors.`; null when nothing is.
 * Whether it is common, or was used before, is asked where the lists lie.
 */
export function passwordProblem(password: string, known: Known): 'people.passwordShort' | 'people.passwordPersonal' | 'people.passwordPlain' | null {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < PASSWORD_MIN) return 'people.passwordShort';
  const text = characters.join('').toLowerCase();
  const mailbox = known.email?.split('@')[0] ?? '';
  if (known.phone !== null && (text.includes(known.phone) || text.includes(known.phone.slice(3)))) return 'people.passwordPersonal';
  if (mailbox.length >= 5 && text.includes(mailbox)) return 'people.passwordPersonal';
  return isMonotonous(text) ? 'people.passwordPlain' : null;
}

/** Fewer than four different characters, a piece repeated, or a run such as 1234567890 and its reverse. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 4) return true;
  for (let size = 1; size <= text.length / 3; size += 1) {
    const piece = text.slice(0, size);
    if (piece.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true;
  }
  const steps = [...text].slice(1).map((character, index) => (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  const even = (step: number) => steps.filter((one) => one === step).length >= steps.length - 1;
  return even(1) || even(-1);
}

export interface InvitationFacts {
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}
export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted';
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

export type LinkState = 'open' | 'used' | 'expired';

export function linkState(link: { expiresAt: Date; usedAt: Date | null }, now: Date): LinkState {
  if (link.usedAt !== null) return 'used';
  return link.expiresAt <= now ? 'expired' : 'open';
}

/** @returns the time step of a code that fits and wasn't used yet, or null. Steps count from 1970 in half minutes. */
export function freshStep(delta: number | null, now: Date, lastStep: number | null): number | null {
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1_000 / TOTP_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

export function later(from: Date, given: { minutes?: number; hours?: number; days?: number }): Date {
  const minutes = (given.minutes ?? 0) + 60 * (given.hours ?? 0) + 1_440 * (given.days ?? 0);
  return new Date(from.getTime() + minutes * 60_000);
}
