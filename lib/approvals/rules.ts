import { addDays, type Day } from '@/lib/kernel/dates';
import { addWorkingDays, type Calendar, dayKind, type DueDay, workingDaysBetween } from '@/lib/kernel/working-days';
import type { LaneParty, LaneState } from './inputs';

/** One lane as it is planned: whose it is, how many working days it has, what has to be looked at. */
export interface LanePlan {
  key: string;
  name: string;
  nameEn: string;
  party: LaneParty;
  departmentId: string | null;
  role: string | null;
  decides: 'anyone' | 'manager';
  /** Working days. */
  days: number;
  checklist: { text: string; textEn: string }[];
}

export interface StagePlan {
  name: string;
  nameEn: string;
  lanes: LanePlan[];
}

/** The days a plan promises: in each stage the longest lane, one stage after the other. */
export function promisedDays(stages: readonly { lanes: readonly { days: number }[] }[]): number {
  return stages.reduce((sum, { lanes }) => sum + lanes.reduce((most, { days }) => Math.max(most, days), 0), 0);
}

/** Time that isn't the lane's. Without an end it lasts until today. */
export interface Stop {
  fromOn: Day;
  toOn: Day | null;
}

/** Working days of all stops together; days that two of them share count once. */
export function stoppedDays(calendar: Calendar, stops: readonly Stop[], today: Day): { days: number; missingYear: number | null } {
  const spans = stops
    .map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn ?? (today > fromOn ? today : fromOn) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let missingYear: number | null = null;
  let reached: Day | null = null;
  for (const { from, to } of spans) {
    const start: Day = reached !== null && reached > from ? reached : from;
    if (to <= start) continue;
    const span = workingDaysBetween(calendar, start, to);
    if (span.kind === 'count') days += span.days;
    else missingYear ??= span.year;
    reached = to;
  }
  return { days, missingYear };
}

export interface Timed {
  days: number;
  stops: readonly Stop[];
}

/** A lane's own day: its days after it began, lengthened by its own stops and by nothing else. */
export function laneDue(calendar: Calendar, fromOn: Day, lane: Timed, today: Day): DueDay {
  const stopped = stoppedDays(calendar, lane.stops, today);
  return orMissing(addWorkingDays(calendar, fromOn, lane.days + stopped.days), stopped.missingYear);
}

/** The day of the whole: over the stages, the lane that takes longest with its stops. */
export function roundDue(calendar: Calendar, fromOn: Day, stages: readonly { lanes: readonly Timed[] }[], today: Day): DueDay {
  let total = 0;
  let missingYear: number | null = null;
  for (const { lanes } of stages) {
    let most = 0;
    for (const lane of lanes) {
      const stopped = stoppedDays(calendar, lane.stops, today);
      missingYear ??= stopped.missingYear;
      most = Math.max(most, lane.days + stopped.days);
    }
    total += most;
  }
  return orMissing(addWorkingDays(calendar, fromOn, total), missingYear);
}

function orMissing(due: DueDay, missingYear: number | null): DueDay {
  if (missingYear === null) return due;
  return { kind: 'missing', year: missingYear, earliest: due.kind === 'day' ? due.day : due.earliest };
}

/** Working days a lane used up to a day, its stops taken off. Null where a year it needs isn't entered. */
export function usedDays(calendar: Calendar, fromOn: Day, stops: readonly Stop[], until: Day): { used: number; stopped: number } | null {
  const span = workingDaysBetween(calendar, fromOn, until);
  const stopped = stoppedDays(calendar, stops, until);
  if (span.kind === 'missing' || stopped.missingYear !== null) return null;
  return { used: Math.max(0, span.days - stopped.days), stopped: stopped.days };
}

// ── Lateness, of a lane and of whatever is promised in working days ──────────────────────────────────────────

/** ⌈0.8 · promised⌉ in whole working days. */
export function amberFrom(promisedDays: number): number {
  return Math.ceil((promisedDays * 4) / 5);
}

/** The first day on which a promise is amber. Null where a year isn't entered. */
export function amberOn(calendar: Calendar, dueOn: Day, promisedDays: number): Day | null {
  let day = dueOn;
  let left = promisedDays - amberFrom(promisedDays);
  for (;;) {
    const kind = dayKind(calendar, day);
    if (kind === 'unknown') return null;
    if (kind === 'working') {
      if (left === 0) return day;
      left -= 1;
    }
    day = addDays(day, -1);
  }
}

/** How a lane is shown at a glance. */
export type LaneColour = 'done' | 'refused' | 'waiting' | 'stopped' | 'ok' | 'due' | 'late';

/** By its own day: a day that can't be known is never late. */
export function laneColour(calendar: Calendar, lane: { state: string; dueOn: Day | null; days: number }, today: Day): LaneColour {
  switch (lane.state) {
    case 'agreed':
      return 'done';
    case 'disagreed':
      return 'refused';
    case 'stopped':
      return 'stopped';
    case 'open': {
      if (lane.dueOn === null) return 'ok';
      if (today > lane.dueOn) return 'late';
      const amber = amberOn(calendar, lane.dueOn, lane.days);
      return amber !== null && today >= amber ? 'due' : 'ok';
    }
    default:
      return 'waiting';
  }
}

/**
 * The day on which the next one is told. `warned` is how far up it has gone: nobody, its owner (amber), the manager (late),
 * the director (two working days late). Null when there is nobody left to tell, or the day can't be known.
 */
export function warnOn(calendar: Calendar, dueOn: Day | null, promisedDays: number, warned: number): Day | null {
  if (dueOn === null || warned >= 3) return null;
  if (warned <= 0) return amberOn(calendar, dueOn, promisedDays);
  if (warned === 1) return addDays(dueOn, 1);
  const later = addWorkingDays(calendar, dueOn, 2);
  return later.kind === 'day' ? later.day : null;
}

/** Who is to be told on a day, from the level reached before: `to` above `from` when somebody is. `next` is the day of the one after. */
export function warnSteps(calendar: Calendar, clock: { dueOn: Day | null; promised: number; warned: number; warnOn: Day | null }, today: Day): { from: number; to: number; next: Day | null } {
  const from = Math.max(0, clock.warned);
  let to = from;
  let next = clock.warnOn;
  while (next !== null && next <= today) {
    to += 1;
    next = warnOn(calendar, clock.dueOn, clock.promised, to);
  }
  return { from, to, next };
}

export type LaneAct = 'agree' | 'disagree' | 'return' | 'stop' | 'resume' | 'transfer' | 'cancel' | 'begin';

/** Every step of a lane. What isn't here can't happen. */
const steps: Readonly<Record<LaneState, Readonly<Partial<Record<LaneAct, LaneState>>>>> = {
  waiting: { begin: 'open', cancel: 'cancelled' },
  open: { agree: 'agreed', disagree: 'disagreed', return: 'stopped', stop: 'stopped', transfer: 'open', cancel: 'cancelled' },
  stopped: { resume: 'open', transfer: 'stopped', cancel: 'cancelled' },
  agreed: {},
  disagreed: {},
  cancelled: {},
};

/** Where an act leads a lane, or null when it can't be taken there. */
export function laneStep(state: LaneState, act: LaneAct): LaneState | null {
  return steps[state][act] ?? null;
}

export function isDecided(state: LaneState): boolean {
  return state === 'agreed' || state === 'disagreed';
}

/**
 * What an opinion leads to. A stage ends when each of its lanes has spoken; one that disagreed ends the passage there,
 * for what would come after it can't help any more.
 */
export function afterOpinion(stages: readonly { lanes: readonly { state: LaneState }[] }[], stage: number): 'running' | 'next' | 'agreed' | 'disagreed' {
  const lanes = stages[stage]?.lanes ?? [];
  if (!lanes.every(({ state }) => isDecided(state))) return 'running';
  if (lanes.some(({ state }) => state === 'disagreed')) return 'disagreed';
  return stage + 1 < stages.length ? 'next' : 'agreed';
}
