const FRESH_MS = 60_000;
const MOST_PEOPLE = 10_000;

interface Kept {
  at: number;
  value: Promise<unknown>;
}
const kept = new Map<string, Map<string, Kept>>();

/**
 * What many pages show and would be dear to count on each: up to a minute old, kept for one membership under one name. A
 * process may forget or lack it at any time. What is shown from it says when it was counted, unless it is a number in passing.
 */
export function minuteOld<T>(membership: string, name: string, now: Date, load: () => Promise<T>): Promise<T> {
  const own = kept.get(membership) ?? new Map<string, Kept>();
  const known = own.get(name);
  // Under one name stands what one place of the code put there.
  if (known !== undefined && now.getTime() - known.at < FRESH_MS) return known.value as Promise<T>;
  if (kept.size > MOST_PEOPLE) kept.clear();
  const value = load();
  kept.set(membership, own.set(name, { at: now.getTime(), value }));
  value.catch(() => own.delete(name));
  return value;
}

/** A write of one's own shows at once: the action wrapper forgets what was counted for its actor. */
export function forgetMinute(membership: string | null): void {
  if (membership !== null) kept.delete(membership);
}
