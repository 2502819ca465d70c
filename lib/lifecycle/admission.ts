import { addMonths, type Day } from '@/lib/kernel/dates';

/** 入孵: the conditions of a version held against one file. Pure. */

export const technologyBases = ['sme', 'ip', 'research', 'team'] as const;
export type TechnologyBasis = (typeof technologyBases)[number];
export const places = ['here', 'promised', 'elsewhere'] as const;
export type Place = (typeof places)[number];
export const asked = ['now', 'promised', 'free'] as const;
export type Asked = (typeof asked)[number];

/** One version's conditions. Null, `free` and an empty list don't ask. */
export interface AdmissionConditions {
  registeredHere: Asked;
  worksHere: Asked;
  /** Months since establishment at admission, the last day included. */
  ageMonths: number | null;
  technology: readonly TechnologyBasis[];
  leastTeam: number | null;
  /** The reviewers' average, out of 100. */
  leastScore: number | null;
}

/** What the file says, as far as conditions ask. Null is what nobody has said yet. */
export interface AdmissionFacts {
  establishedOn: Day | null;
  registered: Place | null;
  works: Place | null;
  technology: readonly TechnologyBasis[];
  team: number | null;
}

export const ruleKeys = ['registeredHere', 'worksHere', 'age', 'technology', 'team', 'score'] as const;
export type RuleKey = (typeof ruleKeys)[number];

export interface RuleVerdict {
  rule: RuleKey;
  result: 'met' | 'unmet' | 'unknown';
  /** What the condition asks: months, people, points, or how a place or basis must be. */
  asks: string | number;
  /** The file's own figure; null where it is missing. */
  figure: string | number | null;
  /** For age: the last day on which the condition is met. */
  until?: Day;
}

/** 国科发区〔2018〕300号 第七条: in the carrier by registration and work, at most 24 months old, a technology company. */
export const conditions2018: AdmissionConditions = { registeredHere: 'now', worksHere: 'now', ageMonths: 24, technology: ['sme', 'ip', 'research'], leastTeam: null, leastScore: 60 };
/** 适当降低中小微企业入孵门槛: promised is enough, twice and a half as old may come, and a team with a project counts. */
export const conditionsEased: AdmissionConditions = { registeredHere: 'promised', worksHere: 'promised', ageMonths: 60, technology: ['sme', 'ip', 'research', 'team'], leastTeam: null, leastScore: 60 };

/**
 * Each condition with the file's own figure. A company that is 24 months old to the day still is at most 24 months.
 * @param score the reviewers' average, null before anybody has scored
 */
export function judge(conditions: AdmissionConditions, facts: AdmissionFacts, at: { day: Day; score: number | null }): RuleVerdict[] {
  const verdicts: RuleVerdict[] = [];
  const place = (rule: 'registeredHere' | 'worksHere', wants: Asked, is: Place | null) => {
    if (wants === 'free') return;
    const met = is === 'here' || (wants === 'promised' && is === 'promised');
    verdicts.push({ rule, asks: wants, figure: is, result: is === null ? 'unknown' : met ? 'met' : 'unmet' });
  };
  place('registeredHere', conditions.registeredHere, facts.registered);
  place('worksHere', conditions.worksHere, facts.works);
  const { ageMonths, technology, leastTeam, leastScore } = conditions;
  if (ageMonths !== null) {
    const since = facts.establishedOn;
    const until = since === null ? undefined : addMonths(since, ageMonths);
    verdicts.push({ rule: 'age', asks: ageMonths, figure: since, result: until === undefined ? 'unknown' : at.day <= until ? 'met' : 'unmet', ...(until === undefined ? {} : { until }) });
  }
  if (technology.length > 0) {
    const fitting = facts.technology.filter((basis) => technology.includes(basis));
    verdicts.push({ rule: 'technology', asks: technology.join(' '), figure: facts.technology.length === 0 ? null : facts.technology.join(' '), result: facts.technology.length === 0 ? 'unknown' : fitting.length > 0 ? 'met' : 'unmet' });
  }
  const atLeast = (rule: 'team' | 'score', least: number | null, is: number | null) => {
    if (least !== null) verdicts.push({ rule, asks: least, figure: is, result: is === null ? 'unknown' : is >= least ? 'met' : 'unmet' });
  };
  atLeast('team', leastTeam, facts.team);
  atLeast('score', leastScore, at.score);
  return verdicts;
}

/** 任一 unmet 即不符合；否则有缺数即待补. */
export function summary(verdicts: readonly RuleVerdict[]): 'met' | 'unmet' | 'unknown' {
  if (verdicts.some((one) => one.result === 'unmet')) return 'unmet';
  return verdicts.some((one) => one.result === 'unknown') ? 'unknown' : 'met';
}

/** The version in force on a day: the latest that began by then. */
export function inForce<V extends { effectiveFrom: Day }>(versions: readonly V[], day: Day): V | null {
  return versions.filter((one) => one.effectiveFrom <= day).reduce<V | null>((best, one) => (best === null || one.effectiveFrom > best.effectiveFrom ? one : best), null);
}

export interface Criterion {
  key: string;
  title: string;
  points: number;
}

/** The average of the reviewers' totals, in whole points of a hundred, rounded down; null before anybody scored. */
export function averageScore(reviews: readonly { total: number }[], criteria: readonly Criterion[]): number | null {
  const most = criteria.reduce((sum, one) => sum + one.points, 0);
  if (reviews.length === 0 || most === 0) return null;
  const given = reviews.reduce((sum, one) => sum + one.total, 0);
  return Math.floor((given * 100) / (most * reviews.length));
}

export const applicationStates = ['draft', 'submitted', 'returned', 'under_review', 'waiting', 'admitted', 'refused', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];
export const applicationActs = ['edit', 'submit', 'withdraw', 'accept', 'return', 'score', 'wait', 'admit', 'refuse'] as const;
export type ApplicationAct = (typeof applicationActs)[number];

const open: Record<ApplicationAct, readonly ApplicationState[]> = {
  edit: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  withdraw: ['draft', 'submitted', 'returned', 'under_review', 'waiting'],
  accept: ['submitted'],
  return: ['submitted'],
  score: ['under_review', 'waiting'],
  wait: ['under_review'],
  admit: ['under_review', 'waiting'],
  refuse: ['submitted', 'under_review', 'waiting'],
};

export function isOpenFor(act: ApplicationAct, state: ApplicationState): boolean {
  return open[act].includes(state);
}

/** What keeps a company's admission from being decided: no application, or none that is under review. Codes of errors. */
export type ApplicationLack = 'noApplication' | 'drafted' | 'notAccepted' | 'returned' | 'over';

/** What is told of an application by its state, the nearest to a decision first. */
const nearest: readonly [ApplicationState, ApplicationLack | null][] = [
  ['under_review', null], ['waiting', null], ['submitted', 'notAccepted'], ['returned', 'returned'], ['draft', 'drafted'], ['admitted', 'over'], ['refused', 'over'], ['withdrawn', 'over'],
];

/**
 * The application by which a company is admitted that asked for it, and what it lacks: only what is under review has a
 * verdict. Of several, the one nearest to a decision; of equals the first given.
 */
export function applicationFor<A extends { state: ApplicationState }>(applications: readonly A[]): { application: A; lack: ApplicationLack | null } | { application: null; lack: 'noApplication' } {
  for (const [state, lack] of nearest) {
    const application = applications.find((one) => one.state === state);
    if (application !== undefined) return { application, lack };
  }
  return { application: null, lack: 'noApplication' };
}
