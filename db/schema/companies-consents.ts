import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, id } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';

/** 同意登记: who agreed to what in which words, and when it was withdrawn. Names nobody: the contact does while it is there. */
export const personalConsents = pgTable(
  'personal_consents',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    contactId: uuid('contact_id').notNull(),
    scene: text('scene', { enum: ['contact', 'mentors', 'investors', 'publicity', 'bankAccount'] }).notNull(),
    version: text('version').notNull(),
    givenAt: at('given_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    recordedBy: uuid('recorded_by'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('personal_consents_contact').on(table.centerId, table.contactId, table.givenAt),
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
