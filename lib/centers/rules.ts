import { parseDay } from '@/lib/kernel/date-text';
import { addDays, type Day, dayOf, daysBetween, weekdayOf, yearOf } from '@/lib/kernel/dates';

export interface CalendarDay {
  day: Day;
  kind: 'off' | 'work';
  name: string;
}

/** A line of a pasted arrangement that can't be meant; `key` is a message key under `errors.`. */
export interface LineProblem {
  line: number;
  key: 'calendar.unreadable' | 'calendar.otherYear' | 'calendar.backwards' | 'calendar.twice' | 'calendar.worksAnyway';
}

const SPAN = /\s*(?:至|到|~|～|—|–|-{2}|\/{2})\s*/;
const LONGEST_SPAN_DAYS = 31;
const WORK = /^(班|上班|调休|补班|补休上班|work|working)$/i;
const OFF = /^(休|放假|休息|off|holiday)$/i;

/**
 * Reads one year's 放假安排 as it is pasted from a notice or a sheet: a day or a span a line, then 放假 or 上班 (放假 when
 * neither is said) and the holiday's name, separated by spaces, tabs or commas. A first line of headings is passed over.
 */
export function readArrangement(year: number, text: string): { days: CalendarDay[]; problems: LineProblem[] } {
  const days = new Map<Day, CalendarDay>();
  const problems: LineProblem[] = [];
  const lines = text.split('\n').map((written, index) => ({ line: index + 1, text: written.trim() }));
  const filled = lines.filter(({ text: written }) => written !== '');
  for (const [index, { line, text: written }] of filled.entries()) {
    const read = readLine(written);
    if (read === null) {
      if (index > 0 || /\d/.test(written)) problems.push({ line, key: 'calendar.unreadable' });
      continue;
    }
    const { from, to, kind, name } = read;
    const length = daysBetween(from, to);
    if (length < 0 || length >= LONGEST_SPAN_DAYS) problems.push({ line, key: 'calendar.backwards' });
    else if (yearOf(from) !== year || yearOf(to) !== year) problems.push({ line, key: 'calendar.otherYear' });
    else {
      const span = Array.from({ length: length + 1 }, (_, step) => addDays(from, step));
      if (span.some((day) => days.has(day))) problems.push({ line, key: 'calendar.twice' });
      else if (kind === 'work' && span.some((day) => weekdayOf(day) <= 5)) problems.push({ line, key: 'calendar.worksAnyway' });
      for (const day of span) days.set(day, { day, kind, name });
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems };
}

function readLine(text: string): { from: Day; to: Day; kind: CalendarDay['kind']; name: string } | null {
  const [first = '', ...rest] = text.split(SPAN).length === 2 ? splitSpan(text) : text.split(/[\s,，、\t]+/);
  const [fromText = '', toText = fromText] = first.split(SPAN);
  const from = parseDay(fromText);
  const to = parseDay(toText);
  if (from === null || to === null) return null;
  const words = rest.filter((word) => word !== '');
  const kind = words.some((word) => WORK.test(word)) ? 'work' : 'off';
  const name = words.filter((word) => !WORK.test(word) && !OFF.test(word)).join(' ').slice(0, 20);
  return { from, to, kind, name };
}

/** The span first, whatever stands around its hyphen, then the other words. */
function splitSpan(text: string): string[] {
  const [from = '', behind = ''] = text.split(SPAN);
  const [to = '', ...rest] = behind.split(/[\s,，、\t]+/);
  return [`${from.trim()}~${to}`, ...rest];
}

/** The same arrangement as lines to read and correct; reading them gives the same days. */
export function writeArrangement(days: readonly CalendarDay[], words: { off: string; work: string }): string {
  const spans: { from: Day; to: Day; kind: CalendarDay['kind']; name: string }[] = [];
  for (const { day, kind, name } of days) {
    const last = spans.at(-1);
    if (last !== undefined && last.kind === kind && last.name === name && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day, kind, name });
  }
  return spans
    .map(({ from, to, kind, name }) => [from === to ? from : `${from}~${to}`, words[kind], name].filter((part) => part !== '').join(' '))
    .join('\n');
}

/** The year people should enter now: this one when it is missing, the next from 1 November on. Null when none is due. */
export function yearToEnter(now: Date, known: ReadonlySet<number>): number | null {
  const today = dayOf(now);
  const year = yearOf(today);
  if (!known.has(year)) return year;
  return today.slice(5) >= '11-01' && !known.has(year + 1) ? year + 1 : null;
}
