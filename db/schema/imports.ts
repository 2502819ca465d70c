import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, edited, id } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';
import { files } from './files';

export interface ImportChoice {
  /** Only the sheet of one of these names is looked at: each part of a workbook has its own. */
  only?: string[];
  header?: { sheet: number; row: number };
  /** Our column by the sheet's, from 0; null leaves it out. */
  columns?: Record<string, string | null>;
  /** In which unit the bare numbers of a column of money are, by the sheet's column: asked where nothing says it. */
  units?: Record<string, ImportUnit>;
}

export type ImportUnit = 'yuan' | 'thousand' | 'wan' | 'yi';

export interface ImportFound {
  sheets: { name: string; rows: number }[];
  sheet: number;
  headerRows: number[];
  columns: { index: number; letter: string; header: string; key: string | null; unit: string | null; samples: string[] }[];
  problems: ({ kind: 'mappedTwice'; key: string; letters: string[] } | { kind: 'missing'; key: string })[];
  /** What a person must say about units before anything is written. */
  questions?: { index: number; key: string; why: 'noUnit' | 'magnitude'; named: ImportUnit | null; suggested: ImportUnit; middle: string }[];
}

/** What is counted and added up over a sheet, so that people can hold it against their own books. Sums of fen or of whole numbers, as digits. */
export interface ImportControl {
  rows: number;
  sums: Record<string, string>;
}

/** A row that was taken back, or why it was left: words under `imports.undo.why`. */
export interface ImportUndone {
  done: boolean;
  why?: string[];
}

/** A row of some table that a row of the sheet wrote: what stood there before, null for one it made, and a hash of what it wrote. */
export interface ImportKept {
  table: string;
  id: string;
  before: Record<string, unknown> | null;
  after: string;
  /** The columns it is about, where it isn't the row as a whole. */
  only?: string[];
}

/** One import: a file, how its columns are read, what the dry run said, and what was written after "confirm". */
export const importBatches = pgTable(
  'import_batches',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    kind: text('kind').notNull(),
    fileId: uuid('file_id').notNull(),
    state: text('state', { enum: ['checking', 'checked', 'refused', 'confirmed', 'applied', 'failed', 'discarded', 'undoing', 'undone'] }).notNull(),
    /** What a person chose instead of what was found: the header's place, columns by index. */
    mapping: jsonb('mapping').$type<ImportChoice>().notNull().default({}),
    /** What the dry run saw: sheets, header, columns with samples. */
    found: jsonb('found').$type<ImportFound>(),
    /** Of every verdict with its before and after: what is confirmed is what is written. */
    digest: text('digest'),
    /** The check or the writing that goes on now. */
    taskId: uuid('task_id'),
    /** One workbook's parts are checked one after the other and written together, or not at all. */
    groupId: uuid('group_id'),
    position: integer('position').notNull().default(0),
    control: jsonb('control').$type<ImportControl>(),
    /** The totals a person gave before confirming. */
    typed: jsonb('typed').$type<ImportControl>(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    problem: jsonb('problem').$type<{ key: string; params?: Record<string, string | number> }>(),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    confirmedAt: at('confirmed_at'),
    appliedAt: at('applied_at'),
    undoneAt: at('undone_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.fileId], foreignColumns: [files.centerId, files.id] }),
    index('import_batches_group').on(table.centerId, table.groupId, table.position),
    index('import_batches_time').on(table.centerId, table.kind, table.id),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);

export const importRows = pgTable(
  'import_rows',
  {
    centerId: centerId().references(() => centers.id),
    batchId: uuid('batch_id').notNull(),
    /** The row's number as the spreadsheet shows it. */
    row: integer('row').notNull(),
    verdict: text('verdict', { enum: ['new', 'changed', 'unchanged', 'refused', 'skipped'] }).notNull(),
    targetId: uuid('target_id'),
    label: text('label').notNull().default(''),
    values: jsonb('values').$type<Record<string, unknown>>().notNull().default({}),
    before: jsonb('before').$type<Record<string, unknown>>(),
    /** What it wrote, for as long as that can be taken back. */
    kept: jsonb('kept').$type<ImportKept[]>(),
    /** What became of the row when the batch was taken back: null where it was not asked about. */
    undone: jsonb('undone').$type<ImportUndone>(),
    problems: jsonb('problems').$type<{ column?: string; value?: string; key: string; params?: Record<string, string | number>; warning?: boolean; own?: boolean }[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.batchId, table.row] }),
    foreignKey({ columns: [table.centerId, table.batchId], foreignColumns: [importBatches.centerId, importBatches.id] }),
    index('import_rows_verdict').on(table.centerId, table.batchId, table.verdict, table.row),
    ...centered({ read: { staff: true, auditor: true, job: true }, write: { staff: true, job: true } }),
  ],
);

