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
  if (year < 1900 || year > 2100) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
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
