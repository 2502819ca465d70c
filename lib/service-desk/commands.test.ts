import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { documents } from '@/db/schema/documents';
import { fileContents, files } from '@/db/schema/files';
import { requests } from '@/db/schema/service-desk';
import { requestMaterials, requestReturns } from '@/db/schema/service-desk-filing';
import { requestRatings } from '@/db/schema/service-desk-ratings';
import { requestMessages } from '@/db/schema/service-desk-talk';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import type { MemberActor } from '@/lib/kernel/actor';
import type { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { acceptMany, acceptNext, acceptRequest } from './commands/accept-request';
import { withdrawRequest } from './commands/close-request';
import { completeRequest } from './commands/complete-request';
import { discardDraft, saveDraft, startDraft } from './commands/draft-request';
import { ensureCatalogue } from './commands/keep-catalogue';
import { rateRequest } from './commands/rate-request';
import { returnRequest } from './commands/return-request';
import { submitRequest } from './commands/submit-request';
import { watchClocks } from './commands/watch';
import { sendMessage, transferRequest } from './commands/work-request';
import { getRequest, timelineOf } from './queries/file';
import { messagesOf } from './queries/talk';
import { type Desk, draftOf, openDesk, submitted, written } from './testing';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const row = async (id: string) => {
  const [found] = await owner().select().from(requests).where(eq(requests.id, id));
  if (found === undefined) throw new Error('no such request');
  return found;
};
const happened = async (id: string) =>
  (await owner().select({ name: entries.name }).from(entries).where(and(eq(entries.subjectType, 'request'), eq(entries.subjectId, id))).orderBy(entries.id)).map((entry) => entry.name);
const submit = (actor: MemberActor, request: string, now = testNow) => as(actor, (ctx) => submitRequest(ctx, { ...written, request, intent: 'submit' }), now);
const accept = (actor: MemberActor, request: string, now = testNow) => as(actor, (ctx) => acceptRequest(ctx, { request }), now);
const complete = (actor: MemberActor, request: string, now = testNow) => as(actor, (ctx) => completeRequest(ctx, { request, result: '已答复。', outcome: 'granted', deliver: 'portal' }), now);
const giveBack = (actor: MemberActor, request: string, reason = '', now = testNow) =>
  as(actor, (ctx) => returnRequest(ctx, { request, items: ['营业执照没有盖章', '缺申请表'], reason }), now);
const refusal = (promise: Promise<unknown>) => promise.then(() => 'done', (error: RuleError) => error.code);

describe('a draft', () => {
  it('is nobody’s but its company’s', async () => {
    const id = await draftOf(desk);
    expect(await reading(desk.colleague, (ctx) => getRequest(ctx, id))).not.toBeNull();
    for (const actor of [desk.liaison, desk.manager]) expect(await reading(actor, (ctx) => getRequest(ctx, id))).toBeNull();
    const other = await makeMember(desk.centerId, 'company_owner', { companyId: await makeCompany(desk.centerId) });
    expect(await reading(other, (ctx) => getRequest(ctx, id))).toBeNull();
    expect(await refusal(submit(other, id))).toBe('notFound');
  });

  it('keeps what is typed, and tells the second of two who save', async () => {
    const request = await draftOf(desk, 'repair');
    const typed = { request, title: '一', body: '', answers: { place: 'A-0712', asked: 'nobody' }, version: 1 };
    expect(await as(desk.company, (ctx) => saveDraft(ctx, typed))).toEqual({ version: 2 });
    expect(await row(request)).toMatchObject({ title: '一', answers: { place: 'A-0712', contact: '', kind: '', when: '' }, state: 'draft', number: null });
    expect(await refusal(as(desk.colleague, (ctx) => saveDraft(ctx, typed)))).toBe('staleBy');
  });

  it('is submitted even while one’s own autosave is under way, and never over a colleague’s text', async () => {
    const request = await draftOf(desk);
    const typed = { ...written, request, version: 1 };
    const send = (actor: MemberActor) => as(actor, (ctx) => submitRequest(ctx, { ...typed, intent: 'submit' }));
    await as(desk.company, (ctx) => saveDraft(ctx, typed));
    expect(await refusal(send(desk.colleague))).toBe('staleBy');
    await expect(send(desk.company)).resolves.toMatchObject({ state: 'submitted' });
  });

  it('can be thrown away, a submitted request can not', async () => {
    const request = await draftOf(desk);
    await as(desk.colleague, (ctx) => discardDraft(ctx, { request }));
    expect(await reading(desk.company, (ctx) => getRequest(ctx, request))).toBeNull();
    const sent = await submitted(desk);
    expect(await refusal(as(desk.company, (ctx) => discardDraft(ctx, { request: sent })))).toBe('request.notNow');
  });

  it('is begun by people of a company only', async () => {
    expect(await refusal(as(desk.liaison, (ctx) => startDraft(ctx, { item: desk.items.repair })))).toBe('forbidden');
  });
});

describe('submitting', () => {
  it('gives a number, goes to the company’s own liaison, and starts the clock of acceptance', async () => {
    const id = await submitted(desk);
    expect(await row(id)).toMatchObject({
      number: expect.stringMatching(/^FW-2026-\d{6}$/) as string, state: 'submitted', ownerId: desk.liaison.membershipId, firstOwnerId: null,
      acceptanceDays: 1, promisedDays: 3, receivedOn: '2026-11-20', acceptDueOn: '2026-11-23', nextDueOn: '2026-11-23', dueOn: null,
    });
    expect(await happened(id)).toEqual(['request.drafted', 'request.submitted']);
  });

  it('a hundred times at once makes one request', async () => {
    const id = await draftOf(desk);
    const results = await Promise.all(Array.from({ length: 100 }, (_, n) => submit(n % 2 === 0 ? desk.company : desk.colleague, id)));
    expect(new Set(results.map((result) => result.number)).size).toBe(1);
    expect((await happened(id)).filter((name) => name === 'request.submitted')).toHaveLength(1);
    expect((await row(id)).version).toBe(2);
  });

  it('asks for the item’s own fields and files', async () => {
    const repair = await draftOf(desk, 'repair');
    const send = (answers: Record<string, string>) => as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: repair, intent: 'submit', answers }));
    await expect(send({ place: '' })).rejects.toMatchObject({ code: 'required', options: { field: 'field_place' } });
    // All that is missing at once, as the desk has to tell it.
    const bare = as(desk.company, (ctx) => submitRequest(ctx, { ...written, title: '', request: repair, intent: 'submit', answers: {} }));
    await expect(bare).rejects.toMatchObject({ code: 'required', options: { fields: ['title', 'field_place', 'field_contact'] } });
    await expect(send({ place: 'A-0712', contact: '12' })).rejects.toMatchObject({ code: 'invalidPhone', options: { field: 'field_contact' } });
    await expect(send({ place: 'A-0712', contact: '13900000000' })).resolves.toMatchObject({ state: 'submitted' });

    const materials = await draftOf(desk, 'materials');
    const hand = () => as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: materials, intent: 'submit', answers: { purpose: '统计' } }));
    expect(await refusal(hand())).toBe('request.materialMissing');
    const [place] = await owner().select().from(requestMaterials).where(eq(requestMaterials.requestId, materials));
    const content = { centerId: desk.centerId, sha256: 'a'.repeat(64) };
    await owner().insert(fileContents).values({ ...content, size: 1, type: 'application/pdf', createdAt: testNow });
    await owner().insert(files).values({ ...content, id: newId(), name: '报表.pdf', subjectType: 'request-material', subjectId: place?.id ?? '', companyId: desk.companyId, audience: 'company' });
    await expect(hand()).resolves.toMatchObject({ state: 'submitted' });
  });

  it('goes to nobody in particular when the company has no liaison', async () => {
    const companyId = await makeCompany(desk.centerId);
    const company = await makeMember(desk.centerId, 'company_owner', { companyId });
    const { id } = await as(company, (ctx) => startDraft(ctx, { item: desk.items.consultation }));
    await submit(company, id);
    expect((await row(id)).ownerId).toBeNull();
    await accept(desk.manager, id);
    expect(await row(id)).toMatchObject({ ownerId: desk.manager.membershipId, firstOwnerId: desk.manager.membershipId });
  });
});

describe('accepting', () => {
  it('starts the promise, names who has it, and keeps who had it first', async () => {
    const id = await submitted(desk);
    await accept(desk.liaison, id);
    expect(await row(id)).toMatchObject({
      state: 'accepted', acceptedBy: desk.liaison.membershipId, ownerId: desk.liaison.membershipId, firstOwnerId: desk.liaison.membershipId,
      clockFromOn: '2026-11-20', dueOn: '2026-11-25', nextDueOn: '2026-11-25',
    });
  });

  it('leaves it with the company’s liaison when somebody above accepts', async () => {
    const id = await submitted(desk);
    await accept(desk.manager, id);
    expect(await row(id)).toMatchObject({ acceptedBy: desk.manager.membershipId, ownerId: desk.liaison.membershipId });
  });

  it('by two at once is one acceptance; the other is told who and when', async () => {
    const id = await submitted(desk);
    const both = [desk.liaison, desk.otherLiaison];
    const results = await Promise.allSettled(both.map((clerk) => accept(clerk, id)));
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    const winner = both[results.findIndex((result) => result.status === 'fulfilled')];
    expect(failed[0]?.reason).toMatchObject({ code: 'request.acceptedBy', options: { params: { who: winner?.name, at: testNow } } });
    expect((await happened(id)).filter((name) => name === 'request.accepted')).toHaveLength(1);
  });

  it('too late counts from receipt', async () => {
    const id = await submitted(desk, new Date('2026-11-16T02:00:00Z'));
    await accept(desk.liaison, id);
    expect(await row(id)).toMatchObject({ acceptDueOn: '2026-11-17', clockFromOn: '2026-11-16', dueOn: '2026-11-19' });
  });

  it('takes the next one due, each of two at once another', async () => {
    const here = await openDesk();
    const [first, second] = [await submitted(here, new Date('2026-11-18T02:00:00Z')), await submitted(here)];
    const taken = await Promise.all([here.liaison, here.manager].map((clerk) => as(clerk, (ctx) => acceptNext(ctx))));
    expect(taken.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(await refusal(as(here.liaison, (ctx) => acceptNext(ctx)))).toBe('request.noneWaiting');
  });

  it('of many takes those still waiting', async () => {
    const ids = [await submitted(desk), await submitted(desk), await submitted(desk)];
    await accept(desk.otherLiaison, ids[1] ?? '');
    expect(await as(desk.liaison, (ctx) => acceptMany(ctx, { ids }))).toEqual({ accepted: 2, skipped: 1 });
  });
});

describe('correcting', () => {
  it('tells everything at once, stops the clock, and lengthens the promise by the wait', async () => {
    const id = await submitted(desk);
    await accept(desk.liaison, id);
    expect(await giveBack(desk.liaison, id)).toEqual({ id, round: 1 });
    expect(await row(id)).toMatchObject({ state: 'returned', nextDueOn: null });
    const back = new Date('2026-11-25T02:00:00Z'); // Wednesday: three working days later
    await submit(desk.company, id, back);
    expect(await row(id)).toMatchObject({ state: 'accepted', dueOn: '2026-11-30', nextDueOn: '2026-11-30', clockFromOn: '2026-11-20' });
    const [told] = await owner().select().from(requestReturns).where(eq(requestReturns.requestId, id));
    expect(told).toMatchObject({ round: 1, items: ['营业执照没有盖章', '缺申请表'], afterAcceptance: true, resubmittedAt: back });
  });

  it('before acceptance comes back as new, with its days to be accepted in', async () => {
    const id = await submitted(desk);
    await giveBack(desk.otherLiaison, id);
    await submit(desk.company, id, new Date('2026-11-26T02:00:00Z'));
    expect(await row(id)).toMatchObject({ state: 'submitted', receivedOn: '2026-11-26', acceptDueOn: '2026-11-27', nextDueOn: '2026-11-27' });
  });

  it('a second time wants a reason', async () => {
    const id = await submitted(desk);
    await giveBack(desk.liaison, id);
    await submit(desk.company, id);
    await expect(giveBack(desk.liaison, id)).rejects.toMatchObject({ code: 'request.reasonAgain', options: { field: 'reason' } });
    expect(await giveBack(desk.liaison, id, '现场查看后才发现')).toEqual({ id, round: 2 });
  });

  it('is the holder’s once it is being worked on', async () => {
    const id = await submitted(desk);
    await accept(desk.liaison, id);
    expect(await refusal(giveBack(desk.otherLiaison, id))).toBe('request.notYours');
    await as(desk.otherLiaison, (ctx) => transferRequest(ctx, { request: id, owner: desk.otherLiaison.membershipId, reason: '' }));
    expect(await row(id)).toMatchObject({ ownerId: desk.otherLiaison.membershipId, firstOwnerId: desk.liaison.membershipId, dueOn: '2026-11-25' });
    expect(await giveBack(desk.otherLiaison, id)).toMatchObject({ round: 1 });
  });
});

describe('ending', () => {
  it('leaves a numbered paper, and one rating that nobody changes', async () => {
    const id = await submitted(desk);
    await accept(desk.liaison, id);
    const { document } = await complete(desk.liaison, id);
    expect(document).toMatch(/^BJ-2026-\d{6}$/);
    const [paper] = await owner().select().from(documents).where(and(eq(documents.centerId, desk.centerId), eq(documents.number, document)));
    expect(paper).toMatchObject({ kind: 'result', companyId: desk.companyId, subjectId: id });
    expect(await row(id)).toMatchObject({ state: 'completed', nextDueOn: null, resultDocumentId: paper?.id });

    const rate = (actor: MemberActor) => as(actor, (ctx) => rateRequest(ctx, { request: id, grade: 5, comment: '快', reasons: ['speed'] }));
    expect(await refusal(rate(desk.liaison))).toBe('forbidden');
    const results = await Promise.all([desk.company, desk.colleague].map((person) => refusal(rate(person))));
    expect(results.sort()).toEqual(['done', 'request.ratedAlready']);
    expect(await owner().select().from(requestRatings).where(eq(requestRatings.requestId, id))).toHaveLength(1);
    for (const actor of [desk.company, desk.liaison, desk.manager]) {
      await expect(as(actor, (ctx) => ctx.db.update(requestRatings).set({ grade: 1 }).where(eq(requestRatings.requestId, id)))).rejects.toThrow();
      await expect(as(actor, (ctx) => ctx.db.delete(requestRatings).where(eq(requestRatings.requestId, id)))).rejects.toThrow();
    }
  });

  it('by withdrawing and by completing at once is one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await submitted(desk);
      await accept(desk.liaison, id);
      const results = await Promise.all([
        refusal(complete(desk.liaison, id)),
        refusal(as(desk.company, (ctx) => withdrawRequest(ctx, { request: id, reason: '' }))),
      ]);
      expect([...results].sort()).toEqual(['done', 'request.notNow']);
      expect((await row(id)).state).toBe(results[0] === 'done' ? 'completed' : 'withdrawn');
    }
  });

  it('by withdrawing is possible until it is completed', async () => {
    const id = await submitted(desk);
    await accept(desk.liaison, id);
    await complete(desk.liaison, id);
    expect(await refusal(as(desk.company, (ctx) => withdrawRequest(ctx, { request: id, reason: '' })))).toBe('request.notNow');
  });
});

describe('talking', () => {
  it('goes both ways, and notes stay at the desk', async () => {
    const id = await submitted(desk);
    const say = (actor: MemberActor, body: string, internal = false) => as(actor, (ctx) => sendMessage(ctx, { request: id, body, internal }));
    await say(desk.company, '什么时候能办好？');
    await say(desk.liaison, '明天。');
    await say(desk.liaison, '这家要优先', true);
    expect(await refusal(say(desk.company, '偷记一条', true))).toBe('forbidden');
    const seen = (actor: MemberActor) => reading(actor, (ctx) => messagesOf(ctx, id));
    expect((await seen(desk.company)).map((message) => message.body)).toEqual(['什么时候能办好？', '明天。']);
    expect(await seen(desk.liaison)).toHaveLength(3);
    expect((await reading(desk.company, (ctx) => timelineOf(ctx, id))).map((entry) => entry.name)).not.toContain('request.noted');
    await expect(as(desk.liaison, (ctx) => ctx.db.update(requestMessages).set({ body: '改' }).where(eq(requestMessages.requestId, id)))).rejects.toThrow();
  });

  it('can be handed only to somebody who serves', async () => {
    const id = await submitted(desk);
    const hand = (to: string) => as(desk.liaison, (ctx) => transferRequest(ctx, { request: id, owner: to, reason: '' }));
    await expect(hand(desk.company.membershipId)).rejects.toMatchObject({ code: 'request.notServing' });
    await expect(hand(desk.liaison.membershipId)).rejects.toMatchObject({ code: 'request.hasIt' });
    await expect(hand(desk.otherLiaison.membershipId)).resolves.toMatchObject({ owner: '孙倩' });
  });
});

describe('a foreign center', () => {
  it('finds nothing here', async () => {
    const id = await submitted(desk);
    const stranger = await makeMember(await makeCenter(), 'director');
    for (const attempt of [accept, complete]) expect(await refusal(attempt(stranger, id))).toBe('notFound');
  });
});

describe('a year nobody entered', () => {
  it('is said with the earliest day, and settled once it is entered', async () => {
    const here = await openDesk();
    const lastDay = new Date('2026-12-30T02:00:00Z');
    const id = await submitted(here, lastDay);
    await accept(here.liaison, id, lastDay);
    expect(await row(id)).toMatchObject({ acceptDueOn: '2026-12-31', dueOn: null, nextDueOn: '2027-01-03' });
    const job = { kind: 'job', centerId: here.centerId } as const;
    expect(await as(job, (ctx) => watchClocks(ctx), lastDay)).toBe(0);
  });
});

describe('the catalogue', () => {
  it('is given once', async () => {
    expect(await ensureCatalogue(owner(), desk.centerId, testNow)).toBe(0);
    const other = await makeCenter();
    expect(await ensureCatalogue(owner(), other, testNow)).toBe(21);
  });
});
