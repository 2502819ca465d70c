import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/kernel/env';

/**
 * Everything secret that isn't a password comes from AUTH_SECRET by a key of its own, so that the database alone
 * opens nothing: it holds hashes of links and codes, and second-factor secrets as ciphertext.
 */
type Use = 'link' | 'invitation' | 'recovery' | 'recovery-hash' | 'totp' | 'totp-proposal' | 'pending' | 'device';

const keys = new Map<string, Buffer>();

function keyFor(use: Use): Buffer {
  const secret = env().AUTH_SECRET;
  const name = `${use} ${secret}`;
  let key = keys.get(name);
  if (key === undefined) {
    key = Buffer.from(hkdfSync('sha256', secret, 'dianxiaoer', use, 32));
    keys.set(name, key);
  }
  return key;
}

/** Bytes that only this installation can derive again, from the use and what they are for. */
export function derive(use: Use, about: string): Buffer {
  return createHmac('sha256', keyFor(use)).update(about).digest();
}

/**
 * The token in a one-time link: 192 bits, derived from its row's id. It can be shown again to whoever may see the row,
 * while the row itself holds only `hashToken` of it.
 */
export function tokenOf(use: 'link' | 'invitation', id: string): string {
  return derive(use, id).subarray(0, 24).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Encrypts for one person; moved to another person's row it doesn't open. */
export function seal(plain: string, personId: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('totp'), iv).setAAD(Buffer.from(personId));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** @returns null when the text was changed, belongs to another person, or AUTH_SECRET is another one now */
export function unseal(sealed: string, personId: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 29) return null;
  const cipher = createDecipheriv('aes-256-gcm', keyFor('totp'), bytes.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(personId)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** A cookie's value that the browser can read back to us but not change. */
export function sign(use: 'pending' | 'device', content: string): string {
  return `${Buffer.from(content).toString('base64url')}.${derive(use, content).toString('base64url')}`;
}

export function readSigned(use: 'pending' | 'device', value: string | undefined): string | null {
  const [body = '', mark = ''] = (value ?? '').split('.');
  const content = Buffer.from(body, 'base64url').toString('utf8');
  const given = Buffer.from(mark, 'base64url');
  const right = derive(use, content);
  return given.length === right.length && timingSafeEqual(given, right) ? content : null;
}
