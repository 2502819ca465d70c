import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { companies } from '@/db/schema/companies';
import { asIs, type Bind } from '@/db/written-once';
import type { Ctx } from '@/lib/kernel/context';
import { REACHABLE_ROWS } from '@/lib/kernel/list-params';
import { isKnownLong, listKey, rememberLong } from '@/lib/kernel/long-lists';
import { pinyinSounds, type Reading, readSyllables } from '@/lib/kernel/pinyin';
import { nameKey } from '@/lib/kernel/text';
import type { CompanyState } from '../inputs';
import { brandOf, FORMER_RANK, ranked } from '../ranking';

/** Up to here rows are fetched by their ids; beyond it the database looks them up itself. */
export const FEW = 2_000;

/** Texts known to name more than a list shows, and more than few. */
const NAMED = 'companies named';
const NOT_FEW = 'companies named, not few';

/** What nearly every name ends with stands in no piece: of these texts nothing is left to look up. */
const ENDINGS = '有限责任公司股份有限公司';
const ENDING = /(有限?|有限责任?公?司?|有限公司?|股份?有?限?公?司?)$/;
const hasPieces = (key: string) => [...key].length >= 2 && !ENDINGS.includes(key) && ([...key].length === 2 || [...key.replace(ENDING, '')].length >= 2);

/**
 * Narrows to companies that a text names. Few matches are looked up by their pieces; when more match than a list can show,
 * any order of the list meets them soon, so the rows are read in that order and compared.
 */
export async function named(ctx: Ctx, text: string): Promise<SQL | undefined> {
  return (await namedAndCounted(ctx, text)).where;
}

interface Calls {
  key: string;
  /** Letters are read as syllables, in one way or several; anything else is asked for in the same words. */
  areAlwaysTheSame: boolean;
  found: (bind: Bind) => SQL;
}

/** What finds the companies a text names, as one column `found`; null where no function does, or where they are known to be many. */
export function callsFor(ctx: Ctx, text: string): Calls | null {
  const key = nameKey(text).replaceAll('|', '');
  const isMany = [NAMED, NOT_FEW].some((one) => isKnownLong(listKey(ctx, one, key), ctx));
  if (!hasPieces(key) || isMany) return null;
  return { key, areAlwaysTheSame: !areLetters(key), found: (bind) => sql`select found from (${naming(key, bind)}) as named(found)` };
}

/** The same, and how many of the center they are where the search itself has counted them. */
export async function namedAndCounted(ctx: Ctx, text: string): Promise<{ where: SQL | undefined; many: number | null }> {
  const key = nameKey(text).replaceAll('|', '');
  if (key === '') return { where: undefined, many: null };
  const holds = sql`(strpos(${companies.searchKey} || '|' || ${companies.formerKey}, company_key(${key})) > 0 or starts_with(${companies.creditCode}, ${key.toUpperCase()}))`;
  if (!hasPieces(key)) return { where: holds, many: null };
  return byFunction(ctx, naming(key), holds, key);
}

/** So many companies' rows of another table are gathered by company; of more, the table is read in the list's own order. */
const GATHERED = 2_000;

/**
 * Narrows rows of another table to those of companies that a text names; `of` are that table's columns. However many are
 * named, neither the page nor the total reads all rows of both tables.
 */
export async function ofNamed(ctx: Ctx, text: string, of: { centerId: AnyPgColumn; companyId: AnyPgColumn }): Promise<SQL | undefined> {
  const key = nameKey(text).replaceAll('|', '');
  if (hasPieces(key)) {
    const { many, ids } = await idsOf(ctx, naming(key), REACHABLE_ROWS);
    if (many === 0) return sql`false`;
    if (many <= GATHERED) return sql`${of.companyId} = any(${ids}::uuid[])`;
    // "is true" keeps it a look-up per row: as a join it would gather all rows of all those companies first.
    if (many <= REACHABLE_ROWS) return sql`(${of.companyId} = any(${ids}::uuid[])) is true`;
  }
  const where = await named(ctx, text);
  return where && sql`(select ${where} from ${companies} where ${companies.centerId} = ${of.centerId} and ${companies.id} = ${of.companyId})`;
}

/** Narrows to companies that bear a tag, in the same way. */
export async function tagged(ctx: Ctx, tag: string): Promise<SQL | undefined> {
  return (await byFunction(ctx, sql`select company_tagged(${tag}, ${REACHABLE_ROWS + 1})`, sql`${tag} = any(${companies.tags})`, `#${tag}`)).where;
}

const areLetters = (key: string) => /^[a-z]+$/.test(key);

/** Everything a list takes a text for: names, initials, code, whole syllables, and for staff contacts. */
function naming(key: string, bind: Bind = asIs): SQL {
  const most = REACHABLE_ROWS + 1;
  const named = sql`select company_search(${bind('key', key)}, ${most})`;
  const reached = sql`company_by_contact(${bind('key', key)}, ${most})`;
  // Each names a company once; only the few that a contact reaches are compared with the others.
  if (!areLetters(key)) return sql`${named} union all select distinct found from ${reached} as found where found not in (${named})`;
  const sounding = readSyllables(key).map(({ sounds, open }) => sql`select company_sounding(${sounds}, ${open}, ${most})`);
  return sql.join([named, sql`select ${reached}`, ...sounding], sql` union `);
}

async function byFunction(ctx: Ctx, calls: SQL, holds: SQL, asked: string): Promise<{ where: SQL; many: number | null }> {
  const key = listKey(ctx, NAMED, asked);
  if (isKnownLong(key, ctx)) return { where: holds, many: null };
  const { many, ids } = await idsOf(ctx, calls, FEW);
  if (many === 0) return { where: sql`false`, many };
  if (ids !== null) return { where: sql`${companies.id} = any(${ids}::uuid[])`, many };
  if (many <= REACHABLE_ROWS) {
    rememberLong(listKey(ctx, NOT_FEW, asked), ctx);
    return { where: sql`${companies.id} in (${calls})`, many };
  }
  rememberLong(key, ctx);
  return { where: holds, many: null };
}

/** How many companies some calls name, and up to `most` which: one text, which goes back as it came. */
async function idsOf(ctx: Ctx, calls: SQL, most: number): Promise<{ many: number; ids: string | null }> {
  const [seen] = await ctx.db
    .select({ many: sql<number>`count(*)::int`, ids: sql<string | null>`case when count(*) <= ${most} then array_agg(found)::text end` })
    .from(sql`(${calls}) as named(found)`);
  return seen ?? { many: 0, ids: null };
}

export interface FoundCompany {
  id: string;
  name: string;
  creditCode: string | null;
  state: CompanyState;
  /** A name it bore before, where that is what was typed. */
  formerly: string | null;
}

/** So many candidates are ranked; more than a person reads, fewer than a page costs. */
const CANDIDATES = 300;

/**
 * The companies a few typed characters mean most likely, best first; see `rankOf`. By name, short name, former names, pinyin
 * (initials or whole syllables), credit code, and for staff by a contact's name or number.
 */
export async function searchCompanies(ctx: Ctx, text: string, limit: number): Promise<FoundCompany[]> {
  const key = nameKey(text).replaceAll('|', '');
  if ([...key].length < 2) return [];
  const readings = readingsOf(key);
  const sounding = readings.map(({ sounds, open }) => sql`select company_sounding(${sounds}, ${open}, ${CANDIDATES})`);
  const found = await candidates(ctx, sql.join([sql`select company_find(${key}, ${CANDIDATES})`, ...sounding], sql` union all `), key);
  const asked = { key, readings: readings.map(({ sounds }) => sounds) };
  let best = ranked(asked, found);
  // Reading names through is for what nothing else answers.
  if (best.length === 0 && [...key].length > 2) {
    best = ranked(asked, [...found, ...(await candidates(ctx, sql`select company_alike(${key}, ${CANDIDATES})`, null, found.map(({ id }) => id)))]);
  }
  return best.slice(0, limit).map(({ id, name, creditCode, state, rank, former }) => ({
    id,
    name,
    creditCode,
    state,
    formerly: rank === FORMER_RANK ? (former.split('|').find((one) => one.includes(key)) ?? null) : null,
  }));
}

/** Of what was found the one that was meant: the only one, or the one that bears just this name or code; else null. */
export function theOneMeant(found: readonly FoundCompany[], text: string): FoundCompany | null {
  const key = nameKey(text);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  return found.find(({ name, creditCode }) => nameKey(name) === key || creditCode?.toLowerCase() === key.toLowerCase()) ?? null;
}

/** Pronunciations worth asking for: letters as syllables, characters as they sound. */
function readingsOf(key: string): Reading[] {
  if (areLetters(key)) return readSyllables(key);
  const sounds = /\p{Script=Han}{2}/u.test(key) ? pinyinSounds(key) : '';
  return sounds.includes(' ') ? [{ sounds, open: false }] : [];
}

async function candidates(ctx: Ctx, calls: SQL, contact: string | null, known: readonly string[] = []) {
  const byContact = contact === null ? [] : await ctx.db.select({ id: sql<string>`found` }).from(sql`company_by_contact(${contact}, ${CANDIDATES}) as found`);
  const persons = new Set(byContact.map(({ id }) => id));
  const rows = await ctx.db
    .select({
      id: companies.id,
      name: companies.name,
      key: companies.nameKey,
      shortName: companies.shortName,
      former: companies.formerKey,
      pinyin: companies.pinyin,
      sounds: companies.sounds,
      creditCode: companies.creditCode,
      state: companies.state,
    })
    .from(companies)
    .where(sql`${companies.id} = any(array(${calls} union all select unnest(${sql.param([...persons])}::uuid[]))) and not ${companies.id} = any(${sql.param([...known])}::uuid[])`);
  return rows.map((row) => ({ ...row, brand: brandOf(row.key), short: nameKey(row.shortName), isHere: row.state === 'incubating', byContact: persons.has(row.id) }));
}
