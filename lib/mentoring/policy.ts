import { type Actor, hasRole, isCompanyPerson, isMentor } from '@/lib/kernel/actor';
import type { VisitState } from './inputs';
import { isCorrectable, isWaiting } from './rules';

interface VisitFacts {
  companyId: string;
  membershipId: string;
  state: VisitState;
}

/** Reads the center's visits and mentors at the desk. */
export function canReadMentoring(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor');
}

/** A mentor writes down visits to the companies assigned to them now; nobody does it for them. */
export function canRecordVisit(actor: Actor, assignedNow: boolean): boolean {
  return isMentor(actor) && assignedNow;
}

/** Only its author, and only until the company has confirmed it. */
export function canCorrectVisit(actor: Actor, visit: VisitFacts): boolean {
  return isAuthor(actor, visit) && isCorrectable(visit);
}

export function isAuthor(actor: Actor, visit: Pick<VisitFacts, 'membershipId'>): boolean {
  return isMentor(actor) && actor.membershipId === visit.membershipId;
}

/** 撤回: its author, or the desk for a mentor who can't. Whether it may still be taken back is `isCorrectable`. */
export function canWithdrawVisit(actor: Actor, visit: Pick<VisitFacts, 'membershipId'>): boolean {
  return isAuthor(actor, visit) || hasRole(actor, 'director', 'manager', 'liaison', 'counsellor');
}

/** Shows the form. */
export function canWithdrawNow(actor: Actor, visit: VisitFacts): boolean {
  return canWithdrawVisit(actor, visit) && isCorrectable(visit);
}

/** Confirms or disputes: people of the visited company, nobody else. Whether it still waits is `isWaiting`. */
export function canAnswerVisit(actor: Actor, visit: Pick<VisitFacts, 'companyId'>): boolean {
  return isCompanyPerson(actor) && actor.companyId === visit.companyId;
}

/** Shows the two buttons. */
export function canAnswerNow(actor: Actor, visit: VisitFacts): boolean {
  return canAnswerVisit(actor, visit) && isWaiting(visit);
}

/** 聘任: who may name a mentor and end it. */
export function canAppointMentors(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}
