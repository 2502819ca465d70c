import type { AskedRow, Plain, PlannedRow, RowProblem } from '@/lib/imports/registry';
import { isRefused } from './asked';
import { factsSheet } from './facts-sheet';
import { type FactKey, factKeys, unitOf } from './inputs/facts';
import { companyFor, type Companies } from './queries/meant';
import { contradictions, type Figures, isUnitSuspicious, jumpsIn, yearProblem } from './rules/facts';

export interface FactsKnowledge {
  companies: Companies;
  /** What is verified, by `<company> <year>`. */
  verified: ReadonlyMap<string, Figures>;
  thisYear: number;
}

const labelOf = (key: string) => (factsSheet.columns as Record<string, { labels: readonly string[] }>)[key]?.labels[0] ?? key;
const labels = { company: labelOf('company'), creditCode: labelOf('creditCode') };

/** The figures a row gives. */
export function figuresOf(values: AskedRow['values']): Figures {
  return Object.fromEntries(factKeys.flatMap((key) => (values[key] === undefined || values[key] === null ? [] : [[key, BigInt(String(values[key]))]])));
}

/** A row whose company and year are known. */
interface PlacedRow {
  companyId: string;
  year: number;
  typed: Figures;
  /** What of it isn't verified already. */
  changed: readonly FactKey[];
}

/**
 * Compares years of companies with what is verified of them, and with each other. Contradictions refuse a row; a jump or a strange
 * unit is said and may pass. Pure.
 */
export function planFacts(rows: readonly AskedRow[], known: FactsKnowledge): PlannedRow[] {
  const read = readRows(rows, known);
  const brought = new Map<string, PlacedRow>();
  for (const { placed, planned } of read) if (placed !== null && planned.verdict !== 'refused') brought.set(`${placed.companyId} ${placed.year}`, placed);
  return read.map(({ placed, planned }) => {
    const warnings = placed === null ? [] : warningsOf(placed, brought, known);
    return warnings.length === 0 ? planned : { ...planned, problems: [...planned.problems, ...warnings] };
  });
}

/**
 * What moved too far from one year to the next, as things will stand after the sheet: said once of two years, where the later one is
 * entered, or where the earlier one is corrected under a later one that stays.
 */
function warningsOf(row: PlacedRow, brought: ReadonlyMap<string, PlacedRow>, known: FactsKnowledge): RowProblem[] {
  const at = (year: number) => `${row.companyId} ${year}`;
  const standing = (year: number): Figures => known.verified.get(at(year)) ?? {};
  const [before, next] = [brought.get(at(row.year - 1)), brought.get(at(row.year + 1))];
  const meant: Figures = Object.fromEntries(row.changed.map((key) => [key, row.typed[key]]));
  const last: Figures = { ...standing(row.year - 1), ...before?.typed };
  const after: Figures = Object.fromEntries(Object.entries(standing(row.year + 1)).filter(([key]) => next?.changed.includes(key as FactKey) !== true));
  return row.changed.flatMap((key): RowProblem[] => {
    const said = (problem: string): RowProblem => ({ column: labelOf(key), value: String(row.typed[key] ?? ''), key: problem, own: false, warning: true });
    const strange = (other: Figures) => unitOf(key) === 'money' && other[key] !== undefined && isUnitSuspicious(meant[key] ?? 0n, other[key] ?? 0n);
    if (strange(last)) return [said('facts.unitWarning')];
    if (strange(after)) return [said('facts.unitNextWarning')];
    if (jumpsIn(meant, last).includes(key)) return [said('facts.jumpWarning')];
    return jumpsIn(after, meant).includes(key) ? [said('facts.jumpNextWarning')] : [];
  });
}

/** Each row by itself: its company, its year, and what it would change. */
function readRows(rows: readonly AskedRow[], known: FactsKnowledge): { placed: PlacedRow | null; planned: PlannedRow }[] {
  const taken = new Map<string, number>();
  return rows.map((row) => {
    const { values } = row;
    const problems: RowProblem[] = [...row.problems];
    const say = (key: string, column: string, value: Plain | bigint | undefined, more: Partial<RowProblem> = {}) => problems.push({ column: labelOf(column), value: String(value ?? ''), key, own: false, ...more });
    const company = companyFor(row, known.companies, labels);
    if ('key' in company) problems.push(company);
    const year = typeof values.year === 'number' ? values.year : null;
    if (year === null && row.problems.length === 0) say('required', 'year', '');
    const typed = figuresOf(values);
    const place = 'key' in company || year === null ? null : `${company.id} ${year}`;
    const now = (place === null ? undefined : known.verified.get(place)) ?? {};
    const changed = factKeys.filter((key) => typed[key] !== undefined && typed[key] !== now[key]);
    // What a sheet of ours says as it stands is said again, whatever is known of the company since.
    const repeats = changed.length === 0 && Object.keys(typed).length > 0;
    const odd = year === null || repeats ? null : yearProblem(year, { thisYear: known.thisYear, establishedOn: 'key' in company ? null : company.establishedOn });
    if (odd !== null) say(odd.key, 'year', year ?? '', odd.params === undefined ? {} : { params: odd.params });
    const label = [values.company ?? ('key' in company ? '' : company.name), year ?? ''].join(' · ');
    const refused = (): PlannedRow => ({ ...row, verdict: 'refused', targetId: null, label, before: null, problems });
    for (const key of factKeys) if (values[key] === null) say('sheet.cannotClear', key, '');
    if (isRefused(problems) || 'key' in company || place === null || year === null) return { placed: null, planned: refused() };
    const earlier = taken.get(place);
    if (earlier !== undefined) say('sheet.duplicateInFile', 'year', year, { params: { label: labelOf('year'), first: earlier, second: row.row } });
    else taken.set(place, row.row);
    for (const { field, key } of contradictions({ ...now, ...typed })) if (typed[field as FactKey] !== undefined) say(key, field, typed[field as FactKey]);
    const placed = { companyId: company.id, year, typed, changed };
    if (isRefused(problems)) return { placed, planned: refused() };
    const wanted = { ...values, company: company.name, creditCode: company.creditCode, companyId: company.id };
    const fresh = Object.keys(now).length === 0;
    const planned: PlannedRow = {
      ...row,
      values: wanted,
      problems,
      targetId: null,
      label,
      verdict: changed.length === 0 ? 'unchanged' : fresh ? 'new' : 'changed',
      before: changed.length === 0 || fresh ? null : Object.fromEntries(changed.map((key) => [key, shownBefore(key, now[key])])),
    };
    return { placed, planned };
  });
}

function shownBefore(key: FactKey, value: bigint | undefined): Plain {
  if (value === undefined) return null;
  return unitOf(key) === 'money' ? value.toString() : Number(value);
}
