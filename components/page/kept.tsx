import { createElement, type ReactNode } from 'react';
import { type Option, Options } from '@/components/ui/inputs';
import { around, drawn, markupOf } from '@/components/ui/markup';

const MOST = 500;
const pieces = new Map<string, string>();

const made = new WeakMap<object, Map<string, object>>();
const names = new WeakMap<object, string>();
let last = 0;

/**
 * Something long (the options of a filter) made from `source`, once for as long as that stays the same object. Among facts it
 * is told apart by being itself, not by being read through. `name` holds all else that `make` uses.
 */
export function madeOnce<T extends object>(source: object, name: string, make: () => T): T {
  const of = made.get(source) ?? new Map<string, object>();
  made.set(source, of);
  const known = of.get(name);
  // Under one name stands what one place of the code put there.
  if (known !== undefined) return known as T;
  const fresh = make();
  of.set(name, fresh);
  last += 1;
  names.set(fresh, `#${last}`);
  return fresh;
}

function byName(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (names.get(value) ?? value) : value;
}

/**
 * An element of the frame, drawn as HTML: what was drawn from the same facts is taken again. `facts` must hold everything that
 * `draw` uses and that can differ, `name` stands for the rest. A pure function's answers: a process may forget or lack them.
 */
export function Kept({ name, tag, attributes, facts, draw }: { name: string; tag: string; attributes: Readonly<Record<string, unknown>>; facts: unknown; draw: () => ReactNode }) {
  const known = keptMarkup(name, facts, draw);
  return known === null ? drawn(createElement(tag, attributes, draw())) : around(tag, attributes, known);
}

/** The same as a string, for the inside of an element; null where something in it needs the browser's React. */
export function keptMarkup(name: string, facts: unknown, draw: () => ReactNode): string | null {
  const key = `${name} ${JSON.stringify(facts, byName)}`;
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

/** A select of many options with none chosen; its options are made once. */
export function KeptSelect({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  const html = keptMarkup('options', options, () => <Options options={options} />);
  return <select className="input" name={name} aria-label={label} {...(html === null ? { children: <Options options={options} /> } : { dangerouslySetInnerHTML: { __html: html } })} />;
}
