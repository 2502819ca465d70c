import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '@/db/seed/data/holidays.json';
import { addDays, type Day } from '@/lib/kernel/dates';
import { addWorkingDays, makeCalendar, workingDaysBetween } from '@/lib/kernel/working-days';
import { type RequestState, requestStates } from './inputs';
import {
  acceptDue, type Act, acts, amberFrom, clockOf, clockStart, dueColumns, endOfWeek, isOpen, needsReason, nextState, resultDue, stepOf, type Timed,
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
    submitted: { accept: 'accepted', return: 'returned', transfer: 'submitted', withdraw: 'withdrawn', message: 'submitted', note: 'submitted', attach: 'submitted' },
    accepted: { return: 'returned', complete: 'completed', transfer: 'accepted', withdraw: 'withdrawn', message: 'accepted', note: 'accepted', attach: 'accepted' },
    returned: { edit: 'returned', resubmit: 'accepted', transfer: 'returned', withdraw: 'withdrawn', message: 'returned', note: 'returned', attach: 'returned' },
    completed: { rate: 'completed', message: 'completed', note: 'completed' },
    withdrawn: { note: 'withdrawn' },
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

  it('ends at completed and withdrawn', () => {
    expect(requestStates.filter(isOpen)).toEqual(['submitted', 'accepted', 'returned']);
    for (const state of ['completed', 'withdrawn'] as const) {
      for (const act of acts) {
        const step = stepOf(state, act);
        if (step !== null) expect(step.to).toBe('same');
      }
    }
  });

  it('demands a reason from the second correction on', () => {
    expect([0, 1, 2].map(needsReason)).toEqual([false, true, true]);
  });
});

describe('the clock', () => {
  it.each([
    ['2022-01-28', 5, '2022-02-09'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2024-04-30', 10, '2024-05-16'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-11-20', 10, '2026-12-04'],
  ])('accepted on %s with %i days promised is due on %s', (from, days, due) => {
    expect(resultDue(calendar, from, days, [])).toEqual({ kind: 'day', day: due });
    expect(acceptDue(calendar, from, days)).toEqual({ kind: 'day', day: due });
  });

  it('stops while the company is asked, over the spring festival too', () => {
    // Returned on Friday 2026-02-13 (the 14th is worked), back on the 25th: 14, 24, 25 February were worked.
    const stops = [{ fromOn: '2026-02-13', toOn: '2026-02-25' }];
    expect(resultDue(calendar, '2026-02-12', 3, [])).toEqual({ kind: 'day', day: '2026-02-24' });
    expect(resultDue(calendar, '2026-02-12', 3, stops)).toEqual({ kind: 'day', day: '2026-02-27' });
  });

  it('is not lengthened by a wait that ends on the same day', () => {
    const stops = [{ fromOn: '2026-03-04', toOn: '2026-03-04' }];
    expect(resultDue(calendar, '2026-03-03', 3, stops)).toEqual(resultDue(calendar, '2026-03-03', 3, []));
  });

  it('is lengthened by exactly the working days of all its waits', () => {
    const day = fc.integer({ min: 0, max: 364 * 4 }).map((n) => addDays('2021-01-01', n));
    const stop = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([fromOn, n]) => ({ fromOn, toOn: addDays(fromOn, n) }));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), fc.array(stop, { maxLength: 4 }), (from, promised, stops) => {
        const waited = stops.reduce((sum, { fromOn, toOn }) => {
          const span = workingDaysBetween(calendar, fromOn, toOn);
          return sum + (span.kind === 'count' ? span.days : Number.NaN);
        }, 0);
        const plain = resultDue(calendar, from, promised, []);
        if (plain.kind !== 'day') throw new Error('the years are known');
        expect(resultDue(calendar, from, promised, stops)).toEqual(addWorkingDays(calendar, plain.day, waited));
      }),
    );
  });

  it('says that a year is missing, and the earliest day, instead of guessing', () => {
    const due = resultDue(calendar, '2026-12-30', 3, []);
    expect(due).toEqual({ kind: 'missing', year: 2027, earliest: '2027-01-03' });
    expect(dueColumns(due)).toEqual({ known: null, order: '2027-01-03' });
  });

  it('says so too when only a wait lies in the missing year', () => {
    const due = resultDue(calendar, '2026-03-02', 1, [{ fromOn: '2026-12-31', toOn: '2027-01-06' }]);
    expect(due).toEqual({ kind: 'missing', year: 2027, earliest: '2026-03-03' });
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
    for (const state of ['draft', 'returned', 'completed', 'withdrawn'] as const) expect(clockOf(calendar, at(state), '2026-11-20')).toEqual({ kind: 'still' });
  });

  it('is late, without a number, when the days lie in a year nobody entered', () => {
    const clock = clockOf(calendar, at('accepted', { dueOn: '2026-12-31', nextDueOn: '2026-12-31' }), '2027-01-04');
    expect(clock).toMatchObject({ left: null, tone: 'late' });
    expect(clockOf(calendar, at('accepted', { dueOn: null, nextDueOn: '2027-01-03' }), '2026-12-30')).toEqual({ kind: 'unknown', what: 'finish', earliest: '2027-01-03' });
  });

  it('ends a week on Sunday', () => {
    const ends = (days: Day[]) => days.map(endOfWeek);
    expect(ends(['2026-11-16', '2026-11-20', '2026-11-22'])).toEqual(['2026-11-22', '2026-11-22', '2026-11-22']);
  });
});
