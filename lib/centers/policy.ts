import { type Actor, hasRole } from '@/lib/kernel/actor';
import { dayOf, yearOf } from '@/lib/kernel/dates';

export const canEditDepartments = (actor: Actor) => hasRole(actor, 'director', 'administrator');
export const canEditCenter = (actor: Actor) => hasRole(actor, 'director', 'administrator');
/** Entering a year that is missing. */
export const canEditCalendar = (actor: Actor) => hasRole(actor, 'director', 'manager', 'administrator', 'operator');
/** Every center counts by the same calendar: a center corrects what it entered itself until that year begins, the operator anything. */
export const canCorrectYear = (actor: Actor, { year, byCenter }: { year: number; byCenter: string | null }, now: Date) =>
  hasRole(actor, 'operator') || (canEditCalendar(actor) && actor.kind === 'member' && byCenter === actor.centerId && year > yearOf(dayOf(now)));
/** 常用答复: whoever answers companies writes them. */
export const canKeepAnswers = (actor: Actor) => hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance');
/** Opening, naming and closing any center of the installation. */
export const canRunCenters = (actor: Actor) => hasRole(actor, 'operator');
