import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './client';

/**
 * A question that always reads the same, written once for each connection: building its text costs more than asking it.
 * `build` ends with `.prepare(KEPT)`, or `.prepare('')` where its plan hangs on what is asked; what differs from time to time
 * stands in it as a placeholder.
 */
export function writtenOnce<Q>(build: (db: Db) => Q): (db: Db) => Q {
  const written = new WeakMap<Db, Q>();
  return (db) => {
    const known = written.get(db) ?? build(db);
    written.set(db, known);
    return known;
  };
}

const MOST_SHAPES = 100;

/**
 * The same for a question that comes in several shapes (a list narrowed by these filters, sorted so): `shape` says everything its
 * text hangs on, what else differs stands in it as a placeholder.
 */
export function writtenByShape<Q>(): (db: Db, shape: string, build: () => Q) => Q {
  const written = new WeakMap<Db, Map<string, Q>>();
  return (db, shape, build) => {
    const shapes = written.get(db) ?? new Map<string, Q>();
    const known = shapes.get(shape) ?? build();
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    written.set(db, shapes.set(shape, known));
    return known;
  };
}

/** How a value stands in a question: as it is, or as a placeholder of that name. */
export type Bind = <T>(name: string, value: T) => T | Placeholder;
export const asIs: Bind = (_name, value) => value;
export const byName: Bind = (name) => sql.placeholder(name);

/** A whole number as part of the text: a kept plan must know how many rows are wanted. */
export function literally(count: number): Placeholder {
  // Limits take a number, which becomes a parameter, or a placeholder; what is written out is neither.
  return sql.raw(String(Math.trunc(count))) as unknown as Placeholder;
}

/**
 * One of a few words of the code's own, as part of the text: a kept plan must know how rare a state is.
 * @throws RangeError for anything but a word
 */
export function among(column: AnyPgColumn, words: readonly string[]): SQL {
  const plain = words.map((word) => {
    if (!/^[a-z0-9_]+$/.test(word)) throw new RangeError(`not a word of the code's own: ${word}`);
    return `'${word}'`;
  });
  return plain.length === 1 ? sql`${column} = ${sql.raw(plain.join())}` : sql`${column} in (${sql.raw(plain.join(', '))})`;
}

type Gathered<S extends Record<string, AnyPgColumn>> = {
  [K in keyof S]: S[K]['_']['notNull'] extends true ? S[K]['_']['data'] : S[K]['_']['data'] | null;
};

const MOST_PARSED = 200;
const parsed = new Map<string, unknown>();

/** The same text is the same object, so that what is made from it can be kept with it. */
function parsedOnce(text: string): unknown {
  const value = parsed.get(text) ?? (JSON.parse(text) as unknown);
  // The one used last stands last, so that the first is the one to forget.
  parsed.delete(text);
  parsed.set(text, value);
  if (parsed.size > MOST_PARSED) {
    for (const first of parsed.keys()) {
      parsed.delete(first);
      break;
    }
  }
  return value;
}

/**
 * A small table's rows as one JSON value, so that several come with one question; as long as they stay the same, it is the
 * same array. For texts, booleans and days alone: moments and large numbers would come back as something else.
 */
export function gathered<S extends Record<string, AnyPgColumn>>(table: PgTable, shape: S, where: SQL | undefined, order: SQL): SQL<readonly Gathered<S>[]> {
  const pairs = Object.entries(shape).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  return sql<readonly Gathered<S>[]>`(select coalesce(json_agg(json_build_object(${sql.join(pairs, sql`, `)}) order by ${order}), '[]'::json)::text from ${table} where ${where ?? sql`true`})`.mapWith((text: string) => parsedOnce(text) as readonly Gathered<S>[]);
}

/** Stands where a question of several gathered tables has no table of its own. */
export const once = sql`(select 1) as once`;
