/** A calendar day in Asia/Shanghai, written 'YYYY-MM-DD', between 1900 and 2100. */
export type Day = string;


const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** Shanghai has kept UTC+8 without summer time since 1991, older than any moment we store. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** True for a day that exists in the calendar and lies between 1900 and 2100. */
export function isDay(value: string): boolean;
export function isDay(value: unknown): value is Day;
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const parts = ISO.exec(value);
  return parts !== null && makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === value;
}

/** The day with these numbers, or null where the calendar has none (30 February, the year 2999). */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day on which a moment falls in Shanghai. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment at which a day begins in Shanghai. */
export function startOfDay(day: Day): Date {
  return new Date(toMs(day) - SHANGHAI_OFFSET_MS);
}

export function addDays(day: Day, days: number): Day {
  return fromMs(toMs(day) + days * MS_PER_DAY);
}

/** The same date so many months on, or that month's last day where it has no such date (民法典 202 条). */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(toMs(day));
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromMs(first.getTime() + (Math.min(date.getUTCDate(), last) - 1) * MS_PER_DAY);
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / MS_PER_DAY);
}

/** How many days of its year have passed by a day's evening: 1 for New Year's Day. */
export function dayOfYear(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))];
  let passed = Number(day.slice(8));
  for (let one = 1; one < month; one += 1) passed += daysIn(year, one);
  return passed;
}

/** The day with that number in its year. @throws RangeError where the year has no such day */
export function dayInYear(year: number, number: number): Day {
  let [month, day] = [1, number];
  for (let length = daysIn(year, month); day > length && month < 12; length = daysIn(year, month)) {
    day -= length;
    month += 1;
  }
  const found = makeDay(year, month, day);
  if (found === null) throw new RangeError(`no day ${number} in ${year}`);
  return found;
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(toMs(day)).getUTCDay() || 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The last day of the month in which a day lies. */
export function lastDayOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
}

function toMs(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

function fromMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
