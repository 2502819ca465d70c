import { type Actor, hasRole, isBusinessStaff } from '@/lib/kernel/actor';

export function canReadFigures(actor: Actor): boolean {
  return isBusinessStaff(actor) || hasRole(actor, 'auditor');
}
