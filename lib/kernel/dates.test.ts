import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, parseDay, parseMoment } from './date-text';
import {
  addDays,
  addMonths,
  dayInYear,
  dayOf,
  dayOfYear,
  daysBetween,
  isDay,
  lastDayOfMonth,
  startOfDay,
  weekdayOf,
  yearOf,
} from './dates';

const anyDay = fc.integer({ min: 0, max: 45_000 }).map((n) => addDays('1950-01-01', n));

describe('days', () => {
  it('exist in the calendar, between 1900 and 2100', () => {
    for (const day of ['1900-01-01', '2024-02-29', '2100-12-31']) expect(isDay(day)).toBe(true);
    for (const day of [
      '1899-12-31',
      '2101-01-01',
      '2999-01-01',
      '2023-02-29',
      '2022-13-01',
      '2022-00-10',
      '2022-6-3',
      '',
      '2022-06-30T00:00',
      null,
      20220630,
    ]) {
      expect(isDay(day)).toBe(false);
    }
  });

  it('have a number in their year', () => {
    expect([dayOfYear('2026-01-01'), dayOfYear('2024-12-31'), dayOfYear('2026-12-31'), dayInYear(2024, 60), dayInYear(2023, 60)]).toEqual([1, 366, 365, '2024-02-29', '2023-03-01']);
    fc.assert(fc.property(anyDay, (day) => dayInYear(yearOf(day), dayOfYear(day)) === day && dayOfYear(day) === daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1));
    expect(() => dayInYear(2023, 366)).toThrow(RangeError);
    expect(() => dayOfYear('2023-02-29')).toThrow(RangeError);
  });

  it('change at midnight in Shanghai', () => {
    expect(dayOf(new Date('2022-06-29T15:59:59Z'))).toBe('2022-06-29');
    expect(dayOf(new Date('2022-06-29T16:00:00Z'))).toBe('2022-06-30');
    expect(dayOf(startOfDay('2022-06-30'))).toBe('2022-06-30');
    expect(dayOf(new Date(startOfDay('2022-06-30').getTime() - 1))).toBe('2022-06-29');
  });

  it('keep their date over months, or take the last the month has', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths('2023-12-31', -10)).toBe('2023-02-28');
    expect(addMonths('2022-06-30', 12)).toBe('2023-06-30');
    expect(lastDayOfMonth('2024-02-10')).toBe('2024-02-29');
    expect(weekdayOf('2022-07-03')).toBe(7);
  });

  it('adding and counting agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  it('are read in the five forms people write, full-width too', () => {
    for (const text of [
      '2022-06-30',
      '2022/6/30',
      '2022.6.30',
      '2022年6月30日',
      '20220630',
      ' 2022年06月30日 ',
      '２０２２／６／３０',
      '2022-06-30 00:00:00',
      '2022-06-30T00:00:00.000Z',
    ]) {
      expect(parseDay(text)).toBe('2022-06-30');
    }
    for (const text of [
      '1899-12-31',
      '2999年1月1日',
      '2022-02-30',
      '2022-6',
      '22-6-30',
      '6/30/2022',
      '长期',
      '',
      '44742',
      '2022-06-30; drop',
    ]) {
      expect(parseDay(text)).toBeNull();
    }
  });

  it('are written for reading in both languages', () => {
    expect(formatDay('2022-06-30', 'zh-CN')).toBe('2022-06-30');
    expect(formatDay('2022-06-30', 'zh-CN', 'long')).toBe('2022年6月30日');
    expect(formatDay('2022-06-30', 'en', 'long')).toBe('30 June 2022');
    expect(formatMoment(new Date('2022-06-30T16:05:00Z'), 'zh-CN')).toBe('2022-07-01 00:05');
  });

  it('moments are read on the clock of Shanghai', () => {
    expect(parseMoment('2022-06-30T14:05')?.toISOString()).toBe('2022-06-30T06:05:00.000Z');
    for (const text of [
      '2022-06-31T14:05',
      '2022-06-30T25:00',
      '2022-06-30T14:61',
      '2022-06-30',
      '',
    ])
      expect(parseMoment(text)).toBeNull();
  });
});
