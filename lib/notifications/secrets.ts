import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from '@/lib/kernel/tokens';

/** Encrypts for one channel; moved to another channel's row it doesn't open. */
export function sealSecret(plain: string, channelId: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('channel'), iv).setAAD(Buffer.from(channelId));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** @returns '' when there is none, or AUTH_SECRET is another one now */
export function openSecret(sealed: string, channelId: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 29) return '';
  const cipher = createDecipheriv('aes-256-gcm', keyFor('channel'), bytes.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(channelId)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
  } catch {
    return '';
  }
}
