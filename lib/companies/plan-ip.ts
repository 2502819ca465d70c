import type { AskedRow, Plain, PlannedRow, RowProblem } from '@/lib/imports/registry';
import type { Day } from '@/lib/kernel/dates';
import { nameKey } from '@/lib/kernel/text';
import { isRefused } from './asked';
import type { IpKind } from './inputs/ip';
import { type IpKey, ipKeys, ipSheet } from './ip-sheet';
import { companyFor, type Companies } from './queries/meant';
import { ipDatesProblem } from './rules/ip';
import { checkIpNumber } from './rules/ip-number';

/** A right as it is compared with a row: by the sheet's own keys. */
export interface KnownRight {
  id: string;
  companyId: string;
  facts: Readonly<Partial<Record<IpKey, Plain>>>;
}

export interface IpKnowledge {
  companies: Companies;
  rights: readonly KnownRight[];
  today: Day;
}

const labels = { company: ipSheet.columns.company.labels[0], creditCode: ipSheet.columns.creditCode.labels[0] };
const own: readonly IpKey[] = ipKeys.filter((key) => key !== 'company' && key !== 'creditCode');
const first = { acquired: 'own', pledged: 'no', usedBefore: 'no' } as const;

/** Compares what rows ask for with the rights there are. Pure: planning the same twice gives the same. */
export function planIp(rows: readonly AskedRow[], known: IpKnowledge): PlannedRow[] {
  const byNumber = new Map<string, KnownRight>(known.rights.flatMap((right) => (right.facts.number === null || right.facts.number === undefined ? [] : [[`${right.companyId} ${String(right.facts.number)}`, right] as const])));
  const byTitle = new Map<string, KnownRight>(known.rights.map((right) => [titleKey(right.companyId, right.facts.kind, right.facts.title), right] as const));
  const taken = new Map<string, number>();
  return rows.map((row) => {
    const label = [row.values.company, row.values.title].filter((text) => typeof text === 'string').join(' · ');
    const problems: RowProblem[] = [...row.problems];
    const say = (key: string, column: IpKey, value: Plain | undefined, params: RowProblem['params'] = {}) => problems.push({ column: ipSheet.columns[column].labels[0], value: String(value ?? ''), key, params, own: false });
    const company = companyFor(row, known.companies, labels);
    if ('key' in company) problems.push(company);
    const values: Record<string, Plain> = { ...row.values };
    const kind = typeof values.kind === 'string' ? (values.kind as IpKind) : null;
    if (kind === null && !problems.some((one) => one.column?.includes(ipSheet.columns.kind.labels[0]))) say('required', 'kind', '');
    if (typeof values.title !== 'string') say('required', 'title', '');
    if (kind !== null && typeof values.number === 'string') {
      const checked = checkIpNumber(kind, values.number);
      if (checked.ok) values.number = checked.number;
      else say(checked.problem, 'number', values.number);
    }
    const refused = (): PlannedRow => ({ ...row, verdict: 'refused', targetId: null, label, before: null, problems });
    if (isRefused(problems) || 'key' in company) return refused();
    const key = typeof values.number === 'string' ? `${company.id} ${values.number}` : titleKey(company.id, values.kind, values.title);
    const earlier = taken.get(key);
    if (earlier !== undefined) say('sheet.duplicateInFile', typeof values.number === 'string' ? 'number' : 'title', values.number ?? values.title, { label: ipSheet.columns.number.labels[0], first: earlier, second: row.row });
    else taken.set(key, row.row);
    const target = (typeof values.number === 'string' ? byNumber.get(key) : undefined) ?? unnumbered(byTitle.get(titleKey(company.id, values.kind, values.title)), values.number);
    const merged = (name: 'filedOn' | 'grantedOn' | 'endedOn') => (values[name] === undefined ? (target?.facts[name] ?? null) : values[name]) as Day | null;
    const dates = ipDatesProblem({ filedOn: merged('filedOn'), grantedOn: merged('grantedOn'), endedOn: merged('endedOn') }, known.today);
    if (dates !== null) say(dates.key, dates.field, merged(dates.field));
    if (isRefused(problems)) return refused();
    const wanted: Record<string, Plain> = { ...values, company: company.name, creditCode: company.creditCode };
    if (target === undefined) return { ...row, values: { ...first, ...wanted, companyId: company.id }, problems, verdict: 'new', targetId: null, label, before: null };
    const changed = own.filter((name) => values[name] !== undefined && (values[name] ?? '') !== (target.facts[name] ?? ''));
    return {
      ...row,
      values: { ...wanted, companyId: company.id },
      problems,
      targetId: target.id,
      label,
      verdict: changed.length === 0 ? 'unchanged' : 'changed',
      before: changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, target.facts[name] ?? null])),
    };
  });
}

/** A right of the same title is meant only as long as no other number stands on it. */
function unnumbered(right: KnownRight | undefined, number: Plain | undefined): KnownRight | undefined {
  if (right === undefined || typeof number !== 'string') return right;
  return right.facts.number === null ? right : undefined;
}

function titleKey(companyId: string, kind: Plain | undefined, title: Plain | undefined): string {
  return `${companyId} ${String(kind)} ${nameKey(String(title ?? ''))}`;
}
