import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

/** Why a database can't be served; `code` is what the caller prints its sentence by. */
export class MigrationError extends Error {
  constructor(
    readonly code: 'too_old_server' | 'newer_database' | 'missing_right' | 'is_superuser_only',
    message: string,
  ) {
    super(message);
    this.name = 'MigrationError';
  }
}

interface Journal {
  entries: { tag: string; when: number }[];
}

/** Everything that shapes the schema, as one hash: equal to the stored one means there is nothing to do. */
async function shape(): Promise<{ hash: string; journal: Journal; before: string; after: string }> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const [journalText, before, after] = await Promise.all([read('meta/_journal.json'), read('before.sql'), read('after.sql')]);
  const journal = JSON.parse(journalText) as Journal;
  const hash = createHash('sha256').update(journalText).update(before).update(after);
  for (const entry of journal.entries) hash.update(await read(`${entry.tag}.sql`));
  return { hash: hash.digest('hex'), journal, before, after };
}

export interface MigrateOptions {
  ownerUrl: string;
  /** The login that serves requests; it becomes a member of dxe_app. */
  appUrl?: string | undefined;
  log?: (line: string) => void;
}

/**
 * Brings the database to the shape of this code. Safe to run by several processes at once and again and again.
 * @returns how many migrations were applied
 * @throws MigrationError for a server before 15, a database newer than the code, or a missing right
 */
export async function migrate({ ownerUrl, appUrl, log = () => undefined }: MigrateOptions): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'dianxiaoer-migrate' });
  await client.connect();
  try {
    const { rows: versions } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const version = versions[0]?.version ?? 0;
    if (version < 150_000) throw new MigrationError('too_old_server', `PostgreSQL 15 or newer is needed, this is ${version}`);

    const wanted = await shape();
    const stored = await storedShape(client);
    const newest = Math.max(0, ...wanted.journal.entries.map((entry) => entry.when));
    if (stored !== null && stored.newest > newest) {
      throw new MigrationError('newer_database', 'The database was migrated by a newer version of this program');
    }
    if (stored?.hash === wanted.hash) return 0;

    // One migrator at a time; the lock lasts until this connection closes.
    await client.query(`select pg_advisory_lock(hashtext('dianxiaoer.migrate'))`);
    const applied = (await storedShape(client))?.count ?? 0;
    await client.query(wanted.before);
    if (appUrl !== undefined) await grantLogin(client, appUrl);
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    await client.query(wanted.after);
    const now = await storedShape(client);
    await client.query(
      `create table if not exists drizzle.shape (one boolean primary key default true check (one), hash text not null)`,
    );
    await client.query(
      `insert into drizzle.shape (hash) values ($1) on conflict (one) do update set hash = excluded.hash`,
      [wanted.hash],
    );
    const count = (now?.count ?? 0) - applied;
    log(`${count} migrations applied`);
    return count;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') {
      throw new MigrationError('missing_right', error.message);
    }
    throw error;
  } finally {
    await client.end();
  }
}

async function storedShape(client: pg.Client): Promise<{ hash: string | null; newest: number; count: number } | null> {
  const { rows: known } = await client.query<{ journal: boolean; shape: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as journal, to_regclass('drizzle.shape') is not null as shape`,
  );
  if (known[0]?.journal !== true) return null;
  const { rows } = await client.query<{ newest: string; count: number }>(
    `select coalesce(max(created_at), 0) as newest, count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  const { rows: shapes } = known[0].shape
    ? await client.query<{ hash: string }>('select hash from drizzle.shape')
    : { rows: [] };
  return { hash: shapes[0]?.hash ?? null, newest: Number(rows[0]?.newest ?? 0), count: rows[0]?.count ?? 0 };
}

async function grantLogin(client: pg.Client, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username);
  const { rows } = await client.query<{ member: boolean }>(`select pg_has_role($1, 'dxe_app', 'usage') as member`, [login]);
  if (rows[0]?.member !== true) await client.query(`grant dxe_app to ${pg.escapeIdentifier(login)}`);
}
