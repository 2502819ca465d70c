import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id, } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { files } from './files';
import { memberships } from './people';
import { requests } from './service-desk';

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
