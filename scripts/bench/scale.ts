import pg from 'pg';

/**
 * A hundred times the demo in its one center: companies and requests copied set-based, as the owner.
 * Names, numbers and codes are made unique by the copy's number; everything else stays as likely as it was.
 */
export async function scaleUp(ownerUrl: string, target: { companies: number; requests: number }): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ center: string; companies: number; requests: number }>(
      `select c.id as center,
              (select count(*)::int from companies where center_id = c.id) as companies,
              (select count(*)::int from requests where center_id = c.id and state <> 'draft') as requests
         from centers c where c.slug = 'lanzhou'`,
    );
    const seeded = rows[0];
    if (seeded === undefined) throw new Error('the demo center is not in the database');
    const copies = Math.max(0, Math.ceil((target.companies - seeded.companies) / seeded.companies));
    const room = target.companies - seeded.companies;
    await client.query(`
      insert into companies (center_id, id, name, short_name, credit_code, registration_number, legal_representative, registered_capital_fen,
        established_on, address, industry, leading_industry, carrier_id, room, state, admitted_on, left_on, tags, demo, pinyin, sounds, created_at, updated_at)
      select center_id, gen_random_uuid(), name || '·' || n, short_name, null, registration_number, legal_representative, registered_capital_fen,
        established_on, address, industry, leading_industry, carrier_id, room, state, admitted_on, left_on, tags, demo, pinyin, sounds, created_at, updated_at - n * interval '1 minute'
        from companies, generate_series(1, ${copies}) n
       where center_id = '${seeded.center}'
       order by n limit ${Math.max(0, room)}`);
    const missing = Math.max(0, target.requests - seeded.requests);
    await client.query(`
      with model as (
        select r.*, row_number() over (order by r.id) as place from requests r where r.center_id = '${seeded.center}' and r.state not in ('draft', 'confirming')),
      spread as (
        select id, row_number() over (order by id) as place from companies where center_id = '${seeded.center}'),
      sizes as (select (select count(*) from model) as models, (select count(*) from spread) as companies)
      insert into requests (center_id, id, number, item_id, version_id, company_id, title, body, state, filed_by, submitted_at, accept_due_on, accepted_at,
        owner_id, first_owner_id, due_on, next_due_on, returned_at, completed_at, withdrawn_at, result, grade, rated_at, created_at, updated_at, acceptance_days, promised_days)
      select m.center_id, gen_random_uuid(), 'FW-0000-' || lpad(n::text, 7, '0'), m.item_id, m.version_id, s.id, m.title, m.body, m.state, m.filed_by,
        m.submitted_at - (n / sizes.models) * interval '1 hour', m.accept_due_on, m.accepted_at,
        m.owner_id, m.first_owner_id, m.due_on, m.next_due_on, m.returned_at, m.completed_at - (n / sizes.models) * interval '1 hour', m.withdrawn_at,
        m.result, m.grade, m.rated_at, m.created_at, m.updated_at, m.acceptance_days, m.promised_days
        from generate_series(1, ${missing}) n
        cross join sizes
        join model m on m.place = n % sizes.models + 1
        join spread s on s.place = n % sizes.companies + 1`);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
