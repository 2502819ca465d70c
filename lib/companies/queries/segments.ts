import { asc, eq } from 'drizzle-orm';
import { companySegments } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { companyList, type CompanyListParams } from '../inputs';
import { listCompanies, listCompanyIds } from './list';

/** More companies than one center will write to at once. */
const MOST = 50_000;

export interface Segment {
  id: string;
  name: string;
  /** What follows the list's path, '?' included. */
  query: string;
  by: string | null;
}

const view = { id: companySegments.id, name: companySegments.name, query: companySegments.query, by: memberships.name };

/** 分组: saved filters that the center shares, by name. */
export async function listSegments(ctx: Ctx): Promise<Segment[]> {
  return ctx.db.select(view).from(companySegments).leftJoin(memberships, eq(memberships.id, companySegments.createdBy)).orderBy(asc(companySegments.name), asc(companySegments.id));
}

export async function getSegment(ctx: Ctx, id: string): Promise<Segment | null> {
  if (!isId(id)) return null;
  const [row] = await ctx.db.select(view).from(companySegments).leftJoin(memberships, eq(memberships.id, companySegments.createdBy)).where(eq(companySegments.id, id));
  return row ?? null;
}

/** The companies a segment means now, by id in the list's order. @throws NotFoundError */
export async function companiesOfSegment(ctx: Ctx, id: string): Promise<string[]> {
  const segment = found(await getSegment(ctx, id));
  return listCompanyIds(ctx, paramsOf(segment.query), MOST);
}

/** How many companies a segment means now: exact to 10,000. */
export async function countOfSegment(ctx: Ctx, segment: Pick<Segment, 'query'>): Promise<{ total: number; over: boolean }> {
  return listCompanies(ctx, { ...paramsOf(segment.query), page: 1, size: 1 });
}

export function paramsOf(query: string): CompanyListParams {
  const given: SearchParams = {};
  const search = new URLSearchParams(query.startsWith('?') ? query.slice(1) : query);
  for (const key of search.keys()) given[key] = search.getAll(key);
  return companyList.parse(given);
}
