import type { AskedRow, Plain, PlannedRow, RowProblem } from '@/lib/imports/registry';
import type { Day } from '@/lib/kernel/dates';
import { nameKey } from '@/lib/kernel/text';
import { isRefused } from './asked';
import type { CompanyState } from './inputs';
import { companyFor, type Companies, type Meant } from './queries/meant';
import { type RoadKind, roadOf, roadProblem, type Step } from './road';
import { roadSheet } from './road-sheet';

export interface RoadKnowledge {
  companies: Companies;
  steps: ReadonlyMap<string, readonly Step[]>;
  /** Open carriers by the key of their name. */
  carriers: ReadonlyMap<string, string>;
  today: Day;
}

const { columns } = roadSheet;
const labels = { company: columns.company.labels[0], creditCode: columns.creditCode.labels[0] };

/**
 * Adds what a road lacks. A step that stands on its day is left as it is: mistakes are struck by hand. All new steps of a company
 * are held against its road together, so that the order of the rows doesn't matter. Pure.
 */
export function planRoad(rows: readonly AskedRow[], known: RoadKnowledge): PlannedRow[] {
  const planned = rows.map((row) => planRow(row, known));
  const seen = new Map<string, number>();
  const fresh = new Map<string, { row: PlannedRow; step: Step }[]>();
  for (const { row, company, step } of planned) {
    if (company === null || step === null || row.verdict === 'refused') continue;
    const key = `${company.id} ${step.kind} ${step.onDay}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const stands = stepsOf(company, known).filter((one) => one.kind === step.kind && one.onDay === step.onDay);
    if (nth < stands.length) row.verdict = 'unchanged';
    else fresh.set(company.id, [...(fresh.get(company.id) ?? []), { row, step }]);
  }
  for (const { company } of planned) {
    const waiting = company === null ? undefined : fresh.get(company.id);
    if (company === null || waiting === undefined) continue;
    fresh.delete(company.id);
    const existing = stepsOf(company, known);
    const first = Math.max(-1, ...existing.map((step) => step.position)) + 1;
    let good = waiting.map((one, index) => ({ ...one, step: { ...one.step, position: first + index } }));
    for (;;) {
      const problem = roadProblem([...existing, ...good.map((one) => one.step)], known.today);
      if (problem === null) break;
      // Where a step that stands already is the one that no longer fits, the new one before it is to blame.
      const blamed = good.find((one) => one.step === problem.step) ?? good.filter((one) => one.step.onDay <= problem.step.onDay).at(-1) ?? good[0];
      if (blamed === undefined) break;
      refuse(blamed.row, said(problem.key, 'onDay', blamed.step.onDay, { day: problem.step.onDay }));
      good = good.filter((one) => one !== blamed);
    }
  }
  return planned.map(({ row }) => row);
}

type Mutable = { -readonly [K in keyof PlannedRow]: PlannedRow[K] };

function planRow(asked: AskedRow, known: RoadKnowledge): { row: Mutable; company: Meant | null; step: Step | null } {
  const { values } = asked;
  const label = [values.company, values.onDay].filter((text) => typeof text === 'string').join(' · ');
  const problems: RowProblem[] = [...asked.problems];
  const company = companyFor(asked, known.companies, labels);
  if ('key' in company) problems.push(company);
  for (const key of ['kind', 'onDay'] as const) if (typeof values[key] !== 'string' && asked.problems.length === 0) problems.push(said('required', key, ''));
  const carrier = typeof values.carrier === 'string' ? (known.carriers.get(nameKey(values.carrier)) ?? null) : null;
  if (typeof values.carrier === 'string' && carrier === null) problems.push(said('company.unknownCarrier', 'carrier', values.carrier));
  const extended = values.kind === 'extended';
  if (extended && typeof values.untilOn !== 'string') problems.push(said('required', 'untilOn', ''));
  if (!extended && typeof values.kind === 'string' && typeof values.untilOn === 'string') problems.push(said('road.untilOfExtension', 'untilOn', values.untilOn));
  const row: Mutable = { ...asked, label, problems, verdict: 'new', targetId: null, before: null };
  if ('key' in company || isRefused(problems)) return { row: { ...row, verdict: 'refused' }, company: null, step: null };
  const places = values.kind === 'admitted' || values.kind === 'moved';
  const step: Step = {
    kind: values.kind as RoadKind,
    onDay: String(values.onDay),
    basis: 'exact',
    position: 0,
    carrierId: places ? carrier : null,
    area: places && typeof values.area === 'number' ? values.area : null,
    untilOn: extended ? String(values.untilOn) : null,
  };
  row.values = { ...values, company: company.name, creditCode: company.creditCode, companyId: company.id, carrierId: step.carrierId };
  return { row, company, step };
}

function stepsOf(company: Meant, known: RoadKnowledge): readonly Step[] {
  if (company.coming === undefined) return known.steps.get(company.id) ?? [];
  const { state, admittedOn, leftOn } = company.coming;
  return roadOf({ state: state as CompanyState, admittedOn, leftOn, carrierId: null }).map((step, position) => ({ ...step, position }));
}

function refuse(row: Mutable, problem: RowProblem): void {
  row.verdict = 'refused';
  row.problems = [...row.problems, problem];
}

function said(key: string, column: keyof typeof columns, value: Plain | undefined, params: RowProblem['params'] = {}): RowProblem {
  return { column: columns[column].labels[0], value: String(value ?? ''), key, params, own: false };
}
