import { addDays, type Day } from '@/lib/kernel/dates';

/** A year far off is a slip of the pen; companies of the register are younger than the republic. */
const FIRST_DAY: Day = '1949-10-01';

/** What is wrong with a day in a company's life by itself: a message key under `errors.`. Sheets ask it a cell, forms by datesProblem. */
export function dayProblem(day: Day): string | null {
  return day < FIRST_DAY ? 'company.tooEarly' : null;
}

/** Which field contradicts another, and why: a message key under `errors.`. Null when the dates and the state agree. */
export function datesProblem(
  facts: { state: string; establishedOn: Day | null; admittedOn: Day | null; leftOn: Day | null },
  today: Day,
): { field: 'establishedOn' | 'admittedOn' | 'leftOn'; key: string } | null {
  const { state, establishedOn, admittedOn, leftOn } = facts;
  for (const [field, day] of [['establishedOn', establishedOn], ['admittedOn', admittedOn], ['leftOn', leftOn]] as const) {
    const key = day === null ? null : dayProblem(day);
    if (key !== null) return { field, key };
  }
  if (establishedOn !== null && establishedOn > today) return { field: 'establishedOn', key: 'company.establishedLater' };
  if (admittedOn !== null && admittedOn > today && state !== 'prospect') return { field: 'admittedOn', key: 'company.admittedLater' };
  if (leftOn !== null && leftOn > today) return { field: 'leftOn', key: 'company.leftLater' };
  if (leftOn !== null && admittedOn !== null && leftOn < admittedOn) return { field: 'leftOn', key: 'company.leftBeforeAdmitted' };
  if (leftOn !== null && (state === 'incubating' || state === 'prospect')) return { field: 'leftOn', key: 'company.leftButHere' };
  return null;
}

/** The last day of an assignment that another one follows today: yesterday, or today when it began today. */
export function lastDayBefore(today: Day, fromOn: Day): Day {
  const yesterday = addDays(today, -1);
  return yesterday < fromOn ? fromOn : yesterday;
}

/** Whole months from one day to another, as "在孵 31 个月" counts them; 0 when the second is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** Whether a member in this role may look after companies in that one: mentors are mentors, the desk's people are the other two. */
export function mayServeAs(memberRole: string, trioRole: 'liaison' | 'counsellor' | 'mentor'): boolean {
  if (trioRole === 'mentor') return memberRole === 'mentor';
  return ['director', 'manager', 'liaison', 'counsellor'].includes(memberRole);
}
