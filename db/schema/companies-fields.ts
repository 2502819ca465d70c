import { sql } from 'drizzle-orm';
import { bigint, boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

/** Fields a center adds to its companies' files. Values stand in typed columns beside, so that lists are narrowed by an index. */
export const companyFields = pgTable(
  'company_fields',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['text', 'number', 'money', 'date', 'choice'] }).notNull(),
    choices: text('choices').array().notNull().default(sql`'{}'`),
    /** Stands as a column in the list of companies. */
    inList: boolean('in_list').notNull().default(false),
    position: integer('position').notNull().default(0),
    closedAt: at('closed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('company_fields_name').on(table.centerId, table.name),
    check('company_fields_kind', sql`${table.kind} in ('text', 'number', 'money', 'date', 'choice')`),
    ...centered({ read: { ...businessRead, administrator: true }, write: { ...businessWrite, administrator: true } }),
  ],
);

export const companyFieldValues = pgTable(
  'company_field_values',
  {
    centerId: centerId().references(() => centers.id),
    companyId: uuid('company_id').notNull(),
    fieldId: uuid('field_id').notNull(),
    textValue: text('text_value'),
    /** Ten-thousandths of a number, or fen. */
    numberValue: bigint('number_value', { mode: 'bigint' }),
    dateValue: on('date_value'),
    updatedAt: at('updated_at').notNull(),
    updatedBy: uuid('updated_by'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.companyId, table.fieldId] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.fieldId], foreignColumns: [companyFields.centerId, companyFields.id] }),
    index('company_field_values_text').on(table.centerId, table.fieldId, table.textValue, table.companyId),
    index('company_field_values_number').on(table.centerId, table.fieldId, table.numberValue, table.companyId),
    index('company_field_values_date').on(table.centerId, table.fieldId, table.dateValue, table.companyId),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);
