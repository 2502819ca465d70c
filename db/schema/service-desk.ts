import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Channel, FilerState, ItemEffect, ItemField, ItemMaterial, ItemStage, OutcomeWords, Situation } from '@/lib/service-desk/inputs/item';
import { at, centerId, created, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { documents } from './documents';
import { files } from './files';
import { memberships } from './people';

/** Row-level security of the version narrows it to who may read that. */
const readableVersion = sql.raw('exists (select from service_item_versions v where v.center_id = service_item_samples.center_id and v.id = service_item_samples.version_id)');

/** 服务事项: what a company may ask for. What it asks and promises stands in its versions. */
export const serviceItems = pgTable(
  'service_items',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    key: text('key').notNull(),
    position: integer('position').notNull().default(0),
    closedAt: at('closed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('service_items_key').on(table.centerId, table.key),
    ...centered({ read: { ...businessRead, company: true, mentor: true, administrator: true, applicant: true, public: true }, write: businessWrite }),
  ],
);

/** What an item is from a day on. A request keeps the version it was begun under. */
export const serviceItemVersions = pgTable(
  'service_item_versions',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    itemId: uuid('item_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: ['draft', 'published'] }).notNull(),
    /** In force from this day on, until a later one is. */
    effectiveFrom: on('effective_from'),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    description: text('description').notNull().default(''),
    descriptionEn: text('description_en').notNull().default(''),
    basis: text('basis').notNull().default(''),
    basisEn: text('basis_en').notNull().default(''),
    /** The situations it is looked for in. */
    situations: jsonb('situations').$type<Situation[]>().notNull().default([]),
    /** Companies in these states may file it. */
    filers: jsonb('filers').$type<FilerState[]>().notNull().default(['incubating']),
    materials: jsonb('materials').$type<ItemMaterial[]>().notNull().default([]),
    fields: jsonb('fields').$type<ItemField[]>().notNull().default([]),
    /** The company's own words are asked for beside the fields. */
    asksBody: boolean('asks_body').notNull().default(true),
    /** Working days to accept, return or refuse; past them it counts as accepted on receipt. */
    acceptanceDays: integer('acceptance_days').notNull().default(1),
    /** Working days from acceptance to the result: never fewer than the longest lanes of its stages. */
    promisedDays: integer('promised_days').notNull(),
    stages: jsonb('stages').$type<ItemStage[]>().notNull(),
    /** What its result is called, and what stands in it at first. */
    resultTitle: text('result_title').notNull().default(''),
    resultText: text('result_text').notNull().default(''),
    /** What its two outcomes are called; the general words where it says nothing. */
    outcomeWords: jsonb('outcome_words').$type<OutcomeWords>().notNull().default({}),
    channels: jsonb('channels').$type<Channel[]>().notNull().default(['portal', 'window', 'phone', 'visit']),
    /** What granting it brings about elsewhere, one of these: the company is admitted, graduates … None where the result is all. */
    effects: jsonb('effects').$type<ItemEffect[]>().notNull().default([]),
    publishedAt: at('published_at'),
    publishedBy: uuid('published_by'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.itemId], foreignColumns: [serviceItems.centerId, serviceItems.id] }),
    unique('service_item_versions_number').on(table.centerId, table.itemId, table.number),
    uniqueIndex('service_item_versions_day').on(table.centerId, table.itemId, table.effectiveFrom).where(sql`state = 'published'`),
    uniqueIndex('service_item_versions_draft').on(table.centerId, table.itemId).where(sql`state = 'draft'`),
    check('service_item_versions_state', sql`${table.state} in ('draft', 'published') and (${table.state} = 'draft' or ${table.effectiveFrom} is not null)`),
    check('service_item_versions_days', sql`${table.acceptanceDays} between 1 and 5 and ${table.promisedDays} between 1 and 250`),
    ...centered({
      read: {
        ...businessRead,
        company: sql`state = 'published'`,
        mentor: sql`state = 'published'`,
        administrator: true,
        applicant: sql`state = 'published' and filers @> '["prospect"]'`,
        public: sql`state = 'published'`,
      },
      write: businessWrite,
    }),
  ],
);

/** 样表: a place in a version for the sample files of one material. Whoever may read the version may fetch them. */
export const serviceItemSamples = pgTable(
  'service_item_samples',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    versionId: uuid('version_id').notNull(),
    /** Of the material, or of the field that is a file. */
    key: text('key').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('service_item_samples_key').on(table.centerId, table.versionId, table.key),
    foreignKey({ columns: [table.centerId, table.versionId], foreignColumns: [serviceItemVersions.centerId, serviceItemVersions.id] }),
    ...centered({ read: { ...businessRead, company: readableVersion, applicant: readableVersion }, write: businessWrite }),
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
    check('requests_promised', sql`${table.state} in ('draft', 'confirming') or (${table.acceptanceDays} is not null and ${table.promisedDays} is not null and ${table.submittedAt} is not null)`),
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

/** Of a request that the reader sees: what lies in a company's draft is no business of the desk's. */
const ofKnownRequest = sql`exists (select from requests r where r.center_id = app_center() and r.id = request_id)`;

/** One material of a request: files of its own, or one the company gave before. */
export const requestMaterials = pgTable(
  'request_materials',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    /** A file given with an earlier request, used again. */
    reusedFileId: uuid('reused_file_id'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('request_materials_key').on(table.centerId, table.requestId, table.key),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }).onDelete('cascade'),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.reusedFileId], foreignColumns: [files.centerId, files.id] }),
    index('request_materials_company').on(table.centerId, table.companyId, table.key, table.id),
    ...centered({ read: { ...businessRead, staff: ofKnownRequest, auditor: ofKnownRequest, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);

/** 代帮办: what the desk wrote for a company, as it was written, and how the company confirmed it. */
export const requestConfirmations = pgTable(
  'request_confirmations',
  {
    centerId: centerId().references(() => centers.id),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    /** Who typed it, and what. */
    typedBy: uuid('typed_by').notNull(),
    typedAt: at('typed_at').notNull(),
    typed: jsonb('typed').$type<{ title: string; body: string; answers: Record<string, string> }>().notNull(),
    method: text('method', { enum: ['portal', 'code', 'letter'] }),
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: at('confirmed_at'),
    letterFileId: uuid('letter_file_id'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.requestId] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.typedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.confirmedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.letterFileId], foreignColumns: [files.centerId, files.id] }),
    check('request_confirmations_method', sql`(${table.method} is null) = (${table.confirmedAt} is null) and (${table.method} <> 'letter' or ${table.letterFileId} is not null)`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);

/** The code a company reads out. Only its own people see it; the desk can but try one. */
export const requestCodes = pgTable(
  'request_codes',
  {
    centerId: centerId().references(() => centers.id),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    spoken: text('spoken').notNull(),
    tries: integer('tries').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.requestId] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    ...centered({ read: { company: ownCompany }, write: businessWrite }),
  ],
);

/** 催办: a company may urge once a day. */
export const requestUrges = pgTable(
  'request_urges',
  {
    centerId: centerId().references(() => centers.id),
    requestId: uuid('request_id').notNull(),
    urgedOn: on('urged_on').notNull(),
    companyId: uuid('company_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    urgedAt: at('urged_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.requestId, table.urgedOn] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { company: ownCompany } }),
  ],
);

/** 督办: put under supervision with a day, lifted with a note. */
export const requestSupervisions = pgTable(
  'request_supervisions',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    untilOn: on('until_on').notNull(),
    reason: text('reason').notNull(),
    placedBy: uuid('placed_by').notNull(),
    placedAt: at('placed_at').notNull(),
    note: text('note'),
    liftedBy: uuid('lifted_by'),
    liftedAt: at('lifted_at'),
    /** When those concerned were told that its day had passed. */
    passedToldAt: at('passed_told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.placedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.liftedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    uniqueIndex('request_supervisions_open').on(table.centerId, table.requestId).where(sql`lifted_at is null`),
    index('request_supervisions_until').on(table.centerId, table.untilOn, table.id).where(sql`lifted_at is null and passed_told_at is null`),
    check('request_supervisions_note', sql`(${table.liftedAt} is null) = (${table.note} is null)`),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);

const seenMessage = 'exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)';
const ownEnd = (column: string) => `exists (select from requests r where r.center_id = request_links.center_id and r.id = request_links.${column} and r.company_id = app_company())`;

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

/** Who read a message of the other side, or a colleague's note, and when first. Its message's own walls stand around it. */
export const requestMessageReads = pgTable(
  'request_message_reads',
  {
    centerId: centerId().references(() => centers.id),
    messageId: uuid('message_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    /** On which side the reader stood. */
    byCompany: boolean('by_company').notNull(),
    readAt: at('read_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.messageId, table.membershipId] }),
    foreignKey({ columns: [table.centerId, table.messageId], foreignColumns: [requestMessages.centerId, requestMessages.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    ...centered({
      read: { ...businessRead, company: sql.raw(seenMessage) },
      write: { staff: sql`membership_id = app_membership() and not by_company`, company: sql.raw(`membership_id = app_membership() and by_company and ${seenMessage}`) },
    }),
  ],
);

/** 相关办件: two requests that belong together, the same whichever of them is looked at. A company knows of it where both are its own. */
export const requestLinks = pgTable(
  'request_links',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    /** The smaller id stands first, so that a pair is linked once. */
    requestId: uuid('request_id').notNull(),
    otherId: uuid('other_id').notNull(),
    reason: text('reason').notNull(),
    linkedBy: uuid('linked_by').notNull(),
    linkedAt: at('linked_at').notNull(),
    removedBy: uuid('removed_by'),
    removedAt: at('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.otherId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.linkedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.removedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    uniqueIndex('request_links_pair').on(table.centerId, table.requestId, table.otherId).where(sql`removed_at is null`),
    index('request_links_other').on(table.centerId, table.otherId),
    check('request_links_order', sql`${table.requestId} < ${table.otherId}`),
    check('request_links_removed', sql`(${table.removedAt} is null) = (${table.removedBy} is null)`),
    ...centered({ read: { ...businessRead, company: sql.raw(`${ownEnd('request_id')} and ${ownEnd('other_id')}`) }, write: businessWrite }),
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
    /** Asked by one lane alone; the others go on. */
    laneId: uuid('lane_id'),
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

/** One rating a round, by a person of its company, and one more after a repair. */
export const requestRatings = pgTable(
  'request_ratings',
  {
    centerId: centerId().references(() => centers.id),
    requestId: uuid('request_id').notNull(),
    round: integer('round').notNull().default(1),
    /** 1: of the work; 2: after a repair. */
    turn: integer('turn').notNull().default(1),
    companyId: uuid('company_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    grade: integer('grade').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull().default([]),
    comment: text('comment').notNull().default(''),
    ratedAt: at('rated_at').notNull(),
  },
  (table) => [
    // One of the work, one after its repair, and no more.
    primaryKey({ columns: [table.centerId, table.requestId, table.round, table.turn] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('request_ratings_at').on(table.centerId, table.ratedAt, table.requestId, table.companyId),
    check('request_ratings_grade', sql`${table.grade} between 1 and 5 and ${table.turn} in (1, 2)`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { company: ownCompany } }),
  ],
);

/** 差评整改: a bad rating is called back within a working day and put right within five, or fifteen with a reason. */
export const requestRepairs = pgTable(
  'request_repairs',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    requestId: uuid('request_id').notNull(),
    round: integer('round').notNull(),
    companyId: uuid('company_id').notNull(),
    grade: integer('grade').notNull(),
    ownerId: uuid('owner_id'),
    openedAt: at('opened_at').notNull(),
    contactDueOn: on('contact_due_on').notNull(),
    contactedAt: at('contacted_at'),
    contactedBy: uuid('contacted_by'),
    contactNote: text('contact_note'),
    /** Five working days, or fifteen with a reason. */
    days: integer('days').notNull().default(5),
    longReason: text('long_reason'),
    dueOn: on('due_on').notNull(),
    repairedAt: at('repaired_at'),
    repairedBy: uuid('repaired_by'),
    repairNote: text('repair_note'),
    /** Whether it was put right by its day; kept, so that a changed calendar moves no record. */
    inTime: boolean('in_time'),
    /** The day on which somebody is to be told next, and how far up it has gone with either day: nobody, its holder, their manager. */
    warnOn: on('warn_on'),
    contactWarned: integer('contact_warned').notNull().default(0),
    warned: integer('warned').notNull().default(0),
    secondGrade: integer('second_grade'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('request_repairs_round').on(table.centerId, table.requestId, table.round),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.ownerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.contactedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.repairedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    index('request_repairs_open').on(table.centerId, table.repairedAt, table.dueOn, table.id),
    index('request_repairs_opened').on(table.centerId, table.openedAt, table.id),
    index('request_repairs_warn').on(table.centerId, table.warnOn, table.id).where(sql`warn_on is not null`),
    check('request_repairs_days', sql`${table.days} = 5 or (${table.days} = 15 and ${table.longReason} is not null)`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);
