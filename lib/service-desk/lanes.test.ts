import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvalLanes, approvalOpinions, approvalRounds } from '@/db/schema/approvals';
import { documents } from '@/db/schema/documents';
import { requestRounds, requests } from '@/db/schema/service-desk';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { as, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { endStandIn, setStandIn } from '@/lib/approvals/commands/stand-in';
import { getRound } from '@/lib/approvals/queries';
import { verifyByCode } from '@/lib/documents/queries';
import type { MemberActor } from '@/lib/kernel/actor';
import type { RuleError } from '@/lib/kernel/errors';
import { acceptRequest, refuseRequest } from './commands/accept-request';
import { reopenRequest, withdrawRequest } from './commands/close-request';
import { completeRequest, deliverRequest } from './commands/complete-request';
import { answerLanes, returnLane, returnRequest } from './commands/return-request';
import { submitRequest } from './commands/submit-request';
import { watchClocks } from './commands/watch';
import { giveOpinion, resumeLane, stopLane, transferLane } from './commands/work-lane';
import { listLanesFor } from './queries/lanes';
import { type Desk, openDesk, submitted, written } from './testing';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const row = async (id: string) => {
  const [found] = await owner().select().from(requests).where(eq(requests.id, id));
  if (found === undefined) throw new Error('no such request');
  return found;
};
const refusal = (promise: Promise<unknown>) => promise.then(() => 'done', (error: RuleError) => error.code);
/** 入驻证明: 企业服务部 and 资产部 side by side, then 综合部 seals; a day each. */
const certificate = async (now = testNow) => {
  const id = await submitted(desk, now, 'certificate');
  await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }), now);
  const lanes = await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id));
  const lane = (key: string) => lanes.find((one) => one.key === key)?.id ?? '';
  return { id, check: lane('check'), rooms: lane('rooms'), seal: lane('seal') };
};
const lane = async (id: string) => (await owner().select().from(approvalLanes).where(eq(approvalLanes.id, id)))[0];
const agree = (actor: MemberActor, id: string, now = testNow) => as(actor, (ctx) => giveOpinion(ctx, { lane: id, opinion: 'agree', body: '', ticked: ['在孵状态无误'] }), now);
const complete = (actor: MemberActor, request: string, more: Partial<Parameters<typeof completeRequest>[1]> = {}, now = testNow) =>
  as(actor, (ctx) => completeRequest(ctx, { request, result: '兹证明。', outcome: 'granted', deliver: 'portal', ...more }), now);

describe('lanes', () => {
  it('of a stage run side by side, each for its own department; the next stage waits for all of them', async () => {
    const { id, check, rooms, seal } = await certificate();
    expect(await row(id)).toMatchObject({ dueOn: '2026-11-24', promisedDays: 2 });
    expect(await refusal(agree(desk.property, check))).toBe('lane.notYours');
    expect(await refusal(agree(desk.office, seal))).toBe('lane.notNow');
    expect(await agree(desk.property, rooms)).toMatchObject({ outcome: 'running' });
    expect((await lane(seal))?.state).toBe('waiting');
    expect(await agree(desk.service, check)).toMatchObject({ outcome: 'next' });
    expect(await lane(seal)).toMatchObject({ state: 'open', fromOn: '2026-11-20', dueOn: '2026-11-23' });
    expect((await reading(desk.office, listLanesFor)).map(({ id: open }) => open)).toContain(seal);
    expect((await reading(desk.property, listLanesFor)).map(({ id: open }) => open)).not.toContain(seal);
    expect(await refusal(complete(desk.liaison, id))).toBe('request.lanesOpen');
    expect(await agree(desk.office, seal)).toMatchObject({ outcome: 'agreed' });
    await complete(desk.liaison, id);
    expect((await row(id)).state).toBe('completed');
  });

  it('want their checklist ticked before they agree, and words before they disagree', async () => {
    const { check } = await certificate();
    const give = (ticked: string[]) => as(desk.service, (ctx) => giveOpinion(ctx, { lane: check, opinion: 'agree', body: '', ticked }));
    await expect(give([])).rejects.toMatchObject({ code: 'lane.checklist', options: { field: 'ticked' } });
    await expect(give(['在孵状态无误'])).resolves.toMatchObject({ outcome: 'running' });
  });

  it('of the holder want the same of the result that speaks for them', async () => {
    const accepted = async () => {
      const id = await submitted(desk);
      await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
      await owner().update(approvalLanes).set({ checklist: [{ text: '已上门查看', textEn: 'Seen on site' }] }).where(eq(approvalLanes.subjectId, id));
      return id;
    };
    const id = await accepted();
    await expect(complete(desk.liaison, id)).rejects.toMatchObject({ code: 'lane.checklist', options: { field: 'ticked' } });
    await complete(desk.liaison, id, { ticked: ['已上门查看'] });
    const [own] = await owner().select({ ticked: approvalOpinions.ticked }).from(approvalOpinions).innerJoin(approvalLanes, eq(approvalLanes.id, approvalOpinions.laneId)).where(eq(approvalLanes.subjectId, id));
    expect(own?.ticked).toEqual(['已上门查看']);
    await complete(desk.liaison, await accepted(), { outcome: 'declined' });
  });

  it('that disagree leave only a refusal', async () => {
    const { id, check, rooms, seal } = await certificate();
    await agree(desk.property, rooms);
    await as(desk.service, (ctx) => giveOpinion(ctx, { lane: check, opinion: 'disagree', body: '已毕业', ticked: [] }));
    expect((await lane(seal))?.state).toBe('cancelled');
    expect(await refusal(complete(desk.liaison, id))).toBe('request.laneDisagreed');
    await complete(desk.liaison, id, { outcome: 'declined', result: '不予开具。' });
    expect(await row(id)).toMatchObject({ state: 'completed', outcome: 'declined' });
  });

  it('are decided once, however many do so at once; the others are told who was first', async () => {
    const { rooms } = await certificate();
    const people = await Promise.all(Array.from({ length: 50 }, (_, n) => makeMember(desk.centerId, 'liaison', { name: `资产部${n}`, departmentId: desk.property.departmentId })));
    const results = await Promise.all(people.map((person) => agree(person, rooms).then(() => ({ code: 'done', who: person.name }), (error: RuleError) => ({ code: error.code, who: String(error.options.params?.who) }))));
    const [first, ...none] = results.filter(({ code }) => code === 'done');
    expect(none).toEqual([]);
    const told = results.filter(({ code }) => code === 'lane.decidedBy');
    expect(told).toHaveLength(49);
    expect(new Set(told.map(({ who }) => who))).toEqual(new Set([first?.who]));
    expect(await owner().$count(approvalOpinions, eq(approvalOpinions.laneId, rooms))).toBe(1);
  }, 60_000);

  it('keep their opinions: nobody changes or removes one', async () => {
    const { rooms } = await certificate();
    await agree(desk.property, rooms);
    await expect(as(desk.property, (ctx) => ctx.db.update(approvalOpinions).set({ kind: 'disagree' }).where(eq(approvalOpinions.laneId, rooms)))).rejects.toThrow();
    await expect(as(desk.property, (ctx) => ctx.db.delete(approvalOpinions).where(eq(approvalOpinions.laneId, rooms)))).rejects.toThrow();
  });

  it('show the company where they are, and not what was said in them', async () => {
    const { id, rooms } = await certificate();
    await agree(desk.property, rooms);
    const round = await reading(desk.company, (ctx) => getRound(ctx, { type: 'request', id }));
    expect(round?.lanes.map(({ state }) => state)).toEqual(['open', 'agreed', 'waiting']);
    expect(round?.opinions).toEqual([]);
  });
});

describe('one lane that asks the company', () => {
  it('stands still alone; its own day moves, and the whole only as far as it must', async () => {
    const { id, check, rooms } = await certificate();
    await as(desk.property, (ctx) => returnLane(ctx, { lane: rooms, items: ['补租赁合同'], reason: '' }));
    expect(await row(id)).toMatchObject({ state: 'accepted', laneWaits: true, nextDueOn: '2026-11-24' });
    expect((await lane(check))?.state).toBe('open');
    await agree(desk.service, check);
    // Nothing runs at the desk any more: the clock stands still.
    expect(await row(id)).toMatchObject({ nextDueOn: null });
    const back = new Date('2026-11-25T02:00:00Z');
    await as(desk.company, (ctx) => answerLanes(ctx, { request: id, answer: '已补' }), back);
    expect(await lane(rooms)).toMatchObject({ state: 'open', dueOn: '2026-11-26' });
    expect(await row(id)).toMatchObject({ laneWaits: false, dueOn: '2026-11-27', nextDueOn: '2026-11-27' });
  });

  it('a second time wants a reason', async () => {
    const { id, rooms } = await certificate();
    const ask = (reason: string) => as(desk.property, (ctx) => returnLane(ctx, { lane: rooms, items: ['补'], reason }));
    await ask('');
    await as(desk.company, (ctx) => answerLanes(ctx, { request: id, answer: '补了' }));
    expect(await refusal(ask(''))).toBe('request.reasonAgain');
    await ask('查看后才发现');
  });

  it('may be let go on by the desk, and then asks the company no more', async () => {
    const { id, rooms } = await certificate();
    await as(desk.property, (ctx) => returnLane(ctx, { lane: rooms, items: ['补'], reason: '' }));
    await as(desk.liaison, (ctx) => resumeLane(ctx, { lane: rooms }));
    expect(await row(id)).toMatchObject({ laneWaits: false, nextDueOn: '2026-11-24' });
    expect(await refusal(as(desk.company, (ctx) => answerLanes(ctx, { request: id, answer: '补' })))).toBe('request.notYours');
  });

  it('is answered together with the whole request', async () => {
    const { id, rooms } = await certificate();
    await as(desk.property, (ctx) => returnLane(ctx, { lane: rooms, items: ['补'], reason: '' }));
    await as(desk.liaison, (ctx) => returnRequest(ctx, { request: id, items: ['缺章'], reason: '' }));
    const answers = { company: '测试', code: '1', admitted: '2024-01-01', purpose: 'bank', copies: '2' };
    await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: id, answers, intent: 'submit' }));
    expect(await row(id)).toMatchObject({ state: 'accepted', laneWaits: false });
    expect((await owner().select().from(requestReturns).where(eq(requestReturns.requestId, id))).every(({ resubmittedAt }) => resubmittedAt !== null)).toBe(true);
  });

  it('goes on with the others when the whole request comes back from its company', async () => {
    const { id, check, rooms } = await certificate();
    await as(desk.liaison, (ctx) => returnRequest(ctx, { request: id, items: ['缺章'], reason: '' }));
    expect([(await lane(check))?.state, (await lane(rooms))?.state]).toEqual(['stopped', 'stopped']);
    const back = new Date('2026-11-24T02:00:00Z');
    const answers = { company: '测试', code: '1', admitted: '2024-01-01', purpose: 'bank', copies: '2' };
    await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: id, answers, intent: 'submit' }), back);
    expect(await lane(check)).toMatchObject({ state: 'open', dueOn: '2026-11-25' });
    expect(await row(id)).toMatchObject({ state: 'accepted', dueOn: '2026-11-26' });
  });
});

describe('a stop', () => {
  it('names a review outside and lengthens its own lane', async () => {
    const { id, check, rooms } = await certificate();
    await as(desk.property, (ctx) => stopLane(ctx, { lane: rooms, kind: 'outside', party: '测绘院', reason: '' }));
    expect(await lane(rooms)).toMatchObject({ state: 'stopped', nextDueOn: null });
    const later = new Date('2026-11-25T02:00:00Z');
    await as(desk.property, (ctx) => resumeLane(ctx, { lane: rooms }), later);
    expect(await lane(rooms)).toMatchObject({ state: 'open', dueOn: '2026-11-26' });
    expect(await lane(check)).toMatchObject({ dueOn: '2026-11-23' });
    expect((await row(id)).dueOn).toBe('2026-11-27');
  });
});

describe('standing in', () => {
  it('gives the opinion of who is away, and names both', async () => {
    const { rooms } = await certificate();
    const friend = await makeMember(desk.centerId, 'counsellor', { name: '代办人' });
    await as(desk.property, (ctx) => transferLane(ctx, { lane: rooms, owner: desk.property.membershipId }));
    expect(await refusal(agree(friend, rooms))).toBe('lane.notYours');
    const { id: absence } = await as(desk.property, (ctx) => setStandIn(ctx, { standIn: friend.membershipId, from: '2026-11-18', until: '2026-11-22' }));
    await agree(friend, rooms);
    const [opinion] = await owner().select().from(approvalOpinions).where(eq(approvalOpinions.laneId, rooms));
    expect(opinion).toMatchObject({ membershipId: friend.membershipId, insteadOf: desk.property.membershipId });
    const other = await certificate();
    await as(desk.property, (ctx) => transferLane(ctx, { lane: other.rooms, owner: desk.property.membershipId }));
    await as(desk.property, (ctx) => endStandIn(ctx, { absence }));
    expect(await refusal(agree(friend, other.rooms))).toBe('lane.notYours');
  });

  it('reaches what is nobody’s in particular: the lane of a department whose leader is away, and the director’s', async () => {
    const { id } = await certificate();
    const lanes = await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id));
    const rooms = lanes.find(({ key }) => key === 'rooms')?.id ?? '';
    await owner().update(approvalLanes).set({ decides: 'manager' }).where(eq(approvalLanes.id, rooms));
    const leader = await makeMember(desk.centerId, 'manager', { name: '资产部部长', departmentId: desk.property.departmentId });
    const [deputy, other] = [await makeMember(desk.centerId, 'counsellor', { name: '代部长' }), await makeMember(desk.centerId, 'finance', { name: '财务' })];
    expect(await refusal(agree(deputy, rooms))).toBe('lane.notYours');
    await as(leader, (ctx) => setStandIn(ctx, { standIn: deputy.membershipId, from: '2026-11-18', until: '2026-11-22' }));
    expect((await reading(deputy, listLanesFor)).map(({ id: open }) => open)).toContain(rooms);
    expect(await refusal(agree(other, rooms))).toBe('lane.notYours');
    await agree(deputy, rooms);
    const [opinion] = await owner().select().from(approvalOpinions).where(eq(approvalOpinions.laneId, rooms));
    expect(opinion).toMatchObject({ membershipId: deputy.membershipId, insteadOf: leader.membershipId });
    const check = lanes.find(({ key }) => key === 'check')?.id ?? '';
    await owner().update(approvalLanes).set({ party: 'role', role: 'director', departmentId: null }).where(eq(approvalLanes.id, check));
    expect(await refusal(agree(other, check))).toBe('lane.notYours');
    const { id: absence } = await as(desk.director, (ctx) => setStandIn(ctx, { standIn: other.membershipId, from: '2026-11-20', until: '2026-11-20' }));
    expect(await refusal(agree(other, check, new Date('2026-11-21T02:00:00Z')))).toBe('lane.notYours');
    await agree(other, check);
    expect((await owner().select().from(approvalOpinions).where(eq(approvalOpinions.laneId, check)))[0]).toMatchObject({ insteadOf: desk.director.membershipId });
    await as(desk.director, (ctx) => endStandIn(ctx, { absence }));
  });

  it('and handing on keep who had it first, and the clock', async () => {
    const { rooms } = await certificate();
    await as(desk.property, (ctx) => transferLane(ctx, { lane: rooms, owner: desk.property.membershipId }));
    const neighbour = await makeMember(desk.centerId, 'finance', { name: '资产部小何', departmentId: desk.property.departmentId });
    await as(desk.property, (ctx) => transferLane(ctx, { lane: rooms, owner: neighbour.membershipId }), new Date('2026-11-23T02:00:00Z'));
    expect(await lane(rooms)).toMatchObject({ firstOwnerId: desk.property.membershipId, ownerId: neighbour.membershipId, fromOn: '2026-11-20', dueOn: '2026-11-23' });
  });
});

describe('a lane of another department', () => {
  it('is neither taken over, nor given to those it can’t be, nor let go on', async () => {
    const { check, rooms } = await certificate();
    const hand = (actor: MemberActor, id: string, to: MemberActor) => refusal(as(actor, (ctx) => transferLane(ctx, { lane: id, owner: to.membershipId })));
    expect(await hand(desk.service, rooms, desk.service)).toBe('lane.notYours');
    expect(await hand(desk.liaison, check, desk.liaison)).toBe('lane.notYours');
    expect(await hand(desk.property, rooms, desk.service)).toBe('lane.notTheirs');
    expect(await hand(desk.property, rooms, desk.company)).toBe('lane.notTheirs');
    expect(await hand(desk.director, rooms, desk.property)).toBe('done');
    await owner().update(approvalLanes).set({ decides: 'manager', ownerId: null }).where(eq(approvalLanes.id, check));
    expect(await hand(desk.director, check, desk.service), 'its leader decides').toBe('lane.notTheirs');

    await as(desk.property, (ctx) => stopLane(ctx, { lane: rooms, kind: 'pause', party: '', reason: '等测绘' }));
    for (const other of [desk.service, desk.finance, desk.liaison, desk.manager]) expect(await refusal(as(other, (ctx) => resumeLane(ctx, { lane: rooms })))).toBe('lane.notYours');
    await as(desk.property, (ctx) => resumeLane(ctx, { lane: rooms }));
    await as(desk.property, (ctx) => returnLane(ctx, { lane: rooms, items: ['补'], reason: '' }));
    for (const other of [desk.service, desk.finance]) expect(await refusal(as(other, (ctx) => resumeLane(ctx, { lane: rooms })))).toBe('lane.notYours');
    await as(desk.property, (ctx) => resumeLane(ctx, { lane: rooms }));
  });

  it('has no stand-in who may not do the desk’s work', async () => {
    const away = (standIn: MemberActor) => refusal(as(desk.property, (ctx) => setStandIn(ctx, { standIn: standIn.membershipId, from: '2026-11-18', until: '2026-11-22' })));
    expect([await away(desk.company), await away(await makeMember(desk.centerId, 'auditor')), await away(await makeMember(desk.centerId, 'mentor'))]).toEqual(['notFound', 'notFound', 'notFound']);
  });

  it('asks the company no more once the result is there', async () => {
    const id = await submitted(desk, testNow, 'consultation');
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    const [own] = await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id));
    await as(desk.liaison, (ctx) => returnLane(ctx, { lane: own?.id ?? '', items: ['补'], reason: '' }));
    expect((await row(id)).laneWaits).toBe(true);
    await complete(desk.liaison, id);
    expect((await owner().select().from(requestReturns).where(eq(requestReturns.requestId, id))).map(({ resubmittedAt }) => resubmittedAt !== null)).toEqual([true]);
  });
});

describe('ending', () => {
  it('by withdrawing leaves no lane running', async () => {
    const { id } = await certificate();
    await as(desk.company, (ctx) => withdrawRequest(ctx, { request: id, reason: '' }));
    expect((await owner().select({ state: approvalLanes.state }).from(approvalLanes).where(eq(approvalLanes.subjectId, id))).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect((await owner().select().from(approvalRounds).where(eq(approvalRounds.subjectId, id)))[0]?.state).toBe('cancelled');
  });

  it('may leave handing over for later', async () => {
    const id = await submitted(desk);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    await complete(desk.liaison, id, { deliver: 'later' });
    expect(await row(id)).toMatchObject({ state: 'decided', completedAt: null });
    await as(desk.liaison, (ctx) => deliverRequest(ctx, { request: id, delivery: 'collected' }));
    expect(await row(id)).toMatchObject({ state: 'completed', delivery: 'collected' });
  });

  it('is not for ever: a new round has new days, its own result, and the old one is superseded yet there', async () => {
    const id = await submitted(desk);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    const { document: first } = await complete(desk.liaison, id);
    const later = new Date('2026-11-27T02:00:00Z');
    expect(await as(desk.company, (ctx) => reopenRequest(ctx, { request: id, reason: '电话有误' }), later)).toMatchObject({ round: 2 });
    expect(await row(id)).toMatchObject({ state: 'submitted', round: 2, receivedOn: '2026-11-27', acceptDueOn: '2026-11-30', grade: null, resultDocumentId: null });
    expect(await owner().select({ round: requestRounds.round, reason: requestRounds.reason }).from(requestRounds).where(eq(requestRounds.requestId, id))).toEqual([{ round: 1, reason: '电话有误' }]);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }), later);
    const { document: second } = await complete(desk.liaison, id, {}, later);
    const paper = async (number: string) => (await owner().select().from(documents).where(and(eq(documents.centerId, desk.centerId), eq(documents.number, number))))[0];
    expect((await paper(first))?.supersededBy).toBe((await paper(second))?.id);
    expect((await paper(second))?.revision).toBe(2);
  });

  it('is for ever after fifteen working days', async () => {
    const id = await submitted(desk);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    await complete(desk.liaison, id);
    expect(await refusal(as(desk.company, (ctx) => reopenRequest(ctx, { request: id, reason: '再看看' }), new Date('2026-12-15T02:00:00Z')))).toBe('request.reopenOver');
  });
});

describe('a paper', () => {
  const verified = async (id: string) => {
    const [paper] = await owner().select().from(documents).where(eq(documents.id, id));
    return reading({ kind: 'public', centerId: null }, (ctx) => verifyByCode(ctx, paper?.code ?? ''));
  };
  const completed = async (outcome: 'granted' | 'declined' = 'granted') => {
    const id = await submitted(desk);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    await complete(desk.liaison, id, { outcome });
    return { id, paper: (await row(id)).resultDocumentId ?? '' };
  };

  it('tells who verifies it on what it was decided and how', async () => {
    const { paper } = await completed('declined');
    expect(await verified(paper)).toMatchObject({ outcome: { item: '咨询', resultEn: expect.stringMatching(/\w/) }, setAsideAt: null, matches: true });
    const [yes, no] = [await verified((await completed()).paper), await verified(paper)];
    expect(yes?.outcome?.result).not.toBe(no?.outcome?.result);
  });

  it('is set aside from the day it is decided anew, by whoever asks for that, and stands again when they take it back', async () => {
    const { id, paper } = await completed();
    await as(desk.company, (ctx) => reopenRequest(ctx, { request: id, reason: '电话有误' }));
    expect(await verified(paper)).toMatchObject({ setAsideAt: expect.any(Date), supersededNumber: null, matches: true });
    await as(desk.company, (ctx) => withdrawRequest(ctx, { request: id, reason: '' }));
    expect(await verified(paper)).toMatchObject({ setAsideAt: null });
  });

  it('stands again too when what was taken up anew is refused', async () => {
    const { id, paper } = await completed();
    await as(desk.company, (ctx) => reopenRequest(ctx, { request: id, reason: '电话有误' }));
    await as(desk.liaison, (ctx) => refuseRequest(ctx, { request: id, reason: '没有新的情况' }));
    expect(await verified(paper)).toMatchObject({ setAsideAt: null, supersededNumber: null });
  });
});

describe('time alone', () => {
  it('accepts what nobody answered on receipt, and tells owner, manager and director in turn, each once', async () => {
    const here = await openDesk();
    const job = { kind: 'job', centerId: here.centerId } as const;
    const watch = (day: string) => as(job, (ctx) => watchClocks(ctx), new Date(`${day}T02:00:00Z`));
    const id = await submitted(here);
    await watch('2026-11-23');
    expect((await row(id)).state).toBe('submitted');
    await watch('2026-11-24');
    // Three working days after the 20th, when it was received.
    expect(await row(id)).toMatchObject({ state: 'accepted', acceptedBy: null, clockFromOn: '2026-11-20', dueOn: '2026-11-25', ownerId: here.liaison.membershipId, warned: 0, warnOn: '2026-11-25' });
    const warned = async () => (await row(id)).warned;
    const steps: [string, number][] = [['2026-11-24', 0], ['2026-11-25', 1], ['2026-11-25', 1], ['2026-11-26', 2], ['2026-11-27', 3], ['2026-12-04', 3]];
    for (const [day, level] of steps) {
      await watch(day);
      expect(await warned(), day).toBe(level);
    }
    expect((await row(id)).warnOn).toBeNull();
  });

  it('moves the day on while one lane stands still and another runs', async () => {
    const here = await openDesk();
    const id = await submitted(here, testNow, 'certificate');
    await as(here.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    const [rooms] = await owner().select().from(approvalLanes).where(and(eq(approvalLanes.subjectId, id), eq(approvalLanes.key, 'rooms')));
    await as(here.property, (ctx) => stopLane(ctx, { lane: rooms?.id ?? '', kind: 'pause', party: '', reason: '等回函' }));
    const job = { kind: 'job', centerId: here.centerId } as const;
    await as(job, (ctx) => watchClocks(ctx), new Date('2026-11-25T02:00:00Z'));
    expect((await row(id)).dueOn).toBe('2026-11-27');
  });
});
