import { type Actor, hasRole, isBusinessStaff, personOf } from '@/lib/kernel/actor';
import type { ItemEffect } from '@/lib/service-desk/inputs/item';
import { type ApplicationAct, type ApplicationState, isOpenFor } from './admission';

export function canReadApplications(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor');
}

/** Files an application: an applicant their own, the desk for one who can't. */
export function canFileApplication(actor: Actor): boolean {
  return hasRole(actor, 'applicant', 'director', 'manager', 'liaison', 'counsellor');
}

/** Takes applications up, sends them back, gives points. */
export function canReviewApplications(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor');
}

/** Admits, refuses, lets wait, and says that a condition is met. */
export function canDecideAdmission(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** Makes a new version of conditions or of the rubric. */
export function canKeepAdmissionRules(actor: Actor): boolean {
  return hasRole(actor, 'director');
}

/** What the actor may do with an application as it stands now. */
export function canDo(actor: Actor, act: ApplicationAct, application: { state: ApplicationState; personId: string | null }): boolean {
  if (!isOpenFor(act, application.state)) return false;
  switch (act) {
    case 'edit':
    case 'submit':
    case 'withdraw':
      if (actor.kind === 'applicant') return application.personId === personOf(actor) && !['under_review', 'waiting'].includes(application.state);
      // What an applicant is writing is the applicant's alone.
      return isBusinessStaff(actor) && canFileApplication(actor) && (application.personId === null || (act === 'withdraw' && application.state !== 'draft'));
    case 'accept':
    case 'return':
    case 'score':
      return canReviewApplications(actor);
    case 'wait':
    case 'admit':
    case 'refuse':
      return canDecideAdmission(actor);
  }
}

/** Enters what proves that a company may graduate. */
export function canGiveEvidence(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor');
}

/** Graduates a company, or records that it left. */
export function canDecideGraduation(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** 清退: the director decides. */
export function canRemoveCompany(actor: Actor): boolean {
  return hasRole(actor, 'director');
}

/** Grants what a request asks for where granting is an act of its own. */
export function canCarryOut(actor: Actor, effect: ItemEffect): boolean {
  switch (effect) {
    case 'admission':
      return canDecideAdmission(actor);
    case 'graduation':
    case 'exit':
      return canDecideGraduation(actor);
  }
}
