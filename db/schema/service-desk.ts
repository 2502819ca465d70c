import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { documents } from './documents';
import { memberships } from './people';

/** One line of an item's form beyond title and description. Names are data: a center words its own items. */
export interface ItemField {
  key: string;
  kind: 'line' | 'text' | 'phone';
  required: boolean;
  label: string;
  labelEn: string;
  hint?: string;
  hintEn?: string;
}

/** 服务事项: what a company may ask for. */
export const serviceItems = pgTable(
  'service_items',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    description: text('description').notNull().default(''),
    descriptionEn: text('description_en').notNull().default(''),
    /** Working days to accept, return or refuse; past them it counts as accepted on receipt. */
    acceptanceDays: integer('acceptance_days').notNull().default(1),
    /** Working days from acceptance to the result. */
    promisedDays: integer('promised_days').notNull(),
    fields: jsonb('fields').$type<ItemField[]>().notNull().default([]),
    /** A request for it can't be submitted without at least one file. */
    filesRequired: boolean('files_required').notNull().default(false),
    position: integer('position').notNull().default(0),
    closedAt: at('closed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('service_items_key').on(table.centerId, table.key),
    check('service_items_days', sql`${table.acceptanceDays} between 1 and 5 and ${table.promisedDays} between 1 and 250`),
    ...centered({ read: { ...businessRead, company: true, mentor: true, administrator: true, public: true }, write: businessWrite }),
  ],
);

/** 办件. A draft has no number yet and is its author's company's alone. */
export const requests = pgTable(
  'requests',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    number: text('number'),
    itemId: uuid('item_id').notNull(),
    companyId: uuid('company_id').notNull(),
    title: text('title').notNull().default(''),
    body: text('body').notNull().default(''),
    /** What was typed into the item's own fields, by their key. */
    answers: jsonb('answers').$type<Record<string, string>>().notNull().default({}),
    state: text('state', { enum: ['draft', 'submitted', 'accepted', 'returned', 'completed', 'withdrawn'] }).notNull(),
    filedBy: uuid('filed_by'),
    submittedAt: at('submitted_at'),
    /** The item's days as they were when it was submitted: changing the item never moves a request under way. */
    acceptanceDays: integer('acceptance_days'),
    promisedDays: integer('promised_days'),
    /** The day the desk had it in full: submission, or resubmission before it was accepted. */
    receivedOn: on('received_on'),
    /** The last working day to accept or return. */
    acceptDueOn: on('accept_due_on'),
    acceptedAt: at('accepted_at'),
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
    returnedAt: at('returned_at'),
    completedAt: at('completed_at'),
    completedBy: uuid('completed_by'),
    withdrawnAt: at('withdrawn_at'),
    withdrawReason: text('withdraw_reason'),
    result: text('result'),
    resultDocumentId: uuid('result_document_id'),
    /** 1 (very dissatisfied) … 5 (very satisfied); unrated stays null, never good by default. */
    grade: integer('grade'),
    ratedAt: at('rated_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('requests_number').on(table.centerId, table.number),
    foreignKey({ columns: [table.centerId, table.itemId], foreignColumns: [serviceItems.centerId, serviceItems.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.ownerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.firstOwnerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.filedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.resultDocumentId], foreignColumns: [documents.centerId, documents.id] }),
    foreignKey({ columns: [table.centerId, table.acceptedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.completedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    // Each ends on what the row-level policy asks for, so that counting and paging never leave the index.
    index('requests_next').on(table.centerId, table.nextDueOn, table.id, table.state, table.companyId),
    index('requests_due').on(table.centerId, table.state, table.nextDueOn, table.id, table.companyId),
    index('requests_owner_due').on(table.centerId, table.ownerId, table.state, table.nextDueOn, table.id, table.companyId),
    index('requests_company').on(table.centerId, table.companyId, table.id, table.state),
    index('requests_item').on(table.centerId, table.itemId, table.state, table.nextDueOn, table.id, table.companyId),
    index('requests_submitted').on(table.centerId, table.submittedAt, table.id, table.state, table.companyId),
    index('requests_completed').on(table.centerId, table.completedAt, table.id, table.state, table.companyId),
    check('requests_state', sql`${table.state} in ('draft', 'submitted', 'accepted', 'returned', 'completed', 'withdrawn')`),
    check('requests_numbered', sql`(${table.state} = 'draft') = (${table.number} is null)`),
    check('requests_promised', sql`${table.state} = 'draft' or (${table.acceptanceDays} is not null and ${table.promisedDays} is not null and ${table.submittedAt} is not null)`),
    check('requests_grade', sql`${table.grade} between 1 and 5`),
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

/** Both ways between company and desk; `internal` ones stay at the desk. */
export const requestMessages = pgTable(
  'request_messages',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    fromCompany: boolean('from_company').notNull(),
    internal: boolean('internal').notNull().default(false),
    body: text('body').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('request_messages_request').on(table.centerId, table.requestId, table.id),
    ...centered({
      read: { ...businessRead, company: sql`company_id = app_company() and not internal` },
      write: { ...businessWrite, company: sql`company_id = app_company() and not internal and from_company` },
    }),
  ],
);

/** 补正: everything missing, told in one go, item by item. */
export const requestReturns = pgTable(
  'request_returns',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    round: integer('round').notNull(),
    items: jsonb('items').$type<string[]>().notNull(),
    /** True when it was already accepted: then the wait lengthens the due date, and it comes back as accepted. */
    afterAcceptance: boolean('after_acceptance').notNull(),
    /** Why it wasn't told the first time; demanded from the second round on. */
    reason: text('reason'),
    returnedBy: uuid('returned_by').notNull(),
    returnedAt: at('returned_at').notNull(),
    resubmittedAt: at('resubmitted_at'),
    /** What the company says to it when it sends the request again. */
    answer: text('answer'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.returnedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    unique('request_returns_round').on(table.centerId, table.requestId, table.round),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);

/** One rating a request, by a person of its company. */
export const requestRatings = pgTable(
  'request_ratings',
  {
    centerId: centerId().references(() => centers.id),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    grade: integer('grade').notNull(),
    comment: text('comment').notNull().default(''),
    ratedAt: at('rated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.requestId] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    check('request_ratings_grade', sql`${table.grade} between 1 and 5`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { company: ownCompany } }),
  ],
);

