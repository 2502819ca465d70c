import type { OutCell, OutColumn, OutSheet } from '@/lib/imports/write-sheet';
import type { Ctx } from '@/lib/kernel/context';
import type { CompanyListParams } from '../inputs';
import { profileWord, traitWord } from '../profile-columns';
import { choiceWord, headerOf, registerKeys, registerKinds } from '../sheet';
import { fieldHeader, fieldKey, type FieldShape, outKinds } from '../fields';
import { openFields } from './fields';
import { listCompanyIds } from './list';
import { companiesByIds, maskedFacts } from './register';

/** As many as one center will ever have on file; a sheet holds a million rows. */
const MOST_ROWS = 300_000;
const PART = 1_000;

/** The list as it is filtered and sorted, in the columns an import reads back unchanged. Phones are masked. */
export async function registerExport(ctx: Ctx, params: CompanyListParams, locale: string, name: string): Promise<OutSheet> {
  const ids = await listCompanyIds(ctx, params, MOST_ROWS);
  const fields = await openFields(ctx);
  return { name, columns: columnsIn(locale, fields), rows: registerRows(ctx, ids, locale, fields) };
}

/** An empty sheet with the headers an import knows. */
export function registerTemplate(locale: string, name: string, fields: readonly FieldShape[] = []): OutSheet {
  return { name, columns: columnsIn(locale, fields), rows: [] };
}

function columnsIn(locale: string, fields: readonly FieldShape[]): OutColumn[] {
  return [
    ...registerKeys.map((key) => ({ header: headerOf(key, locale), kind: registerKinds[key], ...(key === 'name' ? { width: 36 } : {}) })),
    ...fields.map((field) => ({ header: fieldHeader(field, locale), kind: outKinds[field.kind] })),
  ];
}

async function* registerRows(ctx: Ctx, ids: readonly string[], locale: string, fields: readonly FieldShape[]): AsyncGenerator<OutCell[]> {
  for (let start = 0; start < ids.length; start += PART) {
    const part = ids.slice(start, start + PART);
    const byId = new Map((await companiesByIds(ctx, part)).map((company) => [company.id, company]));
    for (const id of part) {
      const company = byId.get(id);
      if (company === undefined) continue;
      const facts = maskedFacts(company);
      const own = fields.map((field): OutCell => {
        const value = facts[fieldKey(field.id)] ?? null;
        return value !== null && field.kind === 'money' ? BigInt(String(value)) : typeof value === 'number' ? value : value === null ? null : String(value);
      });
      yield [...registerKeys.map((key): OutCell => {
        const value = facts[key];
        if (value === null || value === '') return null;
        if (key === 'registeredCapital' || key === 'paidInCapital') return BigInt(String(value));
        if (key === 'founderTraits' && Array.isArray(value)) return value.map((word) => traitWord(String(word), locale)).join('、') || null;
        if (key === 'state' || key === 'leadingIndustry') return choiceWord(key, String(value), locale);
        if (typeof value === 'number') return value;
        const word = profileWord(key, String(value), locale);
        if (word !== null) return word;
        return Array.isArray(value) ? value.join('、') : String(value);
      }), ...own];
    }
  }
}
