import { createElement, type ReactNode } from 'react';
import { around, drawn, markupOf } from '@/components/ui/markup';

const MOST = 500;
const pieces = new Map<string, string>();

/**
 * An element of the frame, drawn as HTML: what was drawn from the same facts is taken again. `facts` must hold everything that
 * `draw` uses and that can differ, `name` stands for the rest. A pure function's answers: a process may forget or lack them.
 */
export async function Kept({ name, tag, attributes, facts, draw }: { name: string; tag: string; attributes: Readonly<Record<string, unknown>>; facts: unknown; draw: () => ReactNode }) {
  const known = keptMarkup(name, facts, draw);
  return known === null ? drawn(createElement(tag, attributes, draw())) : around(tag, attributes, known);
}

/** The same as a string, for the inside of an element; null where something in it needs the browser's React. */
export function keptMarkup(name: string, facts: unknown, draw: () => ReactNode): string | null {
  const key = `${name} ${JSON.stringify(facts)}`;
  const known = pieces.get(key) ?? markupOf(draw());
  if (known === null) return null;
  // The one used last stands last, so that the first is the one to forget.
  pieces.delete(key);
  pieces.set(key, known);
  if (pieces.size > MOST) {
    for (const first of pieces.keys()) {
      pieces.delete(first);
      break;
    }
  }
  return known;
}
