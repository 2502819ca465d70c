import { type Actor, hasRole } from '@/lib/kernel/actor';

/** Letters and their addresses are the administrator's business. */
export function canSendAgain(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}

/** Where messages leave the house, and the secrets they are signed with. */
export function canKeepChannels(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}
