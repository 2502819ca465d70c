import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { memberships } from './people';
import { requests } from './service-desk';

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
