import pg from 'pg';
import type { Urls } from '@/db/embedded/roles';

/** What each company brings along. */
const THEIRS = ['company_assignments', 'company_contacts', 'company_road'];

type Overrides = Record<string, string>;

/**
 * A hundred times the demo in its one center: companies, who looks after them and requests copied set-based. Names, numbers
 * and codes are made unique by the copy's number; everything else stays as likely as it was, so people are no more than
 * before and each has a hundred times the work.
 *
 * As a superuser: foreign keys aren't checked row by row and indexes are built at the end, or it would take hours.
 */
export async function scaleUp({ superUrl, ownerUrl }: Urls, target: { companies: number; requests: number }): Promise<void> {
  const url = new URL(superUrl);
  url.pathname = new URL(ownerUrl).pathname;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    const { rows } = await client.query<{ center: string; companies: number; requests: number }>(
      `select c.id as center,
              (select count(*)::int from companies where center_id = c.id) as companies,
              (select count(*)::int from requests where center_id = c.id and state not in ('draft', 'confirming')) as requests
         from centers c where c.slug = 'lanzhou'`,
    );
    const seeded = rows[0];
    if (seeded === undefined) throw new Error('the demo center is not in the database');
    const center = pg.escapeLiteral(seeded.center);
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'");
    const copies = Math.max(0, Math.round((target.companies - seeded.companies) / seeded.companies));
    if (copies > 0) await moreCompanies(client, center, copies);

    const missing = Math.max(0, target.requests - seeded.requests);
    // Which request each new one is like, whose it becomes, and its number.
    const fresh = `generate_series(1, ${missing}) n
           join (select *, row_number() over (order by id) as place, count(*) over () as models from requests where center_id = ${center} and state not in ('draft', 'confirming')) c on c.place = n % ${seeded.requests} + 1
           join (select id, row_number() over (order by id) as place from companies where center_id = ${center}) whose on whose.place = n % ${seeded.companies * (copies + 1)} + 1`;
    const copied = idOf(`c.id::text || '/' || ${target.requests} || '/' || n`);
    const earlier = (column: string) => `${column} - (n / c.models) * interval '1 hour'`;
    // Of a request's passage the boards read the lanes alone, so they come first, while each request is still the demo's own.
    await withoutIndexes(client, ['requests', 'approval_lanes'], async () => {
      await client.query('alter table approval_lanes drop constraint approval_lanes_place');
      await copy(
        client,
        'approval_lanes',
        `${fresh} join approval_lanes l on l.center_id = c.center_id and l.subject_type = 'request' and l.subject_id = c.id`,
        { id: 'gen_random_uuid()', round_id: 'gen_random_uuid()', subject_id: copied, company_id: 'whose.id', decided_at: earlier('l.decided_at') },
        'l',
      );
      await client.query('alter table approval_lanes add constraint approval_lanes_place unique (center_id, round_id, stage, position)');
      await copy(client, 'requests', fresh, {
        id: copied,
        number: `'FW-0000-' || ${target.requests} || '-' || lpad(n::text, 7, '0')`,
        company_id: 'whose.id',
        result_document_id: 'null',
        submitted_at: earlier('c.submitted_at'),
        completed_at: earlier('c.completed_at'),
      });
    });
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The same id for the same text, and well formed: what isn't opens no page. */
function idOf(text: string): string {
  return `overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`;
}

async function moreCompanies(client: pg.Client, center: string, copies: number): Promise<void> {
  const again = (column: string) => idOf(`${column}::text || n`);
  const everyCopy = `generate_series(1, ${copies}) n`;
  await withoutIndexes(client, ['companies', ...THEIRS], async () => {
    await copy(client, 'companies', `companies c, ${everyCopy} where c.center_id = ${center}`, {
      id: again('c.id'),
      name: "c.name || '·' || n",
      credit_code: 'null',
      updated_at: "c.updated_at - n * interval '1 minute'",
    });
    for (const table of THEIRS) {
      await copy(client, table, `${table} c, ${everyCopy} where c.center_id = ${center}`, { id: again('c.id'), company_id: again('c.company_id') });
    }
  });
  // The trigger that keeps the pieces was off.
  await client.query('truncate company_grams; alter table company_grams drop constraint company_grams_center_id_gram_company_id_pk');
  await client.query(
    `insert into company_grams (center_id, gram, company_id)
       select distinct c.center_id, piece, c.id from companies c, company_pieces(c.search_key || '|' || c.former_key, c.tags, c.sounds) piece`,
  );
  await client.query('alter table company_grams add constraint company_grams_center_id_gram_company_id_pk primary key (center_id, gram, company_id)');
}

/** All columns of `table` from the rows `c` (or another name) of `from`, some of them written anew. */
async function copy(client: pg.Client, table: string, from: string, overrides: Overrides, model = 'c'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position",
    [table],
  );
  const names = rows.map(({ name }) => name);
  await client.query(`insert into ${table} (${names.join(', ')}) select ${names.map((name) => overrides[name] ?? `${model}.${name}`).join(', ')} from ${from}`);
}

/** Drops the indexes that are no constraint, and builds them again over all rows. */
async function withoutIndexes(client: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes i
      where schemaname = 'public' and tablename = any($1) and not exists (select from pg_constraint where conname = i.indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
