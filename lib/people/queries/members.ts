import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { departments } from '@/db/schema/centers';
import { memberships, sessions } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { among, asIs, type Bind, byName, literally, writtenByShape } from '@/db/written-once';
import type { MemberRole } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { maskPhone, parsePhone } from '@/lib/kernel/phone';
import type { peopleList } from '../inputs';

type PeopleParams = ReturnType<(typeof peopleList)['parse']>;

export interface PersonRow {
  id: string;
  name: string;
  title: string;
  role: MemberRole;
  departmentName: string | null;
  departmentNameEn: string | null;
  /** Null for the administrator, who sees no company. */
  companyName: string | null;
  phone: string | null;
  startedAt: Date;
  endedAt: Date | null;
}

/** One condition for the rows and for their number. */
function matching({ filters }: PeopleParams, bind: Bind = asIs): SQL | undefined {
  const { role, department, state, left, q } = filters;
  const phone = phoneIn(q);
  return and(
    role === undefined ? undefined : among(memberships.role, [role]),
    department === undefined ? undefined : eq(memberships.departmentId, bind('department', department)),
    left === '1' ? lastOfCompany : state === 'current' ? isNull(memberships.endedAt) : state === 'ended' ? isNotNull(memberships.endedAt) : undefined,
    q === undefined
      ? undefined
      : or(
          sql`strpos(lower(memberships.name), lower(${bind('q', q)})) > 0`,
          phone === null ? undefined : sql`exists (select from persons p where p.id = memberships.person_id and p.phone = ${bind('phone', phone)})`,
        ),
  );
}

const phoneIn = (q: string | undefined) => (q === undefined ? null : parsePhone(q));

const lastOfCompany = sql`memberships.ended_at is not null and memberships.company_id is not null and not exists (
  select from memberships m where m.center_id = memberships.center_id and m.company_id = memberships.company_id and m.ended_at is null)`;

const sorts = { name: memberships.name, role: memberships.role, started: memberships.startedAt } as const;

const shape = {
  id: memberships.id,
  name: memberships.name,
  title: memberships.title,
  role: memberships.role,
  departmentName: departments.name,
  departmentNameEn: departments.nameEn,
  companyName: companies.name,
  phone: sql<string | null>`(select p.phone from persons p where p.id = memberships.person_id)`,
  startedAt: memberships.startedAt,
  endedAt: memberships.endedAt,
};
const departmentOf = and(eq(departments.centerId, memberships.centerId), eq(departments.id, memberships.departmentId));
const companyOf = and(eq(companies.centerId, memberships.centerId), eq(companies.id, memberships.companyId));
const withMask = <R extends { phone: string | null }>(row: R): R => ({ ...row, phone: row.phone === null ? null : maskPhone(row.phone) });

function ordered({ dir, sort }: PeopleParams): SQL[] {
  const order = dir === 'asc' ? asc : desc;
  return [order(sorts[sort]), order(memberships.id)];
}

type Found = PersonRow & { total: number };
const pageAsked = writtenByShape<{ execute(values: Record<string, unknown>): Promise<Found[]> }>();

/** A page of the center's people and how many there are, exact to 10,000. Rows and total come in one round trip. */
export async function listPeople({ db }: Ctx, params: PeopleParams): Promise<{ rows: PersonRow[]; total: number; over: boolean }> {
  const { role, department, state, left, q } = params.filters;
  const [phone, first] = [phoneIn(q), params.page === 1];
  const shape = JSON.stringify([role, department === undefined, state, left, q === undefined, phone === null, params.sort, params.dir, params.size, first]);
  const found = await pageAsked(db, shape, () => rowsOf(db, params).prepare(first ? KEPT : '')).execute({ department, q, phone, offset: offsetOf(params) });
  const rows = found.map(({ total: _, ...row }) => withMask(row));
  // A page behind the last has no row to carry the number.
  const total = found[0]?.total ?? (first ? 0 : await countOf(db, matching(params)));
  return { rows, total: Math.min(total, REACHABLE_ROWS), over: total > REACHABLE_ROWS };
}

function rowsOf(db: Ctx['db'], params: PeopleParams) {
  const where = matching(params, byName);
  const counted = db.select({ one: sql`1` }).from(memberships).where(where).limit(literally(REACHABLE_ROWS + 1)).as('counted');
  return db
    .select({ ...shape, total: sql<number>`(select count(*)::int from ${counted})` })
    .from(memberships)
    .leftJoin(departments, departmentOf)
    .leftJoin(companies, companyOf)
    .where(where)
    .orderBy(...ordered(params))
    .limit(literally(params.size))
    .offset(params.page === 1 ? literally(0) : byName('offset', 0));
}

const MOST_EXPORTED = 50_000;

/** The same rows for a sheet. */
export async function exportPeople({ db }: Ctx, params: PeopleParams): Promise<PersonRow[]> {
  const rows = await db
    .select(shape)
    .from(memberships)
    .leftJoin(departments, departmentOf)
    .leftJoin(companies, companyOf)
    .where(matching(params))
    .orderBy(...ordered(params))
    .limit(MOST_EXPORTED);
  return rows.map(withMask);
}

async function countOf(db: Ctx['db'], where: SQL | undefined): Promise<number> {
  const counted = db.select({ one: sql`1` }).from(memberships).where(where).limit(REACHABLE_ROWS + 1).as('counted');
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(counted);
  return row?.count ?? 0;
}

/** One member as the people's page shows them. Null for the unknown and the foreign alike. */
export async function getMember({ db, now }: Ctx, id: string) {
  const [row] = await db
    .select({
      ...shape,
      personId: memberships.personId,
      centerId: memberships.centerId,
      departmentId: memberships.departmentId,
      companyId: memberships.companyId,
      version: memberships.version,
      email: sql<string | null>`(select p.email from persons p where p.id = memberships.person_id)`,
    })
    .from(memberships)
    .leftJoin(departments, departmentOf)
    .leftJoin(companies, companyOf)
    .where(eq(memberships.id, id));
  if (row === undefined) return null;
  const [seen] = await db
    .select({
      open: sql<number>`count(*) filter (where sessions.ended_at is null and sessions.expires_at > ${now.toISOString()}::timestamptz)::int`,
      last: sql<Date | null>`max(sessions.last_seen_at)`.mapWith(sessions.lastSeenAt),
    })
    .from(sessions)
    .where(eq(sessions.personId, row.personId));
  return { ...withMask(row), email: row.email === null ? null : maskEmail(row.email), sessions: { open: seen?.open ?? 0, last: seen?.last ?? null } };
}

function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 2)}***@${domain}`;
}
