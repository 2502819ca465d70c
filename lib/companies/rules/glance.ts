import { type Day, daysBetween } from '@/lib/kernel/dates';

/** What one company can be due with, in the order in which they stand where two fall on one day. */
export const dueKinds = ['request', 'condition', 'round', 'notice', 'term'] as const;
export type DueKind = (typeof dueKinds)[number];

export interface Due {
  kind: DueKind;
  on: Day;
  href: string;
}

/** From how many days before on a date is pressing: a reminder goes out a week before an answer is due, a term or a condition takes a month to bring about. */
const nearDays: Record<DueKind, number> = { request: 30, condition: 30, term: 30, round: 7, notice: 7 };

/** `late` from the day after, `due` when it is near; null while there is time. */
export function urgencyOf(due: { kind: DueKind; on: Day }, today: Day): 'late' | 'due' | null {
  const left = daysBetween(today, due.on);
  if (left < 0) return 'late';
  return left <= nearDays[due.kind] ? 'due' : null;
}

/** What comes first of all that is due, or is the longest past. */
export function dueFirst<D extends { kind: DueKind; on: Day }>(dues: readonly D[]): D | null {
  const rank = (one: D) => dueKinds.indexOf(one.kind);
  return [...dues].sort((a, b) => a.on.localeCompare(b.on) || rank(a) - rank(b))[0] ?? null;
}
