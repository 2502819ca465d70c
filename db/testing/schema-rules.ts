import type { OwnerClient } from '@/db/owner';

/**
 * Tables that belong to no center. Every other one has center_id at the head of its key, forced row-level security and
 * foreign keys that carry the center along.
 */
export const globalTables = [
  'calendar_days',
  'calendar_years',
  'centers',
  'credentials',
  'form_keys',
  'job_runs',
  'known_devices',
  'one_time_links',
  'operator_entries',
  'operators',
  'password_history',
  'persons',
  'rate_limits',
  'recovery_codes',
  'sessions',
] as const;

/** Secrets drawn at random may be unique over all centers: nobody can guess whether one exists elsewhere. */
const randomColumns = ['token_hash', 'code'];

interface Table {
  name: string;
  forced: boolean;
  secured: boolean;
}

/** What is wrong with the tables of a schema, one sentence each. `globals` are those that may stand outside any center. */
export async function schemaFaults(client: OwnerClient, schema: string, globals: readonly string[]): Promise<string[]> {
  const { rows: tables } = await client.query<Table>(
    `select relname as name, relrowsecurity as secured, relforcerowsecurity as forced from pg_class
      where relnamespace = $1::regnamespace and relkind in ('r', 'p') order by relname`,
    [schema],
  );
  const centered = tables.filter((table) => !globals.includes(table.name)).map((table) => table.name);
  return [
    ...globals.filter((name) => !tables.some((table) => table.name === name)).map((name) => `${name}: named global, but there is no such table`),
    ...tables.filter((table) => !table.secured || !table.forced).map((table) => `${table.name}: row-level security is not forced`),
    ...(await keyFaults(client, schema, centered)),
    ...(await policyFaults(client, schema, tables, centered)),
    ...(await foreignKeyFaults(client, schema, centered)),
    ...(await typeFaults(client, schema)),
  ];
}

async function keyFaults(client: OwnerClient, schema: string, centered: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; index: string; primary: boolean; columns: string[] }>(
    `select c.relname as table, i.relname as index, x.indisprimary as primary,
            array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality as k(col, at)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.col order by k.at) as columns
       from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where c.relnamespace = $1::regnamespace and x.indisunique`,
    [schema],
  );
  const { rows: owned } = await client.query<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and a.attname = 'center_id' and a.attnotnull and a.atttypid = 'uuid'::regtype`,
    [schema],
  );
  const faults: string[] = [];
  for (const table of centered) {
    if (!owned.some((row) => row.table === table)) faults.push(`${table}: has no center_id uuid not null`);
    const primary = rows.find((row) => row.table === table && row.primary);
    if (primary?.columns[0] !== 'center_id') faults.push(`${table}: center_id does not lead its primary key`);
  }
  for (const { table, index, primary, columns } of rows) {
    const [first = ''] = columns;
    if (!primary && centered.includes(table) && first !== 'center_id' && !(columns.length === 1 && randomColumns.includes(first))) {
      faults.push(`${table}: ${index} is unique over all centers`);
    }
  }
  return faults;
}

async function policyFaults(client: OwnerClient, schema: string, tables: readonly Table[], centered: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; command: string; roles: string[]; using: string | null; check: string | null }>(
    `select tablename as table, policyname as name, cmd as command, roles::text[] as roles, qual as using, with_check as check
       from pg_policies where schemaname = $1`,
    [schema],
  );
  const faults: string[] = [];
  for (const { name: table } of tables) {
    const own = rows.filter((row) => row.table === table);
    const owner = own.find((row) => row.name === 'owner_all');
    if (owner?.using !== 'true' || owner.command !== 'ALL') faults.push(`${table}: its owner is shut out (no owner_all)`);
    for (const command of ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) {
      if (!own.some((row) => row.command === command && row.roles.includes('dxe_app'))) faults.push(`${table}: no policy for ${command}`);
    }
    for (const policy of own.filter((row) => row.name !== 'owner_all')) {
      if (policy.roles.join() !== 'dxe_app') faults.push(`${table}: ${policy.name} is for ${policy.roles.join()}`);
      const conditions = [policy.using, policy.check].filter((text) => text !== null);
      if (centered.includes(table) && !conditions.every((text) => /^\(*center_id = app_center\(\)\)*(\sAND\s|$)/.test(text))) {
        faults.push(`${table}: ${policy.name} does not begin with its center`);
      }
    }
  }
  return faults;
}

async function foreignKeyFaults(client: OwnerClient, schema: string, centered: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; target: string; pairs: string[] }>(
    `select c.relname as table, k.conname as name, t.relname as target,
            array(select f.attname || '>' || p.attname from unnest(k.conkey, k.confkey) as u(f, p)
                    join pg_attribute f on f.attrelid = k.conrelid and f.attnum = u.f
                    join pg_attribute p on p.attrelid = k.confrelid and p.attnum = u.p) as pairs
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = $1::regnamespace`,
    [schema],
  );
  return rows
    .filter((row) => centered.includes(row.target) && !row.pairs.includes('center_id>center_id'))
    .map((row) => `${row.table}: ${row.name} can point into another center`);
}

/** Only leakproof operators use indexes behind row-level security: no enum and no numeric column can be filtered by. */
async function typeFaults(client: OwnerClient, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
        and (t.typtype = 'e' or t.typname in ('numeric', 'money', 'float4', 'float8', 'timestamp', 'varchar', 'bpchar', 'json'))`,
    [schema],
  );
  return rows.map((row) => `${row.table}: ${row.column} is ${row.type}`);
}
