import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type pg from 'pg';
import { demoLogins } from '@/db/seed/logins';
import { companyRoles, type Role, staffRoles } from '@/lib/kernel/actor';

/**
 * Every page of the product, found by walking `app/`, so that a new one can't be forgotten: by the photographs, by axe,
 * by the width and weight tests, and by the tests of who may enter. A page with an id in its address needs a line in
 * `examples`; without one everything that walks the pages fails.
 */
export type Visitor = Role | 'nobody';

/** URL patterns as Next names them: `/desk/requests/[request]`. Sorted. */
export function listPages(root = process.cwd()): string[] {
  return readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file === 'page.tsx' || file.endsWith(`${sep}page.tsx`))
    .map((file) => `/${file.split(sep).slice(0, -1).filter((part) => !part.startsWith('(')).join('/')}`)
    .sort();
}

/** Whose portal a page stands in; a role of it may still be refused by the page itself. */
export function portalOf(pattern: string): readonly Visitor[] {
  const [, portal = ''] = pattern.split('/');
  switch (portal) {
    case 'desk':
      return staffRoles;
    case 'my':
      return companyRoles;
    case 'mentor':
      return ['mentor'];
    case 'admin':
      return ['operator'];
    case 'apply':
      return ['applicant'];
    case 'account':
    case 'choose':
      return ['director', 'company_owner', 'mentor', 'operator'];
    case 'bare':
      return [];
    default:
      return ['nobody'];
  }
}

/** Pages that lead on at once and show nothing of their own to anybody who isn't half signed in; what `/foreign` says, errors.spec.ts looks at. */
export const passages: readonly string[] = ['/', '/foreign', '/setup', '/sign-in/verify'];

const mine = 'select m.center_id, m.company_id, m.id from memberships m join persons p on p.id = m.person_id where p.phone = $1 and m.ended_at is null order by m.started_at limit 1';

/** One with a mentor, and so with everything else. */
const aCompany = `with me as (${mine}) select a.company_id from company_assignments a, me where a.center_id = me.center_id and a.role = 'mentor' order by a.until_on desc nulls first, a.company_id limit 1`;

/**
 * Addresses of pages that take an id: SQL that answers the values of one address a row, as somebody with the phone
 * number $1 would find them. More rows where a page looks different in different states. Null: only a journey makes one, and looks at it.
 */
const examples: Record<string, string | null> = {
  '/admin/calendar/[year]': 'select max(year)::text from calendar_years',
  '/admin/centers/[center]': 'select id from centers order by created_at, id limit 1',
  '/admin/trail/[entry]': "select e.id || '?center=' || e.center_id from entries e where e.name = 'department.renamed' order by e.occurred_at, e.id limit 1",
  '/desk/catalogue/[item]': `with me as (${mine}) select i.id from service_items i, me where i.center_id = me.center_id order by i.position limit 1`,
  '/desk/catalogue/[item]/edit': `with me as (${mine}) select i.id from service_items i, me where i.center_id = me.center_id order by i.position limit 1`,
  '/[center]': "select slug from centers where slug = 'lanzhou'",
  '/[center]/register': "select slug from centers where slug = 'lanzhou'",
  '/apply/[application]': `select distinct on (a.state) a.id from applications a join persons p on p.id = a.person_id where p.phone = $1 order by a.state, a.id`,
  '/desk/admission/[application]': `with me as (${mine}) select distinct on (a.state) a.id from applications a, me where a.center_id = me.center_id and (a.state <> 'draft' or a.person_id is null) order by a.state, a.id`,
  '/desk/admission/[application]/edit': null,
  '/desk/companies/[company]': aCompany,
  '/desk/companies/[company]/contacts/new': aCompany,
  '/desk/companies/[company]/contacts/[contact]': `with me as (${mine}) select c.company_id, c.id from company_contacts c, me where c.center_id = me.center_id order by c.id limit 1`,
  '/desk/companies/[company]/edit': aCompany,
  '/desk/companies/[company]/facts': aCompany,
  '/desk/companies/[company]/facts/[year]': `with me as (${mine}) select distinct on (f.state) f.company_id, f.year from company_facts f, me where f.center_id = me.center_id and f.state in ('proposed', 'verified', 'disputed') order by f.state, f.year desc, f.company_id`,
  '/desk/companies/[company]/files': aCompany,
  '/desk/companies/[company]/history': aCompany,
  '/desk/companies/[company]/ip': aCompany,
  '/desk/companies/[company]/ip/[right]': `with me as (${mine}) select i.company_id, i.id from ip_rights i, me where i.center_id = me.center_id order by i.id limit 1`,
  '/desk/companies/[company]/merge': aCompany,
  '/desk/companies/[company]/personal/[kind]/[person]': `with me as (${mine}) (select p.company_id, 'key' as kind, p.id from company_people p, me where p.center_id = me.center_id order by p.id limit 1) union all (select m.company_id, 'member', m.id from memberships m, me where m.center_id = me.center_id and m.company_id is not null and m.ended_at is null order by m.id limit 1) union all (select c.company_id, 'contact', c.id from company_contacts c, me where c.center_id = me.center_id order by c.id limit 1)`,
  '/desk/companies/[company]/people': aCompany,
  '/desk/companies/[company]/profile': `with me as (${mine}) select distinct on (p.state) p.company_id from company_proposals p, me where p.center_id = me.center_id order by p.state, p.id`,
  '/desk/companies/[company]/profile/accounts/[account]': `with me as (${mine}) select b.company_id, b.id from company_bank_accounts b, me where b.center_id = me.center_id order by b.id limit 1`,
  '/desk/companies/[company]/requests': aCompany,
  '/desk/companies/[company]/graduate': aCompany,
  '/desk/companies/[company]/leave': aCompany,
  '/desk/companies/[company]/road': aCompany,
  '/desk/companies/[company]/road/[step]': `with me as (${mine}) select r.company_id, r.id from company_road r, me where r.center_id = me.center_id and r.kind = 'admitted' order by r.on_day desc, r.id limit 1`,
  '/desk/companies/[company]/visits': aCompany,
  '/desk/companies/collection/[round]': `with me as (${mine}) select r.id from collection_rounds r, me where r.center_id = me.center_id order by r.year desc`,
  '/desk/documents/[document]': `with me as (${mine}) select distinct on (d.kind) d.id from documents d, me where d.center_id = me.center_id order by d.kind, d.id`,
  '/desk/figures/[indicator]': "select distinct indicator from published_figures where indicator in ('companies.cumulative')",
  '/desk/imports/[batch]': `with me as (${mine}) select b.id from import_batches b, me where b.center_id = me.center_id and b.group_id is null order by b.created_at, b.id limit 1`,
  '/desk/imports/takeover/[group]': null,
  '/desk/mentoring/mentors/[mentor]': `with me as (${mine}) select m.id from memberships m join persons p on p.id = m.person_id, me where m.center_id = me.center_id and p.phone = '13900000010'`,
  '/desk/mentoring/visits/[visit]': `with me as (${mine}) select distinct on (v.state) v.id from visits v, me where v.center_id = me.center_id order by v.state, v.id`,
  '/desk/notices/[notice]': `with me as (${mine}) select distinct on (n.state, n.due_on is null) n.id from notices n, me where n.center_id = me.center_id order by n.state, n.due_on is null, n.id`,
  '/desk/notices/[notice]/answers/[company]': `with me as (${mine}) select distinct on (r.answered_at is null) r.notice_id, r.company_id from notice_recipients r, me where r.center_id = me.center_id order by r.answered_at is null, r.id`,
  '/desk/notices/[notice]/recipients': `with me as (${mine}) select n.id from notices n, me where n.center_id = me.center_id and n.state = 'draft' order by n.id limit 1`,
  '/desk/requests/[request]': `with me as (${mine}) select distinct on (r.state) r.id from requests r, me where r.center_id = me.center_id and r.state <> 'draft' order by r.state, r.id`,
  '/desk/settings/calendar/[year]': 'select max(year)::text from calendar_years',
  '/desk/settings/calendar/[year]/edit': 'select max(year)::text from calendar_years',
  '/desk/settings/channels/[channel]': `with me as (${mine}) select c.id from channels c, me where c.center_id = me.center_id order by c.id limit 1`,
  '/desk/settings/departments/[department]': `with me as (${mine}) select d.id from departments d, me where d.center_id = me.center_id order by d.position limit 1`,
  '/desk/settings/fields/[field]': `with me as (${mine}) select f.id from company_fields f, me where f.center_id = me.center_id order by f.position limit 1`,
  '/desk/settings/privacy/[kind]/[person]': `with me as (${mine}) select 'member', m.id from memberships m, me where m.center_id = me.center_id and m.role = 'mentor' order by m.id limit 1`,
  '/desk/settings/people/[person]': `with me as (${mine}) select m.id from memberships m, me where m.center_id = me.center_id and m.role = 'liaison' order by m.id limit 1`,
  // One that the administrator may see as well: of people and settings, not of business.
  '/desk/settings/trail/[entry]': `with me as (${mine}) select e.id from entries e, me where e.center_id = me.center_id and e.name = 'department.renamed' order by e.occurred_at, e.id limit 1`,
  '/mentor/companies/[company]': `with me as (${mine}) select a.company_id from company_assignments a, me where a.center_id = me.center_id and a.membership_id = me.id and a.until_on is null order by a.company_id limit 1`,
  '/mentor/visits/[visit]': `with me as (${mine}) select distinct on (v.state) v.id from visits v, me where v.center_id = me.center_id and v.membership_id = me.id order by v.state, v.id`,
  '/mentor/visits/[visit]/correct': `with me as (${mine}) select v.id from visits v, me where v.center_id = me.center_id and v.membership_id = me.id and v.state = 'disputed' order by v.id limit 1`,
  '/my/collection/[round]': `with me as (${mine}) select a.round_id from collection_answers a join collection_rounds r on r.id = a.round_id, me where a.center_id = me.center_id and a.company_id = me.company_id order by r.year desc`,
  '/my/company/contacts/[contact]': `with me as (${mine}) select c.id from company_contacts c, me where c.center_id = me.center_id and c.company_id = me.company_id order by c.id limit 1`,
  '/my/company/facts/[year]': `with me as (${mine}) select distinct on (f.state) f.year from company_facts f, me where f.center_id = me.center_id and f.company_id = me.company_id and f.state in ('proposed', 'verified', 'disputed') order by f.state, f.year desc`,
  '/my/company/ip/[right]': `with me as (${mine}) select i.id from ip_rights i, me where i.center_id = me.center_id and i.company_id = me.company_id order by i.id limit 1`,
  '/my/documents/[document]': `with me as (${mine}) select distinct on (d.kind) d.id from documents d, me where d.center_id = me.center_id and d.company_id = me.company_id order by d.kind, d.id`,
  '/my/notices/[notice]': `with me as (${mine}) select distinct on (n.state, n.due_on is null, r.answered_at is null) n.id from notices n join notice_recipients r on r.center_id = n.center_id and r.notice_id = n.id, me where n.center_id = me.center_id and r.company_id = me.company_id order by n.state, n.due_on is null, r.answered_at is null, n.id`,
  '/my/people/[membership]/end': `with me as (${mine}) select m.id from memberships m, me where m.company_id = me.company_id and m.role = 'company_member' and m.ended_at is null order by m.id limit 1`,
  '/my/requests/[request]': `with me as (${mine}) select distinct on (r.state) r.id from requests r, me where r.center_id = me.center_id and r.company_id = me.company_id order by r.state, r.id`,
  '/my/requests/new/[item]': `with me as (${mine}) select i.id from service_items i, me where i.center_id = me.center_id order by i.position limit 1`,
  '/my/visits/[visit]': `with me as (${mine}) select distinct on (v.state) v.id from visits v, me where v.center_id = me.center_id and v.company_id = me.company_id order by v.state, v.id`,
  '/invitation/[token]': "select 'an-invitation-that-does-not-exist'",
  '/link/[token]': "select 'a-link-that-does-not-exist'",
  '/verify/[code]': 'select code from documents order by id limit 1',
};

/** Pages whose rows only a journey makes. */
export function isMadeByJourney(pattern: string): boolean {
  return examples[pattern] === null;
}

/** @throws when a pattern with an id has no example, or the demo has no row for it */
export async function addressesOf(database: pg.Client, pattern: string, visitor: Visitor): Promise<string[]> {
  if (!pattern.includes('[')) return [pattern];
  const query = examples[pattern];
  if (query === null) return [];
  if (query === undefined) throw new Error(`${pattern} needs an example in e2e/routes.ts`);
  const phone = demoLogins().find((login) => login.role === visitor)?.phone ?? '';
  const { rows } = await database.query<unknown[]>({ text: query, values: query.includes('$1') ? [phone] : [], rowMode: 'array' });
  if (rows.length === 0) throw new Error(`the demo has no example of ${pattern} for ${visitor}`);
  return rows.map((values) => {
    const left = [...values];
    return pattern.replace(/\[[^\]]+\]/g, () => String(left.shift()));
  });
}
