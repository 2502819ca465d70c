import { type Actor, hasRole } from '@/lib/kernel/actor';

export const canReadTrail = (actor: Actor) => hasRole(actor, 'director', 'administrator', 'auditor', 'operator');
export const canExportTrail = (actor: Actor) => hasRole(actor, 'director', 'auditor');
/** Before and after; timelines never show them. */
export const canSeeChanges = (actor: Actor) => hasRole(actor, 'director', 'manager', 'auditor');
