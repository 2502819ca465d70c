import { type Actor, membershipOf, personOf } from './actor';

const FRESH_MS = 60_000;
const MOST = 5_000;
const long = new Map<string, number>();

interface Asked {
  actor: Actor;
  now: Date;
}

/** One list as one reader narrows it. */
export function listKey({ actor }: Asked, list: string, filters: unknown): string {
  return `${membershipOf(actor) ?? personOf(actor) ?? actor.kind} ${list} ${JSON.stringify(filters)}`;
}

/**
 * Whether a list was found longer than lists are counted (10,000) within the last minute: then "10,000+" is said again without
 * counting, which costs more than the page. A process may forget it at any time.
 */
export function isKnownLong(key: string, { now }: Asked): boolean {
  const found = long.get(key);
  return found !== undefined && now.getTime() - found < FRESH_MS;
}

export function rememberLong(key: string, { now }: Asked): void {
  if (long.size >= MOST) long.clear();
  long.set(key, now.getTime());
}
