import { describe, expect, it } from 'vitest';
import { type Actor, type MemberActor, type MemberRole, memberRoles } from '@/lib/kernel/actor';
import { requestStates } from './inputs';
import { actsOf, canAct, canFile, canLink, canReadRequests, canServe, couldEver, type Standing } from './policy';
import { type Act, acts } from './rules';

const member = (role: MemberRole, given: Partial<MemberActor> = {}): MemberActor => ({
  kind: 'member', personId: 'p', membershipId: role, centerId: 'c', role, departmentId: null,
  companyId: role.startsWith('company_') ? 'own' : null, name: role, sessionId: null, ...given,
});
const request = (given: Partial<Standing> = {}): Standing => ({ state: 'accepted', companyId: 'own', ownerId: 'liaison', grade: null, repair: null, laneWaits: false, supervisedUntil: null, ...given });

const company: Act[] = ['message', 'withdraw', 'attach', 'urge'];
const serves: Act[] = ['message', 'note', 'transfer', 'attach', 'lane'];
const holds: Act[] = ['return', 'complete', 'merge', ...serves];

/** Role × act on a request of the own company that is being worked on by the liaison. */
const table: Record<MemberRole, Act[]> = {
  director: [...holds, 'supervise'],
  manager: holds,
  liaison: holds,
  counsellor: serves,
  finance: ['lane'],
  administrator: [],
  auditor: [],
  company_owner: company,
  company_member: company,
  mentor: [],
};

describe('who may do what', () => {
  it.each(memberRoles)('%s, on one that is being worked on', (role) => {
    expect([...actsOf(member(role), request())].sort()).toEqual([...table[role]].sort());
  });

  it.each([
    ['draft', ['edit', 'submit', 'discard', 'attach'], []],
    ['confirming', ['confirm', 'edit', 'withdraw', 'message', 'attach'], ['confirmFor', 'retype', 'message', 'note', 'attach']],
    ['submitted', company, ['accept', 'return', 'refuse', 'merge', 'transfer', 'message', 'note', 'attach']],
    ['accepted', company, holds],
    ['returned', ['edit', 'resubmit', 'withdraw', 'message', 'attach'], ['transfer', 'message', 'note', 'attach']],
    ['refused', ['reopen', 'message'], ['reopen', 'message', 'note']],
    ['decided', ['message', 'urge'], ['deliver', 'message', 'note']],
    ['completed', ['rate', 'reopen', 'message'], ['reopen', 'message', 'note']],
    ['withdrawn', [], ['note']],
  ] as const)('when it is %s', (state, ofCompany, ofHolder) => {
    expect([...actsOf(member('company_member'), request({ state }))].sort()).toEqual([...ofCompany].sort());
    expect([...actsOf(member('liaison'), request({ state }))].sort()).toEqual([...ofHolder].sort());
  });

  it('lets nobody of another company do anything', () => {
    for (const state of requestStates) {
      const foreign = request({ state, companyId: 'other' });
      for (const act of acts) {
        expect(canAct(member('company_owner'), act, foreign)).toBe(false);
        expect(couldEver(member('company_owner'), act, foreign)).toBe(false);
      }
    }
  });

  it('lets only the holder, or those above, return and complete what is being worked on', () => {
    const other = member('liaison', { membershipId: 'another liaison' });
    expect(canAct(other, 'complete', request())).toBe(false);
    expect(canAct(other, 'return', request())).toBe(false);
    expect(canAct(other, 'transfer', request())).toBe(true);
    expect(canAct(member('manager'), 'complete', request())).toBe(true);
  });

  it('lets a bad rating be put right by whoever holds it, and rated once more by the company', () => {
    const bad = (repair: 'open' | 'done' | 'rated') => request({ state: 'completed', grade: 1, repair });
    expect(canAct(member('liaison'), 'repair', bad('open'))).toBe(true);
    expect(canAct(member('liaison'), 'repair', bad('done'))).toBe(false);
    for (const state of ['submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn'] as const) {
      // What an earlier round was rated stays to be put right, whatever the new round comes to.
      expect(canAct(member('liaison'), 'repairEarlier', request({ state, openBefore: true }))).toBe(true);
      expect(canAct(member('liaison'), 'repairEarlier', request({ state, openBefore: false }))).toBe(false);
      expect(canAct(member('company_owner'), 'repairEarlier', request({ state, openBefore: true }))).toBe(false);
    }
    expect(canAct(member('company_owner'), 'rateAgain', bad('open'))).toBe(false);
    expect(canAct(member('company_owner'), 'rateAgain', bad('done'))).toBe(true);
    expect(canAct(member('company_owner'), 'rateAgain', bad('rated'))).toBe(false);
    expect(canAct(member('liaison'), 'rateAgain', bad('done'))).toBe(false);
  });

  it('lets only a director supervise, once, and lift', () => {
    const watched = request({ supervisedUntil: '2026-12-01' });
    expect(memberRoles.filter((role) => canAct(member(role), 'supervise', request()))).toEqual(['director']);
    expect(memberRoles.filter((role) => canAct(member(role), 'lift', watched))).toEqual(['director']);
    expect(canAct(member('director'), 'supervise', watched)).toBe(false);
  });

  it('lets nobody at the desk declare in the company’s place', () => {
    for (const role of memberRoles.filter((one) => !one.startsWith('company_'))) {
      for (const act of ['submit', 'confirm', 'resubmit'] as const) expect(couldEver(member(role), act, request())).toBe(false);
    }
  });

  it('lets nobody rate twice, and nobody of the center ever', () => {
    expect(canAct(member('company_owner'), 'rate', request({ state: 'completed', grade: 4 }))).toBe(false);
    for (const role of ['director', 'manager', 'liaison', 'auditor'] as const) expect(canAct(member(role), 'rate', request({ state: 'completed' }))).toBe(false);
  });

  it('opens the rooms', () => {
    const open = (can: (actor: Actor) => boolean) => memberRoles.filter((role) => can(member(role)));
    expect(open(canReadRequests)).toEqual(['director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor']);
    expect(open(canServe)).toEqual(['director', 'manager', 'liaison', 'counsellor']);
    expect(open((actor) => canLink(actor, request()))).toEqual(['director', 'manager', 'liaison', 'counsellor']);
    expect(open((actor) => canLink(actor, request({ state: 'draft' })))).toEqual([]);
    expect(open(canFile)).toEqual(['company_owner', 'company_member']);
    expect(canFile({ kind: 'public', centerId: null })).toBe(false);
  });
});
