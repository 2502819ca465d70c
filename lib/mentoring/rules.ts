import { type Day, daysBetween, dayOf } from '@/lib/kernel/dates';
import type { VisitState } from './inputs';

/** The clock of a phone may run ahead of the server's by so much. */
const CLOCK_DRIFT_MS = 10 * 60_000;

/** Calendar days without contact after which a company's mentor is reminded, and after which it is too long. */
export const CONTACT_DUE_DAYS = 30;
export const CONTACT_LATE_DAYS = 60;

/** What the company may answer: only to a record that waits for it. */
export function isWaiting(visit: { state: VisitState }): boolean {
  return visit.state === 'recorded';
}

/** A confirmed record is a paper with a number: it stays as it was signed. */
export function isCorrectable(visit: { state: VisitState }): boolean {
  return visit.state === 'recorded' || visit.state === 'disputed';
}

export function isInFuture(visitedAt: Date, now: Date): boolean {
  return visitedAt.getTime() > now.getTime() + CLOCK_DRIFT_MS;
}

/** Whether a dated assignment covers the day; `untilOn` is the last day, null while it goes on. */
export function isAssignedOn(assignment: { fromOn: Day; untilOn: Day | null }, day: Day): boolean {
  return assignment.fromOn <= day && (assignment.untilOn === null || assignment.untilOn >= day);
}

export type ContactTone = 'ok' | 'due' | 'late';

export interface Contact {
  /** Calendar days since the last visit, or since the assignment began where there was none. */
  days: number;
  /** No visit yet in this assignment's time or before it. */
  never: boolean;
  tone: ContactTone;
}

/** How long a mentor and a company haven't met. */
export function contactOf(last: Date | null, assignedFrom: Day, today: Day): Contact {
  const days = Math.max(0, daysBetween(last === null ? assignedFrom : dayOf(last), today));
  const tone = days > CONTACT_LATE_DAYS ? 'late' : days > CONTACT_DUE_DAYS ? 'due' : 'ok';
  return { days, never: last === null, tone };
}

export type AppointmentState = 'coming' | 'running' | 'ended';

/** `endedOn` is the last day of an appointment; null while it has no end. */
export function appointmentState(appointment: { appointedOn: Day; endedOn: Day | null }, today: Day): AppointmentState {
  if (appointment.appointedOn > today) return 'coming';
  return appointment.endedOn !== null && appointment.endedOn < today ? 'ended' : 'running';
}

/** Whether two appointments share a day; no end reaches on for ever. */
export function overlaps(a: { appointedOn: Day; endedOn: Day | null }, b: { appointedOn: Day; endedOn: Day | null }): boolean {
  return (a.endedOn === null || a.endedOn >= b.appointedOn) && (b.endedOn === null || b.endedOn >= a.appointedOn);
}

/** How a state looks: waiting is due, disputed is late, confirmed is done, withdrawn is past. */
export function stateTone(state: VisitState): 'ok' | 'due' | 'late' | 'neutral' {
  switch (state) {
    case 'recorded':
      return 'due';
    case 'confirmed':
      return 'ok';
    case 'disputed':
      return 'late';
    case 'withdrawn':
      return 'neutral';
  }
}
