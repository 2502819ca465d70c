import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { memberships } from './people';

/** Whom a draft is meant for: every company a list shows under this query, or these. */
export type Chosen = { by: 'filter'; query: string } | { by: 'ticked'; companies: string[] };

/** 通知: said to many companies at once, with or without something asked of each by a date (材料收集). */
export const notices = pgTable(
  'notices',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    /** Given when it is sent. */
    number: text('number'),
    state: text('state', { enum: ['draft', 'sent', 'closed'] }).notNull(),
    title: text('title').notNull().default(''),
    body: text('body').notNull().default(''),
    wantsText: boolean('wants_text').notNull().default(false),
    wantsFiles: boolean('wants_files').notNull().default(false),
    /** The last day to answer; null where nothing is asked. */
    dueOn: on('due_on'),
    /** Of a draft. What it meant on the day it was sent are the rows of notice_recipients. */
    chosen: jsonb('chosen').$type<Chosen>(),
    sentAt: at('sent_at'),
    sentBy: uuid('sent_by'),
    recipients: integer('recipients').notNull().default(0),
    remindedOn: on('reminded_on'),
    closedAt: at('closed_at'),
    closedBy: uuid('closed_by'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('notices_number').on(table.centerId, table.number),
    foreignKey({ columns: [table.centerId, table.sentBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.closedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    index('notices_time').on(table.centerId, table.createdAt, table.id),
    index('notices_state').on(table.centerId, table.state, table.createdAt, table.id),
    index('notices_due').on(table.centerId, table.dueOn, table.id),
    index('notices_sent').on(table.centerId, table.sentAt, table.id),
    check('notices_states', sql`${table.state} in ('draft', 'sent', 'closed')`),
    check('notices_sent_whole', sql`(${table.state} = 'draft') = (${table.sentAt} is null) and (${table.sentAt} is null) = (${table.number} is null)`),
    check('notices_closed_whole', sql`(${table.state} = 'closed') = (${table.closedAt} is not null)`),
    ...centered({ read: { ...businessRead, company: sql`id in (select app_told_notices())` }, write: businessWrite }),
  ],
);

/** One company a notice went to: whether it was read, and what was answered. */
export const noticeRecipients = pgTable(
  'notice_recipients',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    noticeId: uuid('notice_id').notNull(),
    companyId: uuid('company_id').notNull(),
    /** Of the notice: what a company's own list is ordered by. */
    sentAt: at('sent_at').notNull(),
    /** The first of the company who opened it, and when. */
    readAt: at('read_at'),
    readBy: uuid('read_by'),
    answer: text('answer'),
    answeredAt: at('answered_at'),
    answeredBy: uuid('answered_by'),
    /** The first answer, which says whether it came in time. */
    firstAnsweredAt: at('first_answered_at'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('notice_recipients_once').on(table.centerId, table.noticeId, table.companyId),
    foreignKey({ columns: [table.centerId, table.noticeId], foreignColumns: [notices.centerId, notices.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.readBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.answeredBy], foreignColumns: [memberships.centerId, memberships.id] }),
    index('notice_recipients_company').on(table.centerId, table.companyId, table.sentAt, table.id),
    index('notice_recipients_sent').on(table.centerId, table.sentAt, table.id),
    index('notice_recipients_answered').on(table.centerId, table.noticeId, table.answeredAt),
    check('notice_recipients_read', sql`(${table.readAt} is null) = (${table.readBy} is null)`),
    check('notice_recipients_answer', sql`(${table.answeredAt} is null) = (${table.firstAnsweredAt} is null) and (${table.answeredAt} is not null or ${table.answer} is null)`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);

/** What a company is still writing; nobody's but its own until it is sent. */
export const noticeDrafts = pgTable(
  'notice_drafts',
  {
    centerId: centerId().references(() => centers.id),
    /** The recipient's row. */
    id: id(),
    companyId: uuid('company_id').notNull(),
    text: text('text').notNull(),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.id], foreignColumns: [noticeRecipients.centerId, noticeRecipients.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    ...centered({ read: { company: ownCompany }, write: { company: ownCompany } }),
  ],
);
