import { type Day, dayOf, makeDay } from './dates';
import { toHalfWidth } from './text';

const WRITTEN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
/** What other programs put behind a day when they export it as a moment. */
const TIME_OF_DAY = /[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;

/**
 * Reads a day as people write it: 2022-06-30, 2022/6/30, 2022.6.30, 2022年6月30日, 20220630; full-width digits too.
 * Null for anything else, for a day no calendar has, and outside 1900–2100.
 */
export function parseDay(text: string): Day | null {
  const plain = toHalfWidth(text).trim().replace(TIME_OF_DAY, '');
  for (const form of WRITTEN) {
    const parts = form.exec(plain);
    if (parts) return makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  }
  return null;
}

/** A day for reading: 2022-06-30 in lists and files ('short'), or as a sentence writes it ('long': 2022年6月30日, 30 June 2022). */
export function formatDay(day: Day, locale: string, style: 'short' | 'long' = 'short'): string {
  if (style === 'short') return day;
  return longFormat(locale === 'en' ? 'en-GB' : locale).format(new Date(`${day}T00:00:00Z`));
}

const longFormats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times more than using it. */
function longFormat(locale: string): Intl.DateTimeFormat {
  const known = longFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  longFormats.set(locale, known);
  return known;
}

/** A moment on the clock of Shanghai: 2022-06-30 14:05, or with 'long' 2022年6月30日 14:05. */
export function formatMoment(
  moment: Date,
  locale: string,
  style: 'short' | 'long' = 'short',
): string {
  return `${formatDay(dayOf(moment), locale, style)} ${formatTime(moment)}`;
}

/** The time of a moment on the clock of Shanghai: 14:05. */
export function formatTime(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

const LOCAL_MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** Reads what a datetime-local field sends (2022-06-30T14:05) as a moment in Shanghai; null when it is none. */
export function parseMoment(text: string): Date | null {
  const parts = LOCAL_MOMENT.exec(text.trim());
  const day = parts?.[1] === undefined ? null : parseDay(parts[1]);
  const hour = Number(parts?.[2]);
  const minute = Number(parts?.[3]);
  if (day === null || !(hour < 24) || !(minute < 60)) return null;
  return new Date(`${day}T${parts?.[2]}:${parts?.[3]}:00+08:00`);
}
