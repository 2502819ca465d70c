import { type Actor, hasRole, isBusinessStaff, type MemberRole } from '@/lib/kernel/actor';
import type { LaneParty } from './inputs';

/** What a policy needs to know of a lane. */
export interface LaneStanding {
  party: LaneParty;
  departmentId: string | null;
  role: string | null;
  decides: 'anyone' | 'manager';
  ownerId: string | null;
}

/** Whoever decides lanes, or is away while somebody does it for them. */
export interface Decider {
  membershipId: string;
  role: MemberRole;
  departmentId: string | null;
}

/** Its holder, those of its department or role, and whoever leads the center. */
function isTheirs(who: Decider, lane: LaneStanding): boolean {
  if (who.role === 'director' || who.membershipId === lane.ownerId) return true;
  switch (lane.party) {
    case 'holder':
      return who.role === 'manager';
    case 'department':
      return who.departmentId === lane.departmentId && (lane.decides === 'anyone' || who.role === 'manager');
    case 'role':
      return who.role === lane.role;
  }
}

/**
 * For whom the actor gives the opinion of a lane: for themselves where it is theirs, else for whoever of those they stand
 * in for today it belongs to, its holder first; null when it is nobody's of them.
 */
export function decidesFor(actor: Actor, lane: LaneStanding, standsInFor: readonly Decider[]): 'self' | Decider | null {
  if (!isBusinessStaff(actor)) return null;
  if (isTheirs(actor, lane)) return 'self';
  return standsInFor.find(({ membershipId }) => membershipId === lane.ownerId) ?? standsInFor.find((away) => isTheirs(away, lane)) ?? null;
}

export function canDecideLane(actor: Actor, lane: LaneStanding, standsInFor: readonly Decider[]): boolean {
  return decidesFor(actor, lane, standsInFor) !== null;
}

/** Into whose hands a lane may be given: whoever it would be by itself; a holder's to whoever serves. */
export function mayHold(who: Decider, lane: Omit<LaneStanding, 'ownerId'>): boolean {
  if (lane.party === 'holder') return who.role === 'liaison' || who.role === 'counsellor' || who.role === 'manager' || who.role === 'director';
  return isTheirs(who, { ...lane, ownerId: null });
}

/** Says who stands in for oneself; leaders may say so for anybody. */
export function canSetStandIn(actor: Actor, membershipId: string): boolean {
  return isBusinessStaff(actor) && (actor.membershipId === membershipId || hasRole(actor, 'director', 'manager'));
}
