import { addMonths, type Day } from '@/lib/kernel/dates';
import type { CompanyState } from './inputs';

/** The road of a company, pure: its state on any day is the fold of what happened until then. */

export const roadKinds = ['applied', 'under_review', 'declined', 'admitted', 'moved', 'extended', 'graduated', 'exited', 'removed'] as const;
export type RoadKind = (typeof roadKinds)[number];
export const leavings = ['graduated', 'exited', 'removed'] as const;
export type Leaving = (typeof leavings)[number];

export interface Step {
  kind: RoadKind;
  onDay: Day;
  basis: 'exact' | 'inferred' | 'unknown';
  /** Decides within one day. */
  position: number;
  carrierId: string | null;
  area: number | null;
  untilOn: Day | null;
}

/** Finer than the state in the register: a prospect that has applied is further than one who has not. */
export type Stage = 'prospect' | 'applied' | 'under_review' | 'incubating' | Leaving;

export interface Standing {
  stage: Stage;
  state: CompanyState;
  /** The day of the last admission, null while there was none or nobody knows it. */
  admittedOn: Day | null;
  leftOn: Day | null;
  carrierId: string | null;
  /** From here the months of incubation count. */
  termFrom: Day | null;
  extendedUntil: Day | null;
}

const nowhere: Standing = { stage: 'prospect', state: 'prospect', admittedOn: null, leftOn: null, carrierId: null, termFrom: null, extendedUntil: null };

export function inOrder<S extends Pick<Step, 'onDay' | 'position'>>(steps: readonly S[]): S[] {
  return [...steps].sort((a, b) => (a.onDay === b.onDay ? a.position - b.position : a.onDay < b.onDay ? -1 : 1));
}

/** Where a company stands after these steps, on `day` if one is given. */
export function standingOn(steps: readonly Step[], day?: Day): Standing {
  const until = day === undefined ? steps : steps.filter((step) => step.onDay <= day);
  return inOrder(until).reduce(after, nowhere);
}

function after(was: Standing, step: Step): Standing {
  const day = step.basis === 'unknown' ? null : step.onDay;
  switch (step.kind) {
    case 'applied':
    case 'under_review':
      return { ...was, stage: step.kind, state: 'prospect', leftOn: null, termFrom: null, extendedUntil: null };
    case 'declined':
      return { ...was, stage: 'prospect', state: 'prospect', leftOn: null, termFrom: null, extendedUntil: null };
    case 'admitted':
      return {
        stage: 'incubating',
        state: 'incubating',
        admittedOn: day,
        leftOn: null,
        carrierId: step.carrierId,
        termFrom: step.basis === 'exact' ? step.onDay : null,
        extendedUntil: null,
      };
    case 'moved':
      return { ...was, carrierId: step.carrierId };
    case 'extended':
      return { ...was, extendedUntil: step.untilOn };
    case 'graduated':
    case 'exited':
    case 'removed':
      return { ...was, stage: step.kind, state: step.kind, leftOn: day, termFrom: null, extendedUntil: null };
  }
}

export interface RoadProblem {
  /** A message key under `errors.`. */
  key: string;
  step: Step;
}

/** The first step that can't follow what was before it, and why. Null for a road that a company can have taken. */
export function roadProblem(steps: readonly Step[], today: Day): RoadProblem | null {
  let was = nowhere;
  let area: number | null = null;
  for (const step of inOrder(steps)) {
    const key = step.onDay > today ? 'road.future' : reasonAgainst(was, step, area);
    if (key !== null) return { key, step };
    if (step.kind === 'admitted' || (step.kind === 'moved' && step.area !== null)) area = step.area;
    was = after(was, step);
  }
  return null;
}

/** Why a step can't be taken from where the company stands; null when it can. */
export function reasonAgainst(was: Standing, step: Pick<Step, 'kind' | 'onDay' | 'carrierId' | 'area' | 'untilOn'>, area: number | null = null): string | null {
  const { stage } = was;
  switch (step.kind) {
    case 'applied':
      if (stage === 'incubating') return 'road.alreadyIn';
      if (stage === 'graduated') return 'road.graduatedForGood';
      return stage === 'applied' || stage === 'under_review' ? 'road.applicationOpen' : null;
    case 'under_review':
      return stage === 'applied' ? null : stage === 'under_review' ? 'road.applicationOpen' : 'road.notApplied';
    case 'declined':
      return stage === 'applied' || stage === 'under_review' ? null : 'road.notApplied';
    case 'admitted':
      if (stage === 'incubating') return 'road.alreadyIn';
      if (stage === 'graduated') return 'road.graduatedForGood';
      return stage === 'removed' ? 'road.removedMustApply' : null;
    case 'moved':
      if (stage !== 'incubating' && stage !== 'graduated') return notHere(stage);
      return step.carrierId === was.carrierId && (step.area === null || step.area === area) ? 'road.sameCarrier' : null;
    case 'extended':
      if (stage !== 'incubating') return notHere(stage);
      return step.untilOn === null || step.untilOn <= step.onDay || (was.extendedUntil !== null && step.untilOn <= was.extendedUntil) ? 'road.extensionBack' : null;
    case 'graduated':
    case 'exited':
    case 'removed':
      return stage === 'incubating' ? null : notHere(stage);
  }
}

function notHere(stage: Stage): string {
  return stage === 'graduated' || stage === 'exited' || stage === 'removed' ? `road.already.${stage}` : 'road.notAdmitted';
}

/** What the register states of a company, however it came to know. */
export interface Statement {
  state: CompanyState;
  admittedOn: Day | null;
  leftOn: Day | null;
  carrierId: string | null;
}

export type NewStep = Omit<Step, 'position'>;
/** As early as a day in the register can be. */
export const EARLIEST: Day = '1900-01-01';

function isLeaving(state: string): state is Leaving {
  return (leavings as readonly string[]).includes(state);
}

/** The shortest road that gives a statement. */
export function roadOf({ state, admittedOn, leftOn, carrierId }: Statement): NewStep[] {
  if (state === 'prospect') return [];
  const bare = { area: null, untilOn: null };
  const admitted: NewStep = { kind: 'admitted', onDay: admittedOn ?? EARLIEST, basis: admittedOn === null ? 'unknown' : 'exact', carrierId, ...bare };
  if (!isLeaving(state)) return [admitted];
  return [admitted, { kind: state, onDay: leftOn ?? admitted.onDay, basis: leftOn === null ? 'unknown' : 'exact', carrierId: null, ...bare }];
}

/**
 * How a road becomes one that gives `wanted`: which rows are struck as mistakes and which are written. Touches as little as
 * it can: a new state is one more step, a corrected day replaces its own row. A road beyond repair is written anew.
 */
export function restate<S extends Step>(steps: readonly S[], wanted: Statement, today: Day): { strike: S[]; add: NewStep[] } {
  const now = standingOn(steps);
  const same = now.state === wanted.state && (wanted.state === 'prospect' || (now.admittedOn === wanted.admittedOn && now.leftOn === wanted.leftOn && now.carrierId === wanted.carrierId));
  if (same) return { strike: [], add: [] };
  const repaired = repair(inOrder(steps), wanted, today);
  const kept = steps.filter((step) => !repaired.strike.includes(step));
  const last = Math.max(-1, ...kept.map((step) => step.position));
  const result = [...kept, ...repaired.add.map((step, index) => ({ ...step, position: last + 1 + index }))];
  const then = standingOn(result);
  const gives =
    then.state === wanted.state && (wanted.state === 'prospect' || (then.admittedOn === wanted.admittedOn && then.leftOn === wanted.leftOn && then.carrierId === wanted.carrierId));
  return gives && roadProblem(result, today) === null ? repaired : { strike: [...steps], add: roadOf(wanted) };
}

function repair<S extends Step>(ordered: readonly S[], wanted: Statement, today: Day): { strike: S[]; add: NewStep[] } {
  const strike: S[] = [];
  const add: NewStep[] = [];
  const bare = { area: null, untilOn: null };
  const from = ordered.findLastIndex((step) => step.kind === 'admitted');
  const admission = ordered[from];
  if (wanted.state === 'prospect') return { strike: from < 0 ? [] : ordered.slice(from), add };
  const since = from < 0 ? [] : ordered.slice(from + 1);
  const leaving = since.find((step) => isLeaving(step.kind));
  const seats = since.filter((step) => step.kind === 'moved');
  const before = standingOn(ordered);
  const dayOfAdmission = admission === undefined || admission.basis === 'unknown' ? null : admission.onDay;
  const reseats = wanted.carrierId !== before.carrierId;
  const isMove = reseats && wanted.carrierId !== null && before.carrierId !== null && wanted.state !== 'exited' && wanted.state !== 'removed';
  if (admission === undefined || dayOfAdmission !== wanted.admittedOn || (reseats && !isMove && seats.length === 0)) {
    if (admission !== undefined) strike.push(admission);
    const carrierId = admission === undefined || (reseats && !isMove && seats.length === 0) ? wanted.carrierId : admission.carrierId;
    add.push({
      ...bare,
      kind: 'admitted',
      area: admission?.area ?? null,
      onDay: wanted.admittedOn ?? (dayOfAdmission === null ? (admission?.onDay ?? EARLIEST) : EARLIEST),
      basis: wanted.admittedOn === null ? 'unknown' : 'exact',
      carrierId,
    });
  }
  const dayOfLeaving = leaving === undefined || leaving.basis === 'unknown' ? null : leaving.onDay;
  if (leaving !== undefined && (leaving.kind !== wanted.state || dayOfLeaving !== wanted.leftOn)) strike.push(leaving);
  if (isLeaving(wanted.state) && (leaving === undefined || strike.includes(leaving))) {
    add.push({ ...bare, kind: wanted.state, onDay: wanted.leftOn ?? today, basis: wanted.leftOn === null ? 'unknown' : 'exact', carrierId: null });
  }
  if (isMove && admission !== undefined) add.push({ ...bare, kind: 'moved', onDay: today, basis: 'exact', carrierId: wanted.carrierId });
  else if (reseats && !isMove && seats.length > 0) {
    const [last] = seats.slice(-1);
    if (last !== undefined) {
      strike.push(last);
      add.push({ ...bare, kind: 'moved', area: last.area, onDay: last.onDay, basis: last.basis, carrierId: wanted.carrierId });
    }
  }
  return { strike, add };
}

const longFields = ['biomedicine', 'modern_agriculture', 'integrated_circuits'];

/** How many months incubation lasts: 60 in 生物医药, 现代农业 and 集成电路, else 48 (国科发区〔2018〕300号 第七条). */
export function termMonths({ termField, leadingIndustry }: { termField: string | null; leadingIndustry: string | null }): 48 | 60 {
  return longFields.includes(termField ?? leadingIndustry ?? '') ? 60 : 48;
}

/** The last day of incubation. On it the company is still within its time; null where the admission's day isn't known. */
export function dueOn(standing: Pick<Standing, 'termFrom' | 'extendedUntil'>, field: { termField: string | null; leadingIndustry: string | null }): Day | null {
  if (standing.extendedUntil !== null) return standing.extendedUntil;
  return standing.termFrom === null ? null : addMonths(standing.termFrom, termMonths(field));
}

/** How a due day stands: the warnings come six, three and one month before; overdue is from the day after. */
export type Countdown = 'over' | 'month' | 'quarter' | 'half' | 'later';
export function countdownOf(due: Day, today: Day): Countdown {
  if (today > due) return 'over';
  if (today >= addMonths(due, -1)) return 'month';
  if (today >= addMonths(due, -3)) return 'quarter';
  return today >= addMonths(due, -6) ? 'half' : 'later';
}
