import { describe, expect, it } from 'vitest';
import { type Actor, type MemberActor, memberRoles } from '@/lib/kernel/actor';
import { canAnswerNow, canAnswerVisit, canAppointMentors, canCorrectVisit, canReadMentoring, canRecordVisit, canWithdrawNow } from './policy';

const companyId = 'company';
const actor = (role: MemberActor['role'], membershipId = 'me'): MemberActor => ({
  kind: 'member',
  personId: 'p',
  membershipId,
  centerId: 'c',
  role,
  departmentId: null,
  companyId: role.startsWith('company') ? companyId : null,
  name: role,
  sessionId: null,
});
const waiting = { companyId, membershipId: 'me', state: 'recorded' } as const;

const acts = {
  read: (who: Actor) => canReadMentoring(who),
  record: (who: Actor) => canRecordVisit(who, true),
  correct: (who: Actor) => canCorrectVisit(who, waiting),
  withdraw: (who: Actor) => canWithdrawNow(who, waiting),
  answer: (who: Actor) => canAnswerVisit(who, waiting),
  appoint: (who: Actor) => canAppointMentors(who),
};

const table: Record<MemberActor['role'], (keyof typeof acts)[]> = {
  director: ['read', 'withdraw', 'appoint'],
  manager: ['read', 'withdraw', 'appoint'],
  liaison: ['read', 'withdraw'],
  counsellor: ['read', 'withdraw'],
  finance: ['read'],
  administrator: [],
  auditor: ['read'],
  company_owner: ['answer'],
  company_member: ['answer'],
  mentor: ['record', 'correct', 'withdraw'],
};

describe('role × act', () => {
  it.each(memberRoles)('%s', (role) => {
    const allowed = Object.entries(acts).flatMap(([act, may]) => (may(actor(role)) ? [act] : []));
    expect(allowed).toEqual(table[role]);
  });

  it.each<Actor>([
    { kind: 'public', centerId: 'c' },
    { kind: 'operator', personId: 'p', name: '', sessionId: null },
    { kind: 'person', personId: 'p', centerId: null, name: '', sessionId: null },
    { kind: 'job', centerId: 'c' },
  ])('$kind does nothing', (who) => {
    expect(Object.values(acts).some((may) => may(who))).toBe(false);
  });
});

describe('whose visit it is', () => {
  it('is recorded only for a company assigned now', () => {
    expect(canRecordVisit(actor('mentor'), false)).toBe(false);
  });

  it('is corrected by its author alone, until it is confirmed', () => {
    expect(canCorrectVisit(actor('mentor', 'other'), waiting)).toBe(false);
    expect(canCorrectVisit(actor('mentor'), { ...waiting, state: 'disputed' })).toBe(true);
    expect(canCorrectVisit(actor('mentor'), { ...waiting, state: 'confirmed' })).toBe(false);
  });

  it('is withdrawn by its author or the desk, until it is confirmed', () => {
    expect(canWithdrawNow(actor('mentor', 'other'), waiting)).toBe(false);
    expect(canWithdrawNow(actor('mentor'), { ...waiting, state: 'disputed' })).toBe(true);
    for (const state of ['confirmed', 'withdrawn'] as const) expect(canWithdrawNow(actor('director'), { ...waiting, state })).toBe(false);
  });

  it('is answered by its own company’s people, once', () => {
    expect(canAnswerVisit(actor('company_owner'), { companyId: 'another' })).toBe(false);
    expect(canAnswerNow(actor('company_owner'), waiting)).toBe(true);
    expect(canAnswerNow(actor('company_owner'), { ...waiting, state: 'confirmed' })).toBe(false);
  });
});
