import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

/** A numbered paper: its content is frozen at issue, hashed, and open to verification by anybody who holds it. */
export const documents = pgTable(
  'documents',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    kind: text('kind').notNull(),
    number: text('number').notNull(),
    title: text('title').notNull(),
    companyId: uuid('company_id'),
    /** The party the paper speaks of, in full; the public page masks it. */
    party: text('party').notNull(),
    issuedOn: on('issued_on').notNull(),
    /** Paragraphs and tables as printed, in a fixed order of keys. */
    content: jsonb('content').notNull(),
    contentHash: text('content_hash').notNull(),
    /** 128 bits, in the QR code. */
    code: text('code').notNull().unique(),
    /** Typed by hand together with the number. */
    checkCode: text('check_code').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    revision: integer('revision').notNull().default(1),
    supersededBy: uuid('superseded_by'),
    /** Since when what it says is being decided anew; it is superseded once that has its own paper. */
    setAsideAt: at('set_aside_at'),
    revokedAt: at('revoked_at'),
    /** The scan stamped with the real seal. */
    scanFileId: uuid('scan_file_id'),
    scanSha256: text('scan_sha256'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('documents_number').on(table.centerId, table.number),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.supersededBy], foreignColumns: [table.centerId, table.id] }),
    index('documents_subject').on(table.centerId, table.subjectType, table.subjectId),
    index('documents_company').on(table.centerId, table.companyId, table.id),
    ...centered({
      read: { ...businessRead, company: ownCompany, mentor: sql`kind = 'visit' and company_id in (select app_mentored_companies())` },
      write: { ...businessWrite, company: sql`company_id = app_company() and kind = 'visit'` },
    }),
  ],
);

/** Numbers people read, per center, kind and year: FW-2022-000123. */
export const counters = pgTable(
  'counters',
  {
    centerId: centerId().references(() => centers.id),
    kind: text('kind').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.kind, table.year] }),
    ...centered({
      read: { staff: true, company: true, mentor: true, job: true, administrator: true, applicant: true },
      write: { staff: true, company: true, mentor: true, job: true, administrator: true, applicant: true },
    }),
  ],
);
