import { sql } from 'drizzle-orm';
import { bigint, date, integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Column sets that many tables share. Every business table is keyed by (center_id, id). */

export const id = () => uuid('id').notNull();
export const centerId = () => uuid('center_id').notNull();

/** A moment. Compared and printed in Asia/Shanghai, stored with its zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A day without a time, in Asia/Shanghai: 'YYYY-MM-DD'. */
export const on = (name: string) => date(name, { mode: 'string' });

/** Money in integer fen. */
export const fen = (name: string) => bigint(name, { mode: 'bigint' });

/** The transaction's own clock, so that a demo that happens on an earlier day holds no rows from its future. */
export const byClock = sql`app_now()`;

export const created = {
  createdAt: at('created_at').notNull().default(byClock),
  createdBy: uuid('created_by'),
};

/** For rows that people edit: `version` is what an edit form carries, `updatedBy` the membership that saved last. */
export const edited = {
  ...created,
  updatedAt: at('updated_at').notNull().default(byClock),
  updatedBy: uuid('updated_by'),
  version: integer('version').notNull().default(1),
};
