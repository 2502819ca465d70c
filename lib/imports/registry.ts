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
  apply: (ctx: Ctx, rows: readonly PlannedRow[], progress: (done: number) => Promise<void>) => Promise<void>;
  /**
   * Writes back what a batch wrote at `since`, in one transaction, for rows that nobody touched after it; says which were
   * left and why. A kind without it can't be taken back. Such a kind takes the ids of new rows from `targetId`.
   */
  undo?: (ctx: Ctx, rows: readonly WrittenRow[], since: Date) => Promise<LeftRow[]>;
}

/** A row as it was written: the fields that changed and what stood there before; null `before` for a row that was made. */
export interface WrittenRow {
  row: number;
  targetId: string;
  label: string;
  values: Readonly<Record<string, Plain>>;
  before: Readonly<Record<string, Plain>> | null;
}

/** A row that stays as it is, with the reasons: words under `imports.undo.why`. */
export interface LeftRow {
  row: number;
  why: string[];
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
