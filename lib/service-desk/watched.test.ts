import { and, asc, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { notifications } from '@/db/schema/notifications';
import { memberships } from '@/db/schema/people';
import { requestRepairs } from '@/db/schema/service-desk-ratings';
import { requestSupervisions } from '@/db/schema/service-desk-watched';
import { as, makeMember, owner, reading } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import { locales, sentence } from '@/lib/kernel/i18n';
import { tellOf } from '@/lib/notifications/tell';
import { acceptRequest } from './commands/accept-request';
import { reopenRequest } from './commands/close-request';
import { completeRequest } from './commands/complete-request';
import { contactAfterRating, finishRepair, rateRequest } from './commands/rate-request';
import { watchClocks } from './commands/watch';
import { liftSupervision, superviseRequest } from './commands/watch-request';
import { transferRequest } from './commands/work-request';
import { repairsOpen, supervisionsPassed } from './queries/watched';
import { type Desk, openDesk, submitted } from './testing';

let desk: Desk;
/** Leads 企业服务部, in which the counsellor works; the desk's other manager leads no department. */
let head: MemberActor;
beforeAll(async () => {
  desk = await openDesk();
  head = await makeMember(desk.centerId, 'manager', { name: '服务部负责人', departmentId: desk.service.departmentId });
});

const moment = (day: string) => new Date(`${day}T02:00:00Z`);
const job = () => ({ kind: 'job', centerId: desk.centerId }) as const;
const watch = (...days: string[]) => days.reduce<Promise<unknown>>((before, day) => before.then(() => as(job(), (ctx) => watchClocks(ctx), moment(day))), Promise.resolve());

/** What was told of one request under a name, day by day, and to whom. */
async function told(id: string, name: string) {
  const rows = await owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, name))).orderBy(asc(entries.occurredAt), asc(entries.id));
  await as(job(), (ctx) => tellOf(ctx, rows.map((row) => row.id)));
  const notes = await owner().select({ entryId: notifications.entryId, name: memberships.name }).from(notifications).innerJoin(memberships, eq(memberships.id, notifications.membershipId)).where(inArray(notifications.entryId, rows.map((row) => row.id)));
  return rows.map((row) => ({ on: row.occurredAt.toISOString().slice(0, 10), data: row.data, to: notes.filter(({ entryId }) => entryId === row.id).map((note) => note.name).sort() }));
}

const repair = async (id: string) => (await owner().select().from(requestRepairs).where(eq(requestRepairs.requestId, id)))[0];

/** Answered and badly rated on Friday 20 November 2026: to be called back by Monday, put right by Friday the 27th. */
async function badlyRated(holder: MemberActor = desk.liaison): Promise<string> {
  const id = await submitted(desk, moment('2026-11-20'));
  await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }), moment('2026-11-20'));
  if (holder !== desk.liaison) await as(desk.manager, (ctx) => transferRequest(ctx, { request: id, owner: holder.membershipId, reason: '' }), moment('2026-11-20'));
  await as(holder, (ctx) => completeRequest(ctx, { request: id, result: '好了', outcome: 'granted', deliver: 'portal' }), moment('2026-11-20'));
  await as(desk.company, (ctx) => rateRequest(ctx, { request: id, grade: 1, reasons: ['speed'], comment: '' }), moment('2026-11-20'));
  return id;
}
const contact = (id: string, day: string, longReason = '', by = desk.liaison) => as(by, (ctx) => contactAfterRating(ctx, { request: id, note: '致歉', long: longReason !== '', longReason }), moment(day));

describe('a supervision whose day passes', () => {
  const supervise = (id: string, until: string) => as(desk.director, (ctx) => superviseRequest(ctx, { request: id, until, reason: '请抓紧' }), moment('2026-11-20'));

  it('is told once to the director who ordered it and the holder’s manager, and stands on their desks', async () => {
    const id = await submitted(desk, moment('2026-11-20'));
    await as(desk.liaison, (ctx) => transferRequest(ctx, { request: id, owner: desk.service.membershipId, reason: '' }), moment('2026-11-20'));
    await supervise(id, '2026-11-24');
    await watch('2026-11-23', '2026-11-24');
    expect(await told(id, 'request.supervisionPassed')).toEqual([]);
    expect(await reading(desk.director, (ctx) => supervisionsPassed(ctx, 8), moment('2026-11-24'))).toEqual([]);
    await watch('2026-11-25', '2026-11-25', '2026-11-26', '2026-12-10');
    const [entry, ...more] = await told(id, 'request.supervisionPassed');
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ on: '2026-11-25', data: { until: '2026-11-24' }, to: ['服务部负责人', '陈立新'] });
    for (const locale of locales) expect(sentence(locale, { name: 'request.supervisionPassed', actorName: '', data: entry?.data ?? {} })).toContain('2026-11-24');
    for (const who of [desk.director, desk.manager, desk.service]) expect(await reading(who, (ctx) => supervisionsPassed(ctx, 8), moment('2026-11-25'))).toMatchObject([{ id, until: '2026-11-24' }]);
    expect(await reading(desk.otherLiaison, (ctx) => supervisionsPassed(ctx, 8), moment('2026-11-25'))).toEqual([]);
    await as(desk.director, (ctx) => liftSupervision(ctx, { request: id, note: '办完了' }), moment('2026-11-26'));
    expect(await reading(desk.director, (ctx) => supervisionsPassed(ctx, 8), moment('2026-11-26'))).toEqual([]);
  });

  it('is told of no more once it is lifted; ordered again it is told again', async () => {
    const id = await submitted(desk, moment('2026-11-20'));
    await supervise(id, '2026-11-24');
    await as(desk.director, (ctx) => liftSupervision(ctx, { request: id, note: '好' }), moment('2026-11-24'));
    await watch('2026-11-25');
    expect(await told(id, 'request.supervisionPassed')).toEqual([]);
    await as(desk.director, (ctx) => superviseRequest(ctx, { request: id, until: '2026-11-26', reason: '再看' }), moment('2026-11-25'));
    await watch('2026-11-27', '2026-11-28');
    // The liaison works in no department: every manager is meant.
    expect((await told(id, 'request.supervisionPassed')).map(({ to }) => to)).toEqual([['服务部负责人', '赵建国', '陈立新']]);
    expect((await owner().select().from(requestSupervisions).where(eq(requestSupervisions.requestId, id))).filter(({ passedToldAt }) => passedToldAt !== null)).toHaveLength(1);
  });

  it('is any director’s where the one who ordered it has left', async () => {
    const gone = await makeMember(desk.centerId, 'director', { name: '前主任' });
    const id = await submitted(desk, moment('2026-11-20'));
    await as(gone, (ctx) => superviseRequest(ctx, { request: id, until: '2026-11-20', reason: '请抓紧' }), moment('2026-11-20'));
    await owner().update(memberships).set({ endedAt: moment('2026-11-20') }).where(eq(memberships.id, gone.membershipId));
    await watch('2026-11-23');
    expect((await told(id, 'request.supervisionPassed')).map(({ to }) => to)).toEqual([['服务部负责人', '赵建国', '陈立新']]);
  });
});

describe('a bad rating’s days', () => {
  it('are told to whoever holds it as they come near and to their manager once they have passed, each once', async () => {
    const id = await badlyRated(desk.service);
    await watch('2026-11-20', '2026-11-22', '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-12-10');
    const told1 = await told(id, 'request.repairWarned');
    expect(told1.map(({ on, data, to }) => [on, data.what, data.level, to])).toEqual([
      ['2026-11-23', 'contact', 1, ['服务部小王']],
      ['2026-11-24', 'contact', 2, ['服务部负责人']],
      ['2026-11-26', 'repair', 1, ['服务部小王']],
      ['2026-11-28', 'repair', 2, ['服务部负责人']],
    ]);
    for (const locale of locales) expect(told1.map(({ data }) => sentence(locale, { name: 'request.repairWarned', actorName: '', data }))).toHaveLength(4);
    expect((await repair(id))?.warnOn).toBeNull();
  });

  it('end with the call and with the repair', async () => {
    const id = await badlyRated();
    await watch('2026-11-23');
    await contact(id, '2026-11-23');
    await watch('2026-11-24', '2026-11-25');
    await as(desk.liaison, (ctx) => finishRepair(ctx, { request: id, note: '改好' }), moment('2026-11-25'));
    await watch('2026-11-26', '2026-11-30');
    expect((await told(id, 'request.repairWarned')).map(({ data, to }) => [data.what, data.told, to])).toEqual([['contact', '1', ['李晓梅']]]);
  });

  it('move with a reasoned extension, and the new day is told of anew', async () => {
    const id = await badlyRated();
    await watch('2026-11-30');
    await contact(id, '2026-11-30', '要换设备');
    expect(await repair(id)).toMatchObject({ dueOn: '2026-12-11', warned: 0, contactWarned: 2 });
    await watch('2026-12-07', '2026-12-08', '2026-12-12');
    expect((await told(id, 'request.repairWarned')).map(({ on, data }) => [on, data.what, data.told, data.due])).toEqual([
      ['2026-11-30', 'contact', '12', '2026-11-23'],
      ['2026-11-30', 'repair', '12', '2026-11-27'],
      ['2026-12-08', 'repair', '1', '2026-12-11'],
      ['2026-12-12', 'repair', '2', '2026-12-11'],
    ]);
  });

  it('are told of no more once the request is taken up again', async () => {
    const id = await badlyRated();
    await as(desk.company, (ctx) => reopenRequest(ctx, { request: id, reason: '没有办好' }), moment('2026-11-20'));
    await watch('2026-11-23', '2026-11-24', '2026-11-30');
    expect(await told(id, 'request.repairWarned')).toEqual([]);
  });

  it('stand on the desk of whoever holds it and of those above, until it is right', async () => {
    const id = await badlyRated();
    const seen = async (who: MemberActor, day: string) => (await reading(who, (ctx) => repairsOpen(ctx, 50), moment(day))).filter((one) => one.id === id).map(({ what, dueOn }) => [what, dueOn]);
    expect(await seen(desk.liaison, '2026-11-23')).toEqual([['contact', '2026-11-23']]);
    await contact(id, '2026-11-23');
    expect([await seen(desk.manager, '2026-11-23'), await seen(head, '2026-11-23'), await seen(desk.otherLiaison, '2026-11-23')]).toEqual([[['repair', '2026-11-27']], [['repair', '2026-11-27']], []]);
    await as(desk.liaison, (ctx) => finishRepair(ctx, { request: id, note: '改好' }), moment('2026-11-25'));
    expect(await seen(desk.manager, '2026-11-25')).toEqual([]);
  });
});
