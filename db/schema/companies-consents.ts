import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, id, on } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';

/** 同意登记: who agreed to what in which words, since when, how it was said and what proves it. Names nobody: the row it belongs to does while it is there. */
export const personalConsents = pgTable(
  'personal_consents',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    /** As whom the person is known: a contact, one the company stands on, or a company's own account. */
    personKind: text('person_kind', { enum: ['contact', 'key', 'member'] }).notNull(),
    /** Their row in company_contacts, company_people or memberships. */
    subjectId: uuid('subject_id').notNull(),
    scene: text('scene', { enum: ['contact', 'mentors', 'investors', 'publicity', 'bankAccount'] }).notNull(),
    version: text('version').notNull(),
    givenOn: on('given_on').notNull(),
    how: text('how', { enum: ['paper', 'online', 'message', 'spoken'] }).notNull(),
    /** Where the proof is: the number of a paper, a folder, who heard it. */
    evidence: text('evidence').notNull().default(''),
    withdrawnOn: on('withdrawn_on'),
    recordedAt: at('recorded_at').notNull(),
    recordedBy: uuid('recorded_by'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('personal_consents_person').on(table.centerId, table.subjectId, table.recordedAt),
    index('personal_consents_time').on(table.centerId, table.recordedAt),
    check('personal_consents_kind', sql`${table.personKind} in ('contact', 'key', 'member')`),
    check('personal_consents_how', sql`${table.how} in ('paper', 'online', 'message', 'spoken')`),
    check('personal_consents_order', sql`${table.withdrawnOn} is null or ${table.withdrawnOn} >= ${table.givenOn}`),
    check('personal_consents_scene', sql`${table.scene} in ('contact', 'mentors', 'investors', 'publicity', 'bankAccount')`),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);

/** That somebody's data was deleted, why, and from how many rows of which tables; not whose. */
export const personalErasures = pgTable(
  'personal_erasures',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    reason: text('reason', { enum: ['expired', 'withdrawn', 'asked', 'unlawful'] }).notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    erasedAt: at('erased_at').notNull(),
    erasedBy: uuid('erased_by'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('personal_erasures_time').on(table.centerId, table.erasedAt),
    check('personal_erasures_reason', sql`${table.reason} in ('expired', 'withdrawn', 'asked', 'unlawful')`),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);
