import { addDays, type Day, weekdayOf } from '@/lib/kernel/dates';
import { addWorkingDays, type Calendar, type DueDay, workingDaysBetween } from '@/lib/kernel/working-days';
import type { RequestState } from './inputs';

/** Who may take a step: people of the company, anybody who serves at the desk, or whoever holds it there (and those above). */
export type Party = 'company' | 'desk' | 'holder';

export const acts = [
  'edit', 'submit', 'discard', 'accept', 'return', 'resubmit', 'complete', 'withdraw', 'rate', 'message', 'note', 'transfer', 'attach',
] as const;
export type Act = (typeof acts)[number];

/** What a step needs beside somebody who may take it. */
export type Demand = 'subject' | 'everythingMissing' | 'result' | 'grade';

export interface Step {
  by: readonly Party[];
  /** `same`: nothing moves; `back`: to where it was returned from; `gone`: a draft leaves no row. */
  to: RequestState | 'same' | 'back' | 'gone';
  demands: readonly Demand[];
}

const step = (by: readonly Party[], to: Step['to'], ...demands: Demand[]): Step => ({ by, to, demands });
const both = ['company', 'desk'] as const;

/** The whole life of a request. What isn't here can't happen. */
export const life: Readonly<Record<RequestState, Readonly<Partial<Record<Act, Step>>>>> = {
  draft: {
    edit: step(['company'], 'same'),
    attach: step(['company'], 'same'),
    submit: step(['company'], 'submitted', 'subject'),
    discard: step(['company'], 'gone'),
  },
  submitted: {
    accept: step(['desk'], 'accepted'),
    return: step(['desk'], 'returned', 'everythingMissing'),
    transfer: step(['desk'], 'same'),
    withdraw: step(['company'], 'withdrawn'),
    message: step(both, 'same'),
    note: step(['desk'], 'same'),
    attach: step(both, 'same'),
  },
  accepted: {
    return: step(['holder'], 'returned', 'everythingMissing'),
    complete: step(['holder'], 'completed', 'result'),
    transfer: step(['desk'], 'same'),
    withdraw: step(['company'], 'withdrawn'),
    message: step(both, 'same'),
    note: step(['desk'], 'same'),
    attach: step(both, 'same'),
  },
  returned: {
    edit: step(['company'], 'same'),
    resubmit: step(['company'], 'back', 'subject'),
    transfer: step(['desk'], 'same'),
    withdraw: step(['company'], 'withdrawn'),
    message: step(both, 'same'),
    note: step(['desk'], 'same'),
    attach: step(both, 'same'),
  },
  completed: {
    rate: step(['company'], 'same', 'grade'),
    message: step(both, 'same'),
    note: step(['desk'], 'same'),
  },
  withdrawn: {
    note: step(['desk'], 'same'),
  },
};

export function stepOf(state: RequestState, act: Act): Step | null {
  return life[state][act] ?? null;
}

/** The state a step leads to. `gone` has none. */
export function nextState(step: Step, now: { state: RequestState; acceptedAt: Date | null }): RequestState | null {
  switch (step.to) {
    case 'gone':
      return null;
    case 'same':
      return now.state;
    case 'back':
      return now.acceptedAt === null ? 'submitted' : 'accepted';
    default:
      return step.to;
  }
}

export function isOpen(state: RequestState): boolean {
  return state === 'submitted' || state === 'accepted' || state === 'returned';
}

/** 一次性告知: the first correction needs no reason, every further one says why it wasn't told before. */
export function needsReason(earlierReturns: number): boolean {
  return earlierReturns > 0;
}

// ── The clock: working days of the real calendar. A year that isn't entered is said, never guessed. ───────────

/** Waiting for the company: from the day it was returned to the day it came back. */
export interface Stop {
  fromOn: Day;
  toOn: Day;
}

/** The last working day to accept or return what was received on a day. */
export function acceptDue(calendar: Calendar, receivedOn: Day, acceptanceDays: number): DueDay {
  return addWorkingDays(calendar, receivedOn, acceptanceDays);
}

/** The promise counts from acceptance; what was accepted too late counts as accepted on receipt (行政许可法第 32 条). */
export function clockStart(today: Day, receivedOn: Day, acceptDueOn: Day | null): Day {
  return acceptDueOn !== null && today > acceptDueOn ? receivedOn : today;
}

/** The day the result is due: the promise after the clock's start, lengthened by the working days of every wait for the company. */
export function resultDue(calendar: Calendar, clockFromOn: Day, promisedDays: number, stops: readonly Stop[]): DueDay {
  let waited = 0;
  let unknownYear: number | null = null;
  for (const stop of stops) {
    const span = workingDaysBetween(calendar, stop.fromOn, stop.toOn);
    if (span.kind === 'count') waited += span.days;
    else unknownYear ??= span.year;
  }
  const due = addWorkingDays(calendar, clockFromOn, promisedDays + waited);
  if (unknownYear === null) return due;
  return { kind: 'missing', year: unknownYear, earliest: due.kind === 'day' ? due.day : due.earliest };
}

/** What stands in the row: the day if it is known, and in either case what the queue is ordered by. */
export function dueColumns(due: DueDay): { known: Day | null; order: Day } {
  return due.kind === 'day' ? { known: due.day, order: due.day } : { known: null, order: due.earliest };
}

export type Clock =
  /** Nothing runs: a draft, closed, or waiting for the company. */
  | { kind: 'still' }
  /** `left` working days after today up to the day; negative when it has passed; null where a missing year hides how many. */
  | { kind: 'running'; what: 'accept' | 'finish'; dueOn: Day; left: number | null; tone: 'ok' | 'due' | 'late' }
  /** The day can't be known until a year's arrangement is entered. */
  | { kind: 'unknown'; what: 'accept' | 'finish'; earliest: Day };

export interface Timed {
  state: RequestState;
  acceptanceDays: number | null;
  promisedDays: number | null;
  acceptDueOn: Day | null;
  dueOn: Day | null;
  nextDueOn: Day | null;
}

/** Where the clock of a request stands today. */
export function clockOf(calendar: Calendar, request: Timed, today: Day): Clock {
  if (request.state !== 'submitted' && request.state !== 'accepted') return { kind: 'still' };
  const what = request.state === 'submitted' ? 'accept' : 'finish';
  const dueOn = what === 'accept' ? request.acceptDueOn : request.dueOn;
  const promised = (what === 'accept' ? request.acceptanceDays : request.promisedDays) ?? 0;
  if (dueOn === null) return { kind: 'unknown', what, earliest: request.nextDueOn ?? today };
  const span = workingDaysBetween(calendar, today, dueOn);
  const left = span.kind === 'count' ? span.days : null;
  return { kind: 'running', what, dueOn, left, tone: toneOf(today, dueOn, left, promised) };
}

/** Late once the day has passed; amber when at least four fifths of the promised days, rounded up, are used. */
function toneOf(today: Day, dueOn: Day, left: number | null, promised: number): 'ok' | 'due' | 'late' {
  if (today > dueOn) return 'late';
  if (left === null) return 'ok';
  return promised - left >= amberFrom(promised) ? 'due' : 'ok';
}

/** ⌈0.8 · promised⌉ in whole working days. */
export function amberFrom(promisedDays: number): number {
  return Math.ceil((promisedDays * 4) / 5);
}

/** The Sunday that ends the week in which a day lies. */
export function endOfWeek(today: Day): Day {
  return addDays(today, 7 - weekdayOf(today));
}
