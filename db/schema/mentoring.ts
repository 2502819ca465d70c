import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, mentoredCompany, ownCompany, ownMembership } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { memberships } from './people';

/** 创业导师's appointment (聘期): field and dates. */
export const mentorAppointments = pgTable(
  'mentor_appointments',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    membershipId: uuid('membership_id').notNull(),
    field: text('field', { enum: ['finance', 'technology', 'accounting', 'management', 'law', 'market'] }).notNull(),
    organisation: text('organisation').notNull().default(''),
    appointedOn: on('appointed_on').notNull(),
    endedOn: on('ended_on'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('mentor_appointments_membership').on(table.centerId, table.membershipId),
    index('mentor_appointments_day').on(table.centerId, table.appointedOn),
    ...centered({ read: { ...businessRead, company: true, mentor: ownMembership }, write: businessWrite }),
  ],
);

/**
 * A mentor's visit (辅导记录): when, where, about what, with which advice. The company confirms it or says what is wrong.
 * The id is made where the visit is written down, so that sending it a second time finds it here already.
 */
export const visits = pgTable(
  'visits',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    number: text('number').notNull(),
    companyId: uuid('company_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    visitedAt: at('visited_at').notNull(),
    minutes: integer('minutes').notNull(),
    placeKind: text('place_kind', { enum: ['company', 'center', 'online', 'elsewhere'] }).notNull(),
    /** The room or address, where somebody wrote it down. */
    place: text('place').notNull().default(''),
    topics: text('topics').array().notNull(),
    advice: text('advice').notNull(),
    state: text('state', { enum: ['recorded', 'confirmed', 'disputed', 'withdrawn'] }).notNull(),
    /** Who confirmed, disputed or withdrew it as it stands now; null again once the mentor corrected it. */
    decidedBy: uuid('decided_by'),
    decidedAt: at('decided_at'),
    /** What the company said is wrong; stays beside the correction. */
    remark: text('remark'),
    /** Why it was written down by mistake; the row stays, struck, and counts nowhere. */
    withdrawnReason: text('withdrawn_reason'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('visits_number').on(table.centerId, table.number),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.decidedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    index('visits_company').on(table.centerId, table.companyId, table.visitedAt, table.id),
    index('visits_membership').on(table.centerId, table.membershipId, table.visitedAt, table.id),
    index('visits_state').on(table.centerId, table.state, table.visitedAt, table.id),
    index('visits_time').on(table.centerId, table.visitedAt, table.id),
    check('visits_minutes', sql`${table.minutes} between 1 and 1440`),
    check('visits_state', sql`${table.state} in ('recorded', 'confirmed', 'disputed', 'withdrawn')`),
    check('visits_withdrawn', sql`(${table.state} = 'withdrawn') = (${table.withdrawnReason} is not null)`),
    check('visits_place', sql`${table.placeKind} in ('company', 'center', 'online', 'elsewhere')`),
    check('visits_decided', sql`(${table.state} = 'recorded') = (${table.decidedAt} is null)`),
    ...centered({
      read: { ...businessRead, company: ownCompany, mentor: mentoredCompany },
      write: { ...businessWrite, company: ownCompany, mentor: sql`membership_id = app_membership() and company_id in (select app_mentored_companies())` },
    }),
  ],
);
