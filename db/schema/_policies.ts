import { type SQL, sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';
import type { Scope } from '@/lib/kernel/actor';

/**
 * Row-level security in one shape. The settings are read through the app_*() functions of migrations/before.sql,
 * which PostgreSQL inlines. A table has one read policy and one write policy, so that `center_id = app_center()`
 * stands at the top of the condition and indexes that lead with center_id are used.
 */

export const appRole = pgRole('dxe_app').existing();

/** What a scope may see or write of a table: all rows of the center, or those for which the condition holds. */
export type Grant = true | SQL;
export type Grants = Partial<Record<Scope, Grant>>;

const desk: Grants = { staff: true, job: true };
export const businessRead: Grants = { ...desk, auditor: true };
export const businessWrite: Grants = desk;
export const peopleRead: Grants = { ...desk, administrator: true, auditor: true, operator: true };

/** Rows of the company the actor acts for. */
export const ownCompany = sql.raw('company_id = app_company()');
/** Rows of the companies a mentor looks after now, or did until 30 days ago. */
export const mentoredCompany = sql.raw('company_id in (select app_mentored_companies())');
export const ownMembership = sql.raw('membership_id = app_membership()');
export const ownPerson = sql.raw('person_id = app_person()');

/**
 * Asked once a row, and taken by the planner for every second row; a chain of "or" would be asked arm by arm and taken for
 * one row in a hundred, which makes plans for tables that are nearly empty.
 */
function condition(grants: Grants): string {
  const arms = Object.entries(grants).map(([scope, grant]) => `when '${scope}' then ${grant === true ? 'true' : `(${text(grant)})`}`);
  return arms.length > 0 ? `case app_scope() ${arms.join(' ')} else false end` : 'false';
}

function text(fragment: SQL): string {
  return fragment.queryChunks
    .map((chunk) => (typeof chunk === 'object' && chunk !== null && 'value' in chunk ? String(chunk.value) : ''))
    .join('');
}

/** The owner runs migrations, seed, backup and the SECURITY DEFINER functions; FORCE would shut it out too. */
export const ownerAll = () =>
  pgPolicy('owner_all', { for: 'all', to: 'current_user', using: sql`true`, withCheck: sql`true` });

/** Policies of a table that belongs to a center. `write` covers insert, update and delete. */
export function centered(grants: { read: Grants; write: Grants }) {
  const inCenter = (rows: Grants) => sql.raw(`center_id = app_center() and (${condition(rows)})`);
  const read = inCenter(grants.read);
  const write = inCenter(grants.write);
  return [
    ownerAll(),
    pgPolicy('app_read', { for: 'select', to: appRole, using: read }),
    pgPolicy('app_insert', { for: 'insert', to: appRole, withCheck: write }),
    pgPolicy('app_update', { for: 'update', to: appRole, using: write, withCheck: write }),
    pgPolicy('app_delete', { for: 'delete', to: appRole, using: write }),
  ];
}

/** Policies of a table outside any center: the condition alone decides; `insert` where a new row may come from others than an edit. */
export function global(grants: { read: SQL; write: SQL; insert?: SQL }) {
  return [
    ownerAll(),
    pgPolicy('app_read', { for: 'select', to: appRole, using: grants.read }),
    pgPolicy('app_insert', { for: 'insert', to: appRole, withCheck: grants.insert ?? grants.write }),
    pgPolicy('app_update', { for: 'update', to: appRole, using: grants.write, withCheck: grants.write }),
    pgPolicy('app_delete', { for: 'delete', to: appRole, using: grants.write }),
  ];
}
