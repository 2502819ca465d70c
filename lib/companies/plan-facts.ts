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

/** Compares years of companies with what is verified of them. Contradictions refuse a row; a jump or a strange unit is said and may pass. Pure. */
export function planFacts(rows: readonly AskedRow[], known: FactsKnowledge): PlannedRow[] {
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
    if (isRefused(problems) || 'key' in company || place === null || year === null) return refused();
    const earlier = taken.get(place);
    if (earlier !== undefined) say('sheet.duplicateInFile', 'year', year, { params: { label: labelOf('year'), first: earlier, second: row.row } });
    else taken.set(place, row.row);
    const last = known.verified.get(`${company.id} ${year - 1}`) ?? {};
    for (const { field, key } of contradictions({ ...now, ...typed })) if (typed[field as FactKey] !== undefined) say(key, field, typed[field as FactKey]);
    const strange = changed.filter((key) => unitOf(key) === 'money' && last[key] !== undefined && isUnitSuspicious(typed[key] ?? 0n, last[key] ?? 0n));
    for (const key of strange) say('facts.unitWarning', key, typed[key], { warning: true });
    for (const key of jumpsIn(Object.fromEntries(changed.map((key) => [key, typed[key]])), last)) if (!strange.includes(key)) say('facts.jumpWarning', key, typed[key], { warning: true });
    if (isRefused(problems)) return refused();
    const wanted = { ...values, company: company.name, creditCode: company.creditCode, companyId: company.id };
    const fresh = Object.keys(now).length === 0;
    return {
      ...row,
      values: wanted,
      problems,
      targetId: null,
      label,
      verdict: changed.length === 0 ? 'unchanged' : fresh ? 'new' : 'changed',
      before: changed.length === 0 || fresh ? null : Object.fromEntries(changed.map((key) => [key, shownBefore(key, now[key])])),
    };
  });
}

function shownBefore(key: FactKey, value: bigint | undefined): Plain {
  if (value === undefined) return null;
  return unitOf(key) === 'money' ? value.toString() : Number(value);
}
