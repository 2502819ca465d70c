import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id } from './_columns';
import { centered, ownMembership } from './_policies';
import { centers } from './centers';
import { memberships } from './people';

/** What one member is told. One row per entry and member, however often the handler runs. */
export const notifications = pgTable(
  'notifications',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    membershipId: uuid('membership_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    /** The entry's name and data, from which the sentence is made in the reader's language. */
    name: text('name').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    path: text('path').notNull(),
    createdAt: at('created_at').notNull(),
    readAt: at('read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    uniqueIndex('notifications_once').on(table.centerId, table.membershipId, table.entryId),
    index('notifications_membership').on(table.centerId, table.membershipId, table.id),
    index('notifications_unread').on(table.centerId, table.membershipId, table.id).where(sql`read_at is null`),
    ...centered({
      read: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership, company: ownMembership, mentor: ownMembership, job: true },
      write: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership, company: ownMembership, mentor: ownMembership, job: true },
    }),
  ],
);

/** Letters: sent through SMTP when configured, shown on the outbox page when not. */
export const emails = pgTable(
  'emails',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    recipient: text('recipient').notNull(),
    personId: uuid('person_id'),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** Carries a one-time link: the outbox page doesn't show the text. */
    confidential: boolean('confidential').notNull().default(false),
    entryId: uuid('entry_id'),
    attempts: integer('attempts').notNull().default(0),
    sentAt: at('sent_at'),
    failedAt: at('failed_at'),
    error: text('error'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('emails_time').on(table.centerId, table.createdAt, table.id),
    uniqueIndex('emails_once').on(table.centerId, table.entryId, table.recipient),
    ...centered({ read: { administrator: true, job: true }, write: { job: true, administrator: true } }),
  ],
);
