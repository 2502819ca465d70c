import { beforeAll, describe, expect, it } from 'vitest';
import { visits } from '@/db/schema/mentoring';
import { assign, makeCenter, makeCompany, makeMember, owner, reading } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { newId } from '@/lib/kernel/ids';
import { mentorList, ownVisitList, visitList } from '../inputs';
import { getMentor, getMyCompany, listMentors, listMyCompanies } from './mentors';
import { countOwnVisits, countVisitsToConfirm, listDisputedVisits, listOwnVisits, listRecentVisits, listVisits, listVisitsToConfirm } from './visits';

let center: string;
let near: string;
let far: string;
let gone: string;
let mentor: MemberActor;
let other: MemberActor;
let person: MemberActor;
let staff: MemberActor;
let serial = 0;

async function visit(companyId: string, by: MemberActor, at: string, state: 'recorded' | 'confirmed' | 'disputed' = 'confirmed', topics = ['hnte']) {
  const id = newId();
  serial += 1;
  const decidedAt = state === 'recorded' ? null : new Date(at);
  const number = `DF-2026-${String(serial).padStart(6, '0')}`;
  await owner().insert(visits).values({
    centerId: center,
    id,
    number,
    companyId,
    membershipId: by.membershipId,
    visitedAt: new Date(at),
    minutes: 60,
    placeKind: 'company',
    topics,
    advice: '建议',
    state,
    decidedAt,
  });
  return id;
}

beforeAll(async () => {
  center = await makeCenter();
  near = await makeCompany(center, { name: '近处企业有限公司' });
  far = await makeCompany(center, { name: '远处企业有限公司' });
  gone = await makeCompany(center, { name: '交接企业有限公司' });
  mentor = await makeMember(center, 'mentor', { name: '周明' });
  other = await makeMember(center, 'mentor', { name: '钱进' });
  person = await makeMember(center, 'company_owner', { companyId: near });
  staff = await makeMember(center, 'liaison');
  await assign(center, near, 'mentor', mentor.membershipId, '2026-01-01');
  await assign(center, far, 'mentor', mentor.membershipId, '2026-01-01');
  await assign(center, gone, 'mentor', mentor.membershipId, '2026-01-01', '2026-11-01');
  await assign(center, gone, 'mentor', other.membershipId, '2026-11-02');
  await visit(near, mentor, '2026-11-18T02:00:00Z', 'recorded');
  await visit(near, mentor, '2026-10-01T02:00:00Z', 'disputed', ['financing']);
  await visit(far, mentor, '2026-09-01T16:30:00Z');
  await visit(gone, mentor, '2026-10-20T02:00:00Z');
  await visit(gone, other, '2026-11-05T02:00:00Z', 'recorded');
});

describe('the mentor’s home', () => {
  it('shows companies of now, the longest not met first, and those handed over within 30 days', async () => {
    const rows = await reading(mentor, listMyCompanies);
    expect(rows.map((row) => [row.name, row.assignedNow, row.contact.days, row.contact.tone])).toEqual([
      ['远处企业有限公司', true, 79, 'late'],
      ['近处企业有限公司', true, 2, 'ok'],
      ['交接企业有限公司', false, 31, 'due'],
    ]);
  });

  it('drops a company 31 days after the handover', async () => {
    const later = new Date('2026-12-02T02:00:00Z');
    expect(await reading(mentor, (ctx) => getMyCompany(ctx, gone), later)).toBeNull();
  });

  it('lists what the companies disputed, of this mentor alone', async () => {
    expect((await reading(mentor, listDisputedVisits)).map((row) => row.company)).toEqual(['近处企业有限公司']);
    expect(await reading(other, listDisputedVisits)).toEqual([]);
  });

  it('keeps to the mentor’s own records', async () => {
    const mine = await reading(mentor, (ctx) => listOwnVisits(ctx, ownVisitList.parse({})));
    expect([mine.total, mine.rows.every((row) => row.mentor === '周明')]).toEqual([4, true]);
    expect(await reading(other, countOwnVisits)).toEqual({ recorded: 1, confirmed: 0, disputed: 0, withdrawn: 0 });
  });

  it('lets a successor read what the predecessor advised', async () => {
    const rows = await reading(other, (ctx) => listRecentVisits(ctx, gone));
    expect(rows.map((row) => row.mentor)).toEqual(['钱进', '周明']);
  });
});

describe('the company', () => {
  it('sees what waits for it and nothing of others', async () => {
    expect(await reading(person, countVisitsToConfirm)).toBe(1);
    expect((await reading(person, (ctx) => listVisitsToConfirm(ctx))).map((row) => row.companyId)).toEqual([near]);
    expect((await reading(person, (ctx) => listOwnVisits(ctx, ownVisitList.parse({})))).total).toBe(2);
  });
});

describe('the desk’s list', () => {
  const list = (search: Record<string, string>) => reading(staff, (ctx) => listVisits(ctx, visitList.parse(search)));

  it('counts with the condition it lists with', async () => {
    const all = await list({});
    expect([all.total, all.rows.length, all.rows[0]?.visitedAt.toISOString()]).toEqual([5, 5, '2026-11-18T02:00:00.000Z']);
    expect((await list({ state: 'recorded' })).total).toBe(2);
    expect((await list({ topic: 'financing' })).rows.map((row) => row.company)).toEqual(['近处企业有限公司']);
    expect((await list({ mentor: other.membershipId })).total).toBe(1);
    expect((await list({ q: '远处' })).rows.map((row) => row.company)).toEqual(['远处企业有限公司']);
  });

  it('takes days as Shanghai has them, both included', async () => {
    expect((await list({ from: '2026-09-02', to: '2026-09-02' })).total).toBe(1);
    expect((await list({ from: '2026-09-01', to: '2026-09-01' })).total).toBe(0);
  });

  it('sorts by number too, and turns round', async () => {
    const numbers = (await list({ sort: 'number', dir: 'asc' })).rows.map((row) => row.number);
    expect(numbers).toEqual([...numbers].sort());
  });

  it('shows nothing of another center', async () => {
    const stranger = await makeMember(await makeCenter(), 'director');
    expect((await reading(stranger, (ctx) => listVisits(ctx, visitList.parse({})))).total).toBe(0);
    expect(await reading(stranger, (ctx) => getMentor(ctx, mentor.membershipId))).toBeNull();
  });

  it('names mentors with their companies and the one that waited longest', async () => {
    const { rows, total } = await reading(staff, (ctx) => listMentors(ctx, mentorList.parse({ sort: 'name', dir: 'asc' })));
    expect(total).toBe(2);
    expect(rows.find((row) => row.name === '周明')).toMatchObject({ companies: 2, field: null, longest: { days: 79, tone: 'late' } });
    expect((await reading(staff, (ctx) => getMentor(ctx, mentor.membershipId)))?.visits).toEqual({ total: 4, confirmed: 2, thisYear: 4 });
    expect((await reading(staff, (ctx) => listMentors(ctx, mentorList.parse({ q: '钱' })))).rows.map((row) => row.name)).toEqual(['钱进']);
    expect((await reading(staff, (ctx) => listMentors(ctx, mentorList.parse({ appointed: 'ended' })))).total).toBe(0);
  });
});
