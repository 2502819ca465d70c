import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, fen, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany, ownPerson } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { memberships, persons } from './people';

/** 入孵条件: which conditions hold from a day on. A decision keeps the version it was made under. */
export const admissionRuleVersions = pgTable(
  'admission_rule_versions',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    name: text('name').notNull(),
    /** The paper behind it, with its number. */
    source: text('source').notNull().default(''),
    effectiveFrom: on('effective_from').notNull(),
    conditions: jsonb('conditions').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('admission_rule_versions_day').on(table.centerId, table.effectiveFrom),
    ...centered({ read: { ...businessRead, administrator: true, public: true, applicant: true, company: true, person: true }, write: { ...businessWrite, administrator: true, operator: true } }),
  ],
);

/** 评审表: the criteria reviewers give points for, from a day on. */
export const rubricVersions = pgTable(
  'rubric_versions',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    name: text('name').notNull(),
    effectiveFrom: on('effective_from').notNull(),
    criteria: jsonb('criteria').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('rubric_versions_day').on(table.centerId, table.effectiveFrom),
    ...centered({ read: { ...businessRead, administrator: true }, write: { ...businessWrite, administrator: true, operator: true } }),
  ],
);

/** 入孵申请: filed by an applicant, or by the desk for one. */
export const applications = pgTable(
  'applications',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    number: text('number'),
    state: text('state', { enum: ['draft', 'submitted', 'returned', 'under_review', 'waiting', 'admitted', 'refused', 'withdrawn'] }).notNull(),
    /** The applicant; null where the desk filed. */
    personId: uuid('person_id').references(() => persons.id),
    /** From the review on. */
    companyId: uuid('company_id'),
    name: text('name').notNull().default(''),
    creditCode: text('credit_code'),
    contactName: text('contact_name').notNull().default(''),
    contactPhone: text('contact_phone'),
    contactEmail: text('contact_email'),
    /** What is asked of every applicant; see AdmissionFacts. */
    facts: jsonb('facts').notNull().default({}),
    submittedAt: at('submitted_at'),
    /** Why it went back, was refused or waits. */
    said: text('said').notNull().default(''),
    waitingSince: at('waiting_since'),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by'),
    ruleVersionId: uuid('rule_version_id'),
    /** What each condition said when it was decided, with the figures it was decided on. */
    verdict: jsonb('verdict'),
    conditionText: text('condition_text'),
    conditionDueOn: on('condition_due_on'),
    conditionMetOn: on('condition_met_on'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('applications_number').on(table.centerId, table.number),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.decidedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.ruleVersionId], foreignColumns: [admissionRuleVersions.centerId, admissionRuleVersions.id] }),
    index('applications_state').on(table.centerId, table.state, table.submittedAt, table.id),
    index('applications_person').on(table.centerId, table.personId, table.id),
    index('applications_company').on(table.centerId, table.companyId),
    index('applications_condition').on(table.centerId, table.conditionDueOn).where(sql`condition_due_on is not null and condition_met_on is null`),
    check('applications_state', sql`${table.state} in ('draft', 'submitted', 'returned', 'under_review', 'waiting', 'admitted', 'refused', 'withdrawn')`),
    ...centered({
      read: { ...businessRead, company: ownCompany, applicant: ownPerson },
      write: { ...businessWrite, applicant: sql`person_id = app_person() and state in ('draft', 'submitted', 'returned', 'withdrawn')` },
    }),
  ],
);

/** One reviewer's points and words on one application. */
export const applicationReviews = pgTable(
  'application_reviews',
  {
    centerId: centerId().references(() => centers.id),
    applicationId: uuid('application_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    rubricId: uuid('rubric_id').notNull(),
    /** Points by criterion. */
    scores: jsonb('scores').notNull(),
    total: integer('total').notNull(),
    words: text('words').notNull(),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.applicationId, table.membershipId] }),
    foreignKey({ columns: [table.centerId, table.applicationId], foreignColumns: [applications.centerId, applications.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.rubricId], foreignColumns: [rubricVersions.centerId, rubricVersions.id] }),
    ...centered({ read: businessRead, write: { job: true, staff: sql`membership_id = app_membership()` } }),
  ],
);

/** Evidence for graduation that staff entered: a certificate, money received, a listing. Its papers hang on it. */
export const graduationEvidence = pgTable(
  'graduation_evidence',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: uuid('company_id').notNull(),
    condition: text('condition', { enum: ['hnte', 'venture', 'revenue', 'capital'] }).notNull(),
    onDay: on('on_day'),
    year: integer('year'),
    amountFen: fen('amount_fen'),
    words: text('words').notNull(),
    withdrawnAt: at('withdrawn_at'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('graduation_evidence_company').on(table.centerId, table.companyId, table.createdAt),
    check('graduation_evidence_condition', sql`${table.condition} in ('hnte', 'venture', 'revenue', 'capital')`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: businessWrite }),
  ],
);
