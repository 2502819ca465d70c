import { createElement, type ReactNode } from 'react';
import { type Option, Options } from '@/components/ui/inputs';
import { around, drawn, markupOf } from '@/components/ui/markup';

/** What a pure function answered lately; a process may forget or lack it. */
class Remembered {
  private readonly known = new Map<string, string>();

  constructor(private readonly most: number) {}

  /** What is known under this key, or made now; null where it can't be made, which is not remembered. */
  take(key: string, make: () => string | null): string | null {
    const known = this.known.get(key) ?? make();
    if (known === null) return null;
    // The one used last stands last, so that the first is the one to forget.
    this.known.delete(key);
    this.known.set(key, known);
    if (this.known.size > this.most) {
      for (const first of this.known.keys()) {
        this.known.delete(first);
        break;
      }
    }
    return known;
  }
}

const pieces = new Remembered(500);

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
  return pieces.take(`${name} ${JSON.stringify(facts, byName)}`, () => markupOf(draw()));
}

const MOST_ROWS = 1_000;
const rowsBy = new WeakMap<object, Remembered>();

/**
 * The rows of a list as HTML, each taken again where it was drawn before from the same facts; null where something in one needs
 * the browser's React. They are kept for `by`, the function that draws them: it must use nothing but `look` and its row. One
 * made anew within each page (which could use more) finds nothing kept.
 */
export function keptRows<R>(by: object, look: unknown, rows: readonly R[], draw: (row: R) => ReactNode): string | null {
  const kept = rowsBy.get(by) ?? new Remembered(MOST_ROWS);
  rowsBy.set(by, kept);
  const looks = JSON.stringify(look);
  let html = '';
  for (const row of rows) {
    const drawnRow = kept.take(looks + JSON.stringify(row), () => markupOf(draw(row)));
    if (drawnRow === null) return null;
    html += drawnRow;
  }
  return html;
}

/** A select of many options with none chosen; its options are made once. */
export function KeptSelect({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  const html = keptMarkup('options', options, () => <Options options={options} />);
  return <select className="input" name={name} aria-label={label} {...(html === null ? { children: <Options options={options} /> } : { dangerouslySetInnerHTML: { __html: html } })} />;
}
