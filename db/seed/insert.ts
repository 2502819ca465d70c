import type { PgTable } from 'drizzle-orm/pg-core';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

/** The owner's connection: seeds write below row-level security, as migrations do. */
export type SeedDb = NodePgDatabase;

/** Inserts in parts: PostgreSQL takes at most 65,535 parameters a statement. */
export async function insertAll<T extends PgTable>(db: SeedDb, table: T, rows: T['$inferInsert'][], part = 1_000): Promise<void> {
  for (let start = 0; start < rows.length; start += part) {
    await db.insert(table).values(rows.slice(start, start + part));
  }
}
