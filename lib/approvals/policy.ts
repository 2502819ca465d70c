import { type Actor, hasRole, isBusinessStaff } from '@/lib/kernel/actor';
import type { LaneParty } from './inputs';

/** What a policy needs to know of a lane. */
export interface LaneStanding {
  party: LaneParty;
  departmentId: string | null;
  role: string | null;
  decides: 'anyone' | 'manager';
  ownerId: string | null;
}

/**
 * Whether this is the actor's lane: its holder, those of its department or role, whoever leads the center, and who
 * stands in for its holder today.
 */
export function canDecideLane(actor: Actor, lane: LaneStanding, standsInFor: readonly string[]): boolean {
  if (!isBusinessStaff(actor)) return false;
  if (hasRole(actor, 'director') || actor.membershipId === lane.ownerId) return true;
  if (lane.ownerId !== null && standsInFor.includes(lane.ownerId)) return true;
  switch (lane.party) {
    case 'holder':
      return hasRole(actor, 'manager');
    case 'department':
      return actor.departmentId === lane.departmentId && (lane.decides === 'anyone' || hasRole(actor, 'manager'));
    case 'role':
      return actor.role === lane.role;
  }
}

/** Says who stands in for oneself; leaders may say so for anybody. */
export function canSetStandIn(actor: Actor, membershipId: string): boolean {
  return isBusinessStaff(actor) && (actor.membershipId === membershipId || hasRole(actor, 'director', 'manager'));
}
