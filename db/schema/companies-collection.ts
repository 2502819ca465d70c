import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

/** 年度采集: once a year the companies are asked for the same figures until a day. */
export const collectionRounds = pgTable(
  'collection_rounds',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    year: integer('year').notNull(),
    dueOn: on('due_on').notNull(),
    /** What those in incubation are asked; graduates are asked three of them. */
    keys: text('keys').array().notNull(),
    note: text('note').notNull().default(''),
    closedAt: at('closed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('collection_rounds_year').on(table.centerId, table.year),
    check('collection_rounds_years', sql`${table.year} between 1990 and 2100`),
    ...centered({ read: { ...businessRead, company: true }, write: businessWrite }),
  ],
);

/** One company's answer to a round. What it typed before it answered is its own business. */
export const collectionAnswers = pgTable(
  'collection_answers',
  {
    centerId: centerId().references(() => centers.id),
    roundId: uuid('round_id').notNull(),
    companyId: uuid('company_id').notNull(),
    /** Graduates answer on one page. */
    form: text('form', { enum: ['full', 'short'] }).notNull(),
    state: text('state', { enum: ['waiting', 'draft', 'answered'] }).notNull().default('waiting'),
    draft: jsonb('draft').$type<Record<string, string>>().notNull().default({}),
    answeredAt: at('answered_at'),
    answeredBy: uuid('answered_by'),
    remindedAt: at('reminded_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.roundId, table.companyId] }),
    foreignKey({ columns: [table.centerId, table.roundId], foreignColumns: [collectionRounds.centerId, collectionRounds.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('collection_answers_state').on(table.centerId, table.roundId, table.state, table.companyId),
    index('collection_answers_company').on(table.centerId, table.companyId, table.roundId),
    index('collection_answers_answered').on(table.centerId, table.answeredAt),
    check('collection_answers_state', sql`${table.state} in ('waiting', 'draft', 'answered')`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);
