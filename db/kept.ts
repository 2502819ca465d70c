/** What a question is prepared as whose plan may be kept with it: one whose best plan doesn't hang on its placeholders. */
export const KEPT = 'kept';

/** Each is kept by every connection, in its server's memory. */
const MOST = 250;
/** Of these, room for those written once, which come when their page does. */
const MOST_OFTEN = 180;
const names = new Map<string, string>();

/** The name under which the database keeps a question; the same text always has the same. Undefined once there are too many. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `kept_${names.size}`;
  names.set(text, name);
  return name;
}

/** So many times a question must be asked before it is kept without anybody having said that it is worth it. */
const OFTEN = 5;
/** Longer ones are lists written out, which seldom come again in the same length. */
const LONGEST = 6_000;
const MOST_COUNTED = 1_000;
const times = new Map<string, number>();

/** The same for any question of a page: kept once it has been asked often in the same words. */
export function nameIfOften(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_OFTEN || text.length > LONGEST) return known;
  const asked = (times.get(text) ?? 0) + 1;
  if (asked >= OFTEN) {
    times.delete(text);
    return nameOf(text);
  }
  if (times.size >= MOST_COUNTED) times.clear();
  times.set(text, asked);
  return undefined;
}
