import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id } from './_columns';
import { centered, mentoredCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

/** Content, stored once per center. The bytes lie under DATA_DIR/files/<center>/<sha256>. */
export const fileContents = pgTable(
  'file_contents',
  {
    centerId: centerId().references(() => centers.id),
    sha256: text('sha256').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    type: text('type').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.sha256] }),
    ...centered({
      read: { staff: true, administrator: true, auditor: true, company: true, mentor: true, applicant: true, job: true },
      write: { staff: true, administrator: true, auditor: true, company: true, mentor: true, applicant: true, job: true },
    }),
  ],
);

/** A draft's files are its company's own until it is sent, as the draft is. */
const sentOnly = "(subject_type <> 'request' or exists (select from requests r where r.center_id = files.center_id and r.id = files.subject_id and r.state <> 'draft'))"
  + " and (subject_type <> 'request-material' or exists (select from request_materials m where m.center_id = files.center_id and m.id = files.subject_id))"
  + " and (subject_type <> 'notice-answer' or exists (select from notice_recipients a where a.center_id = files.center_id and a.id = files.subject_id and a.answered_at is not null))";
/** What somebody exported is theirs alone: it may hold more than the next reader is allowed to see. */
const ownExport = "(subject_type <> 'export' or created_by = app_membership())";

/** A file somebody gave, attached to a subject. `company_id` and the audience say who may fetch it. */
export const files = pgTable(
  'files',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    companyId: uuid('company_id'),
    /** The membership (or applicant) that gave it. */
    givenBy: uuid('given_by'),
    /** Who besides the center may fetch it: nobody, the company, or the company and its mentor. */
    audience: text('audience', { enum: ['center', 'company', 'mentor'] }).notNull(),
    removedAt: at('removed_at'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.sha256], foreignColumns: [fileContents.centerId, fileContents.sha256] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('files_subject').on(table.centerId, table.subjectType, table.subjectId, table.id),
    index('files_company').on(table.centerId, table.companyId, table.id),
    ...centered({
      read: {
        staff: sql.raw(`${ownExport} and ${sentOnly}`),
        auditor: sql.raw(`${ownExport} and ${sentOnly}`),
        job: true,
        administrator: sql`created_by = app_membership()`,
        // What hangs on a notice is no company's own: it is for every company that was told.
        company: sql`audience in ('company', 'mentor') and (company_id = app_company() or (company_id is null and subject_type = 'notice' and subject_id in (select app_told_notices())))`,
        // What a prospect gave with their own application.
        applicant: sql`subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person())`,
        mentor: sql`audience = 'mentor' and company_id in (select app_mentored_companies())`,
      },
      write: {
        staff: sql.raw(sentOnly),
        job: true,
        auditor: sql`subject_type = 'export' and created_by = app_membership()`,
        administrator: sql`created_by = app_membership()`,
        company: sql`audience in ('company', 'mentor') and company_id = app_company()`,
applicant: sql`subject_type = 'application' and exists (select from applications a where a.center_id = app_center() and a.id = subject_id and a.person_id = app_person() and a.state in ('draft', 'returned'))`,
        mentor: mentoredCompany,
      },
    }),
  ],
);
