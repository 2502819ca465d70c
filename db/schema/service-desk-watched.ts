import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { memberships } from './people';
import { requests } from './service-desk';

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
