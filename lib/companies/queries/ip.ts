import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { ipRights } from '@/db/schema/companies-ip';
import type { OutCell } from '@/lib/imports/write-sheet';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { type IpKind, ipKinds, type IpListParams } from '../inputs/ip';
import { ipCells } from '../ip-sheet';
import { classOf } from '../rules/ip';
import { ofNamed } from './search';

const columns = {
  id: ipRights.id,
  companyId: ipRights.companyId,
  company: companies.name,
  kind: ipRights.kind,
  number: ipRights.number,
  title: ipRights.title,
  filedOn: ipRights.filedOn,
  grantedOn: ipRights.grantedOn,
  acquired: ipRights.acquired,
  owner: ipRights.owner,
  expiresOn: ipRights.expiresOn,
  endedOn: ipRights.endedOn,
  pledged: ipRights.pledged,
  usedBefore: ipRights.usedBefore,
  note: ipRights.note,
  version: ipRights.version,
};

export type IpRow = Awaited<ReturnType<typeof ipOf>>[number];
type Raw = { kind: string };
const typed = <R extends Raw>(rows: readonly R[]) => rows.map((row) => ({ ...row, kind: row.kind as IpKind }));

/** Every right of one company, those of class I first and the newest first. */
export async function ipOf(ctx: Ctx, companyId: string) {
  const rows = await ctx.db
    .select(columns)
    .from(ipRights)
    .innerJoin(companies, eq(companies.id, ipRights.companyId))
    .where(eq(ipRights.companyId, companyId))
    .orderBy(sql`${ipRights.grantedOn} desc nulls first`, desc(ipRights.id));
  return typed(rows).sort((a, b) => ipKinds.indexOf(a.kind) - ipKinds.indexOf(b.kind));
}

/** The one condition behind rows, total and export. */
async function ipWhere(ctx: Ctx, filters: IpListParams['filters']): Promise<SQL | undefined> {
  const today = dayOf(ctx.now);
  const kinds = filters.class === undefined ? undefined : ipKinds.filter((kind) => classOf(kind) === Number(filters.class));
  const q = filters.q;
  const byCompany = q === undefined ? undefined : await ofNamed(ctx, q, ipRights);
  const number = q?.replace(/[\s-]/g, '').toUpperCase().replace(/^ZL/, '');
  return and(
    q === undefined ? undefined : or(eq(ipRights.number, number ?? ''), sql`strpos(${ipRights.title}, ${q}) > 0`, byCompany),
    filters.kind === undefined ? undefined : eq(ipRights.kind, filters.kind),
    kinds === undefined ? undefined : inArray(ipRights.kind, [...kinds]),
    filters.company === undefined ? undefined : eq(ipRights.companyId, filters.company),
    filters.pledged === undefined ? undefined : eq(ipRights.pledged, true),
    filters.year === undefined ? undefined : and(gte(ipRights.grantedOn, `${filters.year}-01-01`), lte(ipRights.grantedOn, `${filters.year}-12-31`)),
    filters.state === undefined ? undefined : inState(filters.state, today),
  );
}

function inState(state: 'filed' | 'valid' | 'expired' | 'ended', today: Day): SQL | undefined {
  const ended = lte(ipRights.endedOn, today);
  const goesOn = or(isNull(ipRights.endedOn), gt(ipRights.endedOn, today));
  const expired = lt(ipRights.expiresOn, today);
  const lasts = or(isNull(ipRights.expiresOn), gte(ipRights.expiresOn, today));
  const granted = lte(ipRights.grantedOn, today);
  switch (state) {
    case 'ended':
      return ended;
    case 'expired':
      return and(goesOn, expired);
    case 'valid':
      return validOn(today);
    case 'filed':
      return and(goesOn, lasts, or(isNull(ipRights.grantedOn), not(granted)));
  }
}

/** 有效: granted by that day, not given up and not run out on it. */
export function validOn(day: Day): SQL | undefined {
  return and(
    lte(ipRights.grantedOn, day),
    or(isNull(ipRights.endedOn), gt(ipRights.endedOn, day)),
    or(isNull(ipRights.expiresOn), gte(ipRights.expiresOn, day)),
  );
}

function orderOf({ sort, dir }: Pick<IpListParams, 'sort' | 'dir'>): SQL[] {
  const column = sort === 'granted' ? ipRights.grantedOn : sort === 'filed' ? ipRights.filedOn : ipRights.expiresOn;
  return dir === 'desc' ? [sql`${column} desc nulls last`, desc(ipRights.id)] : [sql`${column} asc nulls last`, asc(ipRights.id)];
}

/** A page of the center's rights and how many there are, exact to 10,000. */
export async function listIp(ctx: Ctx, params: IpListParams) {
  const where = await ipWhere(ctx, params.filters);
  const rows = await ctx.db
    .select(columns)
    .from(ipRights)
    .innerJoin(companies, eq(companies.id, ipRights.companyId))
    .where(where)
    .orderBy(...orderOf(params))
    .limit(params.size)
    .offset(offsetOf(params));
  const counted = ctx.db.select({ one: sql`1`.as('one') }).from(ipRights).where(where).limit(REACHABLE_ROWS + 1).as('counted');
  const [row] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(counted);
  const many = row?.many ?? 0;
  return { rows: typed(rows), total: Math.min(many, REACHABLE_ROWS), over: many > REACHABLE_ROWS };
}

const PART = 2_000;

/** The same rows for a sheet, a part at a time. */
async function* everyIp(ctx: Ctx, params: IpListParams) {
  const where = await ipWhere(ctx, params.filters);
  for (let offset = 0; ; offset += PART) {
    const rows = await ctx.db
      .select({ ...columns, creditCode: companies.creditCode })
      .from(ipRights)
      .innerJoin(companies, eq(companies.id, ipRights.companyId))
      .where(where)
      .orderBy(...orderOf(params))
      .limit(PART)
      .offset(offset);
    yield typed(rows);
    if (rows.length < PART) return;
  }
}

/** The list as a sheet's rows, which read back as they are. */
export async function* ipRowsOut(ctx: Ctx, params: IpListParams, locale: string): AsyncGenerator<OutCell[]> {
  for await (const part of everyIp(ctx, params)) for (const row of part) yield ipCells(row, locale);
}
