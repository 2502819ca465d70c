import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { derive, keyFor } from '@/lib/kernel/tokens';

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
