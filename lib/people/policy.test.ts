import { describe, expect, it } from 'vitest';
import { type Actor, allRoles, type MemberRole, memberRoles, type Role } from '@/lib/kernel/actor';
import { canChangeRole, canEditMembership, canEndMembership, canEndSessionsOf, canInvite, canLetBackIn, canSeePeople, type Target } from './policy';

const department = 'd1';
const company = 'c1';

function actorIn(role: Role): Actor {
  const known = { personId: `person-${role}`, name: role, sessionId: null };
  if (role === 'operator') return { kind: 'operator', ...known };
  if (role === 'applicant') return { kind: 'applicant', ...known, centerId: 'z1' };
  const companyId = role === 'company_owner' || role === 'company_member' ? company : null;
  return { kind: 'member', ...known, role, centerId: 'z1', membershipId: `m-${role}`, departmentId: companyId === null ? department : null, companyId };
}

const target = (role: MemberRole, place: Partial<Target> = {}): Target => {
  const isCompany = role === 'company_owner' || role === 'company_member';
  return { id: 'other', personId: 'other', role, departmentId: isCompany ? null : department, companyId: isCompany ? company : null, ...place };
};
const whoMay = (may: (actor: Actor) => boolean) => allRoles.filter((role) => may(actorIn(role)));

describe('who invites', () => {
  const table: Record<MemberRole, Role[]> = {
    director: ['director', 'administrator', 'operator'],
    manager: ['director', 'administrator', 'operator'],
    liaison: ['director', 'manager', 'administrator', 'operator'],
    counsellor: ['director', 'manager', 'administrator', 'operator'],
    finance: ['director', 'manager', 'administrator', 'operator'],
    administrator: ['director', 'administrator', 'operator'],
    auditor: ['director', 'administrator', 'operator'],
    company_owner: ['director', 'manager', 'liaison', 'counsellor', 'company_owner'],
    company_member: ['director', 'manager', 'liaison', 'counsellor', 'company_owner'],
    mentor: ['director', 'manager', 'administrator'],
  };
  it.each(memberRoles)('a %s', (role) => {
    expect(whoMay((actor) => canInvite(actor, target(role)))).toEqual(table[role]);
    expect(whoMay((actor) => canEditMembership(actor, target(role)))).toEqual(table[role]);
    expect(whoMay((actor) => canEndMembership(actor, target(role)))).toEqual(table[role]);
  });

  it('a head of department only into their own, an owner only into their own company', () => {
    expect(canInvite(actorIn('manager'), target('liaison', { departmentId: 'd2' }))).toBe(false);
    expect(canInvite(actorIn('manager'), target('liaison', { departmentId: null }))).toBe(false);
    expect(canInvite(actorIn('company_owner'), target('company_member', { companyId: 'c2' }))).toBe(false);
  });
});

describe('who lets somebody back in', () => {
  it.each([
    ['director', ['director', 'administrator', 'operator']],
    ['administrator', ['director', 'administrator', 'operator']],
    ['mentor', ['director', 'manager', 'administrator', 'operator']],
    ['company_owner', ['director', 'manager', 'liaison', 'counsellor', 'operator']],
  ] satisfies [MemberRole, Role[]][])('a %s', (role, roles) => {
    expect(whoMay((actor) => canLetBackIn(actor, target(role)))).toEqual(roles);
  });
  it('never oneself', () => {
    expect(canLetBackIn(actorIn('director'), target('director', { personId: 'person-director' }))).toBe(false);
  });
});

describe('changing a role', () => {
  it('is for director, administrator and operator among staff, and never for oneself', () => {
    expect(whoMay((actor) => canChangeRole(actor, target('liaison'), 'counsellor'))).toEqual(['director', 'administrator', 'operator']);
    expect(canChangeRole(actorIn('administrator'), target('administrator', { id: 'm-administrator' }), 'director')).toBe(false);
  });
  it('is for the owner within their company, and for the director', () => {
    expect(whoMay((actor) => canChangeRole(actor, target('company_member'), 'company_owner'))).toEqual(['director', 'company_owner']);
  });
  it('never makes one kind of member of another', () => {
    expect(whoMay((actor) => canChangeRole(actor, target('company_member'), 'director'))).toEqual([]);
    expect(whoMay((actor) => canChangeRole(actor, target('liaison'), 'mentor'))).toEqual([]);
  });
});

describe('leaving', () => {
  it('is the owner’s own decision, and nobody else’s about themselves', () => {
    expect(canEndMembership(actorIn('company_owner'), target('company_owner', { id: 'm-company_owner' }))).toBe(true);
    expect(canEndMembership(actorIn('director'), target('director', { id: 'm-director' }))).toBe(false);
  });
});

describe('seeing and ending', () => {
  it('people are seen by the desk, by a company’s own people and by the operator', () => {
    expect(whoMay(canSeePeople)).toEqual(['director', 'manager', 'liaison', 'counsellor', 'finance', 'administrator', 'auditor', 'company_owner', 'company_member', 'operator']);
  });
  it('sessions are ended by administrator and operator', () => {
    expect(whoMay((actor) => canEndSessionsOf(actor, target('liaison')))).toEqual(['administrator', 'operator']);
  });
});
