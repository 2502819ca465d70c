import { and, asc, desc, eq, gte, inArray, isNotNull, lt, lte, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { approvalLanes } from '@/db/schema/approvals';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { ofNamed } from '@/lib/companies/queries/search';
import { membershipOf } from '@/lib/kernel/actor';
import { KEPT } from '@/db/kept';
import { among, asIs, type Bind, byName, literally, once, writtenByShape, writtenOnce } from '@/db/written-once';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf, yearOf } from '@/lib/kernel/dates';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { isKnownLong, listKey, rememberLong } from '@/lib/kernel/long-lists';
import { compactCode } from '@/lib/kernel/text';
import type { DeskView, OwnRequestListParams, RequestFilters, RequestListParams, RequestState } from '../inputs';
import { endOfWeek, type Timed } from '../rules';

export interface RequestRow extends Timed {
  id: string;
  number: string | null;
  title: string;
  item: string;
  itemEn: string;
  companyId: string;
  company: string;
  room: string | null;
  state: RequestState;
  ownerId: string | null;
  owner: string | null;
  submittedAt: Date | null;
  returnedAt: Date | null;
  refusedAt: Date | null;
  decidedAt: Date | null;
  completedAt: Date | null;
  updatedAt: Date;
  grade: number | null;
  repair: 'open' | 'done' | 'rated' | null;
  laneWaits: boolean;
  supervisedUntil: string | null;
  duplicateOf: string | null;
  /** How often it went back for correction. */
  rounds: number;
  /** Of a request that is being worked on, its lanes in their order. */
  lanes: LaneMark[] | null;
}

/** A lane as a queue shows it. */
export interface LaneMark {
  name: string;
  nameEn: string;
  state: string;
  dueOn: Day | null;
  days: number;
}

const inHand = ['submitted', 'accepted'] as const;
const open = ['submitted', 'accepted', 'returned', 'decided'] as const;
/** Numbers people type without their year are looked for from here on. */
const FIRST_YEAR = 2012;

/** The one condition behind rows, total and export. */
async function requestWhere(ctx: Ctx, filters: RequestFilters, today: Day): Promise<SQL | undefined> {
  return and(filteredBy(ctx, filters, today, asIs), filters.q === undefined ? undefined : await spokenOf(ctx, filters.q, today));
}

/** The same but for a text that is looked for. */
function filteredBy(ctx: Ctx, filters: RequestFilters, today: Day, bind: Bind): SQL | undefined {
  const { show = 'open', state, item, company, owner, lane } = filters;
  return and(
    shown(ctx, show, state, today, bind),
    state === undefined ? undefined : among(requests.state, [state]),
    item === undefined ? undefined : eq(requests.itemId, bind('item', item)),
    company === undefined ? undefined : eq(requests.companyId, bind('company', company)),
    owner === undefined ? undefined : eq(requests.ownerId, bind('owner', owner)),
    lane === undefined ? undefined : inArray(requests.id, inLane(ctx, bind('lane', lane))),
  );
}

/** Where a lane of that name is under way now. */
function inLane(ctx: Ctx, name: string | Placeholder) {
  return ctx.db
    .select({ id: approvalLanes.subjectId })
    .from(approvalLanes)
    .where(and(inArray(approvalLanes.state, ['open', 'stopped']), eq(approvalLanes.subjectType, 'request'), eq(approvalLanes.name, name)));
}

/** A state that is asked for replaces the states a view implies. */
function shown(ctx: Ctx, show: DeskView, state: string | undefined, today: Day, bind: Bind = asIs): SQL | undefined {
  const states = (implied: readonly RequestState[]) => (state === undefined ? among(requests.state, implied) : undefined);
  switch (show) {
    case 'mine':
      return and(eq(requests.ownerId, bind('me', meOf(ctx))), states(inHand));
    case 'accept':
      return among(requests.state, ['submitted']);
    case 'week':
      return and(states(inHand), lte(requests.nextDueOn, bind('weekEnd', endOfWeek(today))));
    case 'late':
      return isLate(bind('today', today));
    case 'confirm':
      return among(requests.state, ['confirming']);
    case 'supervised':
      return isNotNull(requests.supervisedUntil);
    case 'spot':
      return and(eq(requests.spot, true), eq(requests.state, 'completed'));
    case 'open':
      return states(open);
    case 'all':
      return undefined;
  }
}

/** Only a day that is known can have passed. `next_due_on` is what the index is ordered by. */
export function isLate(today: Day | Placeholder): SQL | undefined {
  return and(
    among(requests.state, inHand),
    lt(requests.nextDueOn, today),
    or(and(among(requests.state, ['submitted']), lt(requests.acceptDueOn, today)), and(among(requests.state, ['accepted']), lt(requests.dueOn, today))),
  );
}

async function spokenOf(ctx: Ctx, typed: string, today: Day): Promise<SQL | undefined> {
  const numbers = numbersMeant(typed, today);
  if (numbers !== null) return inArray(requests.number, numbers);
  return ofNamed(ctx, typed, requests);
}

/** FW-2026-000123, 2026-123 or just 123, which is then looked for in every year. Null when it isn't a number at all. */
export function numbersMeant(typed: string, today: Day): string[] | null {
  const parts = /^(?:FW-?)?(?:(20\d{2})-)?(\d{1,6})$/.exec(compactCode(typed));
  if (parts?.[2] === undefined) return null;
  const serial = parts[2].padStart(6, '0');
  if (parts[1] !== undefined) return [`FW-${parts[1]}-${serial}`];
  const last = yearOf(today);
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => `FW-${last - index}-${serial}`);
}

const shape = {
  id: requests.id,
  number: requests.number,
  title: requests.title,
  item: serviceItemVersions.name,
  itemEn: serviceItemVersions.nameEn,
  companyId: requests.companyId,
  company: companies.name,
  room: companies.room,
  state: requests.state,
  ownerId: requests.ownerId,
  owner: memberships.name,
  acceptanceDays: requests.acceptanceDays,
  promisedDays: requests.promisedDays,
  acceptDueOn: requests.acceptDueOn,
  dueOn: requests.dueOn,
  nextDueOn: requests.nextDueOn,
  submittedAt: requests.submittedAt,
  returnedAt: requests.returnedAt,
  refusedAt: requests.refusedAt,
  decidedAt: requests.decidedAt,
  completedAt: requests.completedAt,
  updatedAt: requests.updatedAt,
  grade: requests.grade,
  repair: requests.repair,
  laneWaits: requests.laneWaits,
  supervisedUntil: requests.supervisedUntil,
  duplicateOf: requests.duplicateOf,
  rounds: sql<number>`(select count(*)::int from request_returns r where r.center_id = requests.center_id and r.request_id = requests.id)`,
  lanes: sql<LaneMark[] | null>`case when requests.state = 'accepted' then (
    select json_agg(json_build_object('name', l.name, 'nameEn', l.name_en, 'state', l.state, 'dueOn', l.due_on, 'days', l.days) order by l.stage, l.position)
      from approval_rounds p join approval_lanes l on l.center_id = p.center_id and l.round_id = p.id
     where p.center_id = requests.center_id and p.subject_type = 'request' and p.subject_id = requests.id and p.state = 'open') end`,
};

const meOf = (ctx: Ctx) => membershipOf(ctx.actor) ?? '';

interface Page {
  page: number;
  size: number;
}

/** Finds the page in the order of an index first, and joins names to its few rows only. `more` comes with each of them. */
function rowsOf<M extends Record<string, SQL>>(ctx: Ctx, where: SQL | undefined, order: SQL[], page: Page, more: M, bind: Bind = asIs) {
  const found = ctx.db
    .select({ id: requests.id })
    .from(requests)
    .where(where)
    .orderBy(...order)
    .limit(literally(page.size))
    .offset(page.page === 1 ? literally(0) : bind('offset', offsetOf(page)))
    .as('found');
  return ctx.db
    .select({ ...shape, ...more })
    .from(found)
    .innerJoin(requests, eq(requests.id, found.id))
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.id, requests.versionId))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(memberships, eq(memberships.id, requests.ownerId))
    .orderBy(...order);
}

interface Asked {
  where: SQL | undefined;
  order: SQL[];
  page: Page;
  exact?: boolean;
  /** The list's, where it may be long. */
  key?: string;
}

const counted = (ctx: Ctx, { where, exact = false, key }: Asked) =>
  !exact && key !== undefined && isKnownLong(key, ctx) ? sql<number>`${REACHABLE_ROWS + 1}::int` : countOf(ctx, where, exact);

/** A page and how many there are: one question, unless the page lies behind the last and has no row to carry the number. */
async function pageOf(ctx: Ctx, asked: Asked): Promise<Total & { rows: RequestRow[] }> {
  return pageFrom(ctx, asked, await rowsOf(ctx, asked.where, asked.order, asked.page, { total: counted(ctx, asked) }));
}

async function pageFrom(ctx: Ctx, { where, page, exact = false, key }: Asked, found: (RequestRow & { total: number })[]): Promise<Total & { rows: RequestRow[] }> {
  const [first] = found;
  if (first === undefined) return { rows: [], ...(page.page === 1 ? within(0, exact) : await totalOf(ctx, where, exact)) };
  if (!exact && key !== undefined && first.total > REACHABLE_ROWS) rememberLong(key, ctx);
  return { rows: found.map(({ total: _, ...row }) => row), ...within(first.total, exact) };
}

/** How many, exact up to 10,000: counting a million rows costs more than the page. */
async function totalOf(ctx: Ctx, where: SQL | undefined, exact: boolean): Promise<Total> {
  const [row] = await ctx.db.select({ total: countOf(ctx, where, exact) }).from(once);
  return within(row?.total ?? 0, exact);
}

interface Total {
  total: number;
  over: boolean;
}

/** The same as a value in another question. */
function countOf(ctx: Pick<Ctx, 'db'>, where: SQL | undefined, exact: boolean): SQL<number> {
  const matching = ctx.db.select({ one: sql`1`.as('one') }).from(requests).where(where);
  return sql`(select count(*)::int from ${exact ? matching.as('some') : matching.limit(literally(REACHABLE_ROWS + 1)).as('some')})`;
}

function within(counted: number, exact: boolean): Total {
  return exact ? { total: counted, over: false } : { total: Math.min(counted, REACHABLE_ROWS), over: counted > REACHABLE_ROWS };
}

function orderOf({ sort, dir }: Pick<RequestListParams, 'sort' | 'dir'>): SQL[] {
  const turn = dir === 'desc' ? desc : asc;
  return sort === 'due' ? [turn(requests.nextDueOn), turn(requests.id)] : [turn(requests.submittedAt), turn(requests.id)];
}

const pageAsked = writtenByShape<{ execute(values: Record<string, unknown>): Promise<(RequestRow & { total: number })[]> }>();

/** The desk's queue: by what is due next; what waits for nobody at the desk comes last. */
export async function listRequests(ctx: Ctx, params: RequestListParams) {
  const { filters } = params;
  const today = dayOf(ctx.now);
  const asked = { order: orderOf(params), page: params, exact: filters.exact === '1', key: listKey(ctx, 'requests', filters) };
  if (filters.q !== undefined) return pageOf(ctx, { ...asked, where: await requestWhere(ctx, filters, today) });
  const { show, state, item, company, owner, lane } = filters;
  const [long, first] = [isKnownLong(asked.key, ctx), params.page === 1];
  const shape = JSON.stringify([show, state, item === undefined, company === undefined, owner === undefined, lane === undefined, params.sort, params.dir, asked.exact, long, params.size, first]);
  // How best to reach a page further on hangs on how far: only the first keeps its plan.
  const question = pageAsked(ctx.db, shape, () => {
    const where = filteredBy(ctx, filters, today, byName);
    return rowsOf(ctx, where, asked.order, params, { total: counted(ctx, { ...asked, where }) }, byName).prepare(first ? KEPT : '');
  });
  const found = await question.execute({ today, weekEnd: endOfWeek(today), me: meOf(ctx), item, company, owner, lane, offset: offsetOf(params) });
  return pageFrom(ctx, { ...asked, where: found.length === 0 ? filteredBy(ctx, filters, today, asIs) : undefined }, found);
}

/** The rows of the queue in its order, for an export: at most `most`. */
export async function exportRequests(ctx: Ctx, params: RequestListParams, most: number): Promise<RequestRow[]> {
  return rowsOf(ctx, await requestWhere(ctx, params.filters, dayOf(ctx.now)), orderOf(params), { page: 1, size: most }, {});
}

/** The requests of the company that reads, drafts included, newest first. */
export async function listOwnRequests(ctx: Ctx, params: OwnRequestListParams) {
  const where = params.filters.state === undefined ? undefined : eq(requests.state, params.filters.state);
  const turn = params.dir === 'desc' ? desc : asc;
  const own = and(ctx.actor.kind === 'member' && ctx.actor.companyId !== null ? eq(requests.companyId, ctx.actor.companyId) : sql`false`, where);
  return pageOf(ctx, { where: own, order: [turn(requests.id)], page: params });
}

/** The last few requests of one company, for its file at the desk. */
export async function requestsOfCompany(ctx: Ctx, companyId: string, limit = 10) {
  const where = eq(requests.companyId, companyId);
  return pageOf(ctx, { where, order: [desc(requests.id)], page: { page: 1, size: limit } });
}

export interface QueueCounts {
  mine: number;
  mineLate: number;
  /** Due today or on the next day. */
  mineSoon: number;
  toAccept: number;
}

const queueCounted = writtenOnce((db) => {
  const today = sql.placeholder('today');
  // Behind a select of its own: the planner would plan for everybody anew, since some hold nothing.
  const me = sql`(select ${sql.placeholder('me')}::uuid)`;
  return db
    .select({
      mine: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${isLate(today)}))::int`,
      soon: sql<number>`(count(*) filter (where ${and(gte(requests.nextDueOn, today), lte(requests.nextDueOn, sql.placeholder('soon')))}))::int`,
      toAccept: countOf({ db }, among(requests.state, ['submitted']), false),
    })
    .from(requests)
    .where(and(eq(requests.ownerId, me), among(requests.state, inHand)))
    .prepare(KEPT);
});

/** What stands over the queue. Bounded by what one person holds and what waits to be accepted. */
export async function countQueue(ctx: Ctx, soonUntil: Day): Promise<QueueCounts> {
  const [mine] = await queueCounted(ctx.db).execute({ me: meOf(ctx), today: dayOf(ctx.now), soon: soonUntil });
  return { mine: mine?.mine ?? 0, mineLate: mine?.late ?? 0, mineSoon: mine?.soon ?? 0, toAccept: Math.min(mine?.toAccept ?? 0, REACHABLE_ROWS) };
}

/** The numbers of today's desk: one's own, and the whole center's, each exact up to 10,000; more than that is 10,001. */
export async function countDesk(ctx: Ctx): Promise<{ mine: number; late: number; week: number; toAccept: number }> {
  const today = dayOf(ctx.now);
  const total = (show: DeskView) => countOf(ctx, shown(ctx, show, undefined, today), false);
  const [row] = await ctx.db.select({ late: total('late'), week: total('week'), toAccept: total('accept') }).from(once);
  return { mine: await countInHand(ctx), late: row?.late ?? 0, week: row?.week ?? 0, toAccept: row?.toAccept ?? 0 };
}

/** What is in one's hands at the desk; for the number beside the navigation. */
export async function countInHand(ctx: Ctx): Promise<number> {
  return ctx.db.$count(requests, and(eq(requests.ownerId, membershipOf(ctx.actor) ?? ''), inArray(requests.state, [...inHand])));
}

/** Requests whose number begins the ⌘K search's text, or names a company; the newest first. */
export async function jumpToRequests(ctx: Ctx, typed: string, limit: number) {
  const numbers = numbersMeant(typed, dayOf(ctx.now));
  if (numbers === null) return [];
  return ctx.db
    .select({ id: requests.id, number: requests.number, title: requests.title, company: companies.name })
    .from(requests)
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .where(inArray(requests.number, numbers))
    .orderBy(desc(requests.number))
    .limit(limit);
}

/** What of a company's requests is open, how many are late, and by when the next thing is due. */
export async function openOfCompany(ctx: Ctx, companyId: string): Promise<{ open: number; late: number; next: Day | null }> {
  const today = dayOf(ctx.now);
  const [row] = await ctx.db
    .select({ open: sql<number>`count(*)::int`, late: sql<number>`(count(*) filter (where ${isLate(today)}))::int`, next: sql<Day | null>`min(${requests.nextDueOn})::text` })
    .from(requests)
    .where(and(eq(requests.companyId, companyId), inArray(requests.state, [...inHand])));
  return row ?? { open: 0, late: 0, next: null };
}
