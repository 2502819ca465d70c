import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '../../db/seed/data/holidays.json';
import { addDays, type Day } from './dates';
import {
  addWorkingDays,
  dayKind,
  makeCalendar,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days';

const years = Object.entries(holidays.years);
const calendar = makeCalendar(
  years.map(([year]) => Number(year)),
  years.flatMap(([, { off, work }]) => [
    ...Object.keys(off).map((day) => ({ day, worked: false })),
    ...work.map((day) => ({ day, worked: true })),
  ]),
);
const due = (start: Day, n: number) => {
  const result = addWorkingDays(calendar, start, n);
  return result.kind === 'day' ? result.day : result;
};
const knownDay = fc.integer({ min: 0, max: 364 * 5 }).map((n) => addDays('2021-01-01', n));

describe('working days', () => {
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
  ])('%s and %i more end on %s', (start, n, end) => {
    expect(due(start, n)).toBe(end);
    expect(workingDaysBetween(calendar, start, end)).toEqual({ kind: 'count', days: n });
  });

  it.each([
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i of them', (year, count) => {
    let days = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if (dayKind(calendar, day) === 'working') days += 1;
    expect(days).toBe(count);
  });

  it('counts an overdue span below zero, and none on the same day', () => {
    expect(workingDaysBetween(calendar, '2026-10-09', '2026-09-24')).toEqual({
      kind: 'count',
      days: -5,
    });
    expect(workingDaysBetween(calendar, '2026-10-09', '2026-10-09')).toEqual({
      kind: 'count',
      days: 0,
    });
  });

  it('moves a term that ends on a day off behind it', () => {
    expect(nextWorkingDay(calendar, '2026-10-01')).toEqual({ kind: 'day', day: '2026-10-08' });
    expect(nextWorkingDay(calendar, '2026-10-10')).toEqual({ kind: 'day', day: '2026-10-10' });
  });

  it('says which year is missing and the earliest possible day, never a guess', () => {
    expect(due('2026-12-29', 5)).toEqual({ kind: 'missing', year: 2027, earliest: '2027-01-04' });
    expect(due('2026-12-31', 1)).toEqual({ kind: 'missing', year: 2027, earliest: '2027-01-02' });
    expect(due('2026-12-30', 1)).toBe('2026-12-31');
    expect(nextWorkingDay(calendar, '2027-05-06')).toEqual({
      kind: 'missing',
      year: 2027,
      earliest: '2027-05-06',
    });
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-05')).toEqual({
      kind: 'missing',
      year: 2027,
    });
    expect(workingDaysBetween(calendar, '2020-12-30', '2021-01-05')).toEqual({
      kind: 'missing',
      year: 2020,
    });
    expect(dayKind(calendar, '2027-01-04')).toBe('unknown');
  });

  it('the earliest day of a missing year never lies after the real one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2022, 2023, 2024, 2025, 2026),
        fc.integer({ min: -40, max: 0 }),
        fc.integer({ min: 1, max: 60 }),
        (year, back, n) => {
          const without = {
            years: new Map([...calendar.years].filter(([known]) => known !== year)),
          };
          const start = addDays(`${year}-01-01`, back);
          const guess = addWorkingDays(without, start, n);
          const real = due(start, n);
          if (guess.kind === 'missing') expect(guess.earliest <= String(real)).toBe(true);
          else expect(guess.day).toBe(real);
        },
      ),
    );
  });

  it('adding then counting agrees', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 0, max: 200 }), (start, n) => {
        const end = due(start, n);
        expect(typeof end).toBe('string');
        if (typeof end === 'string') {
          expect(workingDaysBetween(calendar, start, end)).toEqual({ kind: 'count', days: n });
          expect(n === 0 || dayKind(calendar, end) === 'working').toBe(true);
        }
      }),
    );
  });

  it('are those that counting day by day finds, also out of the years that are entered', () => {
    const anyDay = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDays('2019-12-01', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 700 }), (start, n) => {
        let [day, left, unknown] = [start, n, false];
        while (left > 0 && !unknown) {
          day = addDays(day, 1);
          const kind = dayKind(calendar, day);
          unknown = kind === 'unknown';
          if (kind === 'working') left -= 1;
        }
        const found = addWorkingDays(calendar, start, n);
        expect(found).toEqual(unknown ? { kind: 'missing', year: Number(day.slice(0, 4)), earliest: expect.any(String) } : { kind: 'day', day });
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const [first, last] = from < to ? [from, to] : [to, from];
        let expected: unknown = null;
        let days = 0;
        for (let day = first; day < last && expected === null; ) {
          day = addDays(day, 1);
          const kind = dayKind(calendar, day);
          if (kind === 'unknown') expected = { kind: 'missing', year: Number(day.slice(0, 4)) };
          if (kind === 'working') days += 1;
        }
        expect(workingDaysBetween(calendar, from, to)).toEqual(expected ?? { kind: 'count', days: from < to || days === 0 ? days : -days });
      }),
      { numRuns: 300 },
    );
  });
});
