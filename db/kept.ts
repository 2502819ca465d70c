/** What a question is prepared as whose plan may be kept with it: one whose best plan doesn't hang on its placeholders. */
export const KEPT = 'kept';

/** Each is kept by every connection, in its server's memory. */
const MOST = 200;
const names = new Map<string, string>();

/** The name under which the database keeps a question; the same text always has the same. Undefined once there are too many. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `kept_${names.size}`;
  names.set(text, name);
  return name;
}
