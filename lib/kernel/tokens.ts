import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { env, origin } from './env';

/**
 * One-time links. A token is derived from its row's id by a key from AUTH_SECRET: whoever may see the row can be shown
 * the link again, while the database holds its hash alone.
 */
export type LinkUse = 'link' | 'invitation';

const keys = new Map<string, Buffer>();

/** A key of its own for every use, so that what is signed for one proves nothing in another. */
export function keyFor(use: string): Buffer {
  const secret = env().AUTH_SECRET;
  const name = `${use} ${secret}`;
  let key = keys.get(name);
  if (key === undefined) {
    key = Buffer.from(hkdfSync('sha256', secret, 'dianxiaoer', use, 32));
    keys.set(name, key);
  }
  return key;
}

/** Bytes that only this installation can make again. */
export function derive(use: string, about: string): Buffer {
  return createHmac('sha256', keyFor(use)).update(about).digest();
}

/** 192 bits. */
export function tokenOf(use: LinkUse, id: string): string {
  return derive(use, id).subarray(0, 24).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function linkUrl(use: LinkUse, id: string): string {
  return new URL(`/${use}/${tokenOf(use, id)}`, origin()).href;
}

const placeMark = (use: string, id: string) => derive('link-place', `${use} ${id}`).toString('hex').slice(0, 24);

/** Stands for a link in a letter until it is sent, so that no stored letter opens anything. Nobody else can write one. */
export function linkPlace(use: LinkUse, id: string): string {
  return `{{${use}:${id}:${placeMark(use, id)}}}`;
}

export function fillLinks(text: string): string {
  return text.replace(/\{\{(link|invitation):([0-9a-f-]{36}):([0-9a-f]{24})\}\}/g, (place, use: LinkUse, id: string, mark: string) =>
    mark === placeMark(use, id) ? linkUrl(use, id) : place,
  );
}
