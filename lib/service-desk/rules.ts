import { amberFrom, laneColour } from '@/lib/approvals/rules';
import { addDays, type Day, weekdayOf, yearOf } from '@/lib/kernel/dates';
import { addWorkingDays, type Calendar, type DueDay, workingDaysBetween } from '@/lib/kernel/working-days';
import type { RequestState } from './inputs';

/**
 * Who may take a step: people of the company, anybody who serves at the desk, whoever holds it there (and those above),
 * anybody of the center's staff, or its director.
 */
export type Party = 'company' | 'desk' | 'holder' | 'staff' | 'director';

export const acts = [
  'edit', 'submit', 'discard', 'confirm', 'confirmFor', 'retype', 'accept', 'return', 'refuse', 'resubmit', 'lane', 'answerLane', 'complete', 'deliver', 'withdraw', 'reopen', 'rate',
  'repair', 'repairEarlier', 'rateAgain', 'urge', 'supervise', 'lift', 'message', 'note', 'transfer', 'attach', 'merge',
] as const;
export type Act = (typeof acts)[number];

/** What a step needs beside somebody who may take it. */
export type Demand = 'subject' | 'declaration' | 'codeOrLetter' | 'everythingMissing' | 'reason' | 'opinion' | 'allLanes' | 'result' | 'grade' | 'note' | 'day';

export interface Step {
  by: readonly Party[];
  /** `same`: nothing moves; `back`: to where it was returned from; `gone`: a draft leaves no row. */
  to: RequestState | 'same' | 'back' | 'gone';
  demands: readonly Demand[];
}

const step = (by: readonly Party[], to: Step['to'], ...demands: Demand[]): Step => ({ by, to, demands });
const both = ['company', 'desk'] as const;

const talk = { message: step(both, 'same'), note: step(['desk'], 'same') };
const handed = { transfer: step(['desk'], 'same'), attach: step(both, 'same'), withdraw: step(['company'], 'withdrawn') };
const watched = { supervise: step(['director'], 'same', 'day'), lift: step(['director'], 'same', 'note') };
const over = { lift: step(['director'], 'same', 'note') };
/** What a company made of an earlier round is put right whatever becomes of the new one. */
const before = { repairEarlier: step(['holder'], 'same', 'note') };

/** The whole life of a request. What isn't here can't happen. */
export const life: Readonly<Record<RequestState, Readonly<Partial<Record<Act, Step>>>>> = {
  draft: {
    edit: step(['company'], 'same'),
    attach: step(['company'], 'same'),
    submit: step(['company'], 'submitted', 'subject', 'declaration'),
    discard: step(['company'], 'gone'),
  },
  // 待企业确认: the desk wrote it, the company answers for it.
  confirming: {
    confirm: step(['company'], 'submitted', 'subject', 'declaration'),
    confirmFor: step(['desk'], 'submitted', 'codeOrLetter'),
    retype: step(['desk'], 'same'),
    edit: step(['company'], 'same'),
    ...talk,
    attach: step(both, 'same'),
    withdraw: step(['company'], 'withdrawn'),
  },
  submitted: {
    accept: step(['desk'], 'accepted'),
    return: step(['desk'], 'returned', 'everythingMissing'),
    refuse: step(['desk'], 'refused', 'reason'),
    urge: step(['company'], 'same'),
    merge: step(['desk'], 'refused', 'reason'),
    ...handed,
    ...talk,
    ...watched,
    ...before,
  },
  accepted: {
    return: step(['holder'], 'returned', 'everythingMissing'),
    lane: step(['staff'], 'same', 'opinion'),
    answerLane: step(['company'], 'same'),
    complete: step(['holder'], 'decided', 'allLanes', 'result'),
    // That two say the same is often seen only once work has begun.
    merge: step(['holder'], 'refused', 'reason'),
    urge: step(['company'], 'same'),
    ...handed,
    ...talk,
    ...watched,
    ...before,
  },
  returned: {
    edit: step(['company'], 'same'),
    resubmit: step(['company'], 'back', 'subject', 'declaration'),
    ...handed,
    ...talk,
    ...watched,
    ...before,
  },
  refused: {
    reopen: step(both, 'submitted', 'reason'),
    ...talk,
    ...over,
    ...before,
  },
  decided: {
    deliver: step(['holder'], 'completed'),
    urge: step(['company'], 'same'),
    ...talk,
    ...watched,
    ...before,
  },
  completed: {
    rate: step(['company'], 'same', 'grade'),
    repair: step(['holder'], 'same', 'note'),
    rateAgain: step(['company'], 'same', 'grade'),
    reopen: step(both, 'submitted', 'reason'),
    ...talk,
    ...over,
    ...before,
  },
  withdrawn: {
    note: step(['desk'], 'same'),
    ...over,
    ...before,
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
  return state === 'submitted' || state === 'accepted' || state === 'returned' || state === 'decided';
}

/** 一次性告知: the first correction needs no reason, every further one says why it wasn't told before. */
export function needsReason(earlierReturns: number): boolean {
  return earlierReturns > 0;
}

/** What a duplicate may be merged into: something that goes on, or was answered. */
export function isMergeable(state: RequestState): boolean {
  return isOpen(state) || state === 'completed';
}

/** A delivered or refused request may be taken up again within so many working days. */
export const REOPEN_DAYS = 15;

/** Whether it may still be taken up again; where a year isn't entered nobody is shut out. */
export function mayReopen(calendar: Calendar, endedOn: Day, today: Day): boolean {
  const until = addWorkingDays(calendar, endedOn, REOPEN_DAYS);
  return until.kind === 'missing' || today <= until.day;
}

/** Taken up again and not accepted yet: whatever ran for it ran in its round before. */
export function awaitsNextRound({ round, acceptedAt }: { round: number; acceptedAt: Date | null }): boolean {
  return round > 1 && acceptedAt === null;
}

/** 差评: the two lowest grades open a repair. */
export function isBad(grade: number): boolean {
  return grade <= 2;
}

/** Working days to call back, to put right, and to put right what takes longer. */
export const CONTACT_DAYS = 1;
export const REPAIR_DAYS = 5;
export const LONG_REPAIR_DAYS = 15;

/** A rating is asked for this long after the result; then the request stays "not rated", never good. */
export const RATING_DAYS = 30;

/** Whether a result may still be rated. */
export function mayStillRate(completedOn: Day, today: Day): boolean {
  return today <= addDays(completedOn, RATING_DAYS);
}

// ── The clock: working days of the real calendar. A year that isn't entered is said, never guessed. ───────────

/** The last working day to accept or return what was received on a day. */
export function acceptDue(calendar: Calendar, receivedOn: Day, acceptanceDays: number): DueDay {
  return addWorkingDays(calendar, receivedOn, acceptanceDays);
}

/** The promise counts from acceptance; what was accepted too late counts as accepted on receipt (行政许可法第 32 条). */
export function clockStart(today: Day, receivedOn: Day, acceptDueOn: Day | null): Day {
  return acceptDueOn !== null && today > acceptDueOn ? receivedOn : today;
}

/**
 * When the whole is due that went back for correction after every lane had spoken: no lane runs that could be lengthened, so the
 * day moves by the working days the company had it (the day of its return not counted, the day it came back counted).
 */
export function dueAfterCorrection(calendar: Calendar, dueOn: Day | null, returnedOn: Day, today: Day): DueDay {
  const waited = workingDaysBetween(calendar, returnedOn, today);
  if (waited.kind === 'missing') return { ...waited, earliest: dueOn ?? today };
  // Not known when it was returned: what it waits for is the same year.
  if (dueOn === null) return { kind: 'missing', year: yearOf(today) + 1, earliest: today };
  return addWorkingDays(calendar, dueOn, waited.days);
}

/** What stands in the row: the day if it is known, and in either case what the queue is ordered by. */
export function dueColumns(due: DueDay): { known: Day | null; order: Day } {
  return due.kind === 'day' ? { known: due.day, order: due.day } : { known: null, order: due.earliest };
}

export type Clock =
  /** Nothing runs: a draft, closed, or waiting for somebody else. */
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

interface Lane {
  name: string;
  nameEn: string;
  state: string;
  dueOn: Day | null;
  days: number;
}

/** A row of the queue as it stands today: its clock, and the colour of each of its lanes. */
export function standingToday<R extends Timed & { lanes: readonly Lane[] | null }>(calendar: Calendar, row: R, today: Day) {
  return {
    ...row,
    clock: clockOf(calendar, row, today),
    lanes: (row.lanes ?? []).map((lane) => ({ name: lane.name, nameEn: lane.nameEn, colour: laneColour(calendar, lane, today) })),
  };
}

/** Where the clock of a request stands today. */
export function clockOf(calendar: Calendar, request: Timed, today: Day): Clock {
  if (request.state !== 'submitted' && request.state !== 'accepted') return { kind: 'still' };
  if (request.nextDueOn === null) return { kind: 'still' };
  const what = request.state === 'submitted' ? 'accept' : 'finish';
  const dueOn = what === 'accept' ? request.acceptDueOn : request.dueOn;
  const promised = (what === 'accept' ? request.acceptanceDays : request.promisedDays) ?? 0;
  if (dueOn === null) return { kind: 'unknown', what, earliest: request.nextDueOn };
  return { kind: 'running', what, dueOn, ...spanOf(calendar, dueOn, promised, today) };
}

/** How much is left of a promise of so many working days, and what colour that is. */
export function spanOf(calendar: Calendar, dueOn: Day, promised: number, today: Day): { left: number | null; tone: 'ok' | 'due' | 'late' } {
  const span = workingDaysBetween(calendar, today, dueOn);
  const left = span.kind === 'count' ? span.days : null;
  return { left, tone: toneOf(today, dueOn, left, promised) };
}

/** Late once the day has passed; amber when at least four fifths of the promised days, rounded up, are used. */
function toneOf(today: Day, dueOn: Day, left: number | null, promised: number): 'ok' | 'due' | 'late' {
  if (today > dueOn) return 'late';
  if (left === null) return 'ok';
  return promised - left >= amberFrom(promised) ? 'due' : 'ok';
}

/** The Sunday that ends the week in which a day lies. */
export function endOfWeek(today: Day): Day {
  return addDays(today, 7 - weekdayOf(today));
}
