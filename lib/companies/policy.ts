import { type Actor, hasRole, isCompanyPerson } from '@/lib/kernel/actor';
import type { CompanyState } from './inputs';

/** Reads the center's companies at the desk. Rows are narrowed by the database; this opens the room. */
export function canReadCompanies(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor');
}

/** Keeps the register: creates and edits files, tags, contacts, imports. */
export function canEditCompanies(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor');
}

/** Opens a file at a state: that a company has left is decided by those who decide it of others, and its days belong to it. */
export function canOpenAt(actor: Actor, state: CompanyState): boolean {
  if (state === 'removed') return hasRole(actor, 'director');
  if (state === 'graduated' || state === 'exited') return hasRole(actor, 'director', 'manager');
  return canEditCompanies(actor);
}

export function canImportCompanies(actor: Actor): boolean {
  return canEditCompanies(actor);
}

/** Decides who looks after a company. */
export function canAssignTrio(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** The desk keeps contacts, and so do the company's own people. */
export function canEditContacts(actor: Actor, companyId: string): boolean {
  return canEditCompanies(actor) || (isCompanyPerson(actor) && actor.companyId === companyId);
}

/** Reads a masked value in full, with a reason that stays on record. */
export function canReveal(actor: Actor): boolean {
  return canReadCompanies(actor);
}

/** Invites people who act for a company. */
export function canInviteFor(actor: Actor, companyId: string): boolean {
  return canEditCompanies(actor) || (hasRole(actor, 'company_owner') && isCompanyPerson(actor) && actor.companyId === companyId);
}

/** 载体: which there are, and which are closed. */
export function canKeepCarriers(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** 换载体: those who keep the register. */
export function canMoveCompany(actor: Actor): boolean {
  return canEditCompanies(actor);
}

/** 延期: the director decides. */
export function canExtendTerm(actor: Actor): boolean {
  return hasRole(actor, 'director');
}

/** Strikes a row of a road that was a mistake. */
export function canStrikeStep(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** States what a company's year was: the company waits for staff to verify it, staff's own word holds. */
export function canStateFacts(actor: Actor, companyId: string): boolean {
  return canEditContacts(actor, companyId);
}

/** Enters an extension that was granted in the past: keeping the register right, not deciding. */
export function canEnterExtension(actor: Actor): boolean {
  return canEditCompanies(actor);
}

/** Vouches for what a company states of itself, or disputes it. */
export function canVerifyFacts(actor: Actor): boolean {
  return canEditCompanies(actor);
}

/** Says how the register should read; staff decide. Staff write it themselves. */
export function canPropose(actor: Actor, companyId: string): boolean {
  return isCompanyPerson(actor) && actor.companyId === companyId;
}

/** Key people, products and accounts: the desk keeps them, and so does the company. Accounts are its administrator's. */
export function canKeepPart(actor: Actor, part: 'person' | 'product' | 'account' | 'note' | 'relation', companyId: string): boolean {
  if (part === 'note' || part === 'relation') return canEditCompanies(actor);
  if (part === 'account' && isCompanyPerson(actor)) return hasRole(actor, 'company_owner') && actor.companyId === companyId;
  return canEditContacts(actor, companyId);
}

/** Notes of the desk stay at the desk. */
export function canReadNotes(actor: Actor): boolean {
  return canReadCompanies(actor);
}

/** The center's own fields of the file. */
export function canKeepFields(actor: Actor): boolean {
  return hasRole(actor, 'director', 'administrator');
}

/** Keeps the register of rights: the desk, and the company its own. */
export function canKeepIp(actor: Actor, companyId: string): boolean {
  return canEditContacts(actor, companyId);
}

/** Makes two files of one company one. */
export function canMergeCompanies(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** 年度采集: asks all companies for a year's figures, and ends it. */
export function canRunCollections(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** Shares filters with the whole desk. */
export function canKeepSegments(actor: Actor): boolean {
  return canEditCompanies(actor);
}

/** Deletes what is held about a person, and hands out what is held. */
export function canErasePersons(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}
