import { addDays, type Day, daysBetween } from '@/lib/kernel/dates';
import { shortKeys } from '../inputs/collection';
import { type FactKey, isFactKey } from '../inputs/facts';

/** Reminders go out a week before the last day, the day before it, and the day after it. */
export function remindsOn(dueOn: Day, today: Day): boolean {
  return [addDays(dueOn, -7), addDays(dueOn, -1), addDays(dueOn, 1)].includes(today);
}

/** What one company is asked: all that the round asks, or the graduates' three. */
export function keysAsked(round: { keys: readonly string[] }, form: 'full' | 'short'): FactKey[] {
  return form === 'short' ? [...shortKeys] : round.keys.filter(isFactKey);
}

/** Days left until the end of the last day, negative when it is over. */
export function daysLeft(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn);
}
