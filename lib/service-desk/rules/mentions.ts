/** A name in a text with an @ before it. */
export interface Named {
  id: string;
  name: string;
}

/**
 * The colleagues named with an @ in a text. Of names that begin alike the longest counts, so that @张三丰 isn't also @张三;
 * of two people with one name both are meant.
 */
export function mentionedIn(body: string, people: readonly Named[]): string[] {
  const found = new Set<string>();
  for (const part of mentionsOf(body, people.map(({ name }) => name))) {
    if (part.mention) for (const { id, name } of people) if (part.text === `@${name}`) found.add(id);
  }
  return [...found];
}

/** The text in pieces, so that a page can set the names apart. */
export function mentionsOf(body: string, names: readonly string[]): { text: string; mention: boolean }[] {
  const longest = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const parts: { text: string; mention: boolean }[] = [];
  let plain = '';
  for (let at = 0; at < body.length; ) {
    const name = body[at] === '@' ? longest.find((one) => body.startsWith(one, at + 1)) : undefined;
    if (name === undefined) {
      plain += body[at] ?? '';
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, mention: false });
    plain = '';
    parts.push({ text: `@${name}`, mention: true });
    at += name.length + 1;
  }
  if (plain !== '') parts.push({ text: plain, mention: false });
  return parts;
}
