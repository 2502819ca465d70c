import { nameKey } from '@/lib/kernel/text';
import type { ColumnKey, MoneyUnit, SheetSpec } from './sheet-spec';
import { type CellValue, cellText, columnLetter } from './workbook';

/** One column of the sheet: what its header says and which of our columns it fills, if any. */
export type MatchedColumn<K extends string = string> = {
  index: number;
  letter: string;
  header: string;
  key: K | null;
  /** The unit a person chose, else the one its header prints, else that of the 单位 line above the table. */
  unit: MoneyUnit | null;
};

export type ColumnProblem<K extends string = string> =
  | { kind: 'mappedTwice'; key: K; letters: string[] }
  | { kind: 'missing'; key: K };

export type ColumnMatch<K extends string = string> = {
  columns: MatchedColumn<K>[];
  problems: ColumnProblem<K>[];
};

const MONEY_UNITS: readonly [RegExp, MoneyUnit][] = [
  [/亿元?|100\s*million/, 'yi'],
  [/万元?|10,?000\s*(yuan|cny|rmb)|10k/, 'wan'],
  [/千元|1,?000\s*(yuan|cny|rmb)/, 'thousand'],
  [/元|yuan|cny|rmb/, 'yuan'],
];
const UNIT = /(亿元?|万元|千元|元|平方米|平米|㎡|m2|m²|人|家|个|%|yuan|cny|rmb|sqm)$/;

/** The unit of money a text names, or null: '注册资本（万元）' → 'wan'. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  const plain = nameKey(text);
  // Only what stands in brackets, after a stroke or a colon, or at the end is a unit: 万元户 is not.
  const spot = /[(/:]([^()]*)\)?$/.exec(plain)?.[1] ?? UNIT.exec(plain)?.[0];
  return spot === undefined
    ? null
    : (MONEY_UNITS.find(([pattern]) => pattern.test(spot))?.[1] ?? null);
}

/** A caption that only says in what its column is counted: 万元, （㎡）, 认缴（万元）. */
export function isUnitCaption(text: string): boolean {
  return !/\d/.test(text) && text.length <= 20 && UNIT.test(nameKey(text).replace(/\)$/, ''));
}

/**
 * Which column of the sheet is which of ours. Headers are compared without spaces, marks of obligation, remarks in brackets
 * and units. `adjusted` holds what a person chose instead, by column index; null means "leave this column out". `units` are those they chose.
 */
export function matchColumns<S extends SheetSpec>(
  spec: S,
  headers: readonly (CellValue | undefined)[],
  adjusted: Readonly<Record<number, ColumnKey<S> | null>> = {},
  tableUnit: MoneyUnit | null = null,
  units: Readonly<Record<number, MoneyUnit>> = {},
): ColumnMatch<ColumnKey<S>> {
  const keys = keysByLabel(spec);
  const columns = headers.map((cell, index): MatchedColumn<ColumnKey<S>> => {
    const header = cellText(cell).replace(/\s+/g, ' ').trim();
    const chosen = adjusted[index];
    const key =
      chosen !== undefined
        ? chosen !== null && chosen in spec.columns
          ? chosen
          : null
        : keyOf(keys, header);
    return {
      index,
      letter: columnLetter(index),
      header,
      key,
      unit: units[index] ?? moneyUnitIn(header) ?? tableUnit,
    };
  });
  return { columns, problems: problemsOf(spec, columns) };
}

/** Which of our columns each cell of a row names. */
export function keysNamed<S extends SheetSpec>(
  spec: S,
  cells: readonly (CellValue | undefined)[],
): (ColumnKey<S> | null)[] {
  const keys = keysByLabel(spec);
  return cells.map((cell) => (typeof cell === 'string' ? keyOf(keys, cell) : null));
}

/** The different columns of ours that a row of cells names. */
export function columnsNamed<S extends SheetSpec>(
  spec: S,
  cells: readonly (CellValue | undefined)[],
): Set<ColumnKey<S>> {
  return new Set(keysNamed(spec, cells).filter((key) => key !== null));
}

const STROKE_AND_UNIT = new RegExp(`[/_-](${UNIT.source.slice(1, -2)})$`);

const remembered = new WeakMap<SheetSpec, ReadonlyMap<string, string>>();

function keysByLabel<S extends SheetSpec>(spec: S): ReadonlyMap<string, ColumnKey<S>> {
  let keys = remembered.get(spec);
  if (!keys) {
    keys = new Map(
      Object.entries(spec.columns).flatMap(([key, { labels }]) =>
        [key, ...labels].map((label): [string, string] => [nameKey(label), key]),
      ),
    );
    remembered.set(spec, keys);
  }
  return keys as ReadonlyMap<string, ColumnKey<S>>;
}

function keyOf<K>(keys: ReadonlyMap<string, K>, header: string): K | null {
  if (header === '' || header.length > 60) return null;
  const plain = nameKey(header).replace(
    /[*＊★●:：、。.]+|\(?(必填|选填|required|optional)\)?/g,
    '',
  );
  const bare = plain.replace(/\([^)]*\)/g, '');
  const candidates = [
    plain,
    bare,
    bare.replace(STROKE_AND_UNIT, ''),
    bare.replace(/[/-]/g, ''),
    bare.replace(UNIT, ''),
    bare.replace(/^\d+/, ''),
  ];
  for (const candidate of candidates) {
    const key = keys.get(candidate);
    if (candidate !== '' && key !== undefined) return key;
  }
  return null;
}

function problemsOf<S extends SheetSpec>(
  spec: S,
  columns: readonly MatchedColumn<ColumnKey<S>>[],
): ColumnProblem<ColumnKey<S>>[] {
  const letters = new Map<ColumnKey<S>, string[]>();
  for (const { key, letter } of columns)
    if (key !== null) letters.set(key, [...(letters.get(key) ?? []), letter]);
  const twice = [...letters]
    .filter(([, all]) => all.length > 1)
    .map(([key, all]) => ({ kind: 'mappedTwice' as const, key, letters: all }));
  const missing = (Object.entries(spec.columns) as [ColumnKey<S>, { required?: boolean }][])
    .filter(([key, { required }]) => required === true && !letters.has(key))
    .map(([key]) => ({ kind: 'missing' as const, key }));
  return [...twice, ...missing];
}
