import { addDays, type Day, weekdayOf, yearOf } from './dates';

/** What the State Council decided for each year: days off, and weekend days worked in exchange. */
export type Calendar = {
  years: ReadonlyMap<number, { off: ReadonlySet<Day>; work: ReadonlySet<Day> }>;
};

/** A year whose arrangement is not entered. `earliest`: the day asked for can't come before it; it may well be later. */
export type CalendarMissing = { kind: 'missing'; year: number; earliest: Day };
export type DueDay = { kind: 'day'; day: Day } | CalendarMissing;
export type WorkingDays = { kind: 'count'; days: number } | { kind: 'missing'; year: number };

/** 'unknown' when the year is not entered: weekends alone never decide. */
export function dayKind(calendar: Calendar, day: Day): 'working' | 'off' | 'unknown' {
  const year = calendar.years.get(yearOf(day));
  if (!year) return 'unknown';
  if (year.work.has(day)) return 'working';
  return year.off.has(day) || weekdayOf(day) > 5 ? 'off' : 'working';
}

/** The n-th working day after `start`, which itself does not count (民法典 201 条). n = 0 is `start`. */
export function addWorkingDays(calendar: Calendar, start: Day, n: number): DueDay {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError('working days are counted forward in whole days');
  let day = start;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    const kind = dayKind(calendar, day);
    if (kind === 'unknown') return missing(day, left);
    if (kind === 'working') left -= 1;
  }
  return { kind: 'day', day };
}

/** The day itself when it is worked, else the next that is: a term that ends on a day off ends after it (民法典 203 条). */
export function nextWorkingDay(calendar: Calendar, day: Day): DueDay {
  return addWorkingDays(calendar, addDays(day, -1), 1);
}

/**
 * Working days after `from` up to and including `to`; negative (overdue) when `to` is earlier.
 * Agrees with addWorkingDays: between(start, start + n) is n.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): WorkingDays {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let days = 0;
  for (let day = first; day < last; ) {
    day = addDays(day, 1);
    const kind = dayKind(calendar, day);
    if (kind === 'unknown') return { kind: 'missing', year: yearOf(day) };
    if (kind === 'working') days += 1;
  }
  return { kind: 'count', days: from <= to ? days : -days };
}

/** A calendar from rows: one per day that differs from the plain week, and the years that are complete. */
export function makeCalendar(
  years: Iterable<number>,
  days: Iterable<{ day: Day; worked: boolean }>,
): Calendar {
  const made = new Map<number, { off: Set<Day>; work: Set<Day> }>();
  for (const year of years) made.set(year, { off: new Set(), work: new Set() });
  for (const { day, worked } of days) {
    const year = made.get(yearOf(day));
    if (year) (worked ? year.work : year.off).add(day);
  }
  return { years: made };
}

/**
 * From the first unknown day every day might be worked, weekends too (29 and 30 January 2022 both were);
 * only New Year's Day is off by law every year. So this bound holds whatever will be decided.
 */
function missing(firstUnknown: Day, left: number): CalendarMissing {
  let day = addDays(firstUnknown, -1);
  for (let rest = left; rest > 0; ) {
    day = addDays(day, 1);
    if (!day.endsWith('-01-01')) rest -= 1;
  }
  return { kind: 'missing', year: yearOf(firstUnknown), earliest: day };
}
