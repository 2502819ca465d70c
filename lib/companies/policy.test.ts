import { describe, expect, test } from 'vitest';
import type { Actor, MemberRole } from '@/lib/kernel/actor';
import { memberRoles } from '@/lib/kernel/actor';
import * as policy from './policy';

const COMPANY = '01920000-0000-7000-8000-000000000001';
const other = '01920000-0000-7000-8000-000000000002';

function actor(role: MemberRole): Actor {
  const isCompany = role === 'company_owner' || role === 'company_member';
  return { kind: 'member', personId: 'p', membershipId: 'm', centerId: 'c', role, departmentId: null, companyId: isCompany ? COMPANY : null, name: '', sessionId: null };
}

/** Who may do what; everybody not named may not. */
const table: Record<string, { may: (actor: Actor) => boolean; roles: readonly MemberRole[] }> = {
  'read the register': { may: policy.canReadCompanies, roles: ['director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor'] },
  'edit files': { may: policy.canEditCompanies, roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'open a file in incubation': { may: (who) => policy.canOpenAt(who, 'incubating'), roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'open a file of a graduate': { may: (who) => policy.canOpenAt(who, 'graduated'), roles: ['director', 'manager'] },
  'open a file of one removed': { may: (who) => policy.canOpenAt(who, 'removed'), roles: ['director'] },
  'import': { may: policy.canImportCompanies, roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'assign the trio': { may: policy.canAssignTrio, roles: ['director', 'manager'] },
  'edit contacts of the own company': { may: (who) => policy.canEditContacts(who, COMPANY), roles: ['director', 'manager', 'liaison', 'counsellor', 'company_owner', 'company_member'] },
  'edit contacts of another company': { may: (who) => policy.canEditContacts(who, other), roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'read a number in full': { may: policy.canReveal, roles: ['director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor'] },
  'invite for the own company': { may: (who) => policy.canInviteFor(who, COMPANY), roles: ['director', 'manager', 'liaison', 'counsellor', 'company_owner'] },
  'invite for another company': { may: (who) => policy.canInviteFor(who, other), roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'move a company': { may: policy.canMoveCompany, roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'extend a term': { may: policy.canExtendTerm, roles: ['director'] },
  'strike a step': { may: policy.canStrikeStep, roles: ['director', 'manager'] },
  'state facts of the own company': { may: (who) => policy.canStateFacts(who, COMPANY), roles: ['director', 'manager', 'liaison', 'counsellor', 'company_owner', 'company_member'] },
  'verify facts': { may: policy.canVerifyFacts, roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'propose for the own company': { may: (who) => policy.canPropose(who, COMPANY), roles: ['company_owner', 'company_member'] },
  'propose for another company': { may: (who) => policy.canPropose(who, other), roles: [] },
  'keep accounts of the own company': { may: (who) => policy.canKeepPart(who, 'account', COMPANY), roles: ['director', 'manager', 'liaison', 'counsellor', 'company_owner'] },
  'run collections': { may: policy.canRunCollections, roles: ['director', 'manager'] },
  'keep rights of the own company': { may: (who) => policy.canKeepIp(who, COMPANY), roles: ['director', 'manager', 'liaison', 'counsellor', 'company_owner', 'company_member'] },
  'keep notes': { may: (who) => policy.canKeepPart(who, 'note', COMPANY), roles: ['director', 'manager', 'liaison', 'counsellor'] },
  'read notes': { may: policy.canReadNotes, roles: ['director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor'] },
  'keep carriers': { may: policy.canKeepCarriers, roles: ['director', 'manager'] },
};

describe.each(Object.entries(table))('%s', (_act, { may, roles }) => {
  test.each(memberRoles)('%s', (role) => {
    expect(may(actor(role))).toBe(roles.includes(role));
  });

  test('nobody from outside', () => {
    const strangers: Actor[] = [
      { kind: 'public', centerId: 'c' },
      { kind: 'operator', personId: 'p', name: '', sessionId: null },
      { kind: 'applicant', personId: 'p', centerId: 'c', name: '', sessionId: null },
      { kind: 'person', personId: 'p', centerId: null, name: '', sessionId: null },
    ];
    expect(strangers.filter(may)).toEqual([]);
  });
});
