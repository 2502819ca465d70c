import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { centerId, created, id, on } from './_columns';
import { businessRead, centered } from './_policies';
import { centers } from './centers';

/** A figure as it was printed. Scope 中心 is computed from our rows by `indicator`; other scopes stand apart. */
export const publishedFigures = pgTable(
  'published_figures',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    indicator: text('indicator'),
    quote: text('quote').notNull(),
    scope: text('scope', { enum: ['center', 'zone', 'two_zones', 'city', 'province', 'other'] }).notNull(),
    periodFrom: on('period_from'),
    periodTo: on('period_to'),
    unit: text('unit').notNull(),
    /** value × 10^-decimals; null when undisclosed. */
    value: bigint('value', { mode: 'bigint' }),
    decimals: integer('decimals').notNull().default(0),
    valueTo: bigint('value_to', { mode: 'bigint' }),
    hedge: text('hedge', { enum: ['exact', 'at_least', 'about', 'range', 'undisclosed'] }).notNull(),
    source: text('source').notNull(),
    note: text('note'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('published_figures_indicator').on(table.centerId, table.indicator),
    check('published_figures_value', sql`(${table.hedge} = 'undisclosed') = (${table.value} is null)`),
    ...centered({ read: businessRead, write: { staff: sql`app_role() in ('director', 'manager')` } }),
  ],
);
