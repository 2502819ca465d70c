import type { Fen } from '@/lib/kernel/money';
import type { Day } from '@/lib/kernel/dates';

/** Units of money as headers print them: 元, 千元, 万元, 亿元. */
export type MoneyUnit = 'yuan' | 'thousand' | 'wan' | 'yi';

/** How the cells of a column are read. Prose keeps its signs; codes lose spaces and become plain capitals. */
export type ColumnKind =
  | { type: 'text'; max: number; lines?: boolean }
  | { type: 'code'; max: number }
  | { type: 'phone' }
  | { type: 'day' }
  /** `unit` holds where neither the cell, the header nor a 单位 line above it says otherwise. */
  | { type: 'money'; unit: MoneyUnit; negative?: boolean }
  | { type: 'area' }
  | { type: 'number'; places?: number; min?: number; max?: number }
  /** Each stored value with the words people write for it. */
  | { type: 'choice'; choices: Readonly<Record<string, readonly string[]>> };

type ValueOfKind<K extends ColumnKind> = K extends { type: 'money' }
  ? Fen
  : K extends { type: 'area' | 'number' }
    ? number
    : K extends { type: 'day' }
      ? Day
      : K extends { type: 'choice'; choices: infer C }
        ? keyof C & string
        : string;

export type Column<K extends ColumnKind = ColumnKind> = {
  /** What people call this column, in both languages, without units; the first is the one our own sheets print. */
  labels: readonly [string, ...string[]];
  kind: K;
  /** The sheet must have this column, and a cell of it can't be cleared. */
  required?: boolean;
  /** Exported with a star or stars in it (张*, 138****1234): such a cell means unchanged. Phones always are. */
  masked?: boolean;
  /** A rule beyond the kind: a message key under `errors.` for a value it refuses. */
  check?: (value: ValueOfKind<K>) => string | null;
};

/**
 * The columns a capability reads from people's sheets, by its own keys; declared once in the capability's sheet.ts
 * with `defineSheet`, used by import and export alike.
 */
export type SheetSpec = { columns: Readonly<Record<string, ColumnShape>> };

/** A column whatever its kind; its check is only ever called with a value that its own kind produced. */
export type ColumnShape = Omit<Column, 'check'> & { check?: (value: never) => string | null };

export type ColumnKey<S extends SheetSpec> = keyof S['columns'] & string;
export type ColumnValue<S extends SheetSpec, K extends ColumnKey<S>> = ValueOfKind<
  S['columns'][K]['kind']
>;

/** What one cell asks for. Shown values are as typed, cut to a readable length. */
export type CellOutcome<V> =
  | { kind: 'value'; value: V }
  | { kind: 'unchanged' }
  | { kind: 'clear' }
  | { kind: 'refused'; reason: string; params: Record<string, string | number>; shown: string };

/** A column of a sheet: its kind decides what its check receives. */
export function column<const K extends ColumnKind>(
  kind: K,
  labels: Column['labels'],
  more: Omit<Column<K>, 'kind' | 'labels'> = {},
): Column<K> {
  return { kind, labels, ...more };
}

export function defineSheet<const C extends Readonly<Record<string, ColumnShape>>>(
  columns: C,
): { columns: C } {
  return { columns };
}
