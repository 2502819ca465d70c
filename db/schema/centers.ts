import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, id, on } from './_columns';
import { centered, global } from './_policies';

/** Global: every center of the installation. Business rows point here through center_id. */
export const centers = pgTable(
  'centers',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    shortName: text('short_name').notNull(),
    address: text('address'),
    phone: text('phone'),
    closedAt: at('closed_at'),
    ...edited,
  },
  () =>
    global({
      read: sql`true`,
      write: sql`app_scope() = 'operator' or (id = app_center() and (app_scope() = 'administrator' or app_role() = 'director'))`,
    }),
);

export const centerSettings = pgTable(
  'center_settings',
  {
    centerId: centerId().primaryKey().references(() => centers.id),
    /** Roles that must sign in with a second factor. */
    secondFactorRoles: text('second_factor_roles').array().notNull().default(sql`'{director,finance,administrator}'`),
    staffIdleMinutes: integer('staff_idle_minutes').notNull().default(30),
    /** The demo center prints its logins and never leaves a local origin. */
    isDemo: boolean('is_demo').notNull().default(false),
    options: jsonb('options').notNull().default({}),
    /** Another one after each change of what pages offer for choice; see `keptOffer`. The database writes it. */
    offerStamp: text('offer_stamp').notNull().default(''),
    ...edited,
  },
  () =>
    centered({
      read: { staff: true, administrator: true, auditor: true, company: true, mentor: true, operator: true, public: true, job: true, person: true },
      write: { administrator: true, operator: true, staff: sql`app_role() = 'director'` },
    }),
);

export const departments = pgTable(
  'departments',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull().default(''),
    position: integer('position').notNull().default(0),
    closedAt: at('closed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('departments_name').on(table.centerId, table.name),
    ...centered({
      read: { staff: true, administrator: true, auditor: true, company: true, mentor: true, operator: true, job: true },
      write: { administrator: true, operator: true, staff: sql`app_role() = 'director'` },
    }),
  ],
);

/** 常用答复: what the desk answers again and again, written once. */
export const answerTemplates = pgTable(
  'answer_templates',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    removedAt: at('removed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('answer_templates_title').on(table.centerId, table.title, table.id),
    ...centered({ read: { staff: true, auditor: true, job: true }, write: { staff: true } }),
  ],
);

const entersYears = "(app_scope() = 'administrator' or app_role() in ('director', 'manager'))";

/**
 * Global: a year of the state council's 放假安排. A year without a row is unknown, never guessed. Every center counts by it,
 * so a center may enter a year that is missing and correct its own until that year begins; the rest is the operator's.
 */
export const calendarYears = pgTable(
  'calendar_years',
  {
    year: integer('year').primaryKey(),
    document: text('document').notNull(),
    /** The center that entered it; null for what came with the product or from the operator. */
    byCenter: uuid('by_center').references(() => centers.id),
    ...created,
  },
  (table) => [
    check('calendar_years_range', sql`${table.year} between 1990 and 2100`),
    ...global({
      read: sql`true`,
      insert: sql.raw(`app_scope() = 'operator' or (by_center = app_center() and ${entersYears})`),
      write: sql.raw(`app_scope() = 'operator' or (by_center = app_center() and ${entersYears} and year > extract(year from app_today()))`),
    }),
  ],
);

const ofOwnYear = 'exists (select from calendar_years y where y.year = calendar_days.year and y.by_center = app_center())';

/** Global: days that differ from the plain week. `off` is a holiday, `work` a 调休 working day. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    day: on('day').primaryKey(),
    year: integer('year').notNull().references(() => calendarYears.year),
    kind: text('kind', { enum: ['off', 'work'] }).notNull(),
    name: text('name').notNull().default(''),
  },
  (table) => [
    index('calendar_days_year').on(table.year),
    check('calendar_days_kind', sql`${table.kind} in ('off', 'work')`),
    ...global({
      read: sql`true`,
      insert: sql.raw(`app_scope() = 'operator' or (${entersYears} and ${ofOwnYear})`),
      write: sql.raw(`app_scope() = 'operator' or (${entersYears} and ${ofOwnYear} and year > extract(year from app_today()))`),
    }),
  ],
);
