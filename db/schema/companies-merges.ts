import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, id, } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';

/** 合并: of two files of one company one goes on. What is needed to put the other back stands here for a day. */
export const companyMerges = pgTable(
  'company_merges',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    survivorId: uuid('survivor_id').notNull(),
    mergedId: uuid('merged_id').notNull(),
    mergedName: text('merged_name').notNull(),
    /** Columns of the survivor that changed: what stood there and what stands there since. */
    fields: jsonb('fields').$type<Record<string, [unknown, unknown]>>().notNull().default({}),
    mergedRow: jsonb('merged_row').$type<Record<string, unknown>>(),
    /** Rows that moved, by key; rows that could not, whole; values that were changed so that both could be one. */
    moved: jsonb('moved').$type<{ name: string; col: string; rows: Record<string, unknown>[] }[]>().notNull().default([]),
    kept: jsonb('kept').$type<{ name: string; rows: Record<string, unknown>[] }[]>().notNull().default([]),
    changed: jsonb('changed').$type<{ name: string; id: string; set: Record<string, unknown> }[]>().notNull().default([]),
    mergedAt: at('merged_at').notNull(),
    mergedBy: uuid('merged_by'),
    undoneAt: at('undone_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('company_merges_survivor').on(table.centerId, table.survivorId, table.mergedAt),
    index('company_merges_merged').on(table.centerId, table.mergedId),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);
