import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { requests } from '@/db/schema/service-desk';
import { requestLinks, requestMessageReads, requestMessages } from '@/db/schema/service-desk-talk';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import type { RuleError } from '@/lib/kernel/errors';
import { requestsFiled } from '@/lib/figures/indicators/requests';
import { acceptRequest } from './commands/accept-request';
import { reopenRequest, withdrawRequest } from './commands/close-request';
import { linkRequests, unlinkRequests } from './commands/link-requests';
import { readMessages } from './commands/read-messages';
import { mergeRequest, sendMessage } from './commands/work-request';
import { timelineOf } from './queries/file';
import { linksOf, mergedIntoThis } from './queries/links';
import { messagesOf, unreadOf, unreadOn } from './queries/talk';
import { type Desk, openDesk, submitted } from './testing';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const refusal = (promise: Promise<unknown>) => promise.then(() => 'done', (error: RuleError) => error.code);
const say = (actor: MemberActor, request: string, body: string, more: { internal?: boolean; mention?: string } = {}) =>
  as(actor, (ctx) => sendMessage(ctx, { request, body, internal: more.internal ?? false, mention: more.mention }));
const seen = (actor: MemberActor, request: string) => reading(actor, (ctx) => messagesOf(ctx, request));
/** What the page does once it has gone out. */
const open = async (actor: MemberActor, request: string, now = testNow) => {
  const shown = (await seen(actor, request)).filter(({ fresh }) => fresh).map(({ id }) => id);
  return as(actor, (ctx) => readMessages(ctx, { request, shown }), now);
};
const numberOf = async (id: string) => (await owner().select().from(requests).where(eq(requests.id, id)))[0]?.number ?? '';
const row = async (id: string) => (await owner().select().from(requests).where(eq(requests.id, id)))[0];
const told = async (id: string, name: string) => owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, name)));

describe('who read what', () => {
  it('is new until it was opened, and the other side learns when', async () => {
    const id = await submitted(desk);
    await say(desk.company, id, '什么时候能办好？');
    await say(desk.liaison, id, '明天。');
    expect((await seen(desk.liaison, id)).map(({ fresh }) => fresh)).toEqual([true, false]);
    expect((await seen(desk.company, id)).map(({ fresh, read }) => [fresh, read])).toEqual([[false, null], [true, null]]);
    expect(await reading(desk.company, (ctx) => unreadOn(ctx, [id]))).toEqual(new Map([[id, 1]]));
    expect((await reading(desk.company, (ctx) => unreadOf(ctx))).find((one) => one.id === id)?.many).toBe(1);

    const later = new Date(testNow.getTime() + 600_000);
    expect(await open(desk.liaison, id, later)).toBe(1);
    expect(await open(desk.liaison, id, new Date(later.getTime() + 600_000))).toBe(0);
    await open(desk.manager, id, new Date(later.getTime() + 900_000));
    const [question] = await seen(desk.company, id);
    expect(question?.read).toEqual({ who: '李晓梅', at: later, many: 2 });
    // Everybody has marks of their own: one of the company has read it, the other hasn't.
    expect(await open(desk.colleague, id, later)).toBe(1);
    expect((await seen(desk.liaison, id))[1]?.read).toMatchObject({ who: '马丽', at: later });
    expect((await seen(desk.company, id))[1]?.fresh).toBe(true);
    expect(await open(desk.company, id)).toBe(1);
    expect(await reading(desk.company, (ctx) => unreadOn(ctx, [id]))).toEqual(new Map());
  });

  it('leaves no mark of a note for the company, nor of one that looks on', async () => {
    const id = await submitted(desk);
    await say(desk.liaison, id, '这家要优先', { internal: true });
    expect((await seen(desk.manager, id)).map(({ fresh, read }) => [fresh, read])).toEqual([[true, null]]);
    expect(await open(desk.manager, id)).toBe(1);
    const [note] = await owner().select().from(requestMessages).where(eq(requestMessages.requestId, id));
    const noteId = note?.id ?? '';
    expect(await as(desk.company, (ctx) => readMessages(ctx, { request: id, shown: [noteId] }))).toBe(0);
    expect(await reading(desk.company, (ctx) => ctx.db.select().from(requestMessageReads).where(eq(requestMessageReads.messageId, noteId)))).toEqual([]);
    const auditor = await makeMember(desk.centerId, 'auditor', { name: '审计' });
    expect((await seen(auditor, id)).some(({ fresh }) => fresh)).toBe(false);
    expect(await as(auditor, (ctx) => readMessages(ctx, { request: id, shown: [noteId] }))).toBe(0);
  });

  it('can be said by nobody in another’s name, nor taken back', async () => {
    const id = await submitted(desk);
    await say(desk.liaison, id, '请补一份合同');
    const [message] = await owner().select().from(requestMessages).where(eq(requestMessages.requestId, id));
    const mark = (membershipId: string, byCompany: boolean) => ({ centerId: desk.centerId, messageId: message?.id ?? '', membershipId, byCompany, readAt: testNow });
    await expect(as(desk.liaison, (ctx) => ctx.db.insert(requestMessageReads).values(mark(desk.company.membershipId, true)))).rejects.toThrow();
    await expect(as(desk.liaison, (ctx) => ctx.db.insert(requestMessageReads).values(mark(desk.liaison.membershipId, true)))).rejects.toThrow();
    const stranger = await makeMember(desk.centerId, 'company_owner', { companyId: await makeCompany(desk.centerId) });
    await expect(as(stranger, (ctx) => ctx.db.insert(requestMessageReads).values(mark(stranger.membershipId, true)))).rejects.toThrow();
    expect(await as(stranger, (ctx) => readMessages(ctx, { request: id, shown: [message?.id ?? ''] }))).toBe(0);
    await open(desk.company, id);
    await expect(as(desk.company, (ctx) => ctx.db.delete(requestMessageReads).where(eq(requestMessageReads.messageId, message?.id ?? '')))).rejects.toThrow();
    await expect(as(desk.company, (ctx) => ctx.db.update(requestMessageReads).set({ readAt: testNow }))).rejects.toThrow();
    // And none of it is found from another center.
    const foreign = await makeMember(await makeCenter(), 'director');
    expect(await reading(foreign, (ctx) => ctx.db.select().from(requestMessageReads))).toEqual([]);
  });

  it('stays one mark when two tabs are opened at once', async () => {
    const id = await submitted(desk);
    await say(desk.liaison, id, '在吗');
    expect((await Promise.all([open(desk.company, id), open(desk.company, id)])).reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});

describe('a colleague named with an @', () => {
  it('is told, in a note and in a message, by text or by choice, and by the desk alone', async () => {
    const id = await submitted(desk);
    await say(desk.liaison, id, '@赵建国 请看一下', { internal: true });
    expect((await told(id, 'request.noted'))[0]?.data).toMatchObject({ mentioned: [desk.manager.membershipId] });
    await say(desk.liaison, id, '已请财务核算', { mention: desk.finance.membershipId });
    expect((await told(id, 'request.messaged'))[0]?.data).toMatchObject({ from: 'desk', mentioned: [desk.finance.membershipId] });
    expect((await seen(desk.company, id))[0]?.body).toBe('@财务小何 已请财务核算');
    expect(await refusal(say(desk.liaison, id, '看', { mention: desk.company.membershipId }))).toBe('request.notHere');
    await say(desk.company, id, '@赵建国 请快一点');
    expect((await told(id, 'request.messaged'))[1]?.data).toMatchObject({ from: 'company', mentioned: [] });
  });
});

describe('requests that belong together', () => {
  const link = (actor: MemberActor, request: string, number: string) => as(actor, (ctx) => linkRequests(ctx, { request, number, reason: '同一份合同' }));

  it('show each other, once, until they are parted', async () => {
    const [one, two] = [await submitted(desk), await submitted(desk)];
    await link(desk.liaison, one, await numberOf(two));
    expect(await refusal(link(desk.otherLiaison, two, await numberOf(one)))).toBe('request.linkedAlready');
    for (const actor of [desk.liaison, desk.company]) {
      expect((await reading(actor, (ctx) => linksOf(ctx, one))).map(({ request, reason, linkedBy }) => [request, reason, linkedBy])).toEqual([[two, '同一份合同', '李晓梅']]);
      expect((await reading(actor, (ctx) => linksOf(ctx, two))).map(({ request }) => request)).toEqual([one]);
      expect((await reading(actor, (ctx) => timelineOf(ctx, two))).map(({ name }) => name)).toContain('request.linked');
    }
    const [kept] = await reading(desk.liaison, (ctx) => linksOf(ctx, one));
    expect(await refusal(as(desk.company, (ctx) => unlinkRequests(ctx, { link: kept?.id ?? '' })))).toBe('notFound');
    await as(desk.manager, (ctx) => unlinkRequests(ctx, { link: kept?.id ?? '' }));
    expect(await reading(desk.liaison, (ctx) => linksOf(ctx, two))).toEqual([]);
    expect(await refusal(link(desk.liaison, two, await numberOf(one)))).toBe('done');
  });

  it('of two companies are the desk’s knowledge alone', async () => {
    const other = await makeMember(desk.centerId, 'company_owner', { companyId: await makeCompany(desk.centerId) });
    const [one, two] = [await submitted(desk), await submitted({ ...desk, company: other })];
    await link(desk.liaison, one, await numberOf(two));
    expect(await reading(desk.liaison, (ctx) => linksOf(ctx, one))).toHaveLength(1);
    for (const [actor, request] of [[desk.company, one], [other, two]] as const) {
      expect(await reading(actor, (ctx) => linksOf(ctx, request))).toEqual([]);
      expect(await reading(actor, (ctx) => ctx.db.select().from(requestLinks).where(eq(requestLinks.requestId, [one, two].sort()[0] ?? '')))).toEqual([]);
      expect((await reading(actor, (ctx) => timelineOf(ctx, request))).map(({ name }) => name)).not.toContain('request.linkedInside');
    }
    expect((await reading(desk.liaison, (ctx) => timelineOf(ctx, two))).map(({ name }) => name)).toContain('request.linkedInside');
  });

  it('are of one center, are two, and are linked by whoever serves', async () => {
    const one = await submitted(desk);
    const elsewhere = await openDesk();
    const theirs = await submitted(elsewhere);
    // Numbers begin anew in every center: theirs is found here only as the one of this center that bears it.
    expect(await refusal(as(elsewhere.liaison, (ctx) => linkRequests(ctx, { request: one, number: 'FW-2026-000001', reason: '查' })))).toBe('notFound');
    expect(await refusal(link(desk.liaison, one, 'FW-2020-000009'))).toBe('request.noNumberHere');
    expect(await refusal(link(desk.liaison, one, await numberOf(one)))).toBe('request.noNumberHere');
    expect(await refusal(link(desk.finance, one, await numberOf(theirs)))).toBe('forbidden');
    expect(await refusal(link(desk.company, one, await numberOf(theirs)))).toBe('forbidden');
  });
});

describe('a duplicate', () => {
  const merge = (actor: MemberActor, request: string, number: string) => as(actor, (ctx) => mergeRequest(ctx, { request, number, reason: '问的是同一件事' }));

  it('leads to the one that goes on, which shows what came along; the figures count one', async () => {
    const here = await openDesk();
    const [stays, goes] = [await submitted(here), await submitted(here)];
    await say(here.company, goes, '还有一个问题');
    await merge(here.liaison, goes, await numberOf(stays));
    expect(await row(goes)).toMatchObject({ state: 'refused', duplicateOf: stays, refuseReason: '问的是同一件事', nextDueOn: null });
    const [entry] = await told(goes, 'request.merged');
    expect(entry?.data).toMatchObject({ into: await numberOf(stays), intoId: stays, reason: '问的是同一件事' });
    expect(await told(stays, 'request.absorbed')).toHaveLength(1);
    for (const actor of [here.liaison, here.company]) {
      expect((await reading(actor, (ctx) => mergedIntoThis(ctx, stays))).map(({ id }) => id)).toEqual([goes]);
      expect((await seen(actor, goes)).map(({ body }) => body)).toEqual(['还有一个问题']);
    }
    const period = { from: '2026-11-01', to: '2026-11-30' };
    expect(await reading(here.director, (ctx) => requestsFiled.value(ctx, period))).toBe(1n);
    expect(await reading(here.director, (ctx) => requestsFiled.rows(ctx, period, { limit: 10, offset: 0, dir: 'asc' }))).toHaveLength(1);
  });

  it('is often seen only once work has begun, and is parted again by taking it up', async () => {
    const [stays, goes] = [await submitted(desk), await submitted(desk, testNow, 'certificate')];
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: goes }));
    expect(await refusal(merge(desk.otherLiaison, goes, await numberOf(stays)))).toBe('request.notYours');
    await merge(desk.liaison, goes, await numberOf(stays));
    expect(await row(goes)).toMatchObject({ state: 'refused', duplicateOf: stays, laneWaits: false });
    await as(desk.company, (ctx) => reopenRequest(ctx, { request: goes, reason: '不是一回事' }));
    expect(await row(goes)).toMatchObject({ state: 'submitted', duplicateOf: null, round: 2 });
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: goes }));
    expect(await row(goes)).toMatchObject({ state: 'accepted' });
  });

  it('goes into nothing that is over, nor into itself, nor in a circle', async () => {
    const [stays, goes, third] = [await submitted(desk), await submitted(desk), await submitted(desk)];
    await as(desk.company, (ctx) => withdrawRequest(ctx, { request: third, reason: '' }));
    expect(await refusal(merge(desk.liaison, goes, await numberOf(third)))).toBe('request.mergeClosed');
    expect(await refusal(merge(desk.liaison, goes, await numberOf(goes)))).toBe('request.noSuchNumber');
    await merge(desk.liaison, goes, await numberOf(stays));
    expect(await refusal(merge(desk.liaison, stays, await numberOf(goes)))).toBe('request.mergeClosed');
    const stranger = await makeMember(desk.centerId, 'company_owner', { companyId: await makeCompany(desk.centerId) });
    const foreign = await submitted({ ...desk, company: stranger });
    expect(await refusal(merge(desk.liaison, stays, await numberOf(foreign)))).toBe('request.noSuchNumber');
  });
});
