import { addDays, type Day, dayInYear, dayOfYear, weekdayOf, yearOf } from './dates';

/** What the State Council decided for a year: days off, and weekend days worked in exchange. */
interface Year {
  off: ReadonlySet<Day>;
  work: ReadonlySet<Day>;
  /** How many of the year's first n days are worked, by n: a list counts for every row, most of them over months. */
  worked: Uint16Array;
}
export type Calendar = { years: ReadonlyMap<number, Year> };

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
  if (n === 0) return { kind: 'day', day: start };
  let { year, passed } = placeAfter(start);
  for (let left = n; ; year += 1, passed = 0) {
    const known = calendar.years.get(year);
    if (known === undefined) return missing(dayInYear(year, passed + 1), left);
    const before = known.worked[passed] ?? 0;
    const inYear = (known.worked.at(-1) ?? 0) - before;
    if (left <= inYear) return { kind: 'day', day: dayInYear(year, firstWith(known.worked, before + left)) };
    left -= inYear;
  }
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
  const end = placeOf(last);
  if (first === last) return { kind: 'count', days: 0 };
  let days = 0;
  for (let { year, passed } = placeAfter(first); year <= end.year; year += 1, passed = 0) {
    const known = calendar.years.get(year);
    if (known === undefined) return { kind: 'missing', year };
    const until = year === end.year ? end.passed : known.worked.length - 1;
    days += (known.worked[until] ?? 0) - (known.worked[passed] ?? 0);
  }
  return { kind: 'count', days: from <= to || days === 0 ? days : -days };
}

/** Where a day stands: its year, and how many days of it have passed by its evening. */
function placeOf(day: Day): { year: number; passed: number } {
  return { year: yearOf(day), passed: dayOfYear(day) };
}

/** The same, seen from the next morning. */
function placeAfter(day: Day): { year: number; passed: number } {
  return day.endsWith('-12-31') ? { year: yearOf(day) + 1, passed: 0 } : placeOf(day);
}

/** The first of a year's days by whose evening `count` are worked. */
function firstWith(worked: Uint16Array, count: number): number {
  let [low, high] = [1, worked.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((worked[middle] ?? 0) < count) low = middle + 1;
    else high = middle;
  }
  return low;
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
  return { years: new Map([...made].map(([year, { off, work }]) => [year, { off, work, worked: workedIn(year, off, work) }])) };
}

function workedIn(year: number, off: ReadonlySet<Day>, work: ReadonlySet<Day>): Uint16Array {
  const length = dayOfYear(`${year}-12-31`);
  const first = weekdayOf(`${year}-01-01`) - 1;
  const worked = new Uint16Array(length + 1);
  for (let number = 1; number <= length; number += 1) {
    const day = dayInYear(year, number);
    const on = work.has(day) || (!off.has(day) && (first + number - 1) % 7 < 5);
    worked[number] = (worked[number - 1] ?? 0) + (on ? 1 : 0);
  }
  return worked;
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
