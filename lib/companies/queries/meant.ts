import { and, eq, inArray, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { importBatches, importRows } from '@/db/schema/imports';
import type { AskedRow, RowProblem } from '@/lib/imports/registry';
import type { Ctx } from '@/lib/kernel/context';
import { nameKey } from '@/lib/kernel/text';

export interface Meant {
  /** Of a company that another checked sheet will bring, no id yet: see isComing. */
  id: string;
  name: string;
  creditCode: string | null;
  /** As a sheet that waits says it, where it says so. */
  establishedOn: string | null;
  /** What the waiting sheet says of a company that is coming. */
  coming?: { state: string; admittedOn: string | null; leftOn: string | null };
}

export interface Companies {
  byCode: ReadonlyMap<string, Meant>;
  byName: ReadonlyMap<string, readonly Meant[]>;
}

/** True for a company that waits in a sheet somebody checked and has not confirmed: its rows can be planned, not written. */
export function isComing(id: string): boolean {
  return id.startsWith('coming ');
}

/** The companies that rows may speak of, by the code or the name each row gives (`creditCode`, `company`). */
export async function companiesMeant(ctx: Ctx, rows: readonly AskedRow[]): Promise<Companies> {
  const given = (key: string) => JSON.stringify([...new Set(rows.map((row) => row.values[key]).filter((value) => typeof value === 'string'))]);
  const [codes, names] = [given('creditCode'), given('company')];
  const columns = { id: companies.id, name: companies.name, creditCode: companies.creditCode, establishedOn: companies.establishedOn };
  const found = await ctx.db
    .select(columns)
    .from(companies)
    .where(sql`${companies.creditCode} in (select jsonb_array_elements_text(${codes}::jsonb))`)
    .union(ctx.db.select(columns).from(companies).where(sql`${companies.nameKey} in (select company_key(wanted) from jsonb_array_elements_text(${names}::jsonb) wanted)`));
  const coming = await ctx.db
    .selectDistinct({ targetId: importRows.targetId, name: sql<string>`${importRows.values}->>'name'`, establishedOn: sql<string | null>`${importRows.values}->>'establishedOn'`, creditCode: sql<string | null>`${importRows.values}->>'creditCode'`, state: sql<string | null>`${importRows.values}->>'state'`, admittedOn: sql<string | null>`${importRows.values}->>'admittedOn'`, leftOn: sql<string | null>`${importRows.values}->>'leftOn'` })
    .from(importRows)
    .innerJoin(importBatches, eq(importBatches.id, importRows.batchId))
    .where(and(eq(importBatches.kind, 'companies'), inArray(importBatches.state, ['checked', 'confirmed']), inArray(importRows.verdict, ['new', 'changed'])));
  const known = new Set(found.map((one) => nameKey(one.name)));
  const corrected = new Map(coming.flatMap((one) => (one.targetId === null || one.establishedOn === null ? [] : [[one.targetId, one.establishedOn] as const])));
  const all: Meant[] = found.map((one) => ({ ...one, establishedOn: corrected.get(one.id) ?? one.establishedOn }));
  for (const { targetId, name, creditCode, establishedOn, state, admittedOn, leftOn } of coming) {
    if (targetId === null && name !== null && !known.has(nameKey(name))) all.push({ id: `coming ${nameKey(name)}`, name, creditCode, establishedOn, coming: { state: state ?? 'incubating', admittedOn, leftOn } });
  }
  const byName = new Map<string, Meant[]>();
  for (const one of all) byName.set(nameKey(one.name), [...(byName.get(nameKey(one.name)) ?? []), one]);
  return { byName, byCode: new Map(all.flatMap((one) => (one.creditCode === null ? [] : [[one.creditCode, one] as const]))) };
}

/** The company a row means: by its code, else by its exact name; or what is wrong. `labels` are the sheet's words for the two. */
export function companyFor({ values }: AskedRow, known: Companies, labels: { company: string; creditCode: string }): Meant | RowProblem {
  const code = typeof values.creditCode === 'string' ? values.creditCode : null;
  const name = typeof values.company === 'string' ? values.company : null;
  const said = (key: string, column: 'company' | 'creditCode', params: RowProblem['params'] = {}): RowProblem => ({ column: labels[column], value: (column === 'company' ? name : code) ?? '', key, params, own: false });
  const named = name === null ? [] : (known.byName.get(nameKey(name)) ?? []);
  const coded = code === null ? undefined : known.byCode.get(code);
  if (coded !== undefined) {
    const other = named.find((one) => one.id !== coded.id);
    return other === undefined ? coded : said('company.codeAndName', 'creditCode', { code: coded.name, name: other.name });
  }
  const [one, another] = named;
  if (another !== undefined) return said('company.nameAmbiguous', 'company', { count: named.length });
  if (one !== undefined) return code === null || one.creditCode === null || one.creditCode === code ? one : said('company.otherCode', 'creditCode', { code: one.creditCode });
  if (name === null && code === null) return said('required', 'company');
  return said('company.unknown', name === null ? 'creditCode' : 'company');
}
