import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

/**
 * 年度数据: what was stated about a company's year, each value with who said it and who vouches for it. Rows stay: a newer
 * statement supersedes the older. At most one of a value is verified and one waits, by the indexes below.
 */
export const companyFacts = pgTable(
  'company_facts',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: uuid('company_id').notNull(),
    year: integer('year').notNull(),
    /** One of factKeys in lib/companies/inputs/facts. */
    key: text('key').notNull(),
    /** Fen where the key is money, a head count otherwise. */
    value: bigint('value', { mode: 'bigint' }).notNull(),
    source: text('source', { enum: ['company', 'staff', 'import', 'collection'] }).notNull(),
    state: text('state', { enum: ['proposed', 'verified', 'disputed', 'superseded'] }).notNull(),
    /** Why it jumped, or where it is from. */
    word: text('word').notNull().default(''),
    /** Why it was disputed. */
    reason: text('reason').notNull().default(''),
    /** Who verified, disputed or superseded it, and when. */
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by'),
    verifiedAt: at('verified_at'),
    verifiedBy: uuid('verified_by'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    uniqueIndex('company_facts_verified').on(table.centerId, table.companyId, table.year, table.key).where(sql`state = 'verified'`),
    uniqueIndex('company_facts_proposed').on(table.centerId, table.companyId, table.year, table.key).where(sql`state = 'proposed'`),
    index('company_facts_company').on(table.centerId, table.companyId, table.year, table.key, table.id),
    index('company_facts_year').on(table.centerId, table.key, table.year, table.state),
    index('company_facts_waiting').on(table.centerId, table.state, table.year, table.companyId),
    check('company_facts_year', sql`${table.year} between 1950 and 2100`),
    check('company_facts_state', sql`${table.state} in ('proposed', 'verified', 'disputed', 'superseded')`),
    check('company_facts_source', sql`${table.source} in ('company', 'staff', 'import', 'collection')`),
    ...centered({ read: { ...businessRead, company: ownCompany }, write: { ...businessWrite, company: ownCompany } }),
  ],
);
