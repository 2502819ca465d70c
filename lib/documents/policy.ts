import { type Actor, hasRole, isBusinessStaff, membershipOf } from '@/lib/kernel/actor';

export function canRevokeDocument(actor: Actor, document: { createdBy: string | null }): boolean {
  return hasRole(actor, 'director', 'manager') || (isBusinessStaff(actor) && document.createdBy === membershipOf(actor));
}

export function canAttachScan(actor: Actor): boolean {
  return isBusinessStaff(actor);
}
