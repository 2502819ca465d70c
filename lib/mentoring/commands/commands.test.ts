import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { documents } from '@/db/schema/documents';
import { mentorAppointments, visits } from '@/db/schema/mentoring';
import { as, assign, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError, NotFoundError, RuleError, StaleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { CorrectVisit, RecordVisit } from '../inputs';
import { getMentor } from '../queries/mentors';
import { countOwnVisits, getVisit, listVisitsToConfirm } from '../queries/visits';
import { confirmVisit, disputeVisit } from './answer-visit';
import { appointMentor, endAppointment } from './appoint-mentor';
import { correctVisit, recordVisit } from './record-visit';
import { withdrawVisit } from './withdraw-visit';

let center: string;
let company: string;
let mentor: MemberActor;
let boss: MemberActor;
let clerk: MemberActor;

beforeAll(async () => {
  center = await makeCenter();
  company = await makeCompany(center, { name: '澄源环保科技有限公司' });
  mentor = await makeMember(center, 'mentor', { name: '周明' });
  boss = await makeMember(center, 'company_owner', { companyId: company, name: '王海霞' });
  clerk = await makeMember(center, 'company_member', { companyId: company, name: '马丽' });
  await assign(center, company, 'mentor', mentor.membershipId);
});

const typed = {
  visitedAt: '2026-11-19T14:20',
  minutes: '60',
  placeKind: 'company',
  place: '创新园 3-201',
  topics: ['ip', 'hnte'],
  advice: '先按项目把研发辅助账归集清楚。',
};
const written = (more: Record<string, unknown> = {}) => RecordVisit.parse({ visit: newId(), company, ...typed, ...more });
const recordOne = () => as(mentor, (ctx) => recordVisit(ctx, written()));
const rowOf = async (id: string) => (await owner().select().from(visits).where(eq(visits.id, id)))[0];
const namesOf = async (id: string) =>
  (await owner().select({ name: entries.name }).from(entries).where(and(eq(entries.centerId, center), eq(entries.subjectId, id))).orderBy(entries.id)).map((row) => row.name);
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RuleError)) throw new Error(`not refused by a rule: ${String(error)}`);
  return { code: error.code, ...error.options };
};

describe('a mentor records a visit', () => {
  it('with a number of the year, waiting for the company, told in an entry', async () => {
    const { id, number } = await recordOne();
    expect(number).toMatch(/^DF-2026-\d{6}$/);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'recorded', minutes: 60, topics: ['hnte', 'ip'], membershipId: mentor.membershipId, companyId: company });
    expect(row?.visitedAt.toISOString()).toBe('2026-11-19T06:20:00.000Z');
    expect(await namesOf(id)).toEqual(['visit.recorded']);
  });

  it('twice with one id makes one', async () => {
    const input = written();
    const first = await as(mentor, (ctx) => recordVisit(ctx, input));
    const second = await as(mentor, (ctx) => recordVisit(ctx, input));
    expect(second).toEqual(first);
    expect(await namesOf(first.id)).toEqual(['visit.recorded']);
  });

  it('twice at once with one id makes one, and an id of somebody else’s visit none', async () => {
    const input = written();
    const both = await Promise.all([1, 2, 3].map(() => as(mentor, (ctx) => recordVisit(ctx, input))));
    expect(new Set(both.map((one) => one.number)).size).toBe(1);
    expect(await namesOf(input.visit)).toEqual(['visit.recorded']);
    const [elsewhere, other] = [await makeCompany(center), await makeMember(center, 'mentor')];
    await assign(center, elsewhere, 'mentor', other.membershipId);
    await expect(as(other, (ctx) => recordVisit(ctx, { ...input, company: elsewhere }))).rejects.toBeInstanceOf(NotFoundError);
    expect(await rowOf(input.visit)).toMatchObject({ companyId: company });
  });

  it('and sent again in other words is corrected', async () => {
    const input = written();
    const first = await as(mentor, (ctx) => recordVisit(ctx, input));
    const second = await as(mentor, (ctx) => recordVisit(ctx, { ...input, advice: '补写技术关联说明。' }));
    expect(second).toEqual(first);
    expect((await rowOf(first.id))?.advice).toBe('补写技术关联说明。');
    expect(await namesOf(first.id)).toEqual(['visit.recorded', 'visit.corrected']);
  });

  it('but not for a company of another mentor, which is not found', async () => {
    const foreign = await makeCompany(center);
    const other = await makeMember(center, 'mentor');
    await assign(center, foreign, 'mentor', other.membershipId);
    await expect(as(mentor, (ctx) => recordVisit(ctx, written({ company: foreign })))).rejects.toThrow(NotFoundError);
  });

  it('and not once the assignment has ended, although the company is still to be seen', async () => {
    const left = await makeCompany(center);
    await assign(center, left, 'mentor', mentor.membershipId, '2026-01-01', '2026-11-10');
    expect(await refusal(as(mentor, (ctx) => recordVisit(ctx, written({ company: left }))))).toMatchObject({ code: 'visit.notAssigned' });
  });

  it('neither ahead of time nor before the assignment began', async () => {
    expect(await refusal(as(mentor, (ctx) => recordVisit(ctx, written({ visitedAt: '2026-11-21T09:00' }))))).toMatchObject({ code: 'visit.future', field: 'visitedAt' });
    expect(await refusal(as(mentor, (ctx) => recordVisit(ctx, written({ visitedAt: '2025-12-31T09:00' }))))).toMatchObject({
      code: 'visit.outsideAssignment',
      params: { from: '2026-01-01' },
    });
  });

  it('nobody does it for them', async () => {
    for (const role of ['director', 'liaison'] as const) {
      const staff = await makeMember(center, role);
      await expect(as(staff, (ctx) => recordVisit(ctx, written()))).rejects.toThrow(ForbiddenError);
    }
    await expect(as(boss, (ctx) => recordVisit(ctx, written()))).rejects.toThrow(ForbiddenError);
  });
});

describe('the company answers', () => {
  it('by confirming: the record becomes a numbered paper', async () => {
    const { id } = await recordOne();
    await as(clerk, (ctx) => confirmVisit(ctx, { visit: id, version: 1 }));
    expect(await rowOf(id)).toMatchObject({ state: 'confirmed', decidedBy: clerk.membershipId, version: 2 });
    expect(await namesOf(id)).toContain('visit.confirmed');
    const [paper] = await owner().select().from(documents).where(and(eq(documents.centerId, center), eq(documents.subjectId, id)));
    expect(paper).toMatchObject({ kind: 'visit', companyId: company, party: '澄源环保科技有限公司', issuedOn: '2026-11-20' });
    expect(JSON.stringify(paper?.content)).toContain('先按项目把研发辅助账归集清楚');
  });

  it('or by saying what is wrong; the mentor corrects it and the company confirms', async () => {
    const { id } = await recordOne();
    await as(boss, (ctx) => disputeVisit(ctx, { visit: id, version: 1, remark: '只来了半小时。' }));
    expect(await rowOf(id)).toMatchObject({ state: 'disputed', remark: '只来了半小时。', decidedBy: boss.membershipId });
    await as(mentor, (ctx) => correctVisit(ctx, CorrectVisit.parse({ ...typed, visit: id, version: 2, minutes: '30' })));
    expect(await rowOf(id)).toMatchObject({ state: 'recorded', minutes: 30, decidedBy: null, decidedAt: null, remark: '只来了半小时。' });
    await as(boss, (ctx) => confirmVisit(ctx, { visit: id, version: 3 }));
    expect(await namesOf(id)).toEqual(expect.arrayContaining(['visit.recorded', 'visit.disputed', 'visit.corrected', 'visit.confirmed']));
  });

  it('never over a correction it hasn’t seen', async () => {
    const { id } = await recordOne();
    await as(mentor, (ctx) => correctVisit(ctx, CorrectVisit.parse({ ...typed, visit: id, version: 1, minutes: '45' })));
    await expect(as(boss, (ctx) => confirmVisit(ctx, { visit: id, version: 1 }))).rejects.toThrow(StaleError);
  });

  it('and another company can’t even find it', async () => {
    const { id } = await recordOne();
    const elsewhere = await makeMember(center, 'company_owner', { companyId: await makeCompany(center) });
    await expect(as(elsewhere, (ctx) => confirmVisit(ctx, { visit: id, version: 1 }))).rejects.toThrow(NotFoundError);
    expect(await reading(elsewhere, (ctx) => getVisit(ctx, id))).toBeNull();
  });

  it('once: of confirming and disputing at the same time exactly one wins, and the other is told who was first', async () => {
    const { id } = await recordOne();
    const answers = await Promise.allSettled([
      as(boss, (ctx) => confirmVisit(ctx, { visit: id, version: 1 })),
      as(clerk, (ctx) => disputeVisit(ctx, { visit: id, version: 1, remark: '时间不对。' })),
    ]);
    const [won, lost] = answers[0].status === 'fulfilled' ? answers : [answers[1], answers[0]];
    expect([won.status, lost.status]).toEqual(['fulfilled', 'rejected']);
    const state = (await rowOf(id))?.state;
    const expected = state === 'confirmed' ? { code: 'visit.confirmedBy', who: '王海霞' } : { code: 'visit.disputedBy', who: '马丽' };
    const told = lost.status === 'rejected' && lost.reason instanceof RuleError ? lost.reason : null;
    expect({ code: told?.code, who: told?.options.params?.who }).toEqual(expected);
  });

  it('after which it stays as it was signed', async () => {
    const { id } = await recordOne();
    await as(boss, (ctx) => confirmVisit(ctx, { visit: id, version: 1 }));
    const late = as(mentor, (ctx) => correctVisit(ctx, CorrectVisit.parse({ ...typed, visit: id, version: 2 })));
    expect(await refusal(late)).toMatchObject({ code: 'visit.confirmedBy', params: { who: '王海霞' } });
  });

  it('while staff and mentors can’t answer for it', async () => {
    const { id } = await recordOne();
    const staff = await makeMember(center, 'director');
    await expect(as(staff, (ctx) => confirmVisit(ctx, { visit: id, version: 1 }))).rejects.toThrow(ForbiddenError);
    await expect(as(mentor, (ctx) => confirmVisit(ctx, { visit: id, version: 1 }))).rejects.toThrow(ForbiddenError);
  });
});

describe('a visit of the wrong company', () => {
  const reason = '记错了企业，应为另一家。';

  it('is withdrawn by its mentor: kept with its number, struck, told to the company, and answered no more', async () => {
    const { id, number } = await recordOne();
    const before = await reading(mentor, (ctx) => countOwnVisits(ctx));
    await as(mentor, (ctx) => withdrawVisit(ctx, { visit: id, version: 1, reason }));
    expect(await rowOf(id)).toMatchObject({ number, state: 'withdrawn', withdrawnReason: reason, decidedBy: mentor.membershipId });
    expect(await namesOf(id)).toEqual(['visit.recorded', 'visit.withdrawn']);
    const after = await reading(mentor, (ctx) => countOwnVisits(ctx));
    expect(after).toEqual({ ...before, recorded: before.recorded - 1, withdrawn: before.withdrawn + 1 });
    expect((await reading(boss, (ctx) => listVisitsToConfirm(ctx, 100))).map((row) => row.id)).not.toContain(id);
    expect(await refusal(as(boss, (ctx) => confirmVisit(ctx, { visit: id, version: 2 })))).toMatchObject({ code: 'visit.withdrawnBy' });
    expect(await refusal(as(mentor, (ctx) => correctVisit(ctx, CorrectVisit.parse({ ...typed, visit: id, version: 2 }))))).toMatchObject({ code: 'visit.withdrawnBy' });
  });

  it('or by the desk, also after the company disputed it; its remark stays', async () => {
    const { id } = await recordOne();
    await as(boss, (ctx) => disputeVisit(ctx, { visit: id, version: 1, remark: '没有来过。' }));
    const liaison = await makeMember(center, 'liaison');
    await as(liaison, (ctx) => withdrawVisit(ctx, { visit: id, version: 2, reason }));
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', remark: '没有来过。', decidedBy: liaison.membershipId });
  });

  it('but neither once it is signed, nor by the company, nor over a change not seen', async () => {
    const signed = await recordOne();
    await as(boss, (ctx) => confirmVisit(ctx, { visit: signed.id, version: 1 }));
    expect(await refusal(as(mentor, (ctx) => withdrawVisit(ctx, { visit: signed.id, version: 2, reason })))).toMatchObject({ code: 'visit.confirmedBy' });
    const open = await recordOne();
    await expect(as(boss, (ctx) => withdrawVisit(ctx, { visit: open.id, version: 1, reason }))).rejects.toThrow(ForbiddenError);
    await as(mentor, (ctx) => correctVisit(ctx, CorrectVisit.parse({ ...typed, visit: open.id, version: 1, minutes: '45' })));
    await expect(as(mentor, (ctx) => withdrawVisit(ctx, { visit: open.id, version: 1, reason }))).rejects.toThrow(StaleError);
  });

  it('is no contact: the company waits since the visit before', async () => {
    const fresh = await makeCompany(center);
    await assign(center, fresh, 'mentor', mentor.membershipId);
    const { id } = await as(mentor, (ctx) => recordVisit(ctx, written({ company: fresh })));
    await as(mentor, (ctx) => withdrawVisit(ctx, { visit: id, version: 1, reason }));
    const file = await reading(await makeMember(center, 'director'), (ctx) => getMentor(ctx, mentor.membershipId));
    expect(file?.companies.find((one) => one.id === fresh)).toMatchObject({ lastVisitAt: null, contact: { never: true } });
  });
});

describe('appointments', () => {
  it('are entered by the director, never two at once, and ended today', async () => {
    const director = await makeMember(center, 'director');
    const input = { membership: mentor.membershipId, field: 'technology', organisation: '', appointedOn: '2026-01-01', endedOn: null } as const;
    const { id } = await as(director, (ctx) => appointMentor(ctx, input));
    expect(await refusal(as(director, (ctx) => appointMentor(ctx, { ...input, appointedOn: '2026-06-01' })))).toMatchObject({ code: 'appointment.overlaps' });
    await as(director, (ctx) => endAppointment(ctx, { appointment: id }), testNow);
    const [row] = await owner().select().from(mentorAppointments).where(eq(mentorAppointments.id, id));
    expect(row?.endedOn).toBe('2026-11-20');
    const liaison = await makeMember(center, 'liaison');
    await expect(as(liaison, (ctx) => appointMentor(ctx, { ...input, appointedOn: '2027-01-01' }))).rejects.toThrow(ForbiddenError);
  });
});
