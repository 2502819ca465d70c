import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { centerId, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, mentoredCompany, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

/** 知识产权: what a company owns or has applied for. */
export const ipRights = pgTable(
  'ip_rights',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: uuid('company_id').notNull(),
    /** One of ipKinds in lib/companies/inputs/ip. */
    kind: text('kind').notNull(),
    /** As its kind writes it, without spaces: 202110123456.7, 2021SR1234567. Null where none was given yet. */
    number: text('number'),
    title: text('title').notNull(),
    filedOn: on('filed_on'),
    grantedOn: on('granted_on'),
    acquired: text('acquired', { enum: ['own', 'transferred', 'donated', 'merged'] }).notNull().default('own'),
    /** 权属人 as the certificate prints it; empty where it is the company alone. */
    owner: text('owner').notNull().default(''),
    /** The last day of protection, computed by kind; null where the law knows none or a date is missing. */
    expiresOn: on('expires_on'),
    /** 失效: refused, lapsed or given up. */
    endedOn: on('ended_on'),
    pledged: boolean('pledged').notNull().default(false),
    /** Used before for a 高企 application: a class II right counts there only once. */
    usedBefore: boolean('used_before').notNull().default(false),
    note: text('note').notNull().default(''),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    // Several owners may each hold the same right; one company holds it once.
    uniqueIndex('ip_rights_number').on(table.centerId, table.companyId, table.number).where(sql`number is not null`),
    index('ip_rights_company').on(table.centerId, table.companyId, table.id),
    index('ip_rights_granted').on(table.centerId, table.grantedOn.desc().nullsLast(), table.id.desc()),
    index('ip_rights_filed').on(table.centerId, table.filedOn.desc().nullsLast(), table.id.desc()),
    index('ip_rights_expires').on(table.centerId, table.expiresOn.asc().nullsLast(), table.id),
    index('ip_rights_kind').on(table.centerId, table.kind, table.id),
    index('ip_rights_by_number').on(table.centerId, table.number),
    ...centered({ read: { ...businessRead, company: ownCompany, mentor: mentoredCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);
