import pg from 'pg';

export interface Table {
  name: string;
  /** Everything but generated columns, which make themselves again. */
  columns: string[];
}

export interface TableSum {
  rows: number;
  /** The same for the same rows in any order, on any server. */
  checksum: string;
}

const id = pg.escapeIdentifier;

export function nameOf(table: Table): string {
  return `public.${id(table.name)}`;
}

export function columnsOf(table: Table): string {
  return table.columns.map(id).join(', ');
}

/** Every table of ours. The queue's own schema is not among them: it is made again from our outbox. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
           coalesce((select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '{}') as columns
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname collate "C"`);
  return rows;
}

/** Which migrations shaped this database: only the same ones read each other's backups. */
export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by created_at, id');
  return rows.map(({ hash }) => hash);
}

/** How values are written depends on these; sums are compared between servers. */
export const WRITTEN_ALIKE = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmloption = 'content'`;

/** Row count and checksum of a table, generated columns included. Runs inside a transaction that writes alike. */
export async function sumTable(client: pg.ClientBase, table: Table): Promise<TableSum> {
  const half = (from: number) => `coalesce(sum(('x' || substr(hash, ${from}, 16))::bit(64)::bigint::numeric), 0)`;
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*) as rows, ${half(1)} || '/' || ${half(17)} as checksum
       from (select md5(each::text) as hash from ${nameOf(table)} as each) as hashes`,
  );
  const [sum] = rows;
  if (sum === undefined) throw new Error(`no sum for ${table.name}`);
  return { rows: Number(sum.rows), checksum: sum.checksum };
}

/** The last value each sequence gave out; null where it gave none. */
export async function listSequences(client: pg.ClientBase): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
