import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '@/db/seed/data/holidays.json';
import { amberFrom, amberOn, warnOn } from '@/lib/approvals/rules';
import { addDays, type Day } from '@/lib/kernel/dates';
import { makeCalendar, workingDaysBetween } from '@/lib/kernel/working-days';
import { type RequestState, requestStates } from './inputs';
import {
  acceptDue, type Act, acts, awaitsNextRound, clockOf, dueAfterCorrection, clockStart, dueColumns, endOfWeek, isBad, isOpen, mayReopen, needsReason, nextState, stepOf, type Timed,
} from './rules';

const years = Object.entries(holidays.years);
const calendar = makeCalendar(
  years.map(([year]) => Number(year)),
  years.flatMap(([, { off, work }]) => [
    ...Object.keys(off).map((day) => ({ day, worked: false })),
    ...work.map((day) => ({ day, worked: true })),
  ]),
);

describe('the life of a request', () => {
  const allowed: Record<RequestState, Partial<Record<Act, RequestState | 'gone'>>> = {
    draft: { edit: 'draft', attach: 'draft', submit: 'submitted', discard: 'gone' },
    confirming: { confirm: 'submitted', confirmFor: 'submitted', retype: 'confirming', edit: 'confirming', message: 'confirming', note: 'confirming', attach: 'confirming', withdraw: 'withdrawn' },
    submitted: {
      accept: 'accepted', return: 'returned', refuse: 'refused', merge: 'refused', transfer: 'submitted', withdraw: 'withdrawn', message: 'submitted', note: 'submitted',
      attach: 'submitted', urge: 'submitted', supervise: 'submitted', lift: 'submitted', repairEarlier: 'submitted',
    },
    accepted: {
      return: 'returned', lane: 'accepted', answerLane: 'accepted', complete: 'decided', merge: 'refused', transfer: 'accepted', withdraw: 'withdrawn', message: 'accepted', note: 'accepted',
      attach: 'accepted', urge: 'accepted', supervise: 'accepted', lift: 'accepted', repairEarlier: 'accepted',
    },
    returned: {
      edit: 'returned', resubmit: 'accepted', transfer: 'returned', withdraw: 'withdrawn', message: 'returned', note: 'returned', attach: 'returned', supervise: 'returned', lift: 'returned', repairEarlier: 'returned',
    },
    refused: { reopen: 'submitted', message: 'refused', note: 'refused', lift: 'refused', repairEarlier: 'refused' },
    decided: { deliver: 'completed', urge: 'decided', message: 'decided', note: 'decided', supervise: 'decided', lift: 'decided', repairEarlier: 'decided' },
    completed: { rate: 'completed', repair: 'completed', rateAgain: 'completed', reopen: 'submitted', message: 'completed', note: 'completed', lift: 'completed', repairEarlier: 'completed' },
    withdrawn: { note: 'withdrawn', lift: 'withdrawn', repairEarlier: 'withdrawn' },
  };
  const cases = requestStates.flatMap((state) => acts.map((act) => [state, act, allowed[state][act] ?? 'impossible'] as const));

  it.each(cases)('%s, %s → %s', (state, act, expected) => {
    const step = stepOf(state, act);
    if (expected === 'impossible') expect(step).toBeNull();
    else expect(step && (nextState(step, { state, acceptedAt: new Date(0) }) ?? 'gone')).toBe(expected);
  });

  it('comes back to where it was returned from', () => {
    const step = stepOf('returned', 'resubmit');
    expect(step && nextState(step, { state: 'returned', acceptedAt: null })).toBe('submitted');
    expect(step && nextState(step, { state: 'returned', acceptedAt: new Date(0) })).toBe('accepted');
  });

  it('ends at completed, refused and withdrawn, and is taken up again only by a new round', () => {
    expect(requestStates.filter(isOpen)).toEqual(['submitted', 'accepted', 'returned', 'decided']);
    for (const state of ['completed', 'refused', 'withdrawn'] as const) {
      for (const act of acts) {
        const step = stepOf(state, act);
        if (step !== null && act !== 'reopen') expect(step.to).toBe('same');
      }
    }
    expect(stepOf('withdrawn', 'reopen')).toBeNull();
  });

  it('may be taken up again within fifteen working days', () => {
    expect(mayReopen(calendar, '2026-09-24', '2026-10-22')).toBe(true);
    expect(mayReopen(calendar, '2026-09-24', '2026-10-23')).toBe(false);
    expect(mayReopen(calendar, '2026-12-25', '2027-02-01')).toBe(true);
  });

  it('knows the lanes of a round before from those of this one', () => {
    const at = new Date('2026-11-20T02:00:00Z');
    expect([{ round: 1, acceptedAt: null }, { round: 2, acceptedAt: null }, { round: 2, acceptedAt: at }].map(awaitsNextRound)).toEqual([false, true, false]);
  });

  it('demands a reason from the second correction on', () => {
    expect([0, 1, 2].map(needsReason)).toEqual([false, true, true]);
  });
});

describe('the clock', () => {
  it.each([
    ['the same day', '2026-11-27', '2026-11-20', '2026-11-20', { kind: 'day', day: '2026-11-27' }],
    ['over a weekend', '2026-11-27', '2026-11-20', '2026-11-23', { kind: 'day', day: '2026-11-30' }],
    ['three working days', '2026-11-27', '2026-11-20', '2026-11-25', { kind: 'day', day: '2026-12-02' }],
    ['late before, late by as much after', '2026-11-18', '2026-11-20', '2026-11-23', { kind: 'day', day: '2026-11-19' }],
    ['into a year that isn’t entered', '2026-12-31', '2026-12-30', '2026-12-31', { kind: 'missing', year: 2027, earliest: '2027-01-02' }],
    ['answered in a year that isn’t entered', '2026-12-31', '2026-12-30', '2027-01-05', { kind: 'missing', year: 2027, earliest: '2026-12-31' }],
    ['not known before either', null, '2026-12-30', '2026-12-31', { kind: 'missing', year: 2027, earliest: '2026-12-31' }],
  ] as const)('moves by the days a company took when every lane had spoken: %s', (_what, dueOn, returnedOn, today, due) => {
    expect(dueAfterCorrection(calendar, dueOn, returnedOn, today)).toMatchObject(due);
  });

  it('says that a year is missing, and the earliest day, instead of guessing', () => {
    const due = acceptDue(calendar, '2026-12-30', 3);
    expect(due).toEqual({ kind: 'missing', year: 2027, earliest: '2027-01-03' });
    expect(dueColumns(due)).toEqual({ known: null, order: '2027-01-03' });
  });

  it('counts from receipt when it was accepted too late', () => {
    expect(clockStart('2026-11-24', '2026-11-20', '2026-11-23')).toBe('2026-11-20');
    expect(clockStart('2026-11-23', '2026-11-20', '2026-11-23')).toBe('2026-11-23');
    expect(clockStart('2027-01-05', '2026-12-31', null)).toBe('2027-01-05');
  });

  it.each([[1, 1], [2, 2], [3, 3], [4, 4], [5, 4], [10, 8], [11, 9]])('of %i promised days it is amber from %i used', (promised, used) => {
    expect(amberFrom(promised)).toBe(used);
  });

  const at = (state: RequestState, given: Partial<Timed> = {}): Timed => ({
    state, acceptanceDays: 1, promisedDays: 5, acceptDueOn: '2026-11-23', dueOn: '2026-11-27', nextDueOn: '2026-11-27', ...given,
  });
  it.each([
    ['2026-11-20', 5, 'ok'],
    ['2026-11-25', 2, 'ok'],
    ['2026-11-26', 1, 'due'],
    ['2026-11-27', 0, 'due'],
    ['2026-11-28', 0, 'late'],
    ['2026-11-30', -1, 'late'],
  ] as const)('seen on %s has %i days left and is %s', (today, left, tone) => {
    const clock = clockOf(calendar, at('accepted'), today);
    expect(clock).toEqual({ kind: 'running', what: 'finish', dueOn: '2026-11-27', left: left === 0 ? expect.closeTo(0) : left, tone });
  });

  it('counts to acceptance before, and stands still when nothing runs', () => {
    expect(clockOf(calendar, at('submitted'), '2026-11-20')).toMatchObject({ what: 'accept', dueOn: '2026-11-23', left: 1, tone: 'ok' });
    for (const state of ['draft', 'confirming', 'returned', 'refused', 'decided', 'completed', 'withdrawn'] as const) expect(clockOf(calendar, at(state), '2026-11-20')).toEqual({ kind: 'still' });
  });

  it('is late, without a number, when the days lie in a year nobody entered', () => {
    const clock = clockOf(calendar, at('accepted', { dueOn: '2026-12-31', nextDueOn: '2026-12-31' }), '2027-01-04');
    expect(clock).toMatchObject({ left: null, tone: 'late' });
    expect(clockOf(calendar, at('accepted', { dueOn: null, nextDueOn: '2027-01-03' }), '2026-12-30')).toEqual({ kind: 'unknown', what: 'finish', earliest: '2027-01-03' });
  });

  it('turns amber on the first day that clockOf calls amber', () => {
    const day = fc.integer({ min: 0, max: 364 * 4 }).map((n) => addDays('2021-03-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, promised) => {
        const due = acceptDue(calendar, from, promised);
        if (due.kind !== 'day') return;
        const amber = amberOn(calendar, due.day, promised);
        if (amber === null) throw new Error('the years are known');
        const toneAt = (today: Day) => clockOf(calendar, at('accepted', { promisedDays: promised, dueOn: due.day, nextDueOn: due.day }), today);
        expect(toneAt(amber)).toMatchObject({ tone: 'due' });
        const before = toneAt(addDays(amber, -1));
        if (addDays(amber, -1) >= from) expect(before).toMatchObject({ tone: 'ok' });
      }),
    );
  });

  it('tells owner, manager and director in turn, each on their day', () => {
    expect([0, 1, 2, 3].map((warned) => warnOn(calendar, '2026-11-27', 5, warned))).toEqual(['2026-11-26', '2026-11-28', '2026-12-01', null]);
    expect(warnOn(calendar, null, 5, 0)).toBeNull();
    expect(workingDaysBetween(calendar, '2026-11-27', '2026-12-01')).toEqual({ kind: 'count', days: 2 });
  });

  it('stands still while every lane waits for somebody else', () => {
    expect(clockOf(calendar, at('accepted', { nextDueOn: null }), '2026-12-20')).toEqual({ kind: 'still' });
  });

  it('calls the two lowest grades bad', () => {
    expect([5, 4, 3, 2, 1].map(isBad)).toEqual([false, false, false, true, true]);
  });

  it('ends a week on Sunday', () => {
    const ends = (days: Day[]) => days.map(endOfWeek);
    expect(ends(['2026-11-16', '2026-11-20', '2026-11-22'])).toEqual(['2026-11-22', '2026-11-22', '2026-11-22']);
  });
});
