import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, edited, fen, id, on } from './_columns';
import { businessRead, businessWrite, centered, mentoredCompany, ownCompany } from './_policies';
import { centers } from './centers';
import { memberships } from './people';

const known = { ...businessRead, company: ownCompany, mentor: mentoredCompany };

/** 载体: where a company sits on the chain 众创空间 → 孵化器 → 加速器 → 产业园. */
export const carriers = pgTable(
  'carriers',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    kind: text('kind', { enum: ['makerspace', 'incubator', 'accelerator', 'park'] }).notNull(),
    name: text('name').notNull(),
    campus: text('campus').notNull().default(''),
    closedOn: on('closed_on'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('carriers_name').on(table.centerId, table.name),
    ...centered({ read: { ...businessRead, company: true, mentor: true, public: true, administrator: true }, write: businessWrite }),
  ],
);

export const companies = pgTable(
  'companies',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull().default(''),
    /** 统一社会信用代码. Companies gone before 2015 have none; their old registration number stands beside. */
    creditCode: text('credit_code'),
    registrationNumber: text('registration_number'),
    legalRepresentative: text('legal_representative'),
    registeredCapitalFen: fen('registered_capital_fen'),
    establishedOn: on('established_on'),
    address: text('address'),
    industry: text('industry'),
    leadingIndustry: text('leading_industry', {
      enum: ['biomedicine', 'smart_manufacturing', 'new_materials', 'energy_saving', 'big_data', 'other'],
    }),
    paidInCapitalFen: fen('paid_in_capital_fen'),
    /** GB/T 4754-2017: 门类 A–T and 大类 01–97; the division implies the section. */
    industrySection: text('industry_section'),
    industryDivision: text('industry_division'),
    /** 国家重点支持的高新技术领域, one of eight. */
    techField: text('tech_field'),
    founderTraits: text('founder_traits').array().notNull().default(sql`'{}'`),
    taxpayerKind: text('taxpayer_kind', { enum: ['general', 'small'] }),
    /** 登记注册类型, by the codes of the statistical classification. */
    registrationType: text('registration_type'),
    carrierId: uuid('carrier_id'),
    room: text('room'),
    /** What the company occupies, in hundredths of a square metre, as the register states it. */
    area: integer('area'),
    /** What the road says today; kept by its trigger, refused from any other hand once a company was admitted. */
    state: text('state', { enum: ['prospect', 'incubating', 'graduated', 'exited', 'removed'] }).notNull(),
    admittedOn: on('admitted_on'),
    leftOn: on('left_on'),
    /** From here the months of incubation count; null where the day of admission is unknown or was only inferred. */
    termFrom: on('term_from'),
    extendedUntil: on('extended_until'),
    /** 技术领域 as far as it sets the length of incubation; empty means that the leading industry says it. */
    termField: text('term_field', { enum: ['general', 'biomedicine', 'modern_agriculture', 'integrated_circuits'] }),
    /** The last day of incubation: 48 months, 60 in three fields, or what it was extended to (国科发区〔2018〕300号). */
    dueOn: on('due_on').generatedAlwaysAs(sql`case when state = 'incubating' then coalesce(extended_until, (term_from + case when coalesce(term_field, leading_industry) in ('biomedicine', 'modern_agriculture', 'integrated_circuits') then interval '60 months' else interval '48 months' end)::date) end`),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    note: text('note'),
    /** Printed facts hang on real names only; everything else in the demo is invented and says so. */
    demo: boolean('demo').notNull().default(false),
    /** Initials of the name's pinyin; written with the name. */
    pinyin: text('pinyin').notNull().default(''),
    /** The syllables of the name apart by spaces ("lan zhou qing he"), without its 有限公司; written with the name. */
    sounds: text('sounds').notNull().default(''),
    /** Keys of the names it bore before, apart by |; kept by a trigger. */
    formerKey: text('former_key').notNull().default(''),
    /** By this two spellings of one name are found to be the same. */
    nameKey: text('name_key').notNull().generatedAlwaysAs(sql`company_key(name)`),
    /** What a search looks through beside former names: name, short name and initials. */
    searchKey: text('search_key').notNull().generatedAlwaysAs(sql`company_key(name) || '|' || company_key(short_name) || '|' || lower(pinyin)`),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.carrierId], foreignColumns: [carriers.centerId, carriers.id] }),
    uniqueIndex('companies_credit_code').on(table.centerId, table.creditCode).where(sql`credit_code is not null`),
    uniqueIndex('companies_name').on(table.centerId, table.name),
    index('companies_state').on(table.centerId, table.state, table.id),
    index('companies_name_key').on(table.centerId, table.nameKey),
    index('companies_code_prefix').on(table.centerId, table.creditCode.op('text_pattern_ops')),
    index('companies_pinyin').on(table.centerId, table.pinyin, table.id),
    // Lists show the newest first and companies without the date last, whichever way they are turned.
    index('companies_admitted').on(table.centerId, table.admittedOn.desc().nullsLast(), table.id.desc()),
    index('companies_established').on(table.centerId, table.establishedOn.desc().nullsLast(), table.id.desc()),
    index('companies_state_admitted').on(table.centerId, table.state, table.admittedOn.desc().nullsLast(), table.id.desc()),
    index('companies_state_updated').on(table.centerId, table.state, table.updatedAt, table.id),
    index('companies_leading').on(table.centerId, table.leadingIndustry, table.id),
    // A list narrowed by both is counted from the index alone.
    index('companies_state_leading').on(table.centerId, table.state, table.leadingIndustry, table.id),
    index('companies_carrier').on(table.centerId, table.carrierId, table.id),
    index('companies_due').on(table.centerId, table.dueOn, table.id),
    index('companies_updated').on(table.centerId, table.updatedAt, table.id),
    check('companies_state', sql`${table.state} in ('prospect', 'incubating', 'graduated', 'exited', 'removed')`),
    check('companies_term_field', sql`${table.termField} in ('general', 'biomedicine', 'modern_agriculture', 'integrated_circuits')`),
    check('companies_capital', sql`${table.registeredCapitalFen} >= 0`),
    check('companies_paid_in', sql`${table.paidInCapitalFen} >= 0`),
    check('companies_area', sql`${table.area} >= 0`),
    ...centered({
      read: { ...businessRead, company: sql`id = app_company()`, mentor: sql`id in (select app_mentored_companies())` },
      write: { ...businessWrite, company: sql`id = app_company() and app_role() = 'company_owner'` },
    }),
  ],
);

/**
 * What happened to a company on its way, in dated rows. Its state on any day is the fold of these; a row that was a mistake
 * is struck, never changed. In order by day, and within a day as they were written.
 */
export const companyRoad = pgTable(
  'company_road',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: uuid('company_id').notNull(),
    kind: text('kind', {
      enum: ['applied', 'under_review', 'declined', 'admitted', 'moved', 'extended', 'graduated', 'exited', 'removed'],
    }).notNull(),
    onDay: on('on_day').notNull(),
    /** How the day is known. Where it isn't, `on_day` is the earliest on which it can have been. */
    basis: text('basis', { enum: ['exact', 'inferred', 'unknown'] }).notNull().default('exact'),
    position: integer('position').notNull(),
    /** Where the company sits from then on: of an admission or a move. */
    carrierId: uuid('carrier_id'),
    room: text('room'),
    /** Hundredths of a square metre. */
    area: integer('area'),
    /** The last day of an extension. */
    untilOn: on('until_on'),
    reason: text('reason').notNull().default(''),
    struckAt: at('struck_at'),
    struckBy: uuid('struck_by'),
    struckReason: text('struck_reason'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.carrierId], foreignColumns: [carriers.centerId, carriers.id] }),
    index('company_road_company').on(table.centerId, table.companyId, table.onDay.desc(), table.position.desc()),
    check('company_road_kind', sql`${table.kind} in ('applied', 'under_review', 'declined', 'admitted', 'moved', 'extended', 'graduated', 'exited', 'removed')`),
    check('company_road_basis', sql`${table.basis} in ('exact', 'inferred', 'unknown')`),
    check('company_road_until', sql`(${table.kind} = 'extended') = (${table.untilOn} is not null)`),
    ...centered({ read: known, write: businessWrite }),
  ],
);

/** Warnings of a term that ends, each given once; a new last day is warned of anew. */
export const termWarnings = pgTable(
  'term_warnings',
  {
    centerId: centerId().references(() => centers.id),
    companyId: uuid('company_id').notNull(),
    dueOn: on('due_on').notNull(),
    /** How many months before; 0 once it is over. */
    months: integer('months').notNull(),
    warnedAt: at('warned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.companyId, table.dueOn, table.months] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    ...centered({ read: businessRead, write: { job: true } }),
  ],
);

/** Every two-character piece of what search looks through, and every tag; kept by a trigger, read by company_search() alone. */
export const companyGrams = pgTable(
  'company_grams',
  {
    // Written by triggers alone, from the company's own row: a foreign key would cost more than the row.
    centerId: centerId(),
    gram: text('gram').notNull(),
    companyId: uuid('company_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.gram, table.companyId] }),
    ...centered({ read: {}, write: {} }),
  ],
);

export const companyContacts = pgTable(
  'company_contacts',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: uuid('company_id').notNull(),
    name: text('name').notNull(),
    title: text('title').notNull().default(''),
    phone: text('phone'),
    email: text('email'),
    isPrimary: boolean('is_primary').notNull().default(false),
    position: integer('position').notNull().default(0),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    index('company_contacts_company').on(table.centerId, table.companyId, table.position),
    index('company_contacts_phone').on(table.centerId, table.phone.op('text_pattern_ops')),
    index('company_contacts_name').on(table.centerId, table.name.op('text_pattern_ops')),
    uniqueIndex('company_contacts_primary').on(table.centerId, table.companyId).where(sql`is_primary`),
    ...centered({ read: known, write: { ...businessWrite, company: ownCompany } }),
  ],
);

/** 三位一体: who looks after a company, in dated rows. At most one open row per role. */
export const companyAssignments = pgTable(
  'company_assignments',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    companyId: uuid('company_id').notNull(),
    role: text('role', { enum: ['liaison', 'counsellor', 'mentor'] }).notNull(),
    membershipId: uuid('membership_id').notNull(),
    fromOn: on('from_on').notNull(),
    /** The last day; null while it goes on. */
    untilOn: on('until_on'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({
      columns: [table.centerId, table.membershipId],
      foreignColumns: [memberships.centerId as AnyPgColumn, memberships.id as AnyPgColumn],
    }),
    uniqueIndex('company_assignments_open').on(table.centerId, table.companyId, table.role).where(sql`until_on is null`),
    index('company_assignments_membership').on(table.centerId, table.membershipId, table.untilOn, table.companyId),
    check('company_assignments_order', sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
    ...centered({ read: { ...businessRead, company: ownCompany, mentor: sql`membership_id = app_membership() or company_id in (select app_mentored_companies())` }, write: businessWrite }),
  ],
);

/** 企业分组: a list's filters under a name that the whole desk shares. */
export const companySegments = pgTable(
  'company_segments',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    name: text('name').notNull(),
    /** As the list's address has it, '?' included. */
    query: text('query').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('company_segments_name').on(table.centerId, table.name),
    ...centered({ read: businessRead, write: businessWrite }),
  ],
);
