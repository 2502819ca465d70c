import { and, asc, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvalLanes } from '@/db/schema/approvals';
import { entries } from '@/db/schema/audit';
import { notifications, notificationSettings } from '@/db/schema/notifications';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { as, makeMember, owner } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { tellOf } from '@/lib/notifications/tell';
import { acceptRequest } from './commands/accept-request';
import { answerLanes, returnLane, returnRequest } from './commands/return-request';
import { watchClocks } from './commands/watch';
import { giveOpinion, stopLane, transferLane } from './commands/work-lane';
import { type Desk, openDesk, submitted } from './testing';

let desk: Desk;
/** Leads 资产部, where nobody led before; the desk's other manager leads no department. */
let head: MemberActor;
beforeAll(async () => {
  desk = await openDesk();
  head = await makeMember(desk.centerId, 'manager', { name: '资产部负责人', departmentId: desk.property.departmentId });
});

const moment = (day: string, hour = '02') => new Date(`${day}T${hour}:00:00Z`);
const job = () => ({ kind: 'job', centerId: desk.centerId }) as const;
const watch = (day: string) => as(job(), (ctx) => watchClocks(ctx), moment(day));

/** 入驻证明, accepted on a day: 企业服务部 and 资产部 a day each, then 综合部 a day. */
async function certificate(day: string) {
  const id = await submitted(desk, moment(day), 'certificate');
  await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }), moment(day));
  const lanes = await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id));
  const lane = (key: string) => lanes.find((one) => one.key === key)?.id ?? '';
  return { id, check: lane('check'), rooms: lane('rooms'), seal: lane('seal') };
}
interface Told {
  on: string;
  name: string;
  lane: string;
  level: number;
  told: string;
}
/** What was said of lateness, day by day. */
async function warnings(id: string): Promise<Told[]> {
  const rows = await owner()
    .select()
    .from(entries)
    .where(and(eq(entries.subjectId, id), inArray(entries.name, ['request.warned', 'request.laneWarned'])))
    .orderBy(asc(entries.occurredAt), asc(entries.name));
  return rows.map(({ name, data, occurredAt }) => ({ on: occurredAt.toISOString().slice(0, 10), name, lane: String(data.lane ?? ''), level: Number(data.level), told: String(data.told) }));
}
/** Who has a notice of an entry of this kind at this level, by name. */
async function toldOf(id: string, name: string, level: number): Promise<string[]> {
  const rows = await owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, name)));
  const wanted = rows.filter(({ data }) => data.level === level).map((row) => row.id);
  await as(job(), (ctx) => tellOf(ctx, wanted));
  const notes = await owner().select({ membershipId: notifications.membershipId }).from(notifications).where(inArray(notifications.entryId, wanted));
  const people = { ...desk, head };
  return notes.map(({ membershipId }) => Object.entries(people).find(([, one]) => typeof one === 'object' && 'membershipId' in one && one.membershipId === membershipId)?.[0] ?? membershipId).sort();
}

describe('lateness', () => {
  it('is told of a lane by its own day and of the whole by its own, each level once, over the spring festival with its worked Saturdays', async () => {
    // Friday 13 February 2026. The lanes end on Saturday 14 (worked), the whole on Tuesday 24; Saturday 28 is worked too.
    const { id, rooms } = await certificate('2026-02-13');
    await as(desk.director, (ctx) => giveOpinion(ctx, { lane: rooms, opinion: 'agree', body: '', ticked: [] }), moment('2026-02-13'));
    expect((await owner().select().from(requests).where(eq(requests.id, id)))[0]).toMatchObject({ dueOn: '2026-02-24', warnOn: '2026-02-24' });
    for (const day of ['2026-02-13', '2026-02-14', '2026-02-14', '2026-02-15', '2026-02-16', '2026-02-23', '2026-02-24', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-10']) await watch(day);
    expect(await warnings(id)).toEqual([
      { on: '2026-02-14', name: 'request.laneWarned', lane: '核实在孵', level: 1, told: '1' },
      { on: '2026-02-15', name: 'request.laneWarned', lane: '核实在孵', level: 2, told: '2' },
      { on: '2026-02-24', name: 'request.warned', lane: '', level: 1, told: '1' },
      { on: '2026-02-25', name: 'request.laneWarned', lane: '核实在孵', level: 3, told: '3' },
      { on: '2026-02-25', name: 'request.warned', lane: '', level: 2, told: '2' },
      { on: '2026-02-26', name: 'request.warned', lane: '', level: 3, told: '3' },
    ]);
  });

  it('reaches whom it concerns whatever they chose to be told: owner, who leads the department, director', async () => {
    for (const who of [desk.liaison, desk.property, head, desk.manager, desk.director]) {
      await owner().insert(notificationSettings).values({ centerId: desk.centerId, membershipId: who.membershipId, ways: { request: { app: false, mail: 'off' }, other: { app: false, mail: 'off' } }, quietFrom: 0, quietUntil: 1439, digestHour: 8 });
    }
    const { id, rooms } = await certificate('2026-11-20');
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) await watch(day);
    expect(await toldOf(id, 'request.warned', 1)).toEqual(['liaison']);
    expect(await toldOf(id, 'request.warned', 2)).toEqual(['head', 'manager']);
    expect(await toldOf(id, 'request.warned', 3)).toEqual(['director']);
    const [row] = await owner().select().from(approvalLanes).where(eq(approvalLanes.id, rooms));
    expect(row).toMatchObject({ warned: 3, warnOn: null });
    // 企业服务部 has nobody who leads it: every manager is told; 资产部 has one.
    expect(await toldOf(id, 'request.laneWarned', 1)).toEqual(['head', 'property', 'service']);
    expect(await toldOf(id, 'request.laneWarned', 2)).toEqual(['head', 'head', 'manager']);
    expect(await toldOf(id, 'request.laneWarned', 3)).toEqual(['director', 'director']);
  });

  it('that nobody watched for days tells all of them at once, and a handed-on lane whoever has it', async () => {
    const { id, check, rooms } = await certificate('2026-11-20');
    const neighbour = await makeMember(desk.centerId, 'liaison', { name: 'neighbour', departmentId: desk.property.departmentId });
    await as(desk.property, (ctx) => transferLane(ctx, { lane: rooms, owner: neighbour.membershipId }), moment('2026-11-20'));
    await as(desk.service, (ctx) => giveOpinion(ctx, { lane: check, opinion: 'agree', body: '', ticked: ['在孵状态无误'] }), moment('2026-11-20'));
    await watch('2026-11-27');
    expect(await warnings(id)).toEqual([
      { on: '2026-11-27', name: 'request.laneWarned', lane: '核实租赁', level: 3, told: '123' },
      { on: '2026-11-27', name: 'request.warned', lane: '', level: 3, told: '123' },
    ]);
    expect(await toldOf(id, 'request.laneWarned', 3)).toEqual(['director', 'head', neighbour.membershipId].sort());
    await owner().update(memberships).set({ endedAt: moment('2026-11-27') }).where(eq(memberships.id, neighbour.membershipId));
  });

  it('stands still with the lane, and is told by the day it moves to', async () => {
    const { id, check, rooms } = await certificate('2026-11-20');
    await as(desk.service, (ctx) => giveOpinion(ctx, { lane: check, opinion: 'agree', body: '', ticked: ['在孵状态无误'] }), moment('2026-11-20'));
    await as(desk.property, (ctx) => returnLane(ctx, { lane: rooms, items: ['补合同'], reason: '' }), moment('2026-11-20'));
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) await watch(day);
    expect(await warnings(id)).toEqual([]);
    await as(desk.company, (ctx) => answerLanes(ctx, { request: id, answer: '已补' }), moment('2026-11-25'));
    const [row] = await owner().select().from(approvalLanes).where(eq(approvalLanes.id, rooms));
    expect(row).toMatchObject({ dueOn: '2026-11-26', warnOn: '2026-11-26', warned: 0 });
    await watch('2026-11-26');
    expect((await warnings(id)).map(({ name, level }) => [name, level])).toEqual([['request.laneWarned', 1]]);
    await as(desk.liaison, (ctx) => returnRequest(ctx, { request: id, items: ['缺章'], reason: '' }), moment('2026-11-26'));
    for (const day of ['2026-11-30', '2026-12-10']) await watch(day);
    expect(await warnings(id)).toHaveLength(1);
  });

  it('of the holder’s own lane that ends with the whole is told with the whole', async () => {
    const id = await submitted(desk, moment('2026-11-20'));
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }), moment('2026-11-20'));
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) await watch(day);
    expect((await warnings(id)).map(({ name, level }) => [name, level])).toEqual([['request.warned', 1], ['request.warned', 2], ['request.warned', 3]]);
  });

  it('ends with the lane: what was decided, paused or taken back is told of no more', async () => {
    const { id, check, rooms } = await certificate('2026-11-20');
    await as(desk.property, (ctx) => stopLane(ctx, { lane: rooms, kind: 'outside', party: '测绘院', reason: '' }), moment('2026-11-20'));
    await as(desk.service, (ctx) => giveOpinion(ctx, { lane: check, opinion: 'disagree', body: '不符合', ticked: [] }), moment('2026-11-20'));
    await watch('2026-12-03');
    expect((await warnings(id)).filter(({ name }) => name === 'request.laneWarned')).toEqual([]);
  });

  it('of acceptance ends in acceptance: who has it is told that nobody answered, and who leads', async () => {
    const here = await openDesk();
    const id = await submitted(here, moment('2026-11-20'));
    const own = { kind: 'job', centerId: here.centerId } as const;
    await as(own, (ctx) => watchClocks(ctx), moment('2026-11-24'));
    const [accepted] = await owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, 'request.accepted')));
    expect(accepted?.data).toMatchObject({ how: 'default' });
    await as(own, (ctx) => tellOf(ctx, [accepted?.id ?? '']));
    const told = await owner().select({ id: notifications.membershipId }).from(notifications).where(eq(notifications.entryId, accepted?.id ?? ''));
    expect(told.map((one) => one.id).sort()).toEqual([here.company, here.colleague, here.liaison, here.manager].map(({ membershipId }) => membershipId).sort());
  });
});
