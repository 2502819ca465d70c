import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeOwner, ownerTransaction } from './owner';
import { globalTables, schemaFaults } from './testing/schema-rules';

afterAll(() => closeOwner());

describe('the schema', () => {
  it('keeps every table to its center: keys, walls, foreign keys, types', async () => {
    expect(await ownerTransaction((client) => schemaFaults(client, 'public', globalTables))).toEqual([]);
  });

  it('lets the serving role change nothing that must stay as it was written', async () => {
    const { rows } = await ownerTransaction((client) =>
      client.query<{ right: string }>(
        `select t.name || ' ' || r.right as right
           from unnest(array['entries', 'entry_changes', 'entry_seals', 'entry_heads', 'entry_queue', 'operator_entries', 'request_ratings', 'request_messages', 'request_message_reads']) as t(name),
                unnest(array['update', 'delete', 'truncate']) as r("right")
          where has_table_privilege('dxe_app', t.name, r.right)`,
      ),
    );
    expect(rows).toEqual([]);
  });

  it('gives the serving role no table, no schema of its own and no way past the walls', async () => {
    const { rows } = await ownerTransaction((client) =>
      client.query(
        `select rolname from pg_roles where rolname = 'dxe_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
         union all select 'creates in ' || nspname from pg_namespace where nspname = 'public' and has_schema_privilege('dxe_app', oid, 'create')`,
      ),
    );
    expect(rows).toEqual([]);
  });

  it('gives every SECURITY DEFINER function a fixed search path', async () => {
    const { rows } = await ownerTransaction((client) =>
      client.query(
        `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
            and not exists (select from unnest(proconfig) as c(setting) where c.setting like 'search_path=%')`,
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('a table that was planted', () => {
  const walls = (table: string, condition = 'center_id = app_center() and app_scope() = \'staff\'') => `
    alter table planted.${table} enable row level security; alter table planted.${table} force row level security;
    create policy owner_all on planted.${table} for all to current_user using (true) with check (true);
    create policy app_read on planted.${table} for select to dxe_app using (${condition});
    create policy app_insert on planted.${table} for insert to dxe_app with check (${condition});
    create policy app_update on planted.${table} for update to dxe_app using (${condition}) with check (${condition});
    create policy app_delete on planted.${table} for delete to dxe_app using (${condition});`;

  beforeAll(() =>
    ownerTransaction(async (client) => {
      await client.query('create schema planted');
      await client.query(`create table planted.sound (center_id uuid not null, id uuid not null, name text, primary key (center_id, id))`);
      await client.query(walls('sound'));
      await client.query(`create table planted.homeless (id uuid primary key, name text)`);
      await client.query(walls('homeless', 'true'));
      await client.query(`create table planted.wrong_key (center_id uuid not null, id uuid primary key)`);
      await client.query(walls('wrong_key'));
      await client.query(`create table planted.open (center_id uuid not null, id uuid not null, primary key (center_id, id))`);
      await client.query(`create table planted.unforced (center_id uuid not null, id uuid not null, primary key (center_id, id))`);
      await client.query(`${walls('unforced')} alter table planted.unforced no force row level security`);
      await client.query(`create table planted.leaking (center_id uuid not null, id uuid not null, primary key (center_id, id))`);
      await client.query(walls('leaking', `app_scope() = 'staff' or center_id = app_center()`));
      await client.query(`create table planted.pointing (center_id uuid not null, id uuid not null, other uuid, primary key (center_id, id))`);
      await client.query(walls('pointing'));
      await client.query(`create unique index pointed on planted.sound (id)`);
      await client.query(`alter table planted.pointing add constraint points_across foreign key (other) references planted.sound (id)`);
      await client.query(`create type planted.mood as enum ('good'); create table planted.typed (center_id uuid not null, id uuid not null, mood planted.mood, sum numeric(10, 2), primary key (center_id, id))`);
      await client.query(walls('typed'));
    }),
  );
  afterAll(() => ownerTransaction((client) => client.query('drop schema planted cascade')));

  const faults = () => ownerTransaction((client) => schemaFaults(client, 'planted', ['gone']));

  it.each([
    'gone: named global, but there is no such table',
    'homeless: has no center_id uuid not null',
    'homeless: center_id does not lead its primary key',
    'homeless: app_read does not begin with its center',
    'wrong_key: center_id does not lead its primary key',
    'open: row-level security is not forced',
    'open: its owner is shut out (no owner_all)',
    'open: no policy for SELECT',
    'unforced: row-level security is not forced',
    'leaking: app_read does not begin with its center',
    'pointing: points_across can point into another center',
    'sound: pointed is unique over all centers',
    'typed: mood is planted.mood',
    'typed: sum is numeric(10,2)',
  ])('is found: %s', async (fault) => {
    expect(await faults()).toContain(fault);
  });

  it('is left alone when it is sound', async () => {
    expect((await faults()).filter((fault) => fault.startsWith('sound') && !fault.includes('pointed'))).toEqual([]);
  });
});
