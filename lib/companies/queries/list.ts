import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { carriers, companies, companyAssignments } from '@/db/schema/companies';
import { companyFields, companyFieldValues } from '@/db/schema/companies-fields';
import { memberships } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { among, asIs, type Bind, byName, gathered, literally, once, writtenByShape, writtenOnce } from '@/db/written-once';
import type { Plain } from '@/lib/imports/registry';
import { isBusinessStaff, roleOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addMonths, type Day, dayOf } from '@/lib/kernel/dates';
import { keptOffer } from '@/lib/kernel/kept-offer';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { isKnownLong, listKey, rememberLong } from '@/lib/kernel/long-lists';
import { type FieldKind, fieldKey, loadField } from '../fields';
import type { CompanyListParams, CompanyState, LeadingIndustry, TrioRole } from '../inputs';
import { stoodIn } from './road';
import { withField } from './fields';
import { callsFor, FEW, named, namedAndCounted, tagged } from './search';

export interface CompanyRow {
  id: string;
  name: string;
  creditCode: string | null;
  state: CompanyState;
  leadingIndustry: LeadingIndustry | null;
  carrier: string | null;
  room: string | null;
  admittedOn: string | null;
  leftOn: string | null;
  dueOn: string | null;
  establishedOn: string | null;
  legalRepresentative: string | null;
  tags: string[];
  updatedAt: Date;
  trio: Trio;
  /** Values of the center's own fields that stand in the list, by `fieldKey`. */
  own: Readonly<Record<string, Plain>>;
}
interface TrioMember {
  id: string;
  name: string;
}
export type Trio = Partial<Record<TrioRole, TrioMember>>;

type Filters = CompanyListParams['filters'];

/** A term that ends within so many months ends soon. */
const SOON_MONTHS = 6;

/** The one condition behind rows, total, export and bulk acts. */
export async function companyWhere(ctx: Ctx, filters: Filters): Promise<SQL | undefined> {
  return and(
    filters.q === undefined ? undefined : await named(ctx, filters.q),
    filters.tag === undefined ? undefined : await tagged(ctx, filters.tag),
    filters.asOf === undefined ? undefined : stoodIn(ctx, filters.state ?? 'incubating', filters.asOf),
    filters.field === undefined || filters.value === undefined ? undefined : await withField(ctx, filters.field, filters.value),
    filteredBy(ctx, filters, asIs),
  );
}

/** What of it says always the same in the same shape. */
function filteredBy(ctx: Ctx, { state, asOf, carrier, leading, year, due, liaison, mentor }: Filters, bind: Bind): SQL | undefined {
  return and(
    state === undefined || asOf !== undefined ? undefined : among(companies.state, [state]),
    carrier === undefined ? undefined : eq(companies.carrierId, bind('carrier', carrier)),
    leading === undefined ? undefined : among(companies.leadingIndustry, [leading]),
    year === undefined ? undefined : gte(companies.admittedOn, bind('yearFrom', `${year}-01-01`)),
    year === undefined ? undefined : lte(companies.admittedOn, bind('yearTo', `${year}-12-31`)),
    due === undefined ? undefined : dueWhere(due, dayOf(ctx.now), bind),
    lookedAfter(ctx, 'liaison', liaison, bind),
    lookedAfter(ctx, 'mentor', mentor, bind),
  );
}

function dueWhere(due: 'over' | 'soon', today: Day, bind: Bind): SQL {
  const [from, to] = [bind('today', today), bind('soon', addMonths(today, SOON_MONTHS))];
  return due === 'over' ? sql`${companies.dueOn} < ${from}` : sql`${companies.dueOn} between ${from} and ${to}`;
}

function lookedAfter(ctx: Ctx, role: TrioRole, who: string | undefined, bind: Bind): SQL | undefined {
  if (who === undefined) return undefined;
  const open = and(eq(companyAssignments.role, role), isNull(companyAssignments.untilOn));
  if (who === 'none') {
    return sql`not exists (${ctx.db.select({ one: sql`1` }).from(companyAssignments).where(and(open, eq(companyAssignments.companyId, companies.id)))})`;
  }
  return inArray(
    companies.id,
    ctx.db.select({ id: companyAssignments.companyId }).from(companyAssignments).where(and(open, eq(companyAssignments.membershipId, bind(role, who)))),
  );
}

/** Each order is that of an index, so that a page costs its rows: companies without the date come last, or first when turned round. */
function orderOf({ sort, dir }: Pick<CompanyListParams, 'sort' | 'dir'>): SQL[] {
  const down = dir === 'desc';
  switch (sort) {
    case 'name':
      return down ? [desc(companies.pinyin), desc(companies.id)] : [asc(companies.pinyin), asc(companies.id)];
    case 'due':
      return down ? [desc(companies.dueOn), desc(companies.id)] : [asc(companies.dueOn), asc(companies.id)];
    case 'updated':
      return down ? [desc(companies.updatedAt), desc(companies.id)] : [asc(companies.updatedAt), asc(companies.id)];
    case 'admitted':
    case 'established': {
      const column = sort === 'admitted' ? companies.admittedOn : companies.establishedOn;
      return down
        ? [sql`${column} desc nulls last`, sql`${companies.id} desc nulls last`]
        : [sql`${column} asc nulls first`, sql`${companies.id} asc nulls first`];
    }
  }
}

/** A column of the row a question beside it is about: a question of one table alone names its columns without their table. */
const its = (column: AnyPgColumn) => sql`${companies}.${sql.identifier(column.name)}`;

const columns = {
  id: companies.id,
  name: companies.name,
  creditCode: companies.creditCode,
  state: companies.state,
  leadingIndustry: companies.leadingIndustry,
  // Asked for the rows that are shown alone: joined, it would be found for every one that is sorted.
  carrier: sql<string | null>`(select c.name from ${carriers} c where c.center_id = ${its(companies.centerId)} and c.id = ${its(companies.carrierId)})`,
  room: companies.room,
  admittedOn: companies.admittedOn,
  leftOn: companies.leftOn,
  dueOn: companies.dueOn,
  establishedOn: companies.establishedOn,
  legalRepresentative: companies.legalRepresentative,
  tags: companies.tags,
  updatedAt: companies.updatedAt,
};

const pageAsked = writtenByShape<{ execute(values: Record<string, unknown>): Promise<Found[]> }>();

/** A page of companies and how many there are: exact up to 10,000, or wholly when the address asks for it. */
export async function listCompanies(ctx: Ctx, params: CompanyListParams): Promise<{ rows: CompanyRow[]; total: number; over: boolean }> {
  const { filters } = params;
  const exact = filters.exact === '1';
  const key = listKey(ctx, 'companies', filters);
  const long = !exact && isKnownLong(key, ctx);
  const page = await pageOf(ctx, params, long);
  // A page behind the last has no row to carry the number.
  const many = page[0]?.total ?? (params.page === 1 ? 0 : await countCompanies(ctx, await companyWhere(ctx, filters), exact));
  if (!exact && many > REACHABLE_ROWS) rememberLong(key, ctx);
  const rows = page.map(({ total: _, trio, own, ...row }) => ({ ...row, trio: asTrio(trio), own: asOwn(own ?? []) }));
  return { rows, ...(exact || many <= REACHABLE_ROWS ? { total: many, over: false } : { total: REACHABLE_ROWS, over: true }) };
}

async function pageOf(ctx: Ctx, params: CompanyListParams, long: boolean): Promise<Found[]> {
  const { filters, sort, dir } = params;
  const { state, carrier, leading, year, due, liaison, mentor, q, tag, asOf, field, exact } = filters;
  const others = [state, carrier, leading, year, due, liaison, mentor, tag, asOf, field].some((one) => one !== undefined);
  if (q !== undefined && !others && seesAll(ctx)) {
    const rows = await rowsNamed(ctx, q, params);
    if (rows.length > 0) return rows;
    const { where, many } = await namedAndCounted(ctx, q);
    return rowsOf(ctx, where, params, long ? REACHABLE_ROWS + 1 : many, asIs);
  }
  if ([q, tag, asOf, field].some((one) => one !== undefined)) return rowsOf(ctx, await companyWhere(ctx, filters), params, long ? REACHABLE_ROWS + 1 : null, asIs);
  const whom = (who: string | undefined) => (who === undefined || who === 'none' ? who : 'one');
  const first = params.page === 1;
  const shape = JSON.stringify([state, carrier === undefined, leading, year === undefined, due, whom(liaison), whom(mentor), sort, dir, exact, long, first, params.size]);
  const today = dayOf(ctx.now);
  // How best to reach a page further on hangs on how far: only the first keeps its plan.
  return pageAsked(ctx.db, shape, () => rowsOf(ctx, filteredBy(ctx, filters, byName), params, long ? REACHABLE_ROWS + 1 : null, byName).prepare(first ? KEPT : '')).execute({
    ...{ carrier, liaison, mentor, today, soon: addMonths(today, SOON_MONTHS) },
    ...{ yearFrom: `${year}-01-01`, yearTo: `${year}-12-31`, offset: offsetOf(params) },
  });
}

/** The rows and their number in one question, where few are named; none where that isn't so, or nobody is. */
async function rowsNamed(ctx: Ctx, text: string, params: CompanyListParams): Promise<Found[]> {
  const calls = callsFor(ctx, text);
  if (calls === null) return [];
  const many = sql<number>`(select count(*)::int from named)`;
  const where = sql`${companies.id} = any(array(select found from named)) and ${many} <= ${literally(FEW)}`;
  const asked = (bind: Bind) => rowsOf(ctx, where, params, many, bind, calls.found(bind));
  if (!calls.areAlwaysTheSame) return asked(asIs);
  const first = params.page === 1;
  const shape = JSON.stringify(['named', params.sort, params.dir, first, params.size]);
  return pageAsked(ctx.db, shape, () => asked(byName).prepare(first ? KEPT : '')).execute({ key: calls.key, offset: offsetOf(params) });
}

/** Whose companies are all of the center's: what a search of the center counts is then what they see. */
function seesAll({ actor }: Ctx): boolean {
  return isBusinessStaff(actor) || roleOf(actor) === 'auditor';
}

/**
 * @param known how many there are, where that was counted before
 * @param calls what `named` stands for in `where` and `known`
 */
function rowsOf(ctx: Ctx, where: SQL | undefined, params: CompanyListParams, known: number | SQL<number> | null, bind: Bind, calls?: SQL) {
  const total = known === null ? countOf(ctx, where, params.filters.exact === '1') : typeof known === 'number' ? sql<number>`${known}::int` : known;
  return ctx.db
    .with(...(calls === undefined ? [] : [ctx.db.$with('named', { found: sql<string>`found` }).as(calls)]))
    .select({ ...columns, trio: trioNow, own: ownInList, total })
    .from(companies)
    .where(where)
    .orderBy(...orderOf(params))
    .limit(literally(params.size))
    .offset(params.page === 1 ? literally(0) : bind('offset', offsetOf(params)));
}
type Found = Awaited<ReturnType<typeof rowsOf>>[number];

/** How many, exact up to 10,000: a value in another question. */
function countOf(ctx: Ctx, where: SQL | undefined, exact: boolean): SQL<number> {
  const matching = ctx.db.select({ one: sql`1`.as('one') }).from(companies).where(where);
  return sql`(select count(*)::int from ${exact ? matching.as('matching') : matching.limit(literally(REACHABLE_ROWS + 1)).as('matching')})`;
}

async function countCompanies(ctx: Ctx, where: SQL | undefined, exact: boolean): Promise<number> {
  const [row] = await ctx.db.select({ many: countOf(ctx, where, exact) }).from(once);
  return row?.many ?? 0;
}

/** Who looks after a company now, beside its row. */
const trioNow = sql<(TrioMember & { role: TrioRole })[] | null>`(
  select json_agg(json_build_object('role', a.role, 'id', m.id, 'name', m.name))
    from ${companyAssignments} a join ${memberships} m on m.center_id = a.center_id and m.id = a.membership_id
   where a.center_id = ${its(companies.centerId)} and a.company_id = ${its(companies.id)} and a.until_on is null)`;

interface OwnValue {
  field: string;
  kind: FieldKind;
  text: string | null;
  number: string | null;
  date: string | null;
}

/** What a company holds of the center's own fields that stand in the list, beside its row. */
const ownInList = sql<OwnValue[] | null>`(
  select json_agg(json_build_object('field', f.id, 'kind', f.kind, 'text', v.text_value, 'number', v.number_value::text, 'date', v.date_value))
    from ${companyFieldValues} v join ${companyFields} f on f.center_id = v.center_id and f.id = v.field_id
   where v.center_id = ${its(companies.centerId)} and v.company_id = ${its(companies.id)} and f.in_list and f.closed_at is null)`;

function asOwn(values: readonly OwnValue[]): Record<string, Plain> {
  return Object.fromEntries(
    values.map(({ field, kind, text, number, date }) => [fieldKey(field), loadField(kind, { textValue: text, numberValue: number === null ? null : BigInt(number), dateValue: date })]),
  );
}

function asTrio(people: (TrioMember & { role: TrioRole })[] | null): Trio {
  return Object.fromEntries((people ?? []).map(({ role, id, name }) => [role, { id, name }]));
}

/** Who looks after these companies now. */
export async function triosOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Trio>> {
  const trios = new Map<string, Trio>();
  if (ids.length === 0) return trios;
  const rows = await ctx.db
    .select({ companyId: companyAssignments.companyId, role: companyAssignments.role, id: memberships.id, name: memberships.name })
    .from(companyAssignments)
    .innerJoin(memberships, eq(memberships.id, companyAssignments.membershipId))
    .where(and(inArray(companyAssignments.companyId, [...ids]), isNull(companyAssignments.untilOn)));
  for (const { companyId, role, id, name } of rows) trios.set(companyId, { ...trios.get(companyId), [role]: { id, name } });
  return trios;
}

/** All ids of a list in its order, for an export: at most `most`. */
export async function listCompanyIds(ctx: Ctx, params: CompanyListParams, most: number): Promise<string[]> {
  const where = await companyWhere(ctx, params.filters);
  const rows = await ctx.db.select({ id: companies.id }).from(companies).where(where).orderBy(...orderOf(params)).limit(most);
  return rows.map((row) => row.id);
}

const choicesAsked = writtenOnce((db) =>
  db
    .select({
      carriers: gathered(carriers, { id: carriers.id, name: carriers.name, kind: carriers.kind, closedOn: carriers.closedOn }, undefined, sql`${carriers.name}`),
      people: gathered(
        memberships,
        { id: memberships.id, name: memberships.name, role: memberships.role },
        and(inArray(memberships.role, ['director', 'manager', 'liaison', 'counsellor', 'mentor']), isNull(memberships.endedAt)),
        sql`${memberships.name}, ${memberships.id}`,
      ),
    })
    .from(once)
    .prepare(KEPT),
);

/** What the list's filters offer. */
export async function companyChoices(ctx: Ctx) {
  const [row] = await keptOffer(ctx, 'company choices', () => choicesAsked(ctx.db).execute());
  return row ?? { carriers: [], people: [] };
}
