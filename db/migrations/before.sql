-- Runs before the generated migrations, every time, and changes nothing when it is already so.
-- The settings of the current transaction, read the same way everywhere. PostgreSQL inlines these functions.

do $$
begin
  if not exists (select from pg_roles where rolname = 'dxe_app') then
    create role dxe_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  -- The creator of a role may administer it, but acts as it (SET ROLE) only after a grant.
  -- 'set' is a privilege since PostgreSQL 16; before, membership alone allows SET ROLE.
  if not pg_has_role(current_user, 'dxe_app',
                     case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant dxe_app to %I', current_user);
  end if;
end $$;

create or replace function app_scope() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') $$;
create or replace function app_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;
create or replace function app_center() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.center_id', true), '')::uuid $$;
create or replace function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
create or replace function app_membership() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;
create or replace function app_company() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;
create or replace function app_department() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.department_id', true), '')::uuid $$;
create or replace function app_actor_key() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor_key', true), '') $$;
create or replace function app_now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
create or replace function app_today() returns date language sql stable parallel safe
  as $$ select (app_now() at time zone 'Asia/Shanghai')::date $$;

-- Names that mean the same have one key: no spaces, brackets of one kind, plain small letters. Stands in generated columns,
-- so it may never change what it answers. The spaces are: blank, tab, line ends, no-break and ideographic space, joiners.
create or replace function company_key(name text) returns text language sql immutable parallel safe
  as $$ select lower(translate(translate(name, E' \t\r\n\u00a0\u3000\u200c\u200d\ufe0e\ufe0f', ''),
                               '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～〔【[〕】]', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ(\)^_`abcdefghijklmnopqrstuvwxyz{|}~((()))')) $$;

-- Policies name these functions before their tables exist; after.sql gives them their bodies.
do $$
declare
  name text;
begin
  foreach name in array array['app_mentored_companies', 'app_company_files', 'app_told_notices'] loop
    if not exists (select from pg_proc where proname = name and pronamespace = 'public'::regnamespace) then
      execute format('create function %I() returns setof uuid language sql stable security definer set search_path = public as ''select null::uuid where false''', name);
    end if;
  end loop;
end $$;

grant usage on schema public to dxe_app;
alter default privileges in schema public grant select, insert, update, delete on tables to dxe_app;
alter default privileges in schema public grant usage, select on sequences to dxe_app;
