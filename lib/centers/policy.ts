import { type Actor, hasRole } from '@/lib/kernel/actor';

export const canEditDepartments = (actor: Actor) => hasRole(actor, 'director', 'administrator');
export const canEditCenter = (actor: Actor) => hasRole(actor, 'director', 'administrator');
export const canEditCalendar = (actor: Actor) => hasRole(actor, 'director', 'manager', 'administrator');
/** 常用答复: whoever answers companies writes them. */
export const canKeepAnswers = (actor: Actor) => hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance');
/** Opening, naming and closing any center of the installation. */
export const canRunCenters = (actor: Actor) => hasRole(actor, 'operator');
