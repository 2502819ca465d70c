import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers, departments } from './centers';
import { companies } from './companies';
import { memberships } from './people';

/** A company answers what a lane asked of it, and taking its request back ends every lane: both write its own rows. */
const both = { read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } };

/** One passage of a subject through its stages. A subject that is taken up again goes through a new one. */
export const approvalRounds = pgTable(
  'approval_rounds',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    companyId: uuid('company_id'),
    state: text('state', { enum: ['open', 'agreed', 'disagreed', 'cancelled'] }).notNull(),
    /** The day after which days are counted. */
    fromOn: on('from_on').notNull(),
    openedAt: at('opened_at').notNull(),
    closedAt: at('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    uniqueIndex('approval_rounds_open').on(table.centerId, table.subjectType, table.subjectId).where(sql`state = 'open'`),
    index('approval_rounds_subject').on(table.centerId, table.subjectType, table.subjectId, table.id),
    check('approval_rounds_state', sql`${table.state} in ('open', 'agreed', 'disagreed', 'cancelled')`),
    ...centered(both),
  ],
);

/** Stages follow each other; the next begins when every lane of the one before has its opinion. */
export const approvalStages = pgTable(
  'approval_stages',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    roundId: uuid('round_id').notNull(),
    companyId: uuid('company_id'),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull().default(''),
    startedOn: on('started_on'),
    endedAt: at('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('approval_stages_position').on(table.centerId, table.roundId, table.position),
    foreignKey({ columns: [table.centerId, table.roundId], foreignColumns: [approvalRounds.centerId, approvalRounds.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    ...centered(both),
  ],
);

/** The part of one department or role. Lanes of a stage run side by side, each against its own days. */
export const approvalLanes = pgTable(
  'approval_lanes',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    roundId: uuid('round_id').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    companyId: uuid('company_id'),
    stage: integer('stage').notNull(),
    position: integer('position').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull().default(''),
    /** `holder`: whoever holds the subject; they may give it together with the result. */
    party: text('party', { enum: ['holder', 'department', 'role'] }).notNull(),
    departmentId: uuid('department_id'),
    role: text('role'),
    /** In a department: anybody of it, or only who leads it. */
    decides: text('decides', { enum: ['anyone', 'manager'] }).notNull().default('anyone'),
    days: integer('days').notNull(),
    checklist: jsonb('checklist').$type<{ text: string; textEn: string }[]>().notNull().default([]),
    state: text('state', { enum: ['waiting', 'open', 'stopped', 'agreed', 'disagreed', 'cancelled'] }).notNull(),
    ownerId: uuid('owner_id'),
    firstOwnerId: uuid('first_owner_id'),
    fromOn: on('from_on'),
    dueOn: on('due_on'),
    /** What it is ordered by; the earliest possible day where the real one can't be known. Null while nothing runs. */
    nextDueOn: on('next_due_on'),
    /** The day on which somebody is to be told next, and how far up it has gone: nobody, owner, manager, director. */
    warnOn: on('warn_on'),
    warned: integer('warned').notNull().default(0),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by'),
    /** Working days it took, stops taken off; kept, so that a changed calendar moves no record. */
    usedDays: integer('used_days'),
    stoppedDays: integer('stopped_days'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('approval_lanes_place').on(table.centerId, table.roundId, table.stage, table.position),
    foreignKey({ columns: [table.centerId, table.roundId], foreignColumns: [approvalRounds.centerId, approvalRounds.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.departmentId], foreignColumns: [departments.centerId, departments.id] }),
    foreignKey({ columns: [table.centerId, table.ownerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.firstOwnerId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.decidedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    index('approval_lanes_subject').on(table.centerId, table.subjectType, table.subjectId, table.id),
    index('approval_lanes_due').on(table.centerId, table.state, table.nextDueOn, table.id, table.companyId),
    index('approval_lanes_department').on(table.centerId, table.departmentId, table.state, table.nextDueOn, table.id, table.companyId),
    index('approval_lanes_owner').on(table.centerId, table.ownerId, table.state, table.nextDueOn, table.id, table.companyId),
    index('approval_lanes_warn').on(table.centerId, table.warnOn, table.id).where(sql`warn_on is not null`),
    // Boards count from these alone, without a look at the rows.
    index('approval_lanes_running').on(table.centerId, table.subjectType, table.state, table.name, table.nameEn, table.dueOn, table.days, table.companyId).where(sql`state in ('open', 'stopped')`),
    index('approval_lanes_decided').on(table.centerId, table.decidedAt, table.id, table.companyId, table.subjectType, table.name, table.nameEn, table.usedDays, table.stoppedDays),
    check('approval_lanes_state', sql`${table.state} in ('waiting', 'open', 'stopped', 'agreed', 'disagreed', 'cancelled')`),
    check('approval_lanes_party', sql`(${table.party} = 'department') = (${table.departmentId} is not null) and (${table.party} = 'role') = (${table.role} is not null)`),
    check('approval_lanes_days', sql`${table.days} between 1 and 250`),
    ...centered(both),
  ],
);

/** What was said in a lane. It stays as it was given. */
export const approvalOpinions = pgTable(
  'approval_opinions',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    laneId: uuid('lane_id').notNull(),
    companyId: uuid('company_id'),
    kind: text('kind', { enum: ['agree', 'disagree', 'return'] }).notNull(),
    body: text('body').notNull().default(''),
    ticked: jsonb('ticked').$type<string[]>().notNull().default([]),
    membershipId: uuid('membership_id').notNull(),
    /** For whom somebody stood in. */
    insteadOf: uuid('instead_of'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.laneId], foreignColumns: [approvalLanes.centerId, approvalLanes.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.insteadOf], foreignColumns: [memberships.centerId, memberships.id] }),
    index('approval_opinions_lane').on(table.centerId, table.laneId, table.id),
    check('approval_opinions_kind', sql`${table.kind} in ('agree', 'disagree', 'return')`),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);

/** Days that aren't the lane's: it waits for the company, for a named review outside, or stands still for a reason. */
export const approvalStops = pgTable(
  'approval_stops',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    laneId: uuid('lane_id').notNull(),
    companyId: uuid('company_id'),
    kind: text('kind', { enum: ['company', 'outside', 'pause'] }).notNull(),
    /** Who reviews outside. */
    party: text('party').notNull().default(''),
    reason: text('reason').notNull().default(''),
    fromOn: on('from_on').notNull(),
    toOn: on('to_on'),
    startedBy: uuid('started_by'),
    endedBy: uuid('ended_by'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.laneId], foreignColumns: [approvalLanes.centerId, approvalLanes.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('approval_stops_lane').on(table.centerId, table.laneId, table.id),
    uniqueIndex('approval_stops_open').on(table.centerId, table.laneId).where(sql`to_on is null`),
    check('approval_stops_kind', sql`${table.kind} in ('company', 'outside', 'pause')`),
    check('approval_stops_said', sql`(${table.kind} <> 'outside' or ${table.party} <> '') and (${table.kind} <> 'pause' or ${table.reason} <> '')`),
    check('approval_stops_order', sql`${table.toOn} is null or ${table.toOn} >= ${table.fromOn}`),
    ...centered(both),
  ],
);

/** Somebody is away, and who gives their opinions meanwhile. */
export const approvalAbsences = pgTable(
  'approval_absences',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    membershipId: uuid('membership_id').notNull(),
    standInId: uuid('stand_in_id').notNull(),
    fromOn: on('from_on').notNull(),
    untilOn: on('until_on').notNull(),
    /** Came back earlier, or it was entered by mistake. */
    cancelled: boolean('cancelled').notNull().default(false),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.standInId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('approval_absences_stand_in').on(table.centerId, table.standInId, table.untilOn),
    index('approval_absences_member').on(table.centerId, table.membershipId, table.untilOn),
    check('approval_absences_order', sql`${table.untilOn} >= ${table.fromOn} and ${table.standInId} <> ${table.membershipId}`),
    ...centered({ read: { ...businessRead, administrator: true }, write: businessWrite }),
  ],
);
