-- Runs after the generated migrations, every time: functions, triggers and rights that Drizzle can't say.
-- Everything here may be run again without changing anything.

-- ── Before an actor exists: the only ways in, each with a fixed search_path ────────────────────────────────

create or replace function app_mentored_companies() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select company_id from company_assignments
   where center_id = app_center() and membership_id = app_membership() and role = 'mentor'
     and from_on <= app_today() and (until_on is null or until_on >= app_today() - 30)
$$;

-- Notices that went to the actor's company.
create or replace function app_told_notices() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select notice_id from notice_recipients where center_id = app_center() and company_id = app_company()
$$;

-- Its columns grew, and PostgreSQL replaces a function only by one of the same shape.
drop function if exists auth_find(text);
create function auth_find(identifier text)
  returns table (person_id uuid, person_name text, password_hash text, must_change boolean, has_second_factor boolean, is_demo boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, c.password_hash, coalesce(c.must_change_password, false), c.totp_confirmed_at is not null,
         exists (select from memberships m join center_settings s on s.center_id = m.center_id
                  where m.person_id = p.id and m.ended_at is null and s.is_demo)
         or (exists (select from operators o where o.person_id = p.id and o.ended_at is null)
             and exists (select from center_settings s where s.is_demo))
    from persons p left join credentials c on c.person_id = p.id
   where p.phone = identifier or p.email = lower(identifier)
$$;

-- Where a person goes on after proving who they are: the membership they last acted through, or the only one they have.
create or replace function auth_landing(person uuid)
  returns table (membership_id uuid, center_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with held as (
    select m.id, m.center_id from memberships m join centers ce on ce.id = m.center_id
     where m.person_id = person and m.ended_at is null and ce.closed_at is null
    union all
    select a.id, a.center_id from applicants a join centers ce on ce.id = a.center_id
     where a.person_id = person and a.ended_at is null and ce.closed_at is null),
  last as (
    select s.membership_id from sessions s where s.person_id = person order by s.created_at desc, s.id desc limit 1)
  select h.id, h.center_id from held h
   where h.id = (select l.membership_id from last l)
      or ((select count(*) from held) = 1
          and not exists (select from operators o where o.person_id = person and o.ended_at is null))
   limit 1
$$;

-- Takes one try of `allowed` within `seconds`. The last one allowed starts the lock; tries during it don't prolong it.
create or replace function limit_take(limit_key text, allowed integer, seconds integer, moment timestamptz)
  returns table (used integer, resets_at timestamptz)
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into rate_limits as r (key, used, resets_at)
  values (limit_key, 1, moment + make_interval(secs => seconds))
  on conflict (key) do update set
    used = case when r.resets_at <= moment then 1 else least(r.used, allowed) + 1 end,
    resets_at = case when r.resets_at <= moment or r.used + 1 = allowed then moment + make_interval(secs => seconds) else r.resets_at end
  returning r.used, r.resets_at
$$;

create or replace function limit_clear(limit_key text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from rate_limits where key = limit_key
$$;

create or replace function auth_device_known(person uuid, device text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from known_devices where person_id = person and device_hash = device)
$$;

-- The session's person, the membership acted through (if it and its center are still open) and what the frame prints.
create or replace function auth_session(session uuid)
  returns table (
    session_id uuid, person_id uuid, person_name text, locale text, theme text, shortcuts boolean,
    created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, ended_at timestamptz,
    second_factor_at timestamptz, has_second_factor boolean, must_change_password boolean, is_operator boolean,
    membership_id uuid, center_id uuid, role text, member_name text, department_id uuid, company_id uuid,
    center_slug text, center_name text, center_name_en text, company_name text, staff_idle_minutes integer, second_factor_roles text[],
    is_demo boolean, memberships integer, offer_stamp text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, p.id, p.name, p.locale, p.theme, p.shortcuts,
         s.created_at, s.last_seen_at, s.expires_at, s.ended_at,
         s.second_factor_at, c.totp_confirmed_at is not null, coalesce(c.must_change_password, false),
         exists (select from operators o where o.person_id = p.id and o.ended_at is null),
         coalesce(m.id, a.id), coalesce(m.center_id, a.center_id), coalesce(m.role, case when a.id is not null then 'applicant' end),
         coalesce(m.name, a.name), m.department_id, m.company_id,
         ce.slug, ce.name, ce.name_en, co.name,
         -- The strictest of everything the person may switch to from here, not of where they sit: a desk isn't reached from
         -- a mentor's pages that lay open all afternoon. Null for people without a desk.
         (select min(reach.minutes) from (
            select 30 as minutes from operators o where o.person_id = p.id and o.ended_at is null
            union all
            select coalesce(os.staff_idle_minutes, 30) from memberships o
              join centers oc on oc.id = o.center_id and oc.closed_at is null
              left join center_settings os on os.center_id = o.center_id
             where o.person_id = p.id and o.ended_at is null and o.role not in ('company_owner', 'company_member', 'mentor')) reach),
         st.second_factor_roles, coalesce(st.is_demo, false),
         (select count(*)::int from memberships o where o.person_id = p.id and o.ended_at is null)
           + (select count(*)::int from applicants o where o.person_id = p.id and o.ended_at is null),
         st.offer_stamp
    from sessions s
    join persons p on p.id = s.person_id
    left join credentials c on c.person_id = p.id
    left join memberships m on m.center_id = s.acting_center_id and m.id = s.membership_id and m.ended_at is null and m.person_id = p.id
     and exists (select from centers open where open.id = m.center_id and open.closed_at is null)
    left join applicants a on a.center_id = s.acting_center_id and a.id = s.membership_id and a.ended_at is null and a.person_id = p.id
     and exists (select from centers open where open.id = a.center_id and open.closed_at is null)
    left join centers ce on ce.id = coalesce(m.center_id, a.center_id)
    left join companies co on co.center_id = m.center_id and co.id = m.company_id
    left join center_settings st on st.center_id = coalesce(m.center_id, a.center_id)
   where s.id = session
$$;

create or replace function auth_memberships(person uuid)
  returns table (membership_id uuid, center_id uuid, center_name text, center_name_en text, role text, name text,
                 company_id uuid, company_name text, department_name text, department_name_en text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.center_id, ce.name, ce.name_en, m.role, m.name, m.company_id, co.name, d.name, d.name_en
    from memberships m
    join centers ce on ce.id = m.center_id
    left join companies co on co.center_id = m.center_id and co.id = m.company_id
    left join departments d on d.center_id = m.center_id and d.id = m.department_id
   where m.person_id = person and m.ended_at is null and ce.closed_at is null
  union all
  select a.id, a.center_id, ce.name, ce.name_en, 'applicant', a.name, null, null, null, null
    from applicants a join centers ce on ce.id = a.center_id
   where a.person_id = person and a.ended_at is null and ce.closed_at is null
   order by 1
$$;

-- One membership as an actor, if the person still holds it: what a form's hidden membership is checked against.
drop function if exists auth_membership(uuid, uuid);
create function auth_membership(person uuid, membership uuid)
  returns table (membership_id uuid, center_id uuid, role text, name text, department_id uuid, company_id uuid, asks_second_factor boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.center_id, m.role, m.name, m.department_id, m.company_id, coalesce(m.role = any(st.second_factor_roles) and not st.is_demo, false)
    from memberships m join centers ce on ce.id = m.center_id
    left join center_settings st on st.center_id = m.center_id
   where m.person_id = person and m.id = membership and m.ended_at is null and ce.closed_at is null
  union all
  select a.id, a.center_id, 'applicant', a.name, null, null, false
    from applicants a join centers ce on ce.id = a.center_id
   where a.person_id = person and a.id = membership and a.ended_at is null and ce.closed_at is null
$$;

-- What a person holds outside one center, as a number: enough to refuse, too little to learn anything from.
create or replace function auth_standing(person uuid, center uuid)
  returns table (elsewhere integer, is_operator boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*)::int from memberships m where m.person_id = person and m.center_id <> center and m.ended_at is null),
         exists (select from operators o where o.person_id = person and o.ended_at is null)
$$;

create or replace function auth_link(token text)
  returns table (id uuid, purpose text, person_id uuid, person_name text, expires_at timestamptz, used_at timestamptz, created_by uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.purpose, l.person_id, p.name, l.expires_at, l.used_at, l.created_by
    from one_time_links l join persons p on p.id = l.person_id where l.token_hash = token
$$;

create or replace function auth_invitation(token text)
  returns table (id uuid, center_id uuid, center_name text, center_name_en text, role text, name text, phone text, email text,
                 department_id uuid, department_name text, company_id uuid, company_name text,
                 expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz, created_by uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.center_id, ce.name, ce.name_en, i.role, i.name, i.phone, i.email,
         i.department_id, d.name, i.company_id, co.name, i.expires_at, i.accepted_at, i.revoked_at, i.created_by
    from invitations i
    join centers ce on ce.id = i.center_id
    left join departments d on d.center_id = i.center_id and d.id = i.department_id
    left join companies co on co.center_id = i.center_id and co.id = i.company_id
   where i.token_hash = token
$$;

-- Accepting is the one write of somebody who isn't a member yet: claims the invitation, once. The second who claims waits
-- for the first to commit and gets false.
drop function if exists auth_claim_invitation(uuid, uuid, uuid, timestamptz);
create or replace function auth_claim_invitation(invitation uuid, center uuid, moment timestamptz) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with claimed as (
    update invitations set accepted_at = moment, updated_at = moment, version = version + 1
     where id = invitation and center_id = center and accepted_at is null and revoked_at is null and expires_at > moment
    returning 1)
  select exists (select from claimed)
$$;

-- Says which membership the claim became. It can't be said earlier: the membership has to exist.
create or replace function auth_settle_invitation(invitation uuid, center uuid, membership uuid) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with settled as (
    update invitations set accepted_membership_id = membership
     where id = invitation and center_id = center and accepted_at is not null and accepted_membership_id is null
    returning 1)
  select exists (select from settled)
$$;

-- True exactly once per installation-in-waiting: no center and no operator yet.
create or replace function auth_is_empty() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from centers) and not exists (select from operators)
$$;

-- The first person of an empty installation becomes its operator; of several at once, one.
create or replace function auth_begin_installation(person uuid, moment timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('begin installation'));
  if exists (select from centers) or exists (select from operators) then
    return false;
  end if;
  insert into operators (person_id, created_at) values (person, moment);
  return true;
end $$;

create or replace function public_center(wanted text)
  returns table (id uuid, slug text, name text, name_en text, short_name text, address text, phone text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, slug, name, name_en, short_name, address, phone from centers where slug = wanted and closed_at is null
$$;

create or replace function document_by_code(wanted text)
  returns table (center_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select center_id, id from documents where code = wanted
$$;

-- The public page's whole knowledge of a paper. The party comes masked from here already.
drop function if exists document_verify(text, uuid, text, text);
create or replace function document_verify(wanted_code text, center uuid, wanted_number text, wanted_check text)
  returns table (center_name text, center_name_en text, kind text, number text, title text, party_masked text, issued_on date,
                 content jsonb, content_hash text, revision integer, superseded_number text, set_aside_at timestamptz, revoked_at timestamptz, scan_sha256 text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select ce.name, ce.name_en, d.kind, d.number, d.title,
         case when length(d.party) <= 2 then left(d.party, 1) || '*'
              else left(d.party, 2) || repeat('*', greatest(length(d.party) - 4, 1)) || right(d.party, least(2, length(d.party) - 2)) end,
         d.issued_on, d.content, d.content_hash, d.revision,
         (select s.number from documents s where s.center_id = d.center_id and s.id = d.superseded_by), d.set_aside_at, d.revoked_at, d.scan_sha256
    from documents d join centers ce on ce.id = d.center_id
   where (wanted_code is not null and d.code = wanted_code)
      or (wanted_code is null and d.center_id = center and d.number = wanted_number and d.check_code = wanted_check)
$$;

-- A result is decided anew, or after all isn't: its company may say so too, and change nothing else of a paper.
create or replace function document_set_aside(paper uuid, since timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update documents d set set_aside_at = since
   where d.center_id = app_center() and d.id = paper and d.kind = 'result'
     and (app_scope() = 'staff' or (app_scope() = 'company' and d.company_id = app_company()))
$$;

-- The desk tries the code a company reads out: five tries, and then only the company itself or a signed letter confirms.
create or replace function request_code_tried(request uuid, typed text)
  returns table (was_right boolean, tries_left integer)
  language sql volatile security definer set search_path = public, pg_temp as $$
  update request_codes c set tries = c.tries + 1
   where c.center_id = app_center() and c.request_id = request and app_scope() = 'staff'
  returning c.spoken = typed and c.tries <= 5, greatest(5 - c.tries, 0)
$$;

-- What the desk wrote for a company has become another text: the code read out for the old one is none any more.
create or replace function request_code_renewed(request uuid, fresh text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update request_codes c set spoken = fresh
    from requests r
   where c.center_id = app_center() and c.request_id = request and app_scope() = 'staff'
     and r.center_id = c.center_id and r.id = c.request_id and r.state = 'confirming'
$$;

create or replace function job_centers() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from centers where closed_at is null order by id
$$;

-- ── Search ────────────────────────────────────────────────────────────────────────────────────────────────

-- A name's key without the place it begins with: what people call the company by.
create or replace function company_brand(key text) returns text
  language sql immutable parallel safe as $$
  select regexp_replace(key, '^\(?(中国|甘肃省?|兰州市?(高新区|新区|城关区?|七里河区?|西固区?|安宁区?)?|天水市?|白银市?|金昌市?|嘉峪关市?|酒泉市?|张掖市?|武威市?|定西市?|陇南市?|平凉市?|庆阳市?|临夏州?|甘南州?|敦煌市?|金城|陇上|河西|北京市?|上海市?|天津市?|重庆市?|深圳市?|广州市?|杭州市?|成都市?|西安市?|西宁市?|银川市?)\)?(?=..)', '')
$$;

-- Syllables that are heard alike where Lanzhou speaks: zh z, ch c, sh s, and -ng -n.
create or replace function company_sound(syllables text) returns text
  language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(syllables, '\m([zcs])h', '\1', 'g'), '([aei])ng\M', '\1n', 'g')
$$;

-- What a company is found by: two-character pieces of its name, short name, initials and former names; '^' before the two that
-- one of these, or the name after its place, begins with; '~' before two syllables that follow each other; '#' before a tag.
-- What nearly every name ends with (有限公司 and its like, and their initials) is left out: it finds nobody and would be a third of
-- all rows.
-- One plain question, so that it becomes part of whatever asks for the pieces of many companies.
create or replace function company_pieces(search_key text, tags text[], sounds text) returns setof text
  language sql immutable parallel safe rows 50 as $$
  select piece
    from (select regexp_replace(part, '(有限责任公司|股份有限公司|有限公司|yxzrgs|gfyxgs|yxgs)$', '') as part, place
            from unnest(string_to_array(search_key, '|')) with ordinality as p(part, place)) parts,
         lateral (select substr(part, i, 2) from generate_series(1, length(part) - 1) i
                  union all
                  select '^' || substr(part, 1, 2) where length(part) > 1
                  union all
                  select '^' || substr(company_brand(part), 1, 2) where length(part) > 3 and place <> 3) of_part(piece)
  union all
  select '~' || syllables[i] || ' ' || syllables[i + 1]
    from (select string_to_array(company_sound(sounds), ' ') as syllables) heard, generate_series(1, cardinality(syllables) - 1) i
  union all
  select '#' || tag from unnest(tags) tag
$$;

create or replace function company_index_new() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Each piece once, and in the order of the index: thousands of companies at once touch each of its pages once.
  insert into company_grams (center_id, gram, company_id)
    select distinct n.center_id, piece, n.id from new_rows n, company_pieces(n.search_key || '|' || n.former_key, n.tags, n.sounds) piece
     order by 1, 2, 3;
  return null;
end $$;

-- Found again by the pieces they were kept under: no second index, no foreign key to check for each of millions of rows.
-- What stays the same is taken off as a set: joined, a plan kept from one changed company cut every name up for each of a thousand.
-- Planned each time for the same reason: kept from a day with few pieces it would read them all through for each.
create or replace function company_index_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select center_id, id, search_key, former_key, tags, sounds from old_rows
    except select center_id, id, search_key, former_key, tags, sounds from new_rows) then return null; end if;
  execute $sql$
    delete from company_grams g
     using (select o.center_id, piece, o.id
              from (select center_id, id, search_key, former_key, tags, sounds from old_rows
                    except select center_id, id, search_key, former_key, tags, sounds from new_rows) o,
                   company_pieces(o.search_key || '|' || o.former_key, o.tags, o.sounds) piece) was
     where g.center_id = was.center_id and g.gram = was.piece and g.company_id = was.id $sql$;
  insert into company_grams (center_id, gram, company_id)
    select n.center_id, piece, n.id
      from (select center_id, id, search_key, former_key, tags, sounds from new_rows
            except select center_id, id, search_key, former_key, tags, sounds from old_rows) n,
           company_pieces(n.search_key || '|' || n.former_key, n.tags, n.sounds) piece
  on conflict do nothing;
  return null;
end $$;

create or replace function company_index_gone() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute $sql$
    delete from company_grams g
     using (select o.center_id, piece, o.id from old_rows o, company_pieces(o.search_key || '|' || o.former_key, o.tags, o.sounds) piece) was
     where g.center_id = was.center_id and g.gram = was.piece and g.company_id = was.id $sql$;
  return null;
end $$;

create or replace trigger company_index_new after insert on companies
  referencing new table as new_rows for each statement execute function company_index_new();
create or replace trigger company_index_changed after update on companies
  referencing old table as old_rows new table as new_rows for each statement execute function company_index_changed();
create or replace trigger company_index_gone after delete on companies
  referencing old table as old_rows for each statement execute function company_index_gone();

-- Former names are found like current ones.
create or replace function company_former_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  meant record;
begin
  if tg_op = 'DELETE' then meant := old; else meant := new; end if;
  update companies c
     set former_key = coalesce((select string_agg(company_key(f.name), '|' order by f.name) from company_names f where f.center_id = c.center_id and f.company_id = c.id), '')
   where c.center_id = meant.center_id and c.id = meant.company_id;
  return null;
end $$;

do $$
begin
  if to_regclass('public.company_names') is not null then
    create or replace trigger company_former_changed after insert or update or delete on company_names for each row execute function company_former_changed();
  end if;
end $$;

-- Once: for companies that were there before their pieces were kept.
insert into company_grams (center_id, gram, company_id)
  select c.center_id, piece, c.id from companies c, company_pieces(c.search_key || '|' || c.former_key, c.tags, c.sounds) piece
   where not exists (select from company_grams)
  on conflict do nothing;

-- Companies of the reader's center whose name, short name, pinyin initials or credit code hold `wanted`: at most `most` ids, in no
-- order. Reads the rarest pieces only, so that a name every second company bears costs no more than one that nobody bears.
create or replace function company_search(wanted text, most integer) returns setof uuid
  language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  key text := replace(company_key(wanted), '|', '');
  code text := upper(key);
  core text;
  rare text[];
begin
  if app_scope() not in ('staff', 'auditor', 'job') or length(key) < 2 then return; end if;
  if key ~ '^[0-9a-z]{4,18}$' then
    return query select id from companies
      where center_id = here and credit_code ~>=~ code and credit_code ~<~ (code || '~') limit most;
  end if;
  if length(key) = 2 then
    return query select company_id from company_grams where center_id = here and gram = key limit most;
    return;
  end if;
  -- The ending that is in no piece, whole or begun.
  core := regexp_replace(key, '(有限?|有限责任?公?司?|有限公司?|股份?有?限?公?司?)$', '');
  if length(core) < 2 then return; end if;
  select array_agg(piece order by often) into rare from (
    select piece, (select count(*) from (select from company_grams where center_id = here and gram = piece limit 2000) bearers) as often
      from (select distinct substr(core, i, 2) as piece from generate_series(1, least(length(core) - 1, 12)) i) pieces
     order by often limit 2) chosen;
  if cardinality(rare) = 1 then rare := rare || rare; end if;
  return query
    select c.id from companies c
     where c.center_id = here and strpos(c.search_key || '|' || c.former_key, key) > 0
       and c.id in (select a.company_id from company_grams a where a.center_id = here and a.gram = rare[1]
                    intersect
                    select b.company_id from company_grams b where b.center_id = here and b.gram = rare[2])
     limit most;
end $$;

-- The same by a contact's name or number, from the beginning: for staff alone.
create or replace function company_by_contact(wanted text, most integer) returns setof uuid
  language plpgsql stable security definer rows 10 set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  digits text := regexp_replace(wanted, '[ -]', '', 'g');
begin
  if app_scope() <> 'staff' then return; end if;
  if digits ~ '^[0-9]{4,15}$' then
    return query select company_id from company_contacts where center_id = here and phone ~>=~ digits and phone ~<~ (digits || '~') limit most;
  elsif wanted ~ '^[^a-z0-9]{2,20}$' then
    return query select company_id from company_contacts where center_id = here and name ~>=~ wanted and name ~<~ (wanted || U&'\+10FFFF') limit most;
  end if;
end $$;

-- Companies whose name holds these syllables one after the other; `open` when the last one is only begun.
create or replace function company_sounding(wanted text, open boolean, most integer) returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  heard text := company_sound(wanted);
  syllables text[] := string_to_array(heard, ' ');
  whole integer := cardinality(syllables) - open::int;
  rare text[];
begin
  if app_scope() not in ('staff', 'auditor', 'job') or whole < 2 then return; end if;
  select array_agg(piece order by often) into rare from (
    select piece, (select count(*) from (select from company_grams where center_id = here and gram = piece limit 2000) bearers) as often
      from (select distinct '~' || syllables[i] || ' ' || syllables[i + 1] as piece from generate_series(1, least(whole - 1, 8)) i) pieces
     order by often limit 2) chosen;
  if cardinality(rare) = 1 and not open then
    return query select company_id from company_grams where center_id = here and gram = rare[1] limit most;
    return;
  end if;
  return query
    select c.id from companies c
     where c.center_id = here and strpos(' ' || company_sound(c.sounds) || ' ', ' ' || heard || case when open then '' else ' ' end) > 0
       and c.id in (select a.company_id from company_grams a where a.center_id = here and a.gram = rare[1]
                    intersect
                    select b.company_id from company_grams b where b.center_id = here and b.gram = rare[cardinality(rare)])
     limit most;
end $$;

-- The candidates of a jump: companies that one of their names begins with `wanted` first, then whoever holds it.
create or replace function company_find(wanted text, most integer) returns setof uuid
  language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  key text := replace(company_key(wanted), '|', '');
begin
  if app_scope() not in ('staff', 'auditor', 'job') or length(key) < 2 then return; end if;
  if length(key) = 2 then
    return query select company_id from company_grams where center_id = here and gram = '^' || key limit most;
  else
    return query
      select c.id from companies c
       where c.center_id = here and strpos(c.search_key || '|' || c.former_key, key) > 0
         and c.id in (select a.company_id from company_grams a where a.center_id = here and a.gram = '^' || substr(key, 1, 2)
                      intersect
                      select b.company_id from company_grams b where b.center_id = here and b.gram = substr(key, 2, 2))
       limit most;
  end if;
  return query select company_search(key, most);
end $$;

-- Where nothing holds what was typed: companies that share most of its pieces (a slip of the pen), or that hold its characters in
-- their order (an abbreviation). Reads names through, so it is asked last.
create or replace function company_alike(wanted text, most integer) returns setof uuid
  language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  key text := regexp_replace(replace(company_key(wanted), '|', ''), '(有限|有限责任|有限责任公司|有限公司|股份有限公司)$', '');
  spread text := '%' || array_to_string(regexp_split_to_array(replace(replace(replace(key, '\', ''), '%', ''), '_', ''), ''), '%') || '%';
begin
  if app_scope() not in ('staff', 'auditor', 'job') or length(key) not between 3 and 30 then return; end if;
  return query
    select g.company_id from company_grams g
     where g.center_id = here and g.gram in (
       select piece from (
         select piece, (select count(*) from (select from company_grams where center_id = here and gram = piece limit 2000) bearers) as often
           from (select distinct substr(key, i, 2) as piece from generate_series(1, length(key) - 1) i) pieces) counted
        where often < 2000)
     group by g.company_id order by count(*) desc limit most;
  return query execute format('select id from companies where center_id = $1 and search_key like %L limit $2', spread) using here, most;
  if length(key) = 3 and key !~ '[\\%_]' then
    return query execute format('select id from companies where center_id = $1 and search_key like %L limit $2', '%' || substr(key, 1, 1) || '_' || substr(key, 3, 1) || '%') using here, most;
  end if;
end $$;

create or replace function company_tagged(tag text, most integer) returns setof uuid
  language sql stable security definer rows 100 set search_path = public, pg_temp as $$
  select company_id from company_grams
   where center_id = app_center() and gram = '#' || tag and app_scope() in ('staff', 'auditor', 'job') limit most
$$;

-- What was built on companies after a moment, whoever did it and wherever it is kept: the company's own row, rows of any table
-- that name the company, and entries except those of mere reading. New tables are met without being listed.
-- Rows from after the present moment belong to a demo that happens on another day.
create or replace function company_touched(meant uuid[], since timestamptz) returns table (company_id uuid, what text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  child record;
begin
  if app_scope() not in ('staff', 'job') then return; end if;
  return query select c.id, 'companies' from companies c where c.center_id = here and c.id = any(meant) and c.updated_at > since;
  return query select distinct e.company_id, 'entries' from entries e
    where e.center_id = here and e.company_id = any(meant) and e.occurred_at > since and e.name <> 'field.revealed';
  for child in
    select c.relname as name, string_agg(format('(t.%1$I > $3 and t.%1$I <= $4)', a.attname), ' or ') as later
      from pg_class c
      join pg_attribute k on k.attrelid = c.oid and k.attname = 'company_id' and not k.attisdropped
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('created_at', 'updated_at') and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'entries'
     group by c.relname
  loop
    return query execute format('select distinct t.company_id, %L::text from %I t where t.center_id = $1 and t.company_id = any($2) and (%s)', child.name, child.name, child.later)
      using here, meant, since, app_now();
  end loop;
end $$;

-- The same of rows of one table: rows of others that point at them or name them as what they are about, and entries about them.
create or replace function rows_touched(target text, meant uuid[], since timestamptz) returns table (id uuid, what text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  child record;
begin
  if app_scope() not in ('staff', 'job') then return; end if;
  return query select distinct e.subject_id, 'entries' from entries e
    where e.center_id = here and e.subject_id = any(meant) and e.occurred_at > since and e.name <> 'field.revealed';
  for child in
    select c.relname as name, r.attname as col, string_agg(format('(t.%1$I > $3 and t.%1$I <= $4)', a.attname), ' or ') as later
      from pg_class c
      join pg_attribute r on r.attrelid = c.oid and not r.attisdropped
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('created_at', 'updated_at') and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'entries'
       and (r.attname = 'subject_id' and r.atttypid = 'uuid'::regtype
            or exists (select from pg_constraint f, unnest(f.conkey, f.confkey) as k(mine, theirs) join pg_attribute p on p.attnum = k.theirs
                        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = to_regclass(target) and k.mine = r.attnum and p.attrelid = f.confrelid and p.attname = 'id'))
     group by c.relname, r.attname
  loop
    return query execute format('select distinct t.%1$I, %2$L::text from %2$I t where t.center_id = $1 and t.%1$I = any($2) and (%3$s)', child.col, child.name, child.later)
      using here, meant, since, app_now();
  end loop;
end $$;

-- ── The road of a company ────────────────────────────────────────────────────────────────────────────────

-- A uuid of version 8 that follows from the company's, so that it counts as an id in addresses.
create or replace function road_id(company uuid, step text) returns uuid language sql immutable
  as $$ select overlay(overlay(md5(company::text || step) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid $$;

-- A company that is entered with a state gets the rows that say the same, so that there is no state without a road. Days that
-- nobody knows are the earliest they can have been. The ids follow from the company's, as the demo is the same everywhere.
create or replace function company_road_begin() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into company_road (center_id, id, company_id, kind, on_day, basis, position, carrier_id, room, area, created_at, created_by)
    select center_id, road_id(id, 'admitted'), id, 'admitted', coalesce(admitted_on, '1900-01-01'),
           case when admitted_on is null then 'unknown' else 'exact' end, 0, carrier_id, room, area, created_at, created_by
      from new_rows where state <> 'prospect'
    union all
    select center_id, road_id(id, state), id, state, coalesce(left_on, admitted_on, '1900-01-01'),
           case when left_on is null then 'unknown' else 'exact' end, 1, null, null, null, created_at, created_by
      from new_rows where state in ('graduated', 'exited', 'removed');
  return null;
end $$;

-- Looks each company's rows up by their index, however few rows the table had when the plan was made.
-- What the register shows of a company's road: its state today, when it came and went, where it sits, until when it may stay.
-- A prospect's day and place are plans and may be written by hand.
create or replace function company_road_project() returns trigger
  language plpgsql security definer set search_path = public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  -- Rows that a company was entered with say what it was entered with.
  if pg_trigger_depth() > 1 then return null; end if;
  update companies c
     set state = p.state, left_on = p.left_on, term_from = p.term_from, extended_until = p.extended_until,
         admitted_on = case when p.was_admitted then p.admitted_on when c.state = 'prospect' then c.admitted_on end,
         carrier_id = case when p.was_admitted then p.carrier_id else c.carrier_id end
    from (
      select t.center_id, t.company_id, coalesce(s.state, 'prospect') as state, a.on_day is not null as was_admitted,
             case when a.basis <> 'unknown' then a.on_day end as admitted_on,
             case when s.state in ('graduated', 'exited', 'removed') then s.day end as left_on,
             seat.carrier_id,
             case when s.state = 'incubating' and a.basis = 'exact' then a.on_day end as term_from,
             case when s.state = 'incubating' then e.until_on end as extended_until
        from (select distinct center_id, company_id from touched) t
        left join lateral (
          select case kind when 'admitted' then 'incubating' when 'graduated' then kind when 'exited' then kind when 'removed' then kind else 'prospect' end as state,
                 case when basis <> 'unknown' then on_day end as day
            from company_road r where r.center_id = t.center_id and r.company_id = t.company_id and struck_at is null and kind not in ('moved', 'extended')
           order by on_day desc, position desc limit 1) s on true
        left join lateral (
          select on_day, position, basis from company_road r
           where r.center_id = t.center_id and r.company_id = t.company_id and struck_at is null and kind = 'admitted'
           order by on_day desc, position desc limit 1) a on true
        left join lateral (
          select carrier_id from company_road r
           where r.center_id = t.center_id and r.company_id = t.company_id and struck_at is null and kind in ('admitted', 'moved')
           order by on_day desc, position desc limit 1) seat on true
        left join lateral (
          select until_on from company_road r
           where r.center_id = t.center_id and r.company_id = t.company_id and struck_at is null and kind = 'extended'
             and (r.on_day, r.position) > (a.on_day, a.position)
           order by on_day desc, position desc limit 1) e on true) p
   where c.center_id = p.center_id and c.id = p.company_id
     and ((c.state, c.left_on, c.term_from, c.extended_until) is distinct from (p.state, p.left_on, p.term_from, p.extended_until)
          or p.was_admitted and (c.admitted_on, c.carrier_id) is distinct from (p.admitted_on, p.carrier_id));
  return null;
end $$;

-- Entered as it will be projected, so that thousands of new rows aren't written twice.
create or replace function company_road_enter() returns trigger language plpgsql as $$
begin
  new.term_from := case when new.state = 'incubating' then new.admitted_on end;
  new.extended_until := null;
  return new;
end $$;

create or replace function company_road_guard() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 and not (old.state = 'prospect' and new.state = 'prospect' and old.term_from is null and new.term_from is null) then
    raise exception 'the state of a company follows from its road' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace trigger company_road_enter before insert on companies for each row execute function company_road_enter();
create or replace trigger company_road_begin after insert on companies
  referencing new table as new_rows for each statement execute function company_road_begin();
create or replace trigger company_road_guard before update on companies for each row
  when ((old.state, old.admitted_on, old.left_on, old.carrier_id, old.term_from, old.extended_until)
        is distinct from (new.state, new.admitted_on, new.left_on, new.carrier_id, new.term_from, new.extended_until))
  execute function company_road_guard();
create or replace trigger company_road_new after insert on company_road
  referencing new table as touched for each statement execute function company_road_project();
create or replace trigger company_road_changed after update on company_road
  referencing new table as touched for each statement execute function company_road_project();
create or replace trigger company_road_gone after delete on company_road
  referencing old table as touched for each statement execute function company_road_project();

-- ── Two files of one company ──────────────────────────────────────────────────────────────────────────────

-- A company and every file that was merged into it, and what was merged into those.
create or replace function company_files(of uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive known(id) as (
    select of
    union
    select m.merged_id from company_merges m join known k on m.center_id = app_center() and m.survivor_id = k.id and m.undone_at is null)
  select array_agg(id) from known
$$;

create or replace function app_company_files() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select unnest(company_files(app_company()))
$$;

-- Every column that names a company: foreign keys, and columns called so without one. The trail stays as it was written and is
-- read through; the search index follows by its triggers; of two roads one goes on.
create or replace function company_columns() returns table (name text, col text, keys text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.relname::text, a.attname::text,
         array(select k.attname::text from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey::int2[]) where i.indrelid = c.oid and i.indisprimary)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and c.relname not in ('entries', 'company_grams', 'company_road', 'companies')
     and (a.attname = 'company_id'
          or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'companies'::regclass
                      and a.attnum = any(f.conkey) and a.attname <> 'center_id'))
   order by 1, 2
$$;

-- Moves all that hangs on `other` to `survivor` and takes the file of `other` away. Rows that the survivor has its own of, by any
-- unique key, are kept with the merge, so that it can be undone. `prefer` names rows of `other` that stand where both files have
-- one: figures and rights by their ids, the center's own fields by the field's.
drop function if exists company_merge(uuid, uuid, uuid, boolean, timestamptz);
create or replace function company_merge(merge uuid, survivor uuid, other uuid, take_road boolean, prefer uuid[], moment timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  today date := app_today();
  target record;
  rival record;
  clash text;
  lines jsonb;
  was jsonb;
  went_along jsonb := '[]';
  left_over jsonb := '[]';
  altered jsonb := '[]';
begin
  if app_scope() <> 'staff' or survivor = other
     or (select count(*) from companies where center_id = here and id in (survivor, other)) <> 2 then
    raise exception 'these are not two companies of this center' using errcode = 'insufficient_privilege';
  end if;
  select to_jsonb(c) into was from companies c where center_id = here and id = other;

  -- One road goes on; the other is kept with the merge.
  with gone as (delete from company_road r where r.center_id = here and r.company_id = case when take_road then survivor else other end returning to_jsonb(r) as line)
    select coalesce(jsonb_agg(line), '[]') into lines from gone;
  left_over := left_over || jsonb_build_object('name', 'company_road', 'rows', lines);
  if take_road then
    with went as (update company_road r set company_id = survivor where r.center_id = here and r.company_id = other returning jsonb_build_object('center_id', r.center_id, 'id', r.id) as line)
      select coalesce(jsonb_agg(line), '[]') into lines from went;
    went_along := went_along || jsonb_build_object('name', 'company_road', 'col', 'company_id', 'rows', lines);
  end if;

  -- What only one can have: the survivor's main contact, those who look after it, its people's way in.
  with was_main as (update company_contacts c set is_primary = false where c.center_id = here and c.company_id = other and c.is_primary
                      and exists (select from company_contacts s where s.center_id = here and s.company_id = survivor and s.is_primary)
                    returning jsonb_build_object('name', 'company_contacts', 'id', c.id, 'set', jsonb_build_object('is_primary', true)) as line)
    select altered || coalesce(jsonb_agg(line), '[]') into altered from was_main;
  with was_open as (update company_assignments a set until_on = greatest(a.from_on, today - 1) where a.center_id = here and a.company_id = other and a.until_on is null
                      and exists (select from company_assignments s where s.center_id = here and s.company_id = survivor and s.role = a.role and s.until_on is null)
                    returning jsonb_build_object('name', 'company_assignments', 'id', a.id, 'set', jsonb_build_object('until_on', null)) as line)
    select altered || coalesce(jsonb_agg(line), '[]') into altered from was_open;
  with was_in as (update memberships m set ended_at = moment where m.center_id = here and m.company_id = other and m.ended_at is null
                    and exists (select from memberships s where s.center_id = here and s.company_id = survivor and s.person_id = m.person_id and s.ended_at is null)
                  returning jsonb_build_object('name', 'memberships', 'id', m.id, 'set', jsonb_build_object('ended_at', null)) as line)
    select altered || coalesce(jsonb_agg(line), '[]') into altered from was_in;
  -- Of two figures for one value the one that gives way stays in the history, as superseded.
  with was as (
    select f.* from company_facts f join company_facts s
           on s.center_id = f.center_id and s.year = f.year and s.key = f.key and s.state = f.state
     where f.center_id = here and f.state in ('verified', 'proposed')
       and (f.company_id = other and s.company_id = survivor and f.id <> all(prefer)
            or f.company_id = survivor and s.company_id = other and s.id = any(prefer))),
  gave_way as (
    update company_facts f set state = 'superseded', decided_at = moment, decided_by = (select merged_by from company_merges m where m.center_id = here and m.id = merge)
      from was where f.center_id = here and f.id = was.id)
    select altered || coalesce(jsonb_agg(jsonb_build_object('name', 'company_facts', 'id', id, 'set', jsonb_build_object('state', state, 'decided_at', decided_at, 'decided_by', decided_by))), '[]')
      into altered from was;
  with gone as (delete from ip_rights r where r.center_id = here and r.company_id = survivor
                   and exists (select from ip_rights o where o.center_id = here and o.company_id = other and o.number = r.number and o.id = any(prefer))
                returning to_jsonb(r) as line)
    select coalesce(jsonb_agg(line), '[]') into lines from gone;
  left_over := left_over || jsonb_build_object('name', 'ip_rights', 'rows', lines);
  with gone as (delete from company_field_values v where v.center_id = here and v.company_id = survivor and v.field_id = any(prefer)
                   and exists (select from company_field_values o where o.center_id = here and o.company_id = other and o.field_id = v.field_id)
                returning to_jsonb(v) as line)
    select coalesce(jsonb_agg(line), '[]') into lines from gone;
  left_over := left_over || jsonb_build_object('name', 'company_field_values', 'rows', lines);
  if to_regclass('public.company_relations') is not null then
    with gone as (delete from company_relations r where r.center_id = here and (r.company_id, r.other_id) in ((survivor, other), (other, survivor)) returning to_jsonb(r) as line)
      select coalesce(jsonb_agg(line), '[]') into lines from gone;
    left_over := left_over || jsonb_build_object('name', 'company_relations', 'rows', lines);
  end if;

  for target in select * from company_columns() where name <> 'company_merges' loop
    clash := 'false';
    for rival in
      select pg_get_expr(i.indpred, i.indrelid) as cond,
             (select string_agg(format('s.%1$I is not distinct from t.%1$I', k.attname), ' and ')
                from pg_attribute k where k.attrelid = i.indrelid and k.attnum = any(i.indkey::int2[]) and k.attname <> target.col) as same
        from pg_index i
        join pg_attribute mine on mine.attrelid = i.indrelid and mine.attname = target.col and mine.attnum = any(i.indkey::int2[])
       where i.indrelid = format('public.%I', target.name)::regclass and i.indisunique and i.indexprs is null
    loop
      clash := clash || format(' or (exists (select from (select * from %1$I where %2$s) s where s.%3$I = $3 and %4$s) and t.ctid in (select ctid from %1$I where center_id = $1 and %3$I = $2 and %2$s))',
                               target.name, coalesce(rival.cond, 'true'), target.col, coalesce(rival.same, 'true'));
    end loop;
    if clash <> 'false' then
      execute format('with gone as (delete from %1$I t where t.center_id = $1 and t.%2$I = $2 and (%3$s) returning to_jsonb(t) as line) select coalesce(jsonb_agg(line), ''[]'') from gone', target.name, target.col, clash)
        into lines using here, other, survivor;
      if lines <> '[]' then left_over := left_over || jsonb_build_object('name', target.name, 'rows', lines); end if;
    end if;
    execute format('with went as (update %1$I t set %2$I = $3 where t.center_id = $1 and t.%2$I = $2 returning (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t)) where key = any($4)) as line) select coalesce(jsonb_agg(line), ''[]'') from went', target.name, target.col)
      into lines using here, other, survivor, target.keys;
    if lines <> '[]' then went_along := went_along || jsonb_build_object('name', target.name, 'col', target.col, 'rows', lines); end if;
  end loop;

  -- Papers and files say of whom they are by kind and id.
  for target in
    select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'subject_type' join pg_attribute b on b.attrelid = c.oid and b.attname = 'subject_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'entries'
  loop
    execute format('with went as (update %I t set subject_id = $3 where t.center_id = $1 and t.subject_type = ''company'' and t.subject_id = $2 returning jsonb_build_object(''center_id'', t.center_id, ''id'', t.id) as line) select coalesce(jsonb_agg(line), ''[]'') from went', target.name)
      into lines using here, other, survivor;
    if lines <> '[]' then went_along := went_along || jsonb_build_object('name', target.name, 'col', 'subject_id', 'rows', lines); end if;
  end loop;

  delete from companies where center_id = here and id = other;
  update company_merges set merged_row = was, moved = went_along, kept = left_over, changed = altered where center_id = here and id = merge;
end $$;

-- Puts a merged file back: its row, all that moved and is still there, and what was kept; the survivor's fields where nobody
-- changed them since.
create or replace function company_unmerge(merge uuid, moment timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  m company_merges;
  road jsonb;
  part jsonb;
  field record;
  keys text[];
begin
  if app_scope() <> 'staff' then raise insufficient_privilege; end if;
  select * into m from company_merges where center_id = here and id = merge and undone_at is null and merged_row is not null for update;
  if m.id is null then raise exception 'nothing to undo' using errcode = 'insufficient_privilege'; end if;
  for field in select key, value from jsonb_each(m.fields) loop
    -- A prospect's plans; its road says both since it was admitted.
    continue when field.key in ('carrier_id', 'admitted_on') and exists (select from companies c where c.center_id = here and c.id = m.survivor_id and (c.state <> 'prospect' or c.term_from is not null));
    execute format('update companies c set %1$I = (jsonb_populate_record(null::companies, jsonb_build_object(%2$L, $1->0))).%1$I where c.center_id = $2 and c.id = $3 and to_jsonb(c)->%2$L = $1->1', field.key, field.key)
      using field.value, here, m.survivor_id;
  end loop;
  -- A company that is entered begins a road under ids of its own, which the one that moved still bears: it steps aside.
  with gone as (
    delete from company_road r
     where r.center_id = here and r.company_id = m.survivor_id
       and r.id in (select (line->>'id')::uuid from jsonb_array_elements(m.moved) piece, jsonb_array_elements(piece->'rows') line where piece->>'name' = 'company_road')
    returning to_jsonb(r) || jsonb_build_object('company_id', m.merged_id) as line)
    select coalesce(jsonb_agg(line), '[]') into road from gone;
  execute (select format('insert into companies (%1$s) select %1$s from jsonb_populate_record(null::companies, $1)', string_agg(quote_ident(attname), ', '))
             from pg_attribute where attrelid = 'companies'::regclass and attnum > 0 and not attisdropped and attgenerated = '') using m.merged_row;
  delete from company_road where center_id = here and company_id = m.merged_id;
  insert into company_road select * from jsonb_populate_recordset(null::company_road, road);
  for part in select jsonb_array_elements(m.moved) loop
    select array(select k.attname::text from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey::int2[]) where i.indrelid = format('public.%I', part->>'name')::regclass and i.indisprimary) into keys;
    execute format('update %1$I t set %2$I = $1 from jsonb_populate_recordset(null::%1$I, $2) k where t.center_id = $3 and t.%2$I = $4 and %3$s',
                   part->>'name', part->>'col', (select string_agg(format('t.%1$I = k.%1$I', key), ' and ') from unnest(keys) key))
      using m.merged_id, part->'rows', here, m.survivor_id;
  end loop;
  for part in select jsonb_array_elements(m.kept) loop
    execute format('insert into %1$I select * from jsonb_populate_recordset(null::%1$I, $1) on conflict do nothing', part->>'name') using part->'rows';
  end loop;
  for part in select jsonb_array_elements(m.changed) loop
    -- A figure of the survivor's that gave way stays so where a newer one was stated meanwhile.
    continue when part->>'name' = 'company_facts' and exists (
      select from company_facts f join company_facts n on n.center_id = f.center_id and n.company_id = f.company_id and n.year = f.year and n.key = f.key and n.id <> f.id
       where f.center_id = here and f.id = (part->>'id')::uuid and n.state = part->'set'->>'state');
    execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $1) v where t.center_id = $2 and t.id = $3', part->>'name',
                   (select string_agg(format('%1$I = v.%1$I', key), ', ') from jsonb_object_keys(part->'set') key))
      using part->'set', here, (part->>'id')::uuid;
  end loop;
  update company_merges set undone_at = moment, merged_row = null, moved = '[]', kept = '[]', changed = '[]', fields = '{}' where center_id = here and id = merge;
end $$;

-- What an entry reads, as one hash: for entries that were redacted, whose link in the chain can't be made again.
create or replace function entry_fields_hash(e entries) returns text
  language sql stable set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(array[
    e.center_id::text, e.id::text, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.name,
    e.actor_kind, e.actor_role, e.actor_name, e.person_id::text, e.membership_id::text, e.address, e.request_id,
    e.subject_type, e.subject_id::text, e.company_id::text, e.for_center::text, e.for_company::text, e.for_mentor::text,
    e.data::text, e.changes_hash,
    (select concat(c.before::text, '|', c.after::text) from entry_changes c where c.center_id = e.center_id and c.entry_id = e.id)]::text, 'UTF8')), 'hex')
$$;

-- ── What is held about a person, and what the law lets go ────────────────────────────────────────────────────

-- Text columns of a center's tables in which a person's phone, address or name can stand. The trail has its own erasure; the search
-- index follows its company; papers are kept by law; what the business register publishes is no secret of a person.
create or replace function personal_columns() returns table (name text, col text, kind text, of_company boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.relname::text, a.attname::text, format_type(a.atttypid, null),
         exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'company_id' and not k.attisdropped)
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]')
     and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'center_id' and not k.attisdropped)
     and c.relname not in ('entries', 'entry_changes', 'entry_personal_values', 'entry_seals', 'entry_heads', 'entry_redactions', 'company_grams', 'documents',
                           'file_contents', 'center_settings', 'departments', 'personal_erasures')
     -- What the business register publishes of a company stays; what staff wrote about it doesn't.
     and (c.relname <> 'companies' or a.attname in ('note', 'address', 'room', 'tags'))
   order by 1, 2
$$;

-- How a row is met: by what belongs to nobody else anywhere in the center, by the name in what belongs to the person's companies.
create or replace function personal_condition(kind text, of_company boolean, name text) returns text
  language sql immutable as $$
  select format('(exists (select from unnest($2) as token where strpos(t.%s::text, token) > 0) or (%s and exists (select from unnest($3) as called where strpos(t.%s::text, called) > 0)))',
                '%1$I', case when of_company then 't.company_id = any($4)'
                     when name = 'import_rows' then '(t.target_id = any($4) or t.values->>''companyId'' = any($4::text[]))' when name = 'companies' then 't.id = any($4)'
                     when name = 'import_batches' then 'exists (select from import_rows r where r.center_id = t.center_id and r.batch_id = t.id and (r.target_id = any($4) or r.values->>''companyId'' = any($4::text[])))' else 'false' end, '%1$I')
$$;

create or replace function all_company_files(of uuid[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct f), '{}') from unnest(of) c, unnest(company_files(c)) f
$$;

-- Every place that holds one of these, with the row as it is. Tokens are phone numbers, mail addresses, and names that nobody else in the
-- center bears; people are who signs in.
drop function if exists personal_traces(text[], text[], uuid);
create or replace function personal_traces(tokens text[], names text[], of_companies uuid[], people uuid[]) returns table (name text, col text, line jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  files_of uuid[] := all_company_files(of_companies);
  place record;
begin
  if app_scope() <> 'staff' then return; end if;
  for place in select * from personal_columns() loop
    return query execute format('select %2$L::text, %1$L::text, to_jsonb(t) from %2$I t where t.center_id = $1 and ' || personal_condition(place.kind, place.of_company, place.name), place.col, place.name)
      using here, tokens, names, files_of;
  end loop;
  return query select 'entry_personal_values'::text, 'value'::text, jsonb_build_object('entry_id', v.entry_id, 'path', v.path, 'value', v.value)
    from entry_personal_values v join entries e on e.center_id = v.center_id and e.id = v.entry_id
   where v.center_id = here and (v.value = any(tokens) or (v.value = any(names) and e.company_id = any(files_of)));
  return query select 'persons'::text, 'phone'::text, jsonb_build_object('name', p.name, 'phone', p.phone, 'email', p.email) from persons p
   where p.id = any(people);
  -- What is the person's own, however common the name.
  return query select 'memberships'::text, 'name'::text, to_jsonb(m) from memberships m where m.center_id = here and m.person_id = any(people) and not (exists (select from unnest(tokens) t where strpos(m.name, t) > 0) or m.company_id = any(files_of));
  return query select 'applicants'::text, 'name'::text, to_jsonb(a) from applicants a where a.center_id = here and a.person_id = any(people) and not exists (select from unnest(tokens) t where strpos(a.name, t) > 0);
  return query select 'applications'::text, 'contact_name'::text, to_jsonb(a) from applications a where a.center_id = here and a.person_id = any(people) and not exists (select from unnest(tokens) t where strpos(a.contact_name, t) > 0);
  return query select 'entries'::text, 'actor_name'::text, jsonb_build_object('actor_name', format('%s × %s', max(e.actor_name), count(*))) from entries e
   where e.center_id = here and e.membership_id in (select m.id from memberships m where m.center_id = here and m.person_id = any(people)) group by e.membership_id;
end $$;

-- Those of a center who sign in, met by number, address or id: staff see no applicant's account otherwise.
create or replace function personal_people(tokens text[], ids uuid[]) returns table (id uuid, name text, phone text, email text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.phone, p.email from persons p
   where app_scope() in ('staff', 'auditor') and (p.phone = any(tokens) or p.email = any(tokens) or p.id = any(ids))
     and (exists (select from memberships m where m.center_id = app_center() and m.person_id = p.id) or exists (select from applicants a where a.center_id = app_center() and a.person_id = p.id))
$$;

-- Papers that were issued, which the law makes the center keep.
create or replace function personal_kept(tokens text[], names text[], of_companies uuid[]) returns table (name text, number text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_scope() <> 'staff' then return; end if;
  return query select 'documents'::text, d.number from documents d
   where d.center_id = app_center()
     and (exists (select from unnest(tokens) t where strpos(to_jsonb(d)::text, t) > 0)
          or (d.company_id = any(all_company_files(of_companies)) and exists (select from unnest(names) n where strpos(to_jsonb(d)::text, n) > 0)))
   order by d.number;
end $$;

-- Takes them away wherever they stand, and the person's way in if no membership is left. The trail keeps its links: what it names the
-- person by is redacted, and the redaction is kept so that the chain still proves the rest.
-- @returns how many rows changed by table, and the contents of uploaded files that named the person
drop function if exists personal_erase(text[], text[], uuid, timestamptz);
create or replace function personal_erase(tokens text[], names text[], of_companies uuid[], people uuid[], moment timestamptz) returns table (name text, many integer, content text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  here uuid := app_center();
  files_of uuid[] := all_company_files(of_companies);
  place record;
  word text;
  touched integer;
  mine uuid[];
  applied uuid[];
  free uuid[];
begin
  if app_scope() <> 'staff' then raise insufficient_privilege; end if;
  if exists (select from persons p where p.id = any(people)
              and not exists (select from memberships m where m.center_id = here and m.person_id = p.id)
              and not exists (select from applicants a where a.center_id = here and a.person_id = p.id)) then
    raise exception 'nobody of this center' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from memberships m where m.person_id = any(people) and m.ended_at is null) then
    raise exception 'the person still acts for somebody' using errcode = 'check_violation';
  end if;
  select coalesce(array_agg(m.id), '{}') into mine from memberships m where m.center_id = here and m.person_id = any(people);
  select coalesce(array_agg(a.id), '{}') into applied from applications a where a.center_id = here and a.person_id = any(people);

  -- Sheets that brought the person in: their rows and the file itself. Papers of an application that came to nothing.
  return query
    select 'files'::text, 1, f.sha256
      from import_batches b join files f on f.center_id = b.center_id and f.id = b.file_id
     where b.center_id = here
       and exists (select from import_rows r where r.center_id = b.center_id and r.batch_id = b.id
                    and (exists (select from unnest(tokens) token where strpos(r.values::text || coalesce(r.before::text, ''), token) > 0)
                         or ((r.target_id = any(files_of) or r.values->>'companyId' = any(files_of::text[]))
                             and exists (select from unnest(names) called where strpos(r.values::text || coalesce(r.before::text, ''), called) > 0))));
  return query
    select 'files'::text, 1, f.sha256 from files f join applications a on a.center_id = f.center_id and a.id = f.subject_id
     where f.center_id = here and f.subject_type = 'application' and a.id = any(applied) and a.state <> 'admitted';

  for place in select * from personal_columns() loop
    touched := 0;
    foreach word in array tokens || names loop
      execute format(
        'with went as (update %2$I t set %1$I = '
          || case place.kind when 'jsonb' then 'replace(t.%1$I::text, trim(both ''"'' from to_json($5)::text), ''＊'')::jsonb'
                             when 'text[]' then 'array_remove(t.%1$I, $5)' else 'replace(t.%1$I, $5, ''＊'')' end
          || ' where t.center_id = $1 and strpos(t.%1$I::text, $5) > 0 and ' || personal_condition(place.kind, place.of_company, place.name) || ' returning 1) select count(*)::int from went',
        place.col, place.name)
        into touched using here, tokens, names, files_of, word;
      if touched > 0 then return query select place.name, touched, null::text; end if;
    end loop;
  end loop;

  -- What is the person's own, however common the name.
  update memberships m set name = '＊', title = '' where m.center_id = here and m.id = any(mine) and m.name <> '＊';
  update mentor_appointments m set organisation = '' where m.center_id = here and m.membership_id = any(mine);
  update invitations i set name = '＊', phone = null, email = null where i.center_id = here and i.accepted_membership_id = any(mine);
  update applicants a set name = '＊', ended_at = coalesce(a.ended_at, moment) where a.center_id = here and a.person_id = any(people);
  update applications a set contact_name = '＊', contact_phone = null, contact_email = null, state = case when a.state = 'draft' then 'withdrawn' else a.state end where a.center_id = here and a.id = any(applied);
  if cardinality(mine) > 0 then return query select 'memberships'::text, cardinality(mine), null::text; end if;
  if cardinality(applied) > 0 then return query select 'applications'::text, cardinality(applied), null::text; end if;

  -- The account goes as well, unless another center knows the person, too.
  select coalesce(array_agg(p.id), '{}') into free from persons p
   where p.id = any(people) and not exists (select from memberships m where m.person_id = p.id and m.center_id <> here)
     and not exists (select from applicants a where a.person_id = p.id and a.center_id <> here) and not exists (select from operators o where o.person_id = p.id);
  if cardinality(free) > 0 then
    update persons p set name = '＊', phone = null, email = null where p.id = any(free);
    update sessions s set ended_at = coalesce(s.ended_at, moment), device = '', address = null where s.person_id = any(free);
    delete from known_devices d where d.person_id = any(free);
    delete from one_time_links l where l.person_id = any(free);
    delete from recovery_codes r where r.person_id = any(free);
    delete from password_history h where h.person_id = any(free);
    delete from credentials c where c.person_id = any(free);
    return query select 'persons'::text, cardinality(free), null::text;
  end if;

  with gone as (
    delete from entry_personal_values v using entries e
     where e.center_id = v.center_id and e.id = v.entry_id and v.center_id = here
       and (v.value = any(tokens) or ((v.value = any(names) or exists (select from unnest(tokens || names) w where strpos(v.value, w) > 0)) and (e.company_id = any(files_of) or e.membership_id = any(mine) or e.person_id = any(people))))
    returning 1)
    select count(*)::int into touched from gone;
  if touched > 0 then return query select 'entry_personal_values'::text, touched, null::text; end if;

  -- The trail: where the person acted, or is named among the company's entries.
  perform set_config('app.erasing', 'yes', true);
  with meant as (
    select e.center_id, e.id from entries e
     where e.center_id = here
       and (e.membership_id = any(mine) or e.person_id = any(people)
            or (e.company_id = any(files_of) and (e.actor_name = any(names) or exists (select from unnest(tokens || names) w where strpos(e.data::text, trim(both '"' from to_json(w)::text)) > 0)))
            or e.actor_name = any(tokens) or exists (select from unnest(tokens) w where strpos(e.data::text, w) > 0)
            or exists (select from entry_changes c where c.center_id = e.center_id and c.entry_id = e.id
                        and (exists (select from unnest(tokens) w where strpos(concat(c.before::text, c.after::text), w) > 0)
                             or (e.company_id = any(files_of) and exists (select from unnest(names) w where strpos(concat(c.before::text, c.after::text), trim(both '"' from to_json(w)::text)) > 0)))))),
  changed as (
    update entries e set actor_name = case when e.membership_id = any(mine) or e.person_id = any(people) or e.actor_name = any(names) or e.actor_name = any(tokens) then '＊' else e.actor_name end,
           data = (select coalesce(jsonb_object_agg(d.key, case when jsonb_typeof(d.value) = 'string' and exists (select from unnest(tokens || names) w where strpos(d.value #>> '{}', w) > 0) then to_jsonb('＊'::text) else d.value end), '{}') from jsonb_each(e.data) d),
           address = case when e.membership_id = any(mine) or e.person_id = any(people) then null else e.address end
      from meant where e.center_id = meant.center_id and e.id = meant.id
    returning e.center_id, e.id)
  insert into entry_redactions (center_id, entry_id, redacted_at, fields_hash)
    select center_id, id, moment, '' from changed
    on conflict (center_id, entry_id) do update set redacted_at = excluded.redacted_at, fields_hash = '';
  foreach word in array tokens || names loop
    update entry_changes c
       set before = replace(c.before::text, trim(both '"' from to_json(word)::text), '＊')::jsonb, after = replace(c.after::text, trim(both '"' from to_json(word)::text), '＊')::jsonb
      from entry_redactions r
     where r.center_id = here and r.fields_hash = '' and c.center_id = r.center_id and c.entry_id = r.entry_id
       and strpos(concat(c.before::text, c.after::text), trim(both '"' from to_json(word)::text)) > 0;
  end loop;
  update entry_redactions r set fields_hash = entry_fields_hash(e) from entries e where r.center_id = here and r.fields_hash = '' and e.center_id = r.center_id and e.id = r.entry_id;
  get diagnostics touched = row_count;
  perform set_config('app.erasing', '', true);
  if touched > 0 then return query select 'entries'::text, touched, null::text; end if;
end $$;

-- What tells a row of a table from every other, as an expression over t.
create or replace function personal_row_key(name text) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select string_agg(format('t.%I::text', a.attname), ' || '':'' || ' order by a.attnum)
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
   where i.indrelid = format('public.%I', name)::regclass and i.indisprimary
$$;

-- Where a name stands within some companies that more than one person there bears, each place with its row: people say whose it is.
create or replace function personal_mentions(names text[], of_companies uuid[]) returns table (place text, name text, col text, line jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
  files_of uuid[] := all_company_files(of_companies);
  spot record;
begin
  if app_scope() <> 'staff' then return; end if;
  for spot in select * from personal_columns() loop
    return query execute format('select md5(%2$L || ''|'' || %1$L || ''|'' || ' || personal_row_key(spot.name) || '), %2$L::text, %1$L::text, to_jsonb(t) from %2$I t where t.center_id = $1 and ' || personal_condition(spot.kind, spot.of_company, spot.name), spot.col, spot.name)
      using here, '{}'::text[], names, files_of;
  end loop;
  return query
    select md5('entries|' || e.id::text), 'entries'::text, 'data'::text,
           jsonb_build_object('id', e.id, 'subject_id', e.subject_id, 'data', e.data, 'before', c.before, 'after', c.after, 'kept', v.kept)
      from entries e
      left join entry_changes c on c.center_id = e.center_id and c.entry_id = e.id
      left join lateral (select jsonb_agg(p.value) as kept from entry_personal_values p where p.center_id = e.center_id and p.entry_id = e.id) v on true
     where e.center_id = here and e.company_id = any(files_of)
       and exists (select from unnest(names) w where strpos(concat(e.data::text, c.before::text, c.after::text, v.kept::text), w) > 0);
end $$;

-- Takes names away at the places that people said, and nowhere else.
create or replace function personal_erase_at(names text[], of_companies uuid[], places text[], moment timestamptz) returns table (name text, many integer, content text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  here uuid := app_center();
  files_of uuid[] := all_company_files(of_companies);
  spot record;
  word text;
  value text;
  touched integer;
begin
  if app_scope() <> 'staff' then raise insufficient_privilege; end if;
  return query
    select distinct 'files'::text, 1, f.sha256
      from import_rows r join import_batches b on b.center_id = r.center_id and b.id = r.batch_id join files f on f.center_id = b.center_id and f.id = b.file_id
     where r.center_id = here and exists (select from unnest(array['values', 'before', 'label', 'problems', 'kept']) c
                                           where md5('import_rows|' || c || '|' || r.center_id::text || ':' || r.batch_id::text || ':' || r.row::text) = any(places));
  for spot in select * from personal_columns() loop
    value := case spot.kind when 'jsonb' then 't.%1$I::text' else 't.%1$I' end;
    foreach word in array names loop
      value := case spot.kind when 'jsonb' then format('replace(%s, %L, ''＊'')', value, trim(both '"' from to_json(word)::text))
                              when 'text[]' then format('array_remove(%s, %L)', value, word) else format('replace(%s, %L, ''＊'')', value, word) end;
    end loop;
    if spot.kind = 'jsonb' then value := '(' || value || ')::jsonb'; end if;
    execute format(
      'with went as (update %2$I t set %1$I = ' || value || ' where t.center_id = $1 and md5(%2$L || ''|'' || %1$L || ''|'' || ' || personal_row_key(spot.name) || ') = any($5) and '
        || personal_condition(spot.kind, spot.of_company, spot.name) || ' returning 1) select count(*)::int from went', spot.col, spot.name)
      into touched using here, '{}'::text[], names, files_of, places;
    if touched > 0 then return query select spot.name, touched, null::text; end if;
  end loop;

  perform set_config('app.erasing', 'yes', true);
  with changed as (
    update entries e
       set data = (select coalesce(jsonb_object_agg(d.key, case when jsonb_typeof(d.value) = 'string' and exists (select from unnest(names) w where strpos(d.value #>> '{}', w) > 0) then to_jsonb('＊'::text) else d.value end), '{}') from jsonb_each(e.data) d)
     where e.center_id = here and e.company_id = any(files_of) and md5('entries|' || e.id::text) = any(places)
    returning e.center_id, e.id)
  insert into entry_redactions (center_id, entry_id, redacted_at, fields_hash)
    select center_id, id, moment, '' from changed
    on conflict (center_id, entry_id) do update set redacted_at = excluded.redacted_at, fields_hash = '';
  delete from entry_personal_values v using entry_redactions r
   where r.center_id = here and r.fields_hash = '' and v.center_id = r.center_id and v.entry_id = r.entry_id and exists (select from unnest(names) w where strpos(v.value, w) > 0);
  foreach word in array names loop
    update entry_changes c
       set before = replace(c.before::text, trim(both '"' from to_json(word)::text), '＊')::jsonb, after = replace(c.after::text, trim(both '"' from to_json(word)::text), '＊')::jsonb
      from entry_redactions r
     where r.center_id = here and r.fields_hash = '' and c.center_id = r.center_id and c.entry_id = r.entry_id
       and strpos(concat(c.before::text, c.after::text), trim(both '"' from to_json(word)::text)) > 0;
  end loop;
  update entry_redactions r set fields_hash = entry_fields_hash(e) from entries e where r.center_id = here and r.fields_hash = '' and e.center_id = r.center_id and e.id = r.entry_id;
  get diagnostics touched = row_count;
  perform set_config('app.erasing', '', true);
  if touched > 0 then return query select 'entries'::text, touched, null::text; end if;
end $$;

-- The sheets that named a person give way to one that says so; their bytes go after the transaction.
create or replace function personal_replace_files(old text[], blank uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  here uuid := app_center();
begin
  if app_scope() <> 'staff' then raise insufficient_privilege; end if;
  update files f set sha256 = b.sha256 from files b where b.center_id = here and b.id = blank and f.center_id = here and f.sha256 = any(old);
  delete from file_contents where center_id = here and sha256 = any(old);
end $$;

-- ── Entries never change ──────────────────────────────────────────────────────────────────────────────────

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  -- What the law lets go is redacted in the trail; entry_redactions keeps what the entry reads since.
  if tg_op = 'UPDATE' and tg_table_name in ('entries', 'entry_changes', 'entry_redactions') and current_setting('app.erasing', true) = 'yes' then return new; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['entries', 'entry_changes', 'entry_seals', 'entry_heads', 'entry_redactions', 'operator_entries'] loop
    execute format('drop trigger if exists append_only on %I', kept);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', kept);
    execute format('drop trigger if exists append_only_truncate on %I', kept);
    execute format('create trigger append_only_truncate before truncate on %I for each statement execute function refuse_change()', kept);
  end loop;
end $$;

-- ── What pages offer for choice ────────────────────────────────────────────────────────────────────────────

-- A center's people, departments, carriers, items: asked for by every list and seldom changed, so processes keep them until the
-- stamp that comes with each session is another one. At the end of a transaction, so that its row isn't locked for longer than a
-- commit takes, and once in it. The moment stands beside the transaction because a restored database counts those anew.
create or replace function offer_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  stamp text := pg_current_xact_id()::text || '@' || extract(epoch from transaction_timestamp())::text;
  center uuid;
begin
  if tg_argv[0] <> 'everywhere' then center := coalesce(new.center_id, old.center_id); end if;
  update center_settings set offer_stamp = stamp where (center is null or center_id = center) and offer_stamp <> stamp;
  return null;
end $$;

do $$
declare
  offering record;
begin
  for offering in
    select * from (values ('memberships', ''), ('departments', ''), ('carriers', ''), ('company_fields', ''), ('service_items', ''), ('service_item_versions', ''),
                          ('saved_views', ''), ('answer_templates', ''), ('calendar_years', 'everywhere'), ('calendar_days', 'everywhere')) as t(name, reach)
  loop
    execute format('drop trigger if exists offer_changed on %I', offering.name);
    execute format('create constraint trigger offer_changed after insert or update or delete on %I deferrable initially deferred
                    for each row execute function offer_changed(%L)', offering.name, offering.reach);
  end loop;
end $$;

-- ── Rights ────────────────────────────────────────────────────────────────────────────────────────────────

-- A policy that doesn't bind the owner of a table is no wall: every table with policies gets FORCE.
do $$
declare
  walled record;
begin
  for walled in
    select c.oid::regclass as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity and not c.relforcerowsecurity
  loop
    execute format('alter table %s force row level security', walled.name);
  end loop;
end $$;

grant select, insert, update, delete on all tables in schema public to dxe_app;
grant usage, select on all sequences in schema public to dxe_app;
revoke update, delete, truncate on entries, entry_changes, operator_entries from dxe_app;
-- What the law has erased the owner erases; the app only adds.
revoke update, delete, truncate on entry_personal_values from dxe_app;
-- What waits to be sealed can be added to, and taken away by the sealer alone.
revoke update, delete, truncate on entry_queue from dxe_app;
revoke insert, update, delete, truncate on entry_seals, entry_heads, entry_redactions from dxe_app;
-- A rating stays as it was given, and what was said stays said, and read: nobody corrects or removes any of it.
revoke update, delete, truncate on request_ratings, request_messages, request_message_reads, request_urges, approval_opinions from dxe_app;
-- The code is the company's; the desk puts it there and learns of a try only whether it was right.
revoke update, delete, truncate on request_codes from dxe_app;
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to dxe_app;
