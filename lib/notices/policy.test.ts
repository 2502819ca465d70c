import { describe, expect, it } from 'vitest';
import { type Actor, type MemberActor, memberRoles } from '@/lib/kernel/actor';
import { canAnswerNotice, canEditNotice, canReadNotices, canRunNotice, canSendNotices } from './policy';

const companyId = 'company';
const actor = (role: MemberActor['role']): MemberActor => ({
  kind: 'member',
  personId: 'p',
  membershipId: 'me',
  centerId: 'c',
  role,
  departmentId: null,
  companyId: role.startsWith('company') ? companyId : null,
  name: role,
  sessionId: null,
});

const acts = {
  read: (who: Actor) => canReadNotices(who),
  send: (who: Actor) => canSendNotices(who),
  edit: (who: Actor) => canEditNotice(who, { state: 'draft' }),
  run: (who: Actor) => canRunNotice(who, { state: 'sent' }),
  answer: (who: Actor) => canAnswerNotice(who, { companyId }),
};

const desk: (keyof typeof acts)[] = ['read', 'send', 'edit', 'run'];
const table: Record<MemberActor['role'], (keyof typeof acts)[]> = {
  director: desk,
  manager: desk,
  liaison: desk,
  counsellor: desk,
  finance: desk,
  administrator: [],
  auditor: ['read'],
  company_owner: ['answer'],
  company_member: ['answer'],
  mentor: [],
};

describe('role × act', () => {
  it.each(memberRoles)('%s', (role) => {
    expect(Object.entries(acts).flatMap(([act, may]) => (may(actor(role)) ? [act] : []))).toEqual(table[role]);
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

it('what was sent is neither edited nor, once closed, run', () => {
  expect(canEditNotice(actor('director'), { state: 'sent' })).toBe(false);
  expect(canRunNotice(actor('director'), { state: 'closed' })).toBe(false);
  expect(canAnswerNotice(actor('company_owner'), { companyId: 'another' })).toBe(false);
});
