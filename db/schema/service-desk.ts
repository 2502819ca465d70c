import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { ItemEffect } from '@/lib/service-desk/inputs/item';
import { at, centerId, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { documents } from './documents';
import { memberships } from './people';
import { serviceItems, serviceItemVersions } from './service-desk-catalogue';

/** 办件. A draft has no number yet and is its author's company's alone. */
export const requests = pgTable(
  'requests',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    number: text('number'),
    itemId: uuid('item_id').notNull(),
    versionId: uuid('version_id').notNull(),
    companyId: uuid('company_id').notNull(),
    title: text('title').notNull().default(''),
    body: text('body').notNull().default(''),
    /** What was typed into the item's own fields, by their key; of several choices one a line, a period as from/to. */
    answers: jsonb('answers').$type<Record<string, string>>().notNull().default({}),
    state: text('state', { enum: ['draft', 'confirming', 'submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn'] }).notNull(),
    /** A request reopened within its days goes through another round. */
    round: integer('round').notNull().default(1),
    channel: text('channel', { enum: ['portal', 'window', 'phone', 'visit'] }).notNull().default('portal'),
    /** 当场办结: a question answered on the spot. Counted apart. */
    spot: boolean('spot').notNull().default(false),
    filedBy: uuid('filed_by'),
    /** Who of the company vouches for what is written; with a signed letter nobody's name stands here. */
    declaredBy: uuid('declared_by'),
    declaredAt: at('declared_at'),
    submittedAt: at('submitted_at'),
    /** The item's days as they were when it was submitted: changing the item never moves a request under way. */
    acceptanceDays: integer('acceptance_days'),
    promisedDays: integer('promised_days'),
    /** The day the desk had it in full: submission, or resubmission before it was accepted. */
    receivedOn: on('received_on'),
    /** The last working day to accept or return. */
    acceptDueOn: on('accept_due_on'),
    acceptedAt: at('accepted_at'),
    /** Null where it counts as accepted because nobody answered in time. */
    acceptedBy: uuid('accepted_by'),
    /** The day after which the promise counts: that of acceptance, or of receipt where it was accepted too late. */
    clockFromOn: on('clock_from_on'),
    /** Whose hands it is in at the desk. */
    ownerId: uuid('owner_id'),
    firstOwnerId: uuid('first_owner_id'),
    /** Null also while a year it needs isn't entered in the calendar: then it is not guessed. */
    dueOn: on('due_on'),
    /**
     * What is due next, whatever it is: the queue's order. Null when nothing runs at the desk.
     * Where the day can't be known yet it holds the earliest it can be.
     */
    nextDueOn: on('next_due_on'),
    /** The day on which somebody is to be told next, and how far up it has gone: nobody, owner, manager, director. */
    warnOn: on('warn_on'),
    warned: integer('warned').notNull().default(0),
    returnedAt: at('returned_at'),
    /** One lane alone waits for the company. */
    laneWaits: boolean('lane_waits').notNull().default(false),
    refusedAt: at('refused_at'),
    refuseReason: text('refuse_reason'),
    decidedAt: at('decided_at'),
    outcome: text('outcome', { enum: ['granted', 'declined'] }),
    /** When the company had the result. */
    completedAt: at('completed_at'),
    completedBy: uuid('completed_by'),
    delivery: text('delivery', { enum: ['portal', 'collected', 'sent'] }),
    withdrawnAt: at('withdrawn_at'),
    withdrawReason: text('withdraw_reason'),
    result: text('result'),
    resultDocumentId: uuid('result_document_id'),
    /** What granting it brought about: the step of the company's road, and its own paper where there is one. It stays when the request is taken up again. */
    effect: text('effect').$type<ItemEffect>(),
    /** No foreign key: where two files are merged only one road goes on. */
    effectRoadId: uuid('effect_road_id'),
    effectDocumentId: uuid('effect_document_id'),
    /** Working days from acceptance to the decision, waits taken off; kept, so that a changed calendar moves no record. */
    usedDays: integer('used_days'),
    waitedDays: integer('waited_days'),
    /** Those of the waits in which the company had to answer. */
    companyDays: integer('company_days'),
    /** 1 (very dissatisfied) … 5 (very satisfied); unrated stays null, never good by default. */
    grade: integer('grade'),
    ratedAt: at('rated_at'),
    /** A bad rating is being put right, has been, or was rated a second time. */
    repair: text('repair', { enum: ['open', 'done', 'rated'] }),
    /** 督办: a director watches it until this day. */
    supervisedUntil: on('supervised_until'),
    /** The request this one says again. */
    duplicateOf: uuid('duplicate_of'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('requests_number').on(table.centerId, table.number),
    foreignKey({ columns: [table.centerId, table.itemId], foreignColumns: [serviceItems.centerId, serviceItems.id] }),
    foreignKey({ columns: [table.centerId, table.versionId], foreignColumns: [serviceItemVersions.centerId, serviceItemVersions.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.ownerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.firstOwnerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.filedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.declaredBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.resultDocumentId], foreignColumns: [documents.centerId, documents.id] }),
    foreignKey({ columns: [table.centerId, table.effectDocumentId], foreignColumns: [documents.centerId, documents.id] }),
    foreignKey({ columns: [table.centerId, table.acceptedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.completedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.duplicateOf], foreignColumns: [table.centerId, table.id] }),
    // Each ends on what the row-level policy asks for, so that counting and paging never leave the index.
    index('requests_next').on(table.centerId, table.nextDueOn, table.id, table.state, table.companyId),
    index('requests_due').on(table.centerId, table.state, table.nextDueOn, table.id, table.companyId),
    index('requests_owner_due').on(table.centerId, table.ownerId, table.state, table.nextDueOn, table.id, table.companyId),
    index('requests_company').on(table.centerId, table.companyId, table.id, table.state),
    index('requests_item').on(table.centerId, table.itemId, table.state, table.nextDueOn, table.id, table.companyId),
    index('requests_submitted').on(table.centerId, table.submittedAt, table.id, table.state, table.companyId),
    index('requests_decided').on(table.centerId, table.decidedAt, table.id, table.state, table.companyId),
    // Who has how much in hand: small, however many were ever filed.
    index('requests_in_hand').on(table.centerId, table.ownerId, table.nextDueOn, table.state, table.companyId).where(sql`state in ('submitted', 'accepted')`),
    index('requests_spot').on(table.centerId, table.completedAt, table.id, table.state, table.companyId).where(sql`spot`),
    index('requests_merged').on(table.centerId, table.duplicateOf, table.id).where(sql`duplicate_of is not null`),
    index('requests_warn').on(table.centerId, table.warnOn, table.id).where(sql`warn_on is not null`),
    index('requests_supervised').on(table.centerId, table.supervisedUntil, table.id, table.state, table.companyId).where(sql`supervised_until is not null`),
    check('requests_state', sql`${table.state} in ('draft', 'confirming', 'submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn')`),
    check('requests_numbered', sql`(${table.state} = 'draft') = (${table.number} is null)`),
    // What the desk wrote and the company withdrew came in at no time, and nothing was promised of it.
    check('requests_promised', sql`${table.state} in ('draft', 'confirming') or (${table.state} = 'withdrawn' and ${table.submittedAt} is null) or (${table.acceptanceDays} is not null and ${table.promisedDays} is not null and ${table.submittedAt} is not null)`),
    check('requests_grade', sql`${table.grade} between 1 and 5`),
    check('requests_told', sql`${table.state} not in ('accepted', 'decided', 'completed') or ${table.ownerId} is null or ${table.firstOwnerId} is not null`),
    ...centered({
      read: {
        staff: sql`state <> 'draft'`,
        auditor: sql`state <> 'draft'`,
        job: true,
        company: ownCompany,
      },
      write: { ...businessWrite, company: ownCompany },
    }),
  ],
);

/** What a round of a request ended with, kept when it is taken up again. */
export const requestRounds = pgTable(
  'request_rounds',
  {
    centerId: centerId().references(() => centers.id),
    requestId: uuid('request_id').notNull(),
    round: integer('round').notNull(),
    companyId: uuid('company_id').notNull(),
    state: text('state').notNull(),
    dueOn: on('due_on'),
    /** A decided round stays in the figures, with its own times. */
    decidedAt: at('decided_at'),
    spot: boolean('spot').notNull().default(false),
    completedAt: at('completed_at'),
    delivery: text('delivery', { enum: ['portal', 'collected', 'sent'] }),
    outcome: text('outcome', { enum: ['granted', 'declined'] }),
    result: text('result'),
    resultDocumentId: uuid('result_document_id'),
    refuseReason: text('refuse_reason'),
    usedDays: integer('used_days'),
    waitedDays: integer('waited_days'),
    companyDays: integer('company_days'),
    grade: integer('grade'),
    /** Why it was taken up again, by whom. */
    reason: text('reason').notNull(),
    reopenedBy: uuid('reopened_by').notNull(),
    reopenedAt: at('reopened_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.requestId, table.round] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.resultDocumentId], foreignColumns: [documents.centerId, documents.id] }),
    foreignKey({ columns: [table.centerId, table.reopenedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    index('request_rounds_decided').on(table.centerId, table.decidedAt, table.requestId, table.round, table.companyId).where(sql`decided_at is not null`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);
