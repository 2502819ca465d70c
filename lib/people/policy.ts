import { type Actor, isDeskRole, type MemberRole, membershipOf, personOf } from '@/lib/kernel/actor';
import { may, type PeopleAct, type Place } from './roles';

/** A membership, as far as it decides who may touch it. */
export interface Target extends Place {
  id: string;
  personId: string;
  role: MemberRole;
}

type Kind = 'Staff' | 'Mentor' | 'CompanyPeople';

export function kindOf(role: MemberRole): Kind {
  if (isDeskRole(role)) return 'Staff';
  return role === 'mentor' ? 'Mentor' : 'CompanyPeople';
}

const acts: Record<'invite' | 'edit' | 'letBackIn', Record<Kind, PeopleAct>> = {
  invite: { Staff: 'inviteStaff', Mentor: 'inviteMentor', CompanyPeople: 'inviteCompanyPeople' },
  edit: { Staff: 'editStaff', Mentor: 'editMentor', CompanyPeople: 'editCompanyPeople' },
  letBackIn: { Staff: 'letStaffBackIn', Mentor: 'letMentorBackIn', CompanyPeople: 'letCompanyPeopleBackIn' },
};

/** A head of department brings in those who do its work, never a peer or somebody above. */
const underManager: readonly MemberRole[] = ['liaison', 'counsellor', 'finance'];

function reaches(actor: Actor, role: MemberRole): boolean {
  return actor.kind !== 'member' || actor.role !== 'manager' || !isDeskRole(role) || underManager.includes(role);
}

export const canSeePeople = (actor: Actor) => may(actor, 'seePeople', { companyId: actor.kind === 'member' ? actor.companyId : null });

export function canInvite(actor: Actor, invitee: { role: MemberRole } & Place): boolean {
  return may(actor, acts.invite[kindOf(invitee.role)], invitee) && reaches(actor, invitee.role);
}

/** Name, title, department; and taking somebody on or off. Nobody edits a membership into another kind. */
export function canEditMembership(actor: Actor, target: Target): boolean {
  return may(actor, acts.edit[kindOf(target.role)], target) && reaches(actor, target.role);
}

/** Ending one's own is leaving: only a company's owner does it alone, the others are let go by somebody. */
export function canEndMembership(actor: Actor, target: Target): boolean {
  const isOwn = membershipOf(actor) === target.id;
  return canEditMembership(actor, target) && (!isOwn || target.role === 'company_owner');
}

/** Roles are changed within a kind, and nobody changes their own. */
export function canChangeRole(actor: Actor, target: Target, wanted: MemberRole): boolean {
  return (
    membershipOf(actor) !== target.id &&
    kindOf(target.role) === kindOf(wanted) &&
    wanted !== 'mentor' &&
    may(actor, 'changeRole', target) &&
    canEditMembership(actor, target)
  );
}

/** Hands out a one-time link after checking who somebody is. Never for oneself. */
export function canLetBackIn(actor: Actor, target: Target): boolean {
  return personOf(actor) !== target.personId && may(actor, acts.letBackIn[kindOf(target.role)], target);
}

export function canEndSessionsOf(actor: Actor, target: Target): boolean {
  return personOf(actor) !== target.personId && may(actor, 'endSessions', target);
}
