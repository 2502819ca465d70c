import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { memberRoles } from '@/lib/kernel/actor';
import { at, centerId, created, edited, id } from './_columns';
import { centered, global, ownMembership, ownPerson, peopleRead } from './_policies';
import { centers, departments } from './centers';
import { companies } from './companies';

const knownInCenter = sql`id = app_person() or app_scope() = 'operator'
  or (app_scope() in ('staff', 'administrator', 'auditor', 'job')
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center()))
  or (app_scope() = 'company'
      and exists (select from memberships m where m.person_id = persons.id and m.center_id = app_center() and m.company_id = app_company()))`;

/** Global: one human being, however many centers and companies they act for. */
export const persons = pgTable(
  'persons',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    phone: text('phone').unique(),
    email: text('email').unique(),
    locale: text('locale').notNull().default('zh-CN'),
    theme: text('theme').notNull().default('system'),
    shortcuts: boolean('shortcuts').notNull().default(true),
    ...edited,
  },
  // Phone and e-mail are what one signs in with: others look them up, and only the person behind them changes them.
  () => global({ read: knownInCenter, write: sql`id = app_person()` }),
);

/** Global: how a person proves who they are. Reached by others only through SECURITY DEFINER functions. */
export const credentials = pgTable(
  'credentials',
  {
    personId: uuid('person_id').primaryKey().references(() => persons.id),
    passwordHash: text('password_hash'),
    passwordChangedAt: at('password_changed_at'),
    mustChangePassword: boolean('must_change_password').notNull().default(false),
    /** Encrypted; set once enrolment is confirmed by a first code. */
    totpSecret: text('totp_secret'),
    totpConfirmedAt: at('totp_confirmed_at'),
    /** The last time step used, so that a code can't be replayed. */
    totpLastStep: integer('totp_last_step'),
    /** When the recovery codes were made; they are derived from it, so that only their hashes lie here. */
    recoverySetAt: at('recovery_set_at'),
  },
  () => global({ read: ownPerson, write: ownPerson }),
);

export const passwordHistory = pgTable(
  'password_history',
  {
    personId: uuid('person_id').notNull().references(() => persons.id),
    setAt: at('set_at').notNull(),
    passwordHash: text('password_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.setAt] }), ...global({ read: ownPerson, write: ownPerson })],
);

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    personId: uuid('person_id').notNull().references(() => persons.id),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] }), ...global({ read: ownPerson, write: ownPerson })],
);

/** Devices from which a person signed in before: a lock doesn't shut these out. */
export const knownDevices = pgTable(
  'known_devices',
  {
    personId: uuid('person_id').notNull().references(() => persons.id),
    deviceHash: text('device_hash').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.deviceHash] }), ...global({ read: ownPerson, write: ownPerson })],
);

// Whoever looks after people may end their sessions, and an update has to see what it ends.
const ownOrLookedAfter = sql`person_id = app_person() or (app_scope() in ('administrator', 'operator')
  and exists (select from persons p where p.id = sessions.person_id))`;

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull().references(() => persons.id),
    /** The membership the person acts through now; null while choosing, and for operators. */
    membershipId: uuid('membership_id'),
    centerId: uuid('acting_center_id').references(() => centers.id),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    secondFactorAt: at('second_factor_at'),
    endedAt: at('ended_at'),
    endedBy: text('ended_by'),
    device: text('device').notNull().default(''),
    address: text('address'),
  },
  (table) => [
    index('sessions_person').on(table.personId, table.createdAt),
    ...global({ read: ownOrLookedAfter, write: ownOrLookedAfter }),
  ],
);

/** Global: a link that works once (password reset, changed phone, lost second factor). Only its hash is kept. */
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    purpose: text('purpose', { enum: ['reset_password', 'change_phone', 'reset_second_factor'] }).notNull(),
    personId: uuid('person_id').notNull().references(() => persons.id),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    ...created,
  },
  () =>
    global({
      // Whoever made a link may show it again.
      read: sql`person_id = app_person() or created_by = coalesce(app_membership(), app_person())`,
      write: sql`person_id = app_person() or exists (select from persons p where p.id = one_time_links.person_id)`,
    }),
);

/** Global: tries used up per key. Written only through limit_take and limit_clear, outside the request's transaction. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    used: integer('used').notNull(),
    resetsAt: at('resets_at').notNull(),
  },
  (table) => [index('rate_limits_over').on(table.resetsAt), ...global({ read: sql`false`, write: sql`false` })],
);

/** Global: people who run the platform. */
export const operators = pgTable(
  'operators',
  {
    personId: uuid('person_id').primaryKey().references(() => persons.id),
    endedAt: at('ended_at'),
    ...created,
  },
  () => global({ read: sql`app_scope() = 'operator' or person_id = app_person()`, write: sql`app_scope() = 'operator'` }),
);

/**
 * Global: what operators did to their own sign-in. They act in no center, so no center's trail can hold it; what they do
 * to a center stands in that center's. Appended in the transaction of the act, never changed.
 */
export const operatorEntries = pgTable(
  'operator_entries',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id').notNull().references(() => operators.personId),
    occurredAt: at('occurred_at').notNull(),
    name: text('name').notNull(),
    actorName: text('actor_name').notNull(),
    address: text('address'),
    requestId: text('request_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index('operator_entries_time').on(table.occurredAt, table.id),
    ...global({ read: sql`app_scope() = 'operator'`, write: sql`person_id = app_person()` }),
  ],
);

/** A person in a role: at a desk, for a company, or as a mentor. Ended, never deleted. */
export const memberships = pgTable(
  'memberships',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    personId: uuid('person_id').notNull().references(() => persons.id),
    role: text('role', { enum: memberRoles }).notNull(),
    /** The name people of this center know the person by; the pages show this one. */
    name: text('name').notNull(),
    title: text('title').notNull().default(''),
    departmentId: uuid('department_id'),
    companyId: uuid('company_id'),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    endedBy: uuid('ended_by'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.departmentId], foreignColumns: [departments.centerId, departments.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('memberships_person').on(table.personId),
    index('memberships_role').on(table.centerId, table.role, table.id),
    index('memberships_company').on(table.centerId, table.companyId),
    uniqueIndex('memberships_one_open')
      .on(table.centerId, table.personId, table.role, sql`coalesce(company_id, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`ended_at is null`),
    check('memberships_belongs', sql`(${table.role} in ('company_owner', 'company_member')) = (${table.companyId} is not null)`),
    ...centered({
      read: {
        ...peopleRead,
        person: ownPerson,
        // A company sees the center's people and its own colleagues, a mentor the center's people and other mentors.
        company: sql`company_id is null or company_id = app_company()`,
        mentor: sql`company_id is null or company_id in (select app_mentored_companies())`,
      },
      write: { staff: true, administrator: true, operator: true, person: ownPerson, company: sql`company_id = app_company() and app_role() = 'company_owner'` },
    }),
  ],
);

/** Somebody who applies for admission to one center, with the consent they gave. Ends when they come in, or go. */
export const applicants = pgTable(
  'applicants',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    personId: uuid('person_id').notNull().references(() => persons.id),
    name: text('name').notNull(),
    consentedAt: at('consented_at').notNull(),
    /** Which text was agreed to. */
    consentVersion: text('consent_version').notNull(),
    endedAt: at('ended_at'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('applicants_person').on(table.personId),
    uniqueIndex('applicants_one_open').on(table.centerId, table.personId).where(sql`ended_at is null`),
    ...centered({ read: { ...peopleRead, person: ownPerson, applicant: ownPerson }, write: { staff: true, person: ownPerson } }),
  ],
);

/** One-time, seven days. Accepting makes a membership; only the token's hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    role: text('role', { enum: memberRoles }).notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    email: text('email'),
    departmentId: uuid('department_id'),
    companyId: uuid('company_id'),
    tokenHash: text('token_hash').notNull().unique(),
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    acceptedMembershipId: uuid('accepted_membership_id'),
    revokedAt: at('revoked_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.departmentId], foreignColumns: [departments.centerId, departments.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.acceptedMembershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('invitations_company').on(table.centerId, table.companyId),
    ...centered({
      read: { ...peopleRead, company: sql`company_id = app_company()` },
      write: { staff: true, administrator: true, operator: true, company: sql`company_id = app_company() and app_role() = 'company_owner'` },
    }),
  ],
);

/** A saved view of a list: its own or, when shared, everybody's at the desk. */
export const savedViews = pgTable(
  'saved_views',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    membershipId: uuid('membership_id').notNull(),
    page: text('page').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    uniqueIndex('saved_views_name').on(table.centerId, table.membershipId, table.page, table.name),
    ...centered({
      read: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership },
      write: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership },
    }),
  ],
);

/** When a member last looked at a page: "what changed since". */
export const looks = pgTable(
  'looks',
  {
    centerId: centerId().references(() => centers.id),
    membershipId: uuid('membership_id').notNull(),
    page: text('page').notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.membershipId, table.page] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    ...centered({
      read: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership, company: ownMembership, mentor: ownMembership },
      write: { staff: ownMembership, administrator: ownMembership, auditor: ownMembership, company: ownMembership, mentor: ownMembership },
    }),
  ],
);
