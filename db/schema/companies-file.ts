import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered, ownCompany } from './_policies';
import { centers } from './centers';
import { companies } from './companies';

const ofCompany = () => uuid('company_id').notNull();
const bothRead = { ...businessRead, company: ownCompany };
const bothWrite = { ...businessWrite, company: ownCompany };

/** 曾用名: what a company was called until a day, from which the next name holds. Renaming writes one. */
export const companyNames = pgTable(
  'company_names',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    name: text('name').notNull(),
    untilOn: on('until_on').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_names_company').on(table.centerId, table.companyId, table.untilOn),
    ...centered({ read: bothRead, write: businessWrite }),
  ],
);

/** Accounts money is paid to. The number is shown masked; reading it in full leaves an entry. */
export const companyBankAccounts = pgTable(
  'company_bank_accounts',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    holder: text('holder').notNull(),
    bank: text('bank').notNull(),
    number: text('number').notNull(),
    /** 联行号, twelve digits. */
    branchCode: text('branch_code'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_bank_accounts_company').on(table.centerId, table.companyId, table.id),
    check('company_bank_accounts_number', sql`${table.number} ~ '^[0-9]{8,30}$'`),
    ...centered({ read: bothRead, write: bothWrite }),
  ],
);

/** Founders and those the company stands on. */
export const companyPeople = pgTable(
  'company_people',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    name: text('name').notNull(),
    title: text('title').notNull().default(''),
    degree: text('degree', { enum: ['doctor', 'master', 'bachelor', 'college', 'other'] }),
    founder: boolean('founder').notNull().default(false),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_people_company').on(table.centerId, table.companyId, table.id),
    ...centered({ read: bothRead, write: bothWrite }),
  ],
);

export const companyProducts = pgTable(
  'company_products',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    name: text('name').notNull(),
    summary: text('summary').notNull().default(''),
    /** 高新技术产品(服务), as the company itself counts it. */
    highTech: boolean('high_tech').notNull().default(false),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_products_company').on(table.centerId, table.companyId, table.id),
    ...centered({ read: bothRead, write: bothWrite }),
  ],
);

/** What staff write down about a company for each other. */
export const companyNotes = pgTable(
  'company_notes',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    body: text('body').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_notes_company').on(table.centerId, table.companyId, table.id),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);

/** Companies that belong together; the other one may be one of ours or only a name. */
export const companyRelations = pgTable(
  'company_relations',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    /** What the other company is to this one. */
    kind: text('kind', { enum: ['parent', 'subsidiary', 'spun_off_from', 'spin_off', 'merged_into', 'took_over'] }).notNull(),
    otherId: uuid('other_id'),
    otherName: text('other_name').notNull(),
    sinceOn: on('since_on'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.otherId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_relations_company').on(table.centerId, table.companyId, table.id),
    index('company_relations_other').on(table.centerId, table.otherId),
    check('company_relations_kind', sql`${table.kind} in ('parent', 'subsidiary', 'spun_off_from', 'spin_off', 'merged_into', 'took_over')`),
    check('company_relations_self', sql`${table.otherId} is null or ${table.otherId} <> ${table.companyId}`),
    ...centered({ read: bothRead, write: businessWrite }),
  ],
);

/** What a company says of itself that staff must look at before the register says so. */
export const companyProposals = pgTable(
  'company_proposals',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: ofCompany(),
    /** The register's fields by key, as they stood and as they should be. Amounts as digits of fen. */
    changes: jsonb('changes').$type<Record<string, { from: ProposedValue; to: ProposedValue }>>().notNull(),
    word: text('word').notNull().default(''),
    state: text('state', { enum: ['open', 'accepted', 'refused', 'withdrawn'] }).notNull(),
    reason: text('reason').notNull().default(''),
    decidedAt: at('decided_at'),
    decidedBy: uuid('decided_by'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_proposals_company').on(table.centerId, table.companyId, table.id),
    index('company_proposals_state').on(table.centerId, table.state, table.id),
    check('company_proposals_state', sql`${table.state} in ('open', 'accepted', 'refused', 'withdrawn')`),
    ...centered({ read: bothRead, write: bothWrite }),
  ],
);

export type ProposedValue = string | null | readonly string[];
