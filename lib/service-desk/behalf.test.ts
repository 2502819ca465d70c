import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { documents } from '@/db/schema/documents';
import { fileContents, files } from '@/db/schema/files';
import { requests } from '@/db/schema/service-desk';
import { serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { requestCodes, requestConfirmations, requestMaterials } from '@/db/schema/service-desk-filing';
import { requestRepairs } from '@/db/schema/service-desk-ratings';
import { as, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { verifyByCode } from '@/lib/documents/queries';
import type { StoredContent } from '@/lib/documents/rules';
import type { MemberActor } from '@/lib/kernel/actor';
import type { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { acceptRequest } from './commands/accept-request';
import { reopenRequest, withdrawRequest } from './commands/close-request';
import { completeRequest } from './commands/complete-request';
import { beginItem } from './commands/begin-item';
import { confirmByCode, confirmByLetter, fileOnBehalf, retypeOnBehalf } from './commands/confirm-request';
import { saveDraft, startDraft } from './commands/draft-request';
import { logOnTheSpot } from './commands/log-on-the-spot';
import { contactAfterRating, finishRepair, rateAgain, rateRequest } from './commands/rate-request';
import { submitRequest } from './commands/submit-request';
import { liftSupervision, superviseRequest, urgeRequest } from './commands/watch-request';
import { publishItem, turnItem, wordItem } from './commands/word-item';
import { assignMany, mergeRequest } from './commands/work-request';
import { materialsOf } from './queries/materials';
import { codeOf } from './queries/standing';
import { currentVersion, getItem, listItems } from './queries/catalogue';
import { raterOf, repairsOf } from './queries/file';
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
const refusal = (promise: Promise<unknown>) => promise.then(() => 'done', (error: RuleError) => error.code);
const typed = () => as(desk.liaison, (ctx) => fileOnBehalf(ctx, { item: desk.items.consultation, company: desk.companyId, channel: 'phone', title: '社保补缴', body: '三月的社保怎么补', answers: {} }));
const confirm = (actor: MemberActor, request: string, more = {}) => as(actor, (ctx) => submitRequest(ctx, { ...written, title: '社保补缴', body: '三月的社保怎么补', ...more, request, intent: 'submit' }));

describe('filing for a company', () => {
  it('is corrected by the desk until the company has touched it; the code seen before confirms nothing any more', async () => {
    const { id } = await typed();
    const first = await as(desk.company, (ctx) => codeOf(ctx, id));
    const retype = (actor: MemberActor, version: number, body: string) => as(actor, (ctx) => retypeOnBehalf(ctx, { request: id, version, title: '社保补缴', body, answers: {} }));
    expect(await refusal(retype(desk.company, 1, '改'))).toBe('forbidden');
    await retype(desk.liaison, 1, '四月的社保怎么补');
    expect(await row(id)).toMatchObject({ state: 'confirming', body: '四月的社保怎么补', version: 2, declaredBy: null });
    const [told] = await owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, 'request.retyped')));
    expect(told?.data).toMatchObject({ changed: 1 });

    // One in a million it is the same again.
    const second = await as(desk.company, (ctx) => codeOf(ctx, id));
    expect(second).toMatch(/^\d{6}$/);
    expect(second).not.toBe(first);
    expect(await as(desk.liaison, (ctx) => confirmByCode(ctx, { request: id, spoken: first ?? '' }))).toMatchObject({ right: false, left: 4 });
    await retype(desk.liaison, 2, '五月的社保怎么补');
    // Another code gives no tries back.
    expect(await as(desk.liaison, (ctx) => confirmByCode(ctx, { request: id, spoken: second ?? '' }))).toMatchObject({ right: false, left: 3 });

    expect(await refusal(retype(desk.liaison, 1, '六月'))).toBe('staleBy');
    // One's own other tab is somebody else.
    expect(await refusal(retype(desk.liaison, 2, '六月'))).toBe('staleBy');
    await as(desk.company, (ctx) => saveDraft(ctx, { ...written, title: '社保补缴', body: '六月的社保怎么补', request: id, version: 3 }));
    expect(await refusal(retype(desk.liaison, 4, '七月'))).toBe('request.companyChanged');
    await confirm(desk.company, id, { body: '六月的社保怎么补' });
    expect(await refusal(retype(desk.liaison, 5, '七月'))).toBe('request.notNow');
  });

  it('is confirmed or corrected, never both, when both come at once', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { id } = await typed();
      const corrected = refusal(as(desk.liaison, (ctx) => retypeOnBehalf(ctx, { request: id, version: 1, title: '社保补缴', body: '改过的', answers: {} })));
      const answers = await Promise.all([corrected, refusal(confirm(desk.company, id, { version: 1 }))]);
      const { state, body } = await row(id);
      expect(answers).toEqual(state === 'submitted' ? ['request.notNow', 'done'] : ['done', 'staleBy']);
      expect([state, body]).toEqual(state === 'submitted' ? ['submitted', '三月的社保怎么补'] : ['confirming', '改过的']);
    }
  });

  it('is corrected by its own center’s desk alone, and once however often it is sent', async () => {
    const { id } = await typed();
    const again = { request: id, version: 1, title: '社保补缴', body: '改过的', answers: {} };
    expect(await refusal(as((await openDesk()).liaison, (ctx) => retypeOnBehalf(ctx, again)))).toBe('notFound');
    expect(new Set(await Promise.all(Array.from({ length: 100 }, () => refusal(as(desk.liaison, (ctx) => retypeOnBehalf(ctx, again))))))).toEqual(new Set(['done']));
    expect(await owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, 'request.retyped')))).toHaveLength(1);
    expect((await row(id)).version).toBe(2);
  });

  it('waits for the company’s word, which alone starts the clock and vouches for it', async () => {
    const { id, number } = await typed();
    expect(number).toMatch(/^FW-2026-\d{6}$/);
    expect(await row(id)).toMatchObject({ state: 'confirming', channel: 'phone', filedBy: desk.liaison.membershipId, declaredBy: null, receivedOn: null, nextDueOn: null });
    expect(await refusal(as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id })))).toBe('request.notNow');
    expect(await refusal(confirm(desk.liaison, id))).toBe('forbidden');
    await confirm(desk.company, id, { body: '三月和四月的社保怎么补' });
    expect(await row(id)).toMatchObject({ state: 'submitted', declaredBy: desk.company.membershipId, acceptDueOn: '2026-11-23', body: '三月和四月的社保怎么补' });
    const [kept] = await owner().select().from(requestConfirmations).where(eq(requestConfirmations.requestId, id));
    expect(kept).toMatchObject({ typedBy: desk.liaison.membershipId, method: 'portal', confirmedBy: desk.company.membershipId, typed: { body: '三月的社保怎么补' } });
    const [told] = await owner().select().from(entries).where(and(eq(entries.subjectId, id), eq(entries.name, 'request.confirmed')));
    expect(told?.data).toMatchObject({ method: 'portal', changed: 1 });
  });

  it('is confirmed by a code that only the company sees, within five tries', async () => {
    const { id } = await typed();
    for (const actor of [desk.liaison, desk.manager, desk.director]) expect(await reading(actor, (ctx) => codeOf(ctx, id))).toBeNull();
    const code = (await reading(desk.company, (ctx) => codeOf(ctx, id))) ?? '';
    expect(code).toMatch(/^\d{6}$/);
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (spoken: string) => as(desk.liaison, (ctx) => confirmByCode(ctx, { request: id, spoken }));
    expect(await attempt(wrong)).toMatchObject({ right: false, left: 4 });
    expect(await attempt(code)).toMatchObject({ right: true });
    expect(await row(id)).toMatchObject({ state: 'submitted', declaredBy: null });

    const second = await typed();
    const known = (await reading(desk.company, (ctx) => codeOf(ctx, second.id))) ?? '';
    const other = known === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await as(desk.liaison, (ctx) => confirmByCode(ctx, { request: second.id, spoken: other }));
    expect(await as(desk.liaison, (ctx) => confirmByCode(ctx, { request: second.id, spoken: known }))).toMatchObject({ right: false });
    await expect(as(desk.liaison, (ctx) => ctx.db.update(requestCodes).set({ tries: 0 }).where(eq(requestCodes.requestId, second.id)))).rejects.toThrow();
  });

  it('says by name what is missing before a code or a letter counts, and is whole once the company fills it in', async () => {
    const { id } = await as(desk.liaison, (ctx) => fileOnBehalf(ctx, { item: desk.items['meeting-room'], company: desk.companyId, channel: 'phone', title: '会议室预约', body: '', answers: { room: 'small', people: '6' } }));
    const spoken = (await reading(desk.company, (ctx) => codeOf(ctx, id))) ?? '';
    const error = await as(desk.liaison, (ctx) => confirmByCode(ctx, { request: id, spoken })).then(() => null, (thrown: RuleError) => thrown);
    expect(error).toMatchObject({ code: 'request.stillMissing', options: { params: { fields: expect.stringMatching(/^“.+”、“.+”$/) as string } } });
    expect(error?.options.field).toBeUndefined();
    const version = (await row(id)).version;
    await as(desk.company, (ctx) => saveDraft(ctx, { request: id, version, title: '会议室预约', body: '', answers: { room: 'small', people: '6', day: '2026-11-25', time: '14:00' } }));
    expect(await as(desk.liaison, (ctx) => confirmByCode(ctx, { request: id, spoken }))).toMatchObject({ right: true });
  });

  it('is withdrawn by the company before it ever came in', async () => {
    const { id } = await typed();
    await as(desk.company, (ctx) => withdrawRequest(ctx, { request: id, reason: '不用了' }));
    expect(await row(id)).toMatchObject({ state: 'withdrawn', submittedAt: null, withdrawReason: '不用了' });
  });

  it('is confirmed by a signed letter', async () => {
    const { id } = await typed();
    const content = { centerId: desk.centerId, sha256: 'b'.repeat(64) };
    const letter = newId();
    await owner().insert(fileContents).values({ ...content, size: 1, type: 'application/pdf', createdAt: testNow }).onConflictDoNothing();
    await owner().insert(files).values({ ...content, id: letter, name: '确认函.pdf', subjectType: 'request-letter', subjectId: id, companyId: desk.companyId, audience: 'company' });
    await as(desk.liaison, (ctx) => confirmByLetter(ctx, { request: id, letter }));
    expect(await row(id)).toMatchObject({ state: 'submitted', declaredBy: null });
  });

  it('asks only companies of the kind the item is for', async () => {
    const prospect = await makeCompany(desk.centerId, { state: 'prospect' });
    expect(await refusal(as(desk.liaison, (ctx) => fileOnBehalf(ctx, { item: desk.items['rent-reduction'], company: prospect, channel: 'window', title: '减免', body: '', answers: {} })))).toBe('request.notFiler');
  });
});

describe('what was given before', () => {
  it('is there when the next request wants it', async () => {
    const first = await draftOf(desk, 'policy');
    const [licence] = await reading(desk.company, (ctx) => materialsOf(ctx, first));
    const content = { centerId: desk.centerId, sha256: 'c'.repeat(64) };
    const file = newId();
    await owner().insert(fileContents).values({ ...content, size: 1, type: 'application/pdf', createdAt: testNow }).onConflictDoNothing();
    await owner().insert(files).values({ ...content, id: file, name: '营业执照.pdf', subjectType: 'request-material', subjectId: licence?.id ?? '', companyId: desk.companyId, audience: 'company' });
    // A draft's papers are nobody's record yet.
    expect((await reading(desk.company, async (ctx) => materialsOf(ctx, first)))[0]?.reused).toBeNull();
    const answers = { company: '测试', code: '1', kind: 'ask', question: '条件' };
    await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: first, answers, intent: 'submit' }));
    const second = await draftOf(desk, 'policy');
    expect((await reading(desk.company, (ctx) => materialsOf(ctx, second)))[0]?.reused).toEqual({ id: file, name: '营业执照.pdf' });
    await as(desk.company, (ctx) => submitRequest(ctx, { ...written, request: second, answers, intent: 'submit' }));
    // And another company has none of it.
    const stranger = await makeMember(desk.centerId, 'company_owner', { companyId: await makeCompany(desk.centerId) });
    const { id } = await as(stranger, (ctx) => startDraft(ctx, { item: desk.items.policy }));
    expect((await owner().select().from(requestMaterials).where(eq(requestMaterials.requestId, id))).every((one) => one.reusedFileId === null)).toBe(true);
  });
});

describe('answered on the spot', () => {
  it('is one save, has who answered as its first, and starts no clock', async () => {
    const { id } = await as(desk.liaison, (ctx) => logOnTheSpot(ctx, { company: desk.companyId, channel: 'phone', question: '停车怎么办？', answer: '到资产部登记。' }));
    expect(await row(id)).toMatchObject({ state: 'completed', spot: true, firstOwnerId: desk.liaison.membershipId, result: '到资产部登记。', nextDueOn: null, resultDocumentId: null });
    expect(await refusal(as(desk.finance, (ctx) => logOnTheSpot(ctx, { company: desk.companyId, channel: 'phone', question: '问', answer: '答' })))).toBe('forbidden');
  });
});

describe('a bad rating', () => {
  it('is called back, put right, and rated once more', async () => {
    const id = await submitted(desk);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    await as(desk.liaison, (ctx) => completeRequest(ctx, { request: id, result: '好了', outcome: 'granted', deliver: 'portal' }));
    await as(desk.company, (ctx) => rateRequest(ctx, { request: id, grade: 2, reasons: ['speed'], comment: '慢' }));
    const repair = async () => (await owner().select().from(requestRepairs).where(eq(requestRepairs.requestId, id)))[0];
    expect(await repair()).toMatchObject({ contactDueOn: '2026-11-23', dueOn: '2026-11-27', days: 5 });
    expect(await reading(desk.manager, (ctx) => raterOf(ctx, id, 1))).toBe('王海霞');
    const finish = () => as(desk.liaison, (ctx) => finishRepair(ctx, { request: id, note: '补办好了' }), new Date('2026-11-26T02:00:00Z'));
    expect(await refusal(finish())).toBe('request.contactFirst');
    await as(desk.liaison, (ctx) => contactAfterRating(ctx, { request: id, note: '致歉', long: true, longReason: '要等房源' }));
    expect(await repair()).toMatchObject({ days: 15, dueOn: '2026-12-11', longReason: '要等房源' });
    expect(await refusal(as(desk.company, (ctx) => rateAgain(ctx, { request: id, grade: 5, reasons: [], comment: '' })))).toBe('request.notYours');
    await finish();
    expect(await repair()).toMatchObject({ inTime: true });
    const again = (actor: MemberActor) => refusal(as(actor, (ctx) => rateAgain(ctx, { request: id, grade: 4, reasons: [], comment: '' }), new Date('2026-11-27T02:00:00Z')));
    expect((await Promise.all([again(desk.company), again(desk.colleague)])).sort()).toEqual(['done', 'request.notYours']);
    expect(await row(id)).toMatchObject({ grade: 2, repair: 'rated' });
  });
});

describe('a bad rating of a round that was taken up again', () => {
  it('is still called back and put right by whoever holds the request, once, and moves nothing of the new round', async () => {
    const id = await submitted(desk);
    const done = async (now?: Date) => {
      await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }), now);
      await as(desk.liaison, (ctx) => completeRequest(ctx, { request: id, result: '好了', outcome: 'granted', deliver: 'portal' }), now);
    };
    const repairs = (actor: MemberActor) => reading(actor, async (ctx) => repairsOf(ctx, id, (await row(id))?.round ?? 0));
    await done();
    await as(desk.company, (ctx) => rateRequest(ctx, { request: id, grade: 1, reasons: [], comment: '答非所问' }));
    await as(desk.company, (ctx) => reopenRequest(ctx, { request: id, reason: '没有解决' }));
    expect(await repairs(desk.company)).toMatchObject({ now: null, earlier: [{ round: 1, contactedAt: null, repairedAt: null, warnOn: null }] });
    const contact = (actor: MemberActor, round?: number) => refusal(as(actor, (ctx) => contactAfterRating(ctx, { request: id, round, note: '已致电', long: false, longReason: '' })));
    const finish = (round: number) => refusal(as(desk.liaison, (ctx) => finishRepair(ctx, { request: id, round, note: '换了经办人' })));
    expect([await contact(desk.liaison), await contact(desk.otherLiaison, 1), await contact(desk.company, 1), await contact(desk.liaison, 3)]).toEqual(['request.notNow', 'forbidden', 'forbidden', 'notFound']);
    expect([await finish(1), await contact(desk.liaison, 1), await contact(desk.liaison, 1)]).toEqual(['request.contactFirst', 'done', 'request.contactedAlready']);
    await done();
    await as(desk.company, (ctx) => rateRequest(ctx, { request: id, grade: 2, reasons: [], comment: '还是慢' }));
    expect([await finish(1), await finish(1), await contact(desk.liaison, 1)]).toEqual(['done', 'request.repairedAlready', 'request.repairedAlready']);
    expect(await repairs(desk.liaison)).toMatchObject({ now: { round: 2, contactedAt: null, repairedAt: null }, earlier: [{ round: 1, repairNote: '换了经办人', inTime: true, warnOn: null }] });
    expect(await row(id)).toMatchObject({ state: 'completed', round: 2, grade: 2, repair: 'open' });
  });
});

describe('what nobody rated', () => {
  it('stays unrated after thirty days', async () => {
    const id = await submitted(desk);
    await as(desk.liaison, (ctx) => acceptRequest(ctx, { request: id }));
    await as(desk.liaison, (ctx) => completeRequest(ctx, { request: id, result: '好了', outcome: 'granted', deliver: 'portal' }));
    const rate = (day: string) => refusal(as(desk.company, (ctx) => rateRequest(ctx, { request: id, grade: 5, reasons: [], comment: '' }), new Date(`${day}T02:00:00Z`)));
    expect([await rate('2026-12-21'), await rate('2026-12-20')]).toEqual(['request.ratingOver', 'done']);
  });
});

describe('watching', () => {
  it('lets a company urge once a day', async () => {
    const id = await submitted(desk);
    const urge = (now: Date) => refusal(as(desk.company, (ctx) => urgeRequest(ctx, { request: id }), now));
    expect([await urge(testNow), await urge(testNow), await urge(new Date(testNow.getTime() + 86_400_000))]).toEqual(['done', 'request.urgedToday', 'done']);
  });

  it('is the director’s, with a day, and ends with a note', async () => {
    const id = await submitted(desk);
    const watch = (actor: MemberActor) => as(actor, (ctx) => superviseRequest(ctx, { request: id, until: '2026-11-25', reason: '两次催办' }));
    expect(await refusal(watch(desk.manager))).toBe('forbidden');
    await watch(desk.director);
    expect((await row(id)).supervisedUntil).toBe('2026-11-25');
    expect(await refusal(watch(desk.director))).toBe('request.notYours');
    await as(desk.director, (ctx) => liftSupervision(ctx, { request: id, note: '已办结' }));
    expect((await row(id)).supervisedUntil).toBeNull();
  });
});

describe('many at once', () => {
  it('are handed on, and one said twice is merged into the other', async () => {
    const [first, second] = [await submitted(desk), await submitted(desk)];
    expect(await as(desk.manager, (ctx) => assignMany(ctx, { ids: [first, second, newId()].slice(0, 2), owner: desk.otherLiaison.membershipId }))).toMatchObject({ assigned: 2, skipped: 0 });
    const number = (await row(first)).number ?? '';
    expect(await refusal(as(desk.liaison, (ctx) => mergeRequest(ctx, { request: second, number: 'FW-2020-000001', reason: '问的是同一件事' })))).toBe('request.noSuchNumber');
    await as(desk.liaison, (ctx) => mergeRequest(ctx, { request: second, number, reason: '问的是同一件事' }));
    expect(await row(second)).toMatchObject({ state: 'refused', duplicateOf: first });
  });
});

describe('the catalogue', () => {
  const outline = {
    name: '咨询（新）', nameEn: 'Consultation, new', description: '', descriptionEn: '', basis: '', basisEn: '', situations: ['daily' as const], filers: ['incubating' as const], channels: ['portal' as const],
    acceptanceDays: 1, promisedDays: 4, fields: '单行 | 必填 | 想问谁 | Whom\n单选 | 选填 | 急不急 | Urgent | 急=Yes；不急=No', materials: '选填 | 附件 | Attachment', asksBody: true, effects: [], resultTitle: '', resultText: '', granted: '', grantedEn: '', declined: '', declinedEn: '',
    stages: '# 办理 | Handling\n经办人 | 答复 | Answer | 3\n企业服务部 | 复核 | Review | 4 | 内容准确',
  };

  it('is begun as a draft, like another or as the least there can be, and nobody files it before it is published', async () => {
    const here = await openDesk();
    const begin = (actor: MemberActor, like: string | null) => as(actor, (ctx) => beginItem(ctx, { name: '会展摊位申请', nameEn: 'Booths', like }));
    expect(await refusal(begin(here.liaison, null))).toBe('forbidden');
    expect(await refusal(begin(here.manager, desk.items.repair)), 'of another center').toBe('notFound');
    const { id: plain } = await begin(here.manager, null);
    const { id: copy } = await begin(here.manager, here.items['meeting-room']);
    const versions = async (item: string) => (await reading(here.manager, (ctx) => getItem(ctx, item)))?.versions ?? [];
    const [[own], [like], [model]] = [await versions(plain), await versions(copy), await versions(here.items['meeting-room'])];
    expect(own).toMatchObject({ state: 'draft', number: 1, name: '会展摊位申请', stages: [{ lanes: [{ party: 'holder', days: 3 }] }] });
    expect([like?.fields, like?.stages, like?.materials]).toEqual([model?.fields, model?.stages, model?.materials]);
    const offered = async () => (await reading(here.company, (ctx) => listItems(ctx))).map(({ id }) => id);
    expect(await offered()).not.toContain(plain);
    expect(await refusal(as(here.company, (ctx) => startDraft(ctx, { item: plain })))).not.toBe('done');
    await as(here.manager, (ctx) => publishItem(ctx, { item: plain, from: '2026-11-20' }));
    expect(await offered()).toContain(plain);
    await as(here.company, (ctx) => startDraft(ctx, { item: plain }));
  });

  it('is worded as a draft, published from a day, and requests under way keep their version', async () => {
    const here = await openDesk();
    const item = here.items.consultation;
    const before = await submitted(here);
    expect(await refusal(as(here.liaison, (ctx) => wordItem(ctx, { ...outline, item, version: undefined })))).toBe('forbidden');
    await expect(as(here.manager, (ctx) => wordItem(ctx, { ...outline, item, version: undefined, promisedDays: 3 }))).rejects.toMatchObject({ code: 'item.laneDays', options: { field: 'promisedDays', params: { least: 4 } } });
    await expect(as(here.manager, (ctx) => wordItem(ctx, { ...outline, item, version: undefined, fields: '别的 | 必填 | 一 | One' }))).rejects.toMatchObject({ code: 'item.line', options: { field: 'fields' } });
    expect(await as(here.manager, (ctx) => wordItem(ctx, { ...outline, item, version: undefined }))).toMatchObject({ version: 2 });
    expect((await reading(here.company, (ctx) => currentVersion(ctx, item)))?.number).toBe(1);
    expect((await reading(here.company, (ctx) => getItem(ctx, item)))?.versions).toHaveLength(1);
    expect(await refusal(as(here.manager, (ctx) => publishItem(ctx, { item, from: '2026-11-01' })))).toBe('item.fromPast');
    await as(here.manager, (ctx) => publishItem(ctx, { item, from: '2026-11-23' }));
    const named = async (now: Date) => (await reading(here.company, (ctx) => listItems(ctx), now)).find(({ id }) => id === item)?.name;
    expect([await named(testNow), await named(new Date('2026-11-23T02:00:00Z'))]).toEqual(['咨询', '咨询（新）']);
    await as(here.liaison, (ctx) => acceptRequest(ctx, { request: before }), new Date('2026-11-23T02:00:00Z'));
    const [kept] = await owner().select({ number: serviceItemVersions.number }).from(requests).innerJoin(serviceItemVersions, eq(serviceItemVersions.id, requests.versionId)).where(eq(requests.id, before));
    expect(kept?.number).toBe(1);
    const { id } = await as(here.company, (ctx) => startDraft(ctx, { item }), new Date('2026-11-24T02:00:00Z'));
    expect(await refusal(as(here.company, (ctx) => submitRequest(ctx, { ...written, request: id, intent: 'submit' }), new Date('2026-11-24T02:00:00Z')))).toBe('required');
  });

  it('words its outcomes, and a paper that was issued before stays as it was', async () => {
    const here = await openDesk();
    const item = here.items.consultation;
    const answered = async (now: Date, outcome: 'granted' | 'declined' = 'granted') => {
      const id = await submitted(here, now);
      await as(here.liaison, (ctx) => acceptRequest(ctx, { request: id }), now);
      await as(here.liaison, (ctx) => completeRequest(ctx, { request: id, result: '可以申请。', outcome, deliver: 'portal' }), now);
      const [paper] = await owner().select().from(documents).where(eq(documents.subjectId, id));
      const saying = ((paper?.content as StoredContent | undefined)?.rows ?? []).find(({ label }) => label === '办理结论')?.value;
      const verified = await reading({ kind: 'public', centerId: null }, (ctx) => verifyByCode(ctx, paper?.code ?? ''), now);
      return { saying, matches: verified?.matches, code: paper?.code ?? '' };
    };
    const first = await answered(testNow);
    expect([first.saying, (await answered(testNow, 'declined')).saying]).toEqual(['已答复', '未能答复']);
    const reword = async (words: Partial<typeof outline>, from: string) => {
      await as(here.manager, (ctx) => wordItem(ctx, { ...outline, fields: '', stages: '# 办理 | Handling\n经办人 | 答复 | Answer | 3', ...words, item, version: undefined }), testNow);
      await as(here.manager, (ctx) => publishItem(ctx, { item, from }), testNow);
    };
    await reword({ granted: '已解答', grantedEn: 'Resolved' }, '2026-11-23');
    await reword({}, '2026-11-25');
    // Left empty it is the general word; each paper says what its version called it.
    expect([await answered(new Date('2026-11-23T02:00:00Z')), await answered(new Date('2026-11-25T02:00:00Z'))]).toMatchObject([{ saying: '已解答', matches: true }, { saying: '予以办理', matches: true }]);
    expect(await reading({ kind: 'public', centerId: null }, (ctx) => verifyByCode(ctx, first.code), new Date('2026-11-25T02:00:00Z'))).toMatchObject({ matches: true });
  });

  it('closes an item for new requests alone', async () => {
    const here = await openDesk();
    await as(here.director, (ctx) => turnItem(ctx, { item: here.items.repair }));
    expect(await refusal(as(here.company, (ctx) => startDraft(ctx, { item: here.items.repair })))).toBe('request.itemClosed');
    await as(here.director, (ctx) => turnItem(ctx, { item: here.items.repair }));
    expect(await refusal(as(here.company, (ctx) => startDraft(ctx, { item: here.items.repair })))).toBe('done');
  });
});
