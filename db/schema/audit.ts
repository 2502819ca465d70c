import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, id, on } from './_columns';
import { centered } from './_policies';
import { centers } from './centers';

/** Everybody's acts leave entries, and each entry names whoever acts: nobody writes one in somebody else's name. */
const inOwnName = sql`person_id is not distinct from app_person() and membership_id is not distinct from app_membership()`;
const authors = {
  staff: inOwnName, administrator: inOwnName, auditor: inOwnName, company: inOwnName, mentor: inOwnName,
  applicant: inOwnName, operator: inOwnName, public: inOwnName, job: inOwnName, person: inOwnName,
} as const;
const everyone = { staff: true, administrator: true, auditor: true, company: true, mentor: true, applicant: true, operator: true, public: true, job: true, person: true } as const;

/**
 * What happened: one row per thing, inserted in its transaction, never changed (a trigger refuses it to the owner as well).
 * The sentence is made from `name` and `data`; who may read it is the audience.
 */
export const entries = pgTable(
  'entries',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    occurredAt: at('occurred_at').notNull(),
    name: text('name').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorRole: text('actor_role').notNull(),
    actorName: text('actor_name').notNull().default(''),
    personId: uuid('person_id'),
    membershipId: uuid('membership_id'),
    address: text('address'),
    requestId: text('request_id').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id'),
    companyId: uuid('company_id'),
    forCenter: boolean('for_center').notNull(),
    forCompany: boolean('for_company').notNull(),
    forMentor: boolean('for_mentor').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** sha-256 of before and after, so that the chain covers what entry_changes holds. */
    changesHash: text('changes_hash'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('entries_subject').on(table.centerId, table.subjectType, table.subjectId, table.id),
    index('entries_company').on(table.centerId, table.companyId, table.id),
    index('entries_membership').on(table.centerId, table.membershipId, table.id),
    index('entries_time').on(table.centerId, table.occurredAt, table.id),
    ...centered({
      read: {
        staff: sql`for_center`,
        job: true,
        auditor: true,
        // The administrator and the operator look after people and settings; the trail of business isn't theirs.
        administrator: sql`company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar')`,
        operator: sql`company_id is null and subject_type in ('person', 'membership', 'invitation', 'department', 'center', 'session', 'calendar')`,
        company: sql`for_company and company_id in (select app_company_files())`,
        mentor: sql`for_mentor and company_id in (select app_mentored_companies())`,
        person: sql`person_id = app_person()`,
      },
      write: authors,
    }),
  ],
);

/** Before and after of an entry; personal values stand masked beside their salted hash. */
export const entryChanges = pgTable(
  'entry_changes',
  {
    centerId: centerId().references(() => centers.id),
    entryId: uuid('entry_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.entryId] }),
    foreignKey({ columns: [table.centerId, table.entryId], foreignColumns: [entries.centerId, entries.id] }),
    ...centered({ read: { auditor: true, staff: true, job: true }, write: everyone }),
  ],
);

/** The personal values an entry replaced. Erasable by law without breaking the chain. */
export const entryPersonalValues = pgTable(
  'entry_personal_values',
  {
    centerId: centerId().references(() => centers.id),
    entryId: uuid('entry_id').notNull(),
    path: text('path').notNull(),
    value: text('value').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.entryId, table.path] }),
    foreignKey({ columns: [table.centerId, table.entryId], foreignColumns: [entries.centerId, entries.id] }),
    ...centered({ read: { auditor: true }, write: everyone }),
  ],
);

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * Entries the sealer has still to seal. `tx` is the transaction that wrote them, in the 64 bits that never wrap around:
 * only what every snapshot agrees on is sealed, so that none slips in behind.
 */
export const entryQueue = pgTable(
  'entry_queue',
  {
    centerId: centerId().references(() => centers.id),
    entryId: uuid('entry_id').notNull(),
    tx: xid8('tx').notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.entryId] }),
    foreignKey({ columns: [table.centerId, table.entryId], foreignColumns: [entries.centerId, entries.id] }),
    ...centered({ read: {}, write: everyone }),
  ],
);

/** The hash chain of a center, written by its sealer on the owner's connection only. */
export const entrySeals = pgTable(
  'entry_seals',
  {
    centerId: centerId().references(() => centers.id),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    entryId: uuid('entry_id').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    sealedAt: at('sealed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.sequence] }),
    unique('entry_seals_entry').on(table.centerId, table.entryId),
    ...centered({ read: { staff: true, administrator: true, operator: true, auditor: true, job: true }, write: {} }),
  ],
);

/** The head of the chain as exported each day: a tail cut off later shows against it. */
export const entryHeads = pgTable(
  'entry_heads',
  {
    centerId: centerId().references(() => centers.id),
    day: on('day').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
    exportedAt: at('exported_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.day] }),
    ...centered({ read: { auditor: true, job: true }, write: {} }),
  ],
);

/** Entries in which a person was made nameless by law: the hash of what they read since, as their link can't be made again. */
export const entryRedactions = pgTable(
  'entry_redactions',
  {
    centerId: centerId().references(() => centers.id),
    entryId: uuid('entry_id').notNull(),
    redactedAt: at('redacted_at').notNull(),
    fieldsHash: text('fields_hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.entryId] }),
    foreignKey({ columns: [table.centerId, table.entryId], foreignColumns: [entries.centerId, entries.id] }),
    ...centered({ read: { auditor: true, job: true }, write: {} }),
  ],
);
