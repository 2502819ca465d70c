import type { PgTable } from 'drizzle-orm/pg-core';
import type { ImportKept } from '@/db/schema/imports';
import type { Actor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import type { ReadRow } from './rows';
import type { SheetSpec } from './sheet-spec';

/** What can be kept as JSON. Amounts travel as the digits of their fen. */
export type Plain = string | number | boolean | null | readonly string[];

/** One thing said about a row: `key` under `errors.`, where it stands and what was typed. A warning doesn't refuse the row. */
export interface RowProblem {
  column?: string;
  value?: string;
  key: string;
  params?: Record<string, string | number>;
  warning?: boolean;
  /** False when comparing found it: it is found again by comparing again. */
  own?: boolean;
}

/** What a row asks for: fields that are missing stay as they are, null clears. */
export interface AskedRow {
  row: number;
  values: Readonly<Record<string, Plain>>;
  problems: readonly RowProblem[];
}

export type Verdict = 'new' | 'changed' | 'unchanged' | 'refused';

/** What becomes of a row. `before` holds the old value of every field that changes, and those alone. */
export interface PlannedRow extends AskedRow {
  verdict: Verdict;
  targetId: string | null;
  label: string;
  before: Readonly<Record<string, Plain>> | null;
}

/**
 * What can be imported. `asked` turns cells into fields; `plan` compares them with what is there, writing nothing; `apply` writes the
 * rows a person confirmed, in one transaction, set-based. Both see the same rows, so planning twice gives the same answer.
 */
export interface ImportKind {
  kind: string;
  spec: SheetSpec;
  /** The columns of this center where they are more than everybody's. */
  specFor?: (ctx: Ctx) => Promise<SheetSpec>;
  mayImport: (actor: Actor) => boolean;
  asked: (row: ReadRow<SheetSpec>) => AskedRow;
  plan: (ctx: Ctx, rows: readonly AskedRow[]) => Promise<PlannedRow[]>;
  /** Columns of money or numbers that are added up as a control. */
  controls?: readonly string[];
  apply: (ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>) => Promise<readonly Wrote[]>;
  /** Such a kind takes the ids of new rows from `targetId`. */
  undo: ImportUndo;
}

/** How a kind takes a batch back, row by row, in one transaction. Most kinds need no more than `undoKept`. */
export interface ImportUndo {
  /**
   * Which rows must stay as they are, and why: somebody touched what a row wrote at `since`, or built on it. What it looked at
   * is held until the transaction ends. Nothing is written.
   */
  touched: (ctx: Ctx, rows: readonly WrittenRow[], since: Date) => Promise<LeftRow[]>;
  /** Writes back what stood before, for rows that nobody touched, and leaves an entry of each. */
  writeBack: (ctx: Ctx, rows: readonly WrittenRow[], batch: { id: string; kind: string; file: string; since: Date }) => Promise<void>;
}

/** A row of a table that a row of the sheet wrote, with what stood there before; null for one it made. */
export interface Wrote {
  row: number;
  table: PgTable;
  id: string;
  before: Readonly<Record<string, unknown>> | null;
  /** Columns that alone changed and alone go back, where the row as a whole is somebody else's. */
  only?: readonly string[];
}

/** A row as it was written: the fields that changed and what stood there before; null `before` for a row that was made. */
export interface WrittenRow {
  row: number;
  targetId: string | null;
  label: string;
  values: Readonly<Record<string, Plain>>;
  before: Readonly<Record<string, Plain>> | null;
  kept: readonly ImportKept[];
}

/** A row that stays as it is, with the reasons: words under `imports.undo.why`. */
export interface LeftRow {
  row: number;
  why: string[];
  /** What the row hangs on: as long as it stays, so must a row of another sheet that made this. */
  holds?: string;
}

const kinds = new Map<string, ImportKind>();

export function defineImport(kind: ImportKind): void {
  kinds.set(kind.kind, kind);
}

/** @throws for a kind nobody defined: the process must have loaded its capability */
export function importKind(name: string): ImportKind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`unknown import ${name}`);
  return kind;
}

export function isImportKind(name: string): boolean {
  return kinds.has(name);
}

/** A kind with the columns of the actor's center. */
export async function kindFor(ctx: Ctx, name: string): Promise<ImportKind> {
  const kind = importKind(name);
  return kind.specFor === undefined ? kind : { ...kind, spec: await kind.specFor(ctx) };
}
