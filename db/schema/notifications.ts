import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, id, on } from './_columns';
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
    /** Written in its reader's quiet hours: sent when they are over. */
    holdUntil: at('hold_until'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('emails_time').on(table.centerId, table.createdAt, table.id),
    index('emails_held').on(table.holdUntil).where(sql`hold_until is not null`),
    uniqueIndex('emails_once').on(table.centerId, table.entryId, table.recipient),
    ...centered({ read: { administrator: true, job: true }, write: { job: true, administrator: true } }),
  ],
);

/** How one kind of notification reaches somebody. */
export interface Way {
  app: boolean;
  mail: 'now' | 'digest' | 'off';
}

/** What one member chose about being told; who has chosen nothing is told everything at once. */
export const notificationSettings = pgTable(
  'notification_settings',
  {
    centerId: centerId().references(() => centers.id),
    membershipId: uuid('membership_id').notNull(),
    /** By kind: only what differs from being told at once. */
    ways: jsonb('ways').$type<Record<string, Way>>().notNull(),
    /** Minutes after midnight in Shanghai; both null without quiet hours. */
    quietFrom: integer('quiet_from'),
    quietUntil: integer('quiet_until'),
    /** The hour of day at which the digest is written. */
    digestHour: integer('digest_hour').notNull(),
    digestedOn: on('digested_on'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.membershipId] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    check('notification_settings_quiet', sql`(${table.quietFrom} is null) = (${table.quietUntil} is null)`),
    check('notification_settings_hour', sql`${table.digestHour} between 0 and 23`),
    ...centered({
      read: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership, company: ownMembership, mentor: ownMembership, job: true },
      write: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership, company: ownMembership, mentor: ownMembership, job: true },
    }),
  ],
);

/** What waits for somebody's next digest, and what was in an earlier one. */
export const digestItems = pgTable(
  'digest_items',
  {
    centerId: centerId().references(() => centers.id),
    membershipId: uuid('membership_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    name: text('name').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    path: text('path').notNull(),
    createdAt: at('created_at').notNull(),
    digestedAt: at('digested_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.membershipId, table.entryId] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('digest_items_waiting').on(table.centerId, table.membershipId, table.createdAt).where(sql`digested_at is null`),
    ...centered({ read: { job: true }, write: { job: true } }),
  ],
);

/** A way out of the house beside letters: a group robot of 企业微信 or 钉钉, an SMS gateway. Off until somebody switches it on. */
export const channels = pgTable(
  'channels',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    kind: text('kind', { enum: ['wecom', 'dingtalk', 'sms', 'other'] }).notNull(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Encrypted; empty when messages aren't signed. */
    secret: text('secret').notNull().default(''),
    /** One message for the desk's group, or one to each person's phone. */
    reach: text('reach', { enum: ['desk', 'person'] }).notNull(),
    kinds: text('kinds').array().notNull(),
    /** The JSON that is posted, with places for what it is about. */
    template: text('template').notNull(),
    enabled: boolean('enabled').notNull().default(false),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    check('channels_kind', sql`${table.kind} in ('wecom', 'dingtalk', 'sms', 'other')`),
    check('channels_reach', sql`${table.reach} in ('desk', 'person')`),
    ...centered({ read: { administrator: true, job: true }, write: { administrator: true, job: true } }),
  ],
);

/** What went out through a channel, once per entry and target however often the handler runs; a trial has no entry. */
export const channelMessages = pgTable(
  'channel_messages',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    channelId: uuid('channel_id').notNull(),
    entryId: uuid('entry_id'),
    /** A phone number; empty for a group. */
    target: text('target').notNull(),
    body: text('body').notNull(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: at('sent_at'),
    failedAt: at('failed_at'),
    error: text('error'),
    holdUntil: at('hold_until'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.channelId], foreignColumns: [channels.centerId, channels.id] }),
    uniqueIndex('channel_messages_once').on(table.centerId, table.channelId, table.entryId, table.target),
    index('channel_messages_time').on(table.centerId, table.createdAt, table.id),
    index('channel_messages_held').on(table.holdUntil).where(sql`hold_until is not null`),
    ...centered({ read: { administrator: true, job: true }, write: { administrator: true, job: true } }),
  ],
);
