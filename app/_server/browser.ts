import { cookies, headers } from 'next/headers';
import type { Browser } from '@/lib/people/commands/sign-in';
import { isHttps } from '@/lib/kernel/env';
import { isId, newId } from '@/lib/kernel/ids';
import { hashToken } from '@/lib/kernel/tokens';
import { later, PENDING_MINUTES } from '@/lib/people/rules';
import { readSigned, sign } from '@/lib/people/secrets';
import { getSession, openCookie } from './session';

/** A browser a person signed in from before: a lock on their account doesn't shut it out. It proves nothing else. */
const DEVICE = 'device';
/** Between the password and the code: who is half way in. */
const PENDING = 'pending';
const YEAR_SECONDS = 365 * 86_400;

async function deviceId(): Promise<string | null> {
  const id = readSigned('device', (await cookies()).get(DEVICE)?.value);
  return isId(id) ? id : null;
}

export async function knownDevice(): Promise<string | null> {
  const id = await deviceId();
  return id === null ? null : hashToken(id);
}

/** This browser, as a session will remember it; one without a device cookie gets it in the same answer. */
export async function describeBrowser(): Promise<Browser> {
  const known = await deviceId();
  const id = known ?? newId();
  (await cookies()).set(DEVICE, sign('device', id), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(),
    maxAge: YEAR_SECONDS,
  });
  const agent = (await headers()).get('user-agent') ?? '';
  return { device: deviceName(agent), deviceHash: hashToken(id), previous: (await getSession())?.id ?? null };
}

const browsers = [
  ['MicroMessenger', 'WeChat'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

function deviceName(agent: string): string {
  const name = (known: readonly (readonly [string, string])[]) => known.find(([mark]) => agent.includes(mark))?.[1];
  return [name(browsers), name(systems)].filter((part) => part !== undefined).join(' · ');
}

export async function enterAs(sessionId: string): Promise<void> {
  (await cookies()).set(PENDING, '', { path: '/sign-in', maxAge: 0 });
  await openCookie(sessionId);
}

interface Pending {
  personId: string;
  name: string;
  centerId: string | null;
  until: number;
}

export async function setPending(person: Omit<Pending, 'until'>, now: Date): Promise<void> {
  const pending: Pending = { ...person, until: later(now, { minutes: PENDING_MINUTES }).getTime() };
  (await cookies()).set(PENDING, sign('pending', JSON.stringify(pending)), {
    httpOnly: true,
    sameSite: 'strict',
    path: '/sign-in',
    secure: isHttps(),
    maxAge: PENDING_MINUTES * 60,
  });
}

/** @returns who gave their password within the last minutes, or null */
export async function getPending(now: Date): Promise<Pending | null> {
  const text = readSigned('pending', (await cookies()).get(PENDING)?.value);
  if (text === null) return null;
  const pending = JSON.parse(text) as Pending;
  return pending.until > now.getTime() ? pending : null;
}
