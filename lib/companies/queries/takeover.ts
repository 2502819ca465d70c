import { and, asc, eq, gt, gte, isNull, lte, ne } from 'drizzle-orm';
import { carriers, companies, companyContacts, companyRoad } from '@/db/schema/companies';
import { companyFacts } from '@/db/schema/companies-facts';
import { ipRights } from '@/db/schema/companies-ip';
import type { OutCell, OutColumn, OutSheet } from '@/lib/imports/write-sheet';
import type { Ctx } from '@/lib/kernel/context';
import { contactCells, contactColumns } from '../contacts-sheet';
import { factsCells, factsColumns } from '../facts-sheet';
import { companyList } from '../inputs';
import { type FactKey, isFactKey } from '../inputs/facts';
import { ipList } from '../inputs/ip';
import { ipColumns } from '../ip-sheet';
import { roadCells, roadColumns } from '../road-sheet';
import { sheetNameOf, type TakeoverKind } from '../takeover';
import { registerExport } from './export';
import { ipRowsOut } from './ip';

const PART = 2_000;

/** The whole workbook as it stands today: filled in, it reads back and changes nothing. Phones are masked. */
export async function takeoverWorkbook(ctx: Ctx, locale: string): Promise<OutSheet[]> {
  return [
    await registerExport(ctx, companyList.parse({ sort: 'name', dir: 'asc' }), locale, sheetNameOf('companies', locale)),
    sheetOf(ctx, 'facts', locale),
    sheetOf(ctx, 'ip', locale),
    sheetOf(ctx, 'contacts', locale),
    sheetOf(ctx, 'road', locale),
  ];
}

export type PartKind = Exclude<TakeoverKind, 'companies'>;

const columnsOf: Readonly<Record<PartKind, (locale: string) => OutColumn[]>> = { facts: factsColumns, ip: ipColumns, contacts: contactColumns, road: roadColumns };

export function isPartKind(kind: string): kind is PartKind {
  return Object.hasOwn(columnsOf, kind);
}

/** One of its sheets by itself, as it stands. */
export function sheetOf(ctx: Ctx, kind: PartKind, locale: string): OutSheet {
  const rows = kind === 'facts' ? factRows(ctx) : kind === 'ip' ? ipRowsOut(ctx, ipList.parse({}), locale) : kind === 'contacts' ? contactRows(ctx, locale) : roadRows(ctx, locale);
  return { name: sheetNameOf(kind, locale), columns: columnsOf[kind](locale), rows };
}

/** How many rows stand behind a sheet: of figures each one, though a year is one line. */
export async function countPart(ctx: Ctx, kind: PartKind): Promise<number> {
  return ctx.db.$count({ facts: companyFacts, ip: ipRights, contacts: companyContacts, road: companyRoad }[kind]);
}

/** The same without rows: the headers an import knows. */
export function partTemplate(kind: PartKind, locale: string): OutSheet {
  return { name: sheetNameOf(kind, locale), columns: columnsOf[kind](locale), rows: [] };
}

/** Verified figures, one row a company and year. */
async function* factRows(ctx: Ctx): AsyncGenerator<OutCell[]> {
  let after: string | null = null;
  for (;;) {
    const part: { id: string; name: string; creditCode: string | null }[] = await ctx.db
      .select({ id: companies.id, name: companies.name, creditCode: companies.creditCode })
      .from(companies)
      .where(after === null ? undefined : gt(companies.id, after))
      .orderBy(asc(companies.id))
      .limit(PART);
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) return;
    const facts = await ctx.db
      .select({ companyId: companyFacts.companyId, year: companyFacts.year, key: companyFacts.key, value: companyFacts.value })
      .from(companyFacts)
      .where(and(eq(companyFacts.state, 'verified'), gte(companyFacts.companyId, first.id), lte(companyFacts.companyId, last.id)))
      .orderBy(asc(companyFacts.companyId), asc(companyFacts.year));
    const here = new Map(part.map((one) => [one.id, one]));
    const years = new Map<string, { companyId: string; year: number; figures: Partial<Record<FactKey, bigint>> }>();
    for (const { companyId, year, key, value } of facts) {
      if (!here.has(companyId) || !isFactKey(key)) continue;
      const place = `${companyId} ${year}`;
      const row = years.get(place) ?? { companyId, year, figures: {} };
      row.figures[key] = value;
      years.set(place, row);
    }
    for (const { companyId, year, figures } of years.values()) {
      const company = here.get(companyId);
      if (company !== undefined) yield factsCells({ company: company.name, creditCode: company.creditCode, year, figures });
    }
    if (part.length < PART) return;
    after = last.id;
  }
}

async function* contactRows(ctx: Ctx, locale: string): AsyncGenerator<OutCell[]> {
  for (let offset = 0; ; offset += PART) {
    const rows = await ctx.db
      .select({ company: companies.name, creditCode: companies.creditCode, name: companyContacts.name, title: companyContacts.title, phone: companyContacts.phone, email: companyContacts.email, isPrimary: companyContacts.isPrimary })
      .from(companyContacts)
      .innerJoin(companies, eq(companies.id, companyContacts.companyId))
      .orderBy(asc(companyContacts.companyId), asc(companyContacts.position), asc(companyContacts.id))
      .limit(PART)
      .offset(offset);
    for (const row of rows) yield contactCells(row, locale);
    if (rows.length < PART) return;
  }
}

/** Steps whose day is known; the others say nothing that a sheet could give back. */
async function* roadRows(ctx: Ctx, locale: string): AsyncGenerator<OutCell[]> {
  for (let offset = 0; ; offset += PART) {
    const rows = await ctx.db
      .select({ company: companies.name, creditCode: companies.creditCode, kind: companyRoad.kind, onDay: companyRoad.onDay, carrier: carriers.name, closedOn: carriers.closedOn, room: companyRoad.room, area: companyRoad.area, untilOn: companyRoad.untilOn, reason: companyRoad.reason })
      .from(companyRoad)
      .innerJoin(companies, eq(companies.id, companyRoad.companyId))
      .leftJoin(carriers, eq(carriers.id, companyRoad.carrierId))
      .where(and(isNull(companyRoad.struckAt), ne(companyRoad.basis, 'unknown')))
      .orderBy(asc(companyRoad.companyId), asc(companyRoad.onDay), asc(companyRoad.position))
      .limit(PART)
      .offset(offset);
    // A carrier that was closed since can't be chosen any more, so the sheet doesn't ask for it.
    for (const row of rows) yield roadCells({ ...row, carrier: row.closedOn === null ? row.carrier : null }, locale);
    if (rows.length < PART) return;
  }
}
