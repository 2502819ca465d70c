import pg from 'pg';

/** Somebody signed in. */
export interface Visitor {
  cookie: string;
  center: string;
  membership: string;
  person: string;
}

export interface Place extends Visitor {
  origin: string;
  /** A completed request. */
  request: string;
}

/** The pages whose ratio to the bare page is kept in docs/bench.md. */
export function pages(place: Place): { name: string; path: string }[] {
  return [
    { name: 'people list (filter, sort, total)', path: '/desk/settings/people?role=liaison&sort=name' },
    { name: 'company list (two filters, sort, total)', path: '/desk/companies?state=incubating&leading=biomedicine&sort=admitted' },
    { name: 'company search, common characters', path: `/desk/companies?q=${encodeURIComponent('科技')}` },
    { name: 'company search, rare characters', path: `/desk/companies?q=${encodeURIComponent('肽谷')}` },
    { name: 'queue by what is due next', path: '/desk/requests?show=open' },
    { name: 'request list with company', path: '/desk/requests?show=all&sort=submitted&dir=desc' },
    { name: 'board of the lanes', path: '/desk/requests/board' },
    { name: 'request', path: `/desk/requests/${place.request}` },
  ];
}

/** What the lists ask the database, under the same row-level security, without a page around it. */
export function rawSql(place: Place): { name: string; text: string }[] {
  const quoted = (text: string) => pg.escapeLiteral(text);
  const settings = `select set_config('app.scope', 'staff', true), set_config('app.role', 'director', true),
    set_config('app.center_id', ${quoted(place.center)}, true), set_config('app.membership_id', ${quoted(place.membership)}, true),
    set_config('app.person_id', ${quoted(place.person)}, true)`;
  const asStaff = (query: string) => `begin isolation level repeatable read read only; ${settings}; ${query}; commit`;
  return [
    {
      name: 'people list',
      text: asStaff(`select id, name, role from memberships where role = 'liaison' and ended_at is null order by name, id limit 20;
        select count(*) from (select 1 from memberships where role = 'liaison' and ended_at is null limit 10001) counted`),
    },
    {
      name: 'company list',
      text: asStaff(`select id, name, state, admitted_on from companies where state = 'incubating' and leading_industry = 'biomedicine' order by admitted_on, id limit 20;
        select count(*) from (select 1 from companies where state = 'incubating' and leading_industry = 'biomedicine' limit 10001) counted`),
    },
    {
      name: 'queue',
      text: asStaff(`select r.id, r.number, c.name from requests r join companies c on c.center_id = r.center_id and c.id = r.company_id
        where r.state in ('submitted', 'accepted', 'returned', 'decided') order by r.next_due_on, r.id limit 20;
        select count(*) from (select 1 from requests where state in ('submitted', 'accepted', 'returned', 'decided') limit 10001) counted`),
    },
  ];
}
