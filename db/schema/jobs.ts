import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, byClock, centerId, created, id } from './_columns';
import { centered, global } from './_policies';
import { centers } from './centers';

const everyone = { staff: true, administrator: true, auditor: true, company: true, mentor: true, applicant: true, operator: true, public: true, job: true, person: true } as const;

/** Work asked for inside a transaction. The relay, on the owner's connection, hands it to the queue. */
export const outbox = pgTable(
  'outbox',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    topic: text('topic').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    createdAt: at('created_at').notNull().default(byClock),
    relayedAt: at('relayed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('outbox_waiting').on(table.createdAt).where(sql`relayed_at is null`),
    ...centered({ read: { job: true }, write: everyone }),
  ],
);

/** Long work a person started: progress that moves, can be left and found again, ends with a result. */
export const tasks = pgTable(
  'tasks',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    kind: text('kind').notNull(),
    state: text('state', { enum: ['waiting', 'running', 'done', 'failed'] }).notNull().default('waiting'),
    membershipId: uuid('membership_id').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    result: jsonb('result').$type<Record<string, unknown>>(),
    /** A message key under `errors.` with its values. */
    error: jsonb('error').$type<{ code: string; params?: Record<string, string | number> }>(),
    /** Which run holds it, and when that run last said it lives: a run that fell silent is taken over. */
    runner: uuid('runner'),
    heartbeatAt: at('heartbeat_at'),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    index('tasks_membership').on(table.centerId, table.membershipId, table.id),
    index('tasks_running').on(table.heartbeatAt).where(sql`state = 'running'`),
    ...centered({
      read: { staff: true, administrator: true, auditor: sql`membership_id = app_membership()`, company: sql`membership_id = app_membership()`, job: true },
      write: { staff: true, administrator: true, auditor: sql`membership_id = app_membership()`, company: sql`membership_id = app_membership()`, job: true },
    }),
  ],
);

/** Global: when each scheduled piece of work last began, on the owner's clock. Seen by the owner alone. */
export const jobRuns = pgTable(
  'job_runs',
  {
    name: text('name').primaryKey(),
    ranAt: at('ran_at').notNull(),
  },
  () => global({ read: sql`false`, write: sql`false` }),
);

/** Global: which form was already taken. A replay or a double click is answered with the first result. */
export const formKeys = pgTable(
  'form_keys',
  {
    actorKey: text('actor_key').notNull(),
    key: uuid('key').notNull(),
    action: text('action').notNull(),
    result: jsonb('result'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actorKey, table.key] }),
    index('form_keys_time').on(table.createdAt),
    ...global({ read: sql`actor_key = app_actor_key()`, write: sql`actor_key = app_actor_key()` }),
  ],
);
