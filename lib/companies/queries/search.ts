import { inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { companies } from '@/db/schema/companies';
import type { Ctx } from '@/lib/kernel/context';
import { REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { nameKey } from '@/lib/kernel/text';
import type { CompanyState } from '../inputs';

/** Up to here the ids travel with the query; beyond it the database looks them up itself. */
const FEW = 400;

/** What nearly every name ends with stands in no piece: of these texts nothing is left to look up. */
const ENDINGS = '有限责任公司股份有限公司';
const ENDING = /(有限?|有限责任?公?司?|有限公司?|股份?有?限?公?司?)$/;
const hasPieces = (key: string) => [...key].length >= 2 && !ENDINGS.includes(key) && ([...key].length === 2 || [...key.replace(ENDING, '')].length >= 2);

/**
 * Narrows to companies that a text names. Few matches are looked up by their pieces; when more match than a list can show,
 * any order of the list meets them soon, so the rows are read in that order and compared.
 */
export async function named(ctx: Ctx, text: string): Promise<SQL | undefined> {
  const key = nameKey(text).replaceAll('|', '');
  if (key === '') return undefined;
  const holds = sql`(strpos(${companies.searchKey}, company_key(${key})) > 0 or starts_with(${companies.creditCode}, ${key.toUpperCase()}))`;
  if (!hasPieces(key)) return holds;
  return byFunction(ctx, sql`company_search(${key}, ${REACHABLE_ROWS + 1})`, holds);
}

/** So many companies' rows of another table are gathered by company; of more, the table is read in the list's own order. */
const GATHERED = 2_000;

/**
 * Narrows rows of another table to those of companies that a text names; `of` are that table's columns. However many are
 * named, neither the page nor the total reads all rows of both tables.
 */
export async function ofNamed(ctx: Ctx, text: string, of: { centerId: AnyPgColumn; companyId: AnyPgColumn }): Promise<SQL | undefined> {
  const key = nameKey(text).replaceAll('|', '');
  const call = sql`company_search(${key}, ${REACHABLE_ROWS + 1})`;
  if (hasPieces(key)) {
    const ids = (await ctx.db.select({ id: sql<string>`found` }).from(sql`${call} as found`)).map((row) => row.id);
    if (ids.length <= GATHERED) return ids.length === 0 ? sql`false` : sql`${of.companyId} = any(${sql.param(ids)}::uuid[])`;
    // "is true" keeps it a look-up per row: as a join it would gather all rows of all those companies first.
    if (ids.length <= REACHABLE_ROWS) return sql`(${of.companyId} = any(${sql.param(ids)}::uuid[])) is true`;
  }
  const where = await named(ctx, text);
  return where && sql`(select ${where} from ${companies} where ${companies.centerId} = ${of.centerId} and ${companies.id} = ${of.companyId})`;
}

/** Narrows to companies that bear a tag, in the same way. */
export async function tagged(ctx: Ctx, tag: string): Promise<SQL | undefined> {
  return byFunction(ctx, sql`company_tagged(${tag}, ${REACHABLE_ROWS + 1})`, sql`${tag} = any(${companies.tags})`);
}

async function byFunction(ctx: Ctx, call: SQL, holds: SQL): Promise<SQL> {
  const ids = (await ctx.db.select({ id: sql<string>`found` }).from(sql`${call} as found`).limit(FEW + 1)).map((row) => row.id);
  if (ids.length === 0) return sql`false`;
  if (ids.length <= FEW) return inArray(companies.id, ids);
  const [counted] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(sql`${call} as found`);
  return (counted?.many ?? 0) <= REACHABLE_ROWS ? sql`${companies.id} in (select ${call})` : holds;
}

export interface FoundCompany {
  id: string;
  name: string;
  creditCode: string | null;
  state: CompanyState;
}

/** The companies a few typed characters mean most likely, best first: the whole name, its beginning, those here, the shorter names. */
export async function searchCompanies(ctx: Ctx, text: string, limit: number): Promise<FoundCompany[]> {
  const key = nameKey(text).replaceAll('|', '');
  if ([...key].length < 2) return [];
  const at = sql`strpos(${companies.searchKey}, company_key(${key}))`;
  return ctx.db
    .select({ id: companies.id, name: companies.name, creditCode: companies.creditCode, state: companies.state })
    .from(companies)
    .where(sql`${companies.id} in (select company_search(${key}, 500))`)
    .orderBy(
      sql`(${companies.nameKey} = company_key(${key}) or company_key(${companies.shortName}) = company_key(${key})) desc`,
      sql`(${companies.state} = 'incubating') desc`,
      sql`(${at} = 1) desc`,
      sql`length(${companies.name})`,
      companies.name,
    )
    .limit(limit);
}
