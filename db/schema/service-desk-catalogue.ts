import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Channel, FilerState, ItemEffect, ItemField, ItemMaterial, ItemStage, OutcomeWords, Situation } from '@/lib/service-desk/inputs/item';
import { at, centerId, created, edited, id, on } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';

/** Row-level security of the version narrows it to who may read that. */
const readableVersion = sql.raw('exists (select from service_item_versions v where v.center_id = service_item_samples.center_id and v.id = service_item_samples.version_id)');

/** 服务事项: what a company may ask for. What it asks and promises stands in its versions. */
export const serviceItems = pgTable(
  'service_items',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    key: text('key').notNull(),
    position: integer('position').notNull().default(0),
    closedAt: at('closed_at'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('service_items_key').on(table.centerId, table.key),
    ...centered({ read: { ...businessRead, company: true, mentor: true, administrator: true, applicant: true, public: true }, write: businessWrite }),
  ],
);

/** What an item is from a day on. A request keeps the version it was begun under. */
export const serviceItemVersions = pgTable(
  'service_item_versions',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    itemId: uuid('item_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: ['draft', 'published'] }).notNull(),
    /** In force from this day on, until a later one is. */
    effectiveFrom: on('effective_from'),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    description: text('description').notNull().default(''),
    descriptionEn: text('description_en').notNull().default(''),
    basis: text('basis').notNull().default(''),
    basisEn: text('basis_en').notNull().default(''),
    /** The situations it is looked for in. */
    situations: jsonb('situations').$type<Situation[]>().notNull().default([]),
    /** Companies in these states may file it. */
    filers: jsonb('filers').$type<FilerState[]>().notNull().default(['incubating']),
    materials: jsonb('materials').$type<ItemMaterial[]>().notNull().default([]),
    fields: jsonb('fields').$type<ItemField[]>().notNull().default([]),
    /** The company's own words are asked for beside the fields. */
    asksBody: boolean('asks_body').notNull().default(true),
    /** Working days to accept, return or refuse; past them it counts as accepted on receipt. */
    acceptanceDays: integer('acceptance_days').notNull().default(1),
    /** Working days from acceptance to the result: never fewer than the longest lanes of its stages. */
    promisedDays: integer('promised_days').notNull(),
    stages: jsonb('stages').$type<ItemStage[]>().notNull(),
    /** What its result is called, and what stands in it at first. */
    resultTitle: text('result_title').notNull().default(''),
    resultText: text('result_text').notNull().default(''),
    /** What its two outcomes are called; the general words where it says nothing. */
    outcomeWords: jsonb('outcome_words').$type<OutcomeWords>().notNull().default({}),
    channels: jsonb('channels').$type<Channel[]>().notNull().default(['portal', 'window', 'phone', 'visit']),
    /** What granting it brings about elsewhere, one of these: the company is admitted, graduates … None where the result is all. */
    effects: jsonb('effects').$type<ItemEffect[]>().notNull().default([]),
    publishedAt: at('published_at'),
    publishedBy: uuid('published_by'),
    ...edited,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.itemId], foreignColumns: [serviceItems.centerId, serviceItems.id] }),
    unique('service_item_versions_number').on(table.centerId, table.itemId, table.number),
    uniqueIndex('service_item_versions_day').on(table.centerId, table.itemId, table.effectiveFrom).where(sql`state = 'published'`),
    uniqueIndex('service_item_versions_draft').on(table.centerId, table.itemId).where(sql`state = 'draft'`),
    check('service_item_versions_state', sql`${table.state} in ('draft', 'published') and (${table.state} = 'draft' or ${table.effectiveFrom} is not null)`),
    check('service_item_versions_days', sql`${table.acceptanceDays} between 1 and 5 and ${table.promisedDays} between 1 and 250`),
    ...centered({
      read: {
        ...businessRead,
        company: sql`state = 'published'`,
        mentor: sql`state = 'published'`,
        administrator: true,
        applicant: sql`state = 'published' and filers @> '["prospect"]'`,
        public: sql`state = 'published'`,
      },
      write: businessWrite,
    }),
  ],
);

/** 样表: a place in a version for the sample files of one material. Whoever may read the version may fetch them. */
export const serviceItemSamples = pgTable(
  'service_item_samples',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    versionId: uuid('version_id').notNull(),
    /** Of the material, or of the field that is a file. */
    key: text('key').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    unique('service_item_samples_key').on(table.centerId, table.versionId, table.key),
    foreignKey({ columns: [table.centerId, table.versionId], foreignColumns: [serviceItemVersions.centerId, serviceItemVersions.id] }),
    ...centered({ read: { ...businessRead, company: readableVersion, applicant: readableVersion }, write: businessWrite }),
  ],
);
