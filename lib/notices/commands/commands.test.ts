import { Readable } from 'node:stream';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { entries } from '@/db/schema/audit';
import { companies } from '@/db/schema/companies';
import { outbox } from '@/db/schema/jobs';
import { noticeRecipients, notices } from '@/db/schema/notices';
import { notifications } from '@/db/schema/notifications';
import { as, makeCenter, makeCompany, makeMember, owner, reading, testNow } from '@/db/testing/factories';
import { addField, saveFieldValues } from '@/lib/companies/commands/fields';
import { saveSegment } from '@/lib/companies/commands/segments';
import { fieldKey } from '@/lib/companies/fields';
import { AddField, SaveFieldValues } from '@/lib/companies/inputs';
import { openFields } from '@/lib/companies/queries/fields';
import { companiesOfSegment, listSegments } from '@/lib/companies/queries/segments';
import { addFiles } from '@/lib/files/commands';
import { listFiles } from '@/lib/files/queries';
import { runTicket } from '@/lib/jobs/run';
import type { MemberActor } from '@/lib/kernel/actor';
import { ForbiddenError, NotFoundError, StaleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { receive } from '@/lib/kernel/storage';
import '@/lib/notifications/jobs';
import { ownNoticeList, recipientList, type WriteNotice } from '../inputs';
import { answeredFiles, getNotice, getRecipient, listRecipients, tallyOf, unansweredOf } from '../queries/desk';
import { countNoticesToDo, getOwnNotice, listOwnNotices } from '../queries/own';
import { reachOf } from '../queries/recipients';
import { answerNotice, fileAddedToAnswer, readNotice, saveAnswer } from './answer-notice';
import { closeNotice, extendNotice, remindRest } from './run-notice';
import { chooseRecipients, discardNotice, saveNotice, startNotice, writeNotice } from './write-notice';

const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

const written = (notice: string, given: Partial<WriteNotice> = {}): WriteNotice => ({
  notice,
  title: '报送年度统计',
  body: '请各企业报送。',
  wantsText: true,
  wantsFiles: false,
  dueOn: '2026-11-25',
  intent: 'send',
  version: undefined,
  ...given,
});

async function scene() {
  const center = await makeCenter();
  const [liaison, auditor] = [await makeMember(center, 'liaison'), await makeMember(center, 'auditor')];
  const [first, second, gone] = [await makeCompany(center), await makeCompany(center), await makeCompany(center, { state: 'exited' })];
  const [ada, bob] = [await makeMember(center, 'company_owner', { companyId: first }), await makeMember(center, 'company_member', { companyId: second })];
  return { center, liaison, auditor, first, second, gone, ada, bob };
}

async function send(by: MemberActor, given: Partial<WriteNotice> = {}, query = '?state=incubating') {
  const { id } = await as(by, startNotice);
  await as(by, (ctx) => chooseRecipients(ctx, { notice: id, by: 'filter', query, companies: [] }));
  await as(by, (ctx) => writeNotice(ctx, written(id, given)));
  return id;
}

const own = async (who: MemberActor, id: string) => {
  const notice = await reading(who, (ctx) => getOwnNotice(ctx, id));
  if (notice === null) throw new Error('not told');
  return notice;
};

const answer = (who: MemberActor, recipient: string, text: string, now = testNow) => as(who, (ctx) => answerNotice(ctx, { recipient, text, version: undefined, intent: 'send' }), now);

async function giveFile(who: MemberActor, recipient: string, name = '表.pdf') {
  const bytes = await receive(Readable.from([Buffer.from(`%PDF ${name}`)]), 1_000);
  if (bytes === null) throw new Error('too long');
  await as(who, async (ctx) => {
    await addFiles(ctx, { subject: { type: 'notice-answer', id: recipient }, companyId: who.companyId, audience: 'company' }, [{ ...bytes, name, type: 'application/pdf' }]);
    await fileAddedToAnswer(ctx, recipient);
  });
}

describe('writing', () => {
  it('keeps a draft as it grows, for the desk alone', async () => {
    const { liaison, ada, auditor } = await scene();
    const { id } = await as(liaison, startNotice);
    const { version } = await as(liaison, (ctx) => saveNotice(ctx, { ...written(id), title: '半', dueOn: null }));
    expect(version).toBe(2);
    await expect(as(liaison, (ctx) => saveNotice(ctx, { ...written(id), version: 7 }))).rejects.toThrow(StaleError);
    expect(await reading(ada, (ctx) => getOwnNotice(ctx, id))).toBeNull();
    expect(await reading(ada, (ctx) => getNotice(ctx, id))).toBeNull();
    expect((await reading(auditor, (ctx) => getNotice(ctx, id)))?.title).toBe('半');
    await expect(as(auditor, startNotice)).rejects.toThrow(ForbiddenError);
    await expect(as(ada, startNotice)).rejects.toThrow(ForbiddenError);
    await as(liaison, (ctx) => discardNotice(ctx, { notice: id }));
    expect(await reading(liaison, (ctx) => getNotice(ctx, id))).toBeNull();
  });

  it('counts whom it would reach, and of them those nobody can sign in for', async () => {
    const { center, liaison } = await scene();
    await makeCompany(center);
    expect(await reading(liaison, (ctx) => reachOf(ctx, { by: 'filter', query: '?state=incubating' }))).toEqual({ companies: 3, silent: 1 });
  });

  it('goes to a segment by a field of the center’s own, and the same companies are offered to be invited', async () => {
    const { center, liaison, first } = await scene();
    const director = await makeMember(center, 'director');
    await as(director, (ctx) => addField(ctx, AddField.parse({ name: '路演场次', kind: 'number' })));
    const [field] = await reading(liaison, openFields);
    await as(liaison, (ctx) => saveFieldValues(ctx, SaveFieldValues.parse({ company: first, [fieldKey(field?.id ?? '')]: '3' })));
    await as(liaison, (ctx) => saveSegment(ctx, { name: '路演多的', query: `?state=incubating&field=${field?.id}&value=2~5&page=4` }));
    const [segment] = await reading(liaison, listSegments);
    expect(await reading(liaison, (ctx) => companiesOfSegment(ctx, segment?.id ?? ''))).toEqual([first]);
    expect(await reading(liaison, (ctx) => reachOf(ctx, { by: 'filter', query: segment?.query ?? '' }))).toEqual({ companies: 1, silent: 0 });
    const id = await send(liaison, {}, segment?.query ?? '');
    expect(await owner().select({ company: noticeRecipients.companyId }).from(noticeRecipients).where(eq(noticeRecipients.noticeId, id))).toEqual([{ company: first }]);
  });

  it('is not sent to nobody, or for a day that has passed', async () => {
    const { liaison } = await scene();
    const { id } = await as(liaison, startNotice);
    await expect(as(liaison, (ctx) => writeNotice(ctx, written(id)))).rejects.toThrow('notice.noRecipients');
    await expect(as(liaison, (ctx) => chooseRecipients(ctx, { notice: id, by: 'filter', query: '?q=没有这家', companies: [] }))).rejects.toThrow('notice.nobody');
    await expect(as(liaison, (ctx) => writeNotice(ctx, written(id, { dueOn: '2026-11-19' })))).rejects.toThrow('notice.duePast');
  });
});

describe('sending', () => {
  it('writes down who is meant on that day, and tells them and nobody else', async () => {
    const { center, liaison, first, second, ada, bob } = await scene();
    const id = await send(liaison);
    await makeCompany(center);
    const { rows, total } = await reading(liaison, (ctx) => listRecipients(ctx, { id, dueOn: null }, recipientList.parse({})));
    expect(total).toBe(2);
    expect(rows.map((row) => row.companyId).sort()).toEqual([first, second].sort());
    const [number] = await owner().select({ number: notices.number }).from(notices).where(eq(notices.id, id));
    expect(number?.number).toBe('TZ-2026-000001');
    await expect(as(liaison, (ctx) => saveNotice(ctx, written(id)))).rejects.toThrow('notice.sentAlready');
    expect(await as(liaison, (ctx) => writeNotice(ctx, written(id)))).toMatchObject({ count: 2 });

    await tell(center);
    const told = await owner().select().from(notifications).where(eq(notifications.centerId, center));
    expect(told.map((row) => [row.membershipId, row.name, row.path]).sort()).toEqual(
      [ada, bob].map((who) => [who.membershipId, 'notice.received', `/my/notices/${id}`]).sort(),
    );
  });

  it('goes to ticked companies alone when they were ticked', async () => {
    const { liaison, second, ada } = await scene();
    const { id } = await as(liaison, startNotice);
    await as(liaison, (ctx) => chooseRecipients(ctx, { notice: id, by: 'ticked', query: '', companies: [second, second] }));
    await as(liaison, (ctx) => writeNotice(ctx, written(id, { wantsText: false, dueOn: null })));
    expect(await reading(ada, (ctx) => getOwnNotice(ctx, id))).toBeNull();
    expect((await reading(liaison, (ctx) => tallyOf(ctx, id))).recipients).toBe(1);
  });

  it('reaches 2,000 companies in a few statements', async () => {
    const center = await makeCenter();
    const liaison = await makeMember(center, 'liaison');
    const ids = Array.from({ length: 2_000 }, () => newId());
    const [model] = await owner().select().from(companies).where(eq(companies.id, await makeCompany(center, { state: 'prospect' })));
    if (model === undefined) throw new Error('no model');
    const { searchKey: _, nameKey: __, ...plain } = model;
    for (let n = 0; n < ids.length; n += 500) {
      await owner().insert(companies).values(ids.slice(n, n + 500).map((id, at) => ({ ...plain, id, name: `大批企业${n + at}`, state: 'incubating' as const })));
    }
    const id = await send(liaison);
    const asked = await owner().select().from(outbox).where(and(eq(outbox.centerId, center), eq(outbox.topic, 'entries.told')));
    expect(asked).toHaveLength(4);
    expect((await reading(liaison, (ctx) => tallyOf(ctx, id)))).toEqual({ recipients: 2_000, read: 0, answered: 0 });
  });
});

describe('reading and answering', () => {
  it('marks the first who opened it, once', async () => {
    const { liaison, ada, first } = await scene();
    const id = await send(liaison);
    expect(await reading(ada, countNoticesToDo)).toBe(1);
    await as(ada, (ctx) => readNotice(ctx, { notice: id }));
    await as(ada, (ctx) => readNotice(ctx, { notice: id }), later(1));
    expect(await reading(liaison, (ctx) => getRecipient(ctx, id, first))).toMatchObject({ readAt: testNow, readBy: ada.name, answeredAt: null });
    const read = await owner().select().from(entries).where(and(eq(entries.name, 'notice.read'), eq(entries.companyId, first)));
    expect(read).toHaveLength(1);
  });

  it('keeps a draft nobody at the desk reads, then takes its place', async () => {
    const { liaison, ada, first } = await scene();
    const id = await send(liaison);
    const { recipientId } = await own(ada, id);
    const { version } = await as(ada, (ctx) => saveAnswer(ctx, { recipient: recipientId, text: '写到一半', version: undefined }));
    expect((await own(ada, id)).draft).toEqual({ text: '写到一半', version });
    expect((await reading(liaison, (ctx) => getRecipient(ctx, id, first)))?.answer).toBeNull();
    await answer(ada, recipientId, '已报送');
    expect(await own(ada, id)).toMatchObject({ draft: null, answer: '已报送', answeredBy: ada.name });
    expect(await reading(liaison, (ctx) => getRecipient(ctx, id, first))).toMatchObject({ answer: '已报送', readBy: ada.name });
    expect(await reading(ada, countNoticesToDo)).toBe(0);
  });

  it('wants what was asked for: words, files, or both', async () => {
    const { liaison, ada } = await scene();
    const id = await send(liaison, { wantsFiles: true });
    const { recipientId } = await own(ada, id);
    await expect(answer(ada, recipientId, '')).rejects.toMatchObject({ code: 'required', options: { field: 'text' } });
    await expect(answer(ada, recipientId, '见附件')).rejects.toThrow('notice.fileMissing');
    await giveFile(ada, recipientId);
    expect(await reading(liaison, (ctx) => answeredFiles(ctx, id))).toEqual([]);
    await answer(ada, recipientId, '见附件');
    expect(await reading(liaison, (ctx) => answeredFiles(ctx, id))).toMatchObject([{ recipientId, name: '表.pdf' }]);
  });

  it('is changed until the day, and stands after it; a first answer may come late', async () => {
    const { liaison, ada, bob, first, second } = await scene();
    const id = await send(liaison);
    const [one, two] = [(await own(ada, id)).recipientId, (await own(bob, id)).recipientId];
    await answer(ada, one, '一');
    await answer(ada, one, '二', later(5));
    await expect(answer(ada, one, '三', later(6))).rejects.toThrow('notice.answerFixed');
    await answer(bob, two, '迟到', later(6));
    expect(await reading(liaison, (ctx) => getRecipient(ctx, id, first))).toMatchObject({ answer: '二', firstAnsweredAt: testNow });
    const [late] = await owner().select().from(entries).where(and(eq(entries.name, 'notice.answered'), eq(entries.companyId, second)));
    expect(late?.data).toMatchObject({ late: 'yes', again: 'no' });
  });

  it('is its own company’s alone', async () => {
    const { liaison, ada, bob, center } = await scene();
    const id = await send(liaison);
    const { recipientId } = await own(ada, id);
    await expect(answer(bob, recipientId, '冒名')).rejects.toThrow(NotFoundError);
    await expect(answer(liaison, recipientId, '代答')).rejects.toThrow(ForbiddenError);
    expect((await reading(bob, (ctx) => listOwnNotices(ctx, ownNoticeList.parse({})))).rows.map((row) => row.companyId)).toEqual([bob.companyId]);
    const foreign = await makeMember(await makeCenter(), 'director');
    expect(await reading(foreign, (ctx) => getNotice(ctx, id))).toBeNull();
    const mentor = await makeMember(center, 'mentor');
    expect(await reading(mentor, (ctx) => getNotice(ctx, id))).toBeNull();
  });

  it('shows what hangs on the notice to companies that were told, and to no others', async () => {
    const { liaison, ada, bob, second } = await scene();
    const { id } = await as(liaison, startNotice);
    const bytes = await receive(Readable.from([Buffer.from('模板')]), 1_000);
    if (bytes === null) throw new Error('too long');
    await as(liaison, (ctx) => addFiles(ctx, { subject: { type: 'notice', id }, companyId: null, audience: 'company' }, [{ ...bytes, name: '模板.txt', type: 'text/plain' }]));
    const seen = async (who: MemberActor) => (await reading(who, (ctx) => listFiles(ctx, { type: 'notice', id }))).length;
    expect([await seen(ada), await seen(bob)]).toEqual([0, 0]);
    await as(liaison, (ctx) => chooseRecipients(ctx, { notice: id, by: 'ticked', query: '', companies: [second] }));
    await as(liaison, (ctx) => writeNotice(ctx, written(id)));
    expect([await seen(ada), await seen(bob)]).toEqual([0, 1]);
  });
});

describe('running', () => {
  it('reminds the rest, once a day', async () => {
    const { center, liaison, ada, bob } = await scene();
    const id = await send(liaison);
    await answer(ada, (await own(ada, id)).recipientId, '好');
    expect(await as(liaison, (ctx) => remindRest(ctx, { notice: id }))).toEqual({ count: 1 });
    await expect(as(liaison, (ctx) => remindRest(ctx, { notice: id }))).rejects.toThrow('notice.remindedToday');
    expect(await as(liaison, (ctx) => remindRest(ctx, { notice: id }), later(1))).toEqual({ count: 1 });
    await tell(center);
    const urged = await owner().select().from(notifications).where(and(eq(notifications.centerId, center), eq(notifications.name, 'notice.urged')));
    expect(urged.map((row) => row.membershipId)).toEqual([bob.membershipId, bob.membershipId]);
    await answer(bob, (await own(bob, id)).recipientId, '好');
    await expect(as(liaison, (ctx) => remindRest(ctx, { notice: id }), later(2))).rejects.toThrow('notice.nobodyLeft');
  });

  it('gives more time, with a word', async () => {
    const { liaison, ada } = await scene();
    const id = await send(liaison);
    await expect(as(liaison, (ctx) => extendNotice(ctx, { notice: id, dueOn: '2026-11-25', word: '再等等', version: undefined }))).rejects.toThrow('notice.notLater');
    await as(liaison, (ctx) => extendNotice(ctx, { notice: id, dueOn: '2026-12-01', word: '报表系统升级', version: undefined }));
    const { recipientId } = await own(ada, id);
    await answer(ada, recipientId, '一', later(6));
    await answer(ada, recipientId, '二', later(7));
    expect((await own(ada, id)).answer).toBe('二');
  });

  it('closes early: whoever has not answered can’t any more', async () => {
    const { liaison, auditor, ada, bob, first, second } = await scene();
    const id = await send(liaison);
    await send(liaison, { wantsText: false, dueOn: null });
    await answer(ada, (await own(ada, id)).recipientId, '好');
    // A file at the desk shows what still has to be answered, not what only is to be read.
    const waits = (who: MemberActor, company: string) => reading(who, (ctx) => unansweredOf(ctx, company, 20));
    expect(await waits(auditor, second)).toMatchObject([{ id, title: '报送年度统计', dueOn: '2026-11-25' }]);
    expect(await waits(liaison, first)).toEqual([]);
    await as(liaison, (ctx) => closeNotice(ctx, { notice: id, word: '已经齐了', version: undefined }));
    await expect(answer(bob, (await own(bob, id)).recipientId, '晚了')).rejects.toThrow('notice.closedForAnswers');
    await expect(as(liaison, (ctx) => remindRest(ctx, { notice: id }))).rejects.toThrow('notice.closed');
    expect(await waits(liaison, second)).toEqual([]);
    expect(await reading(bob, countNoticesToDo)).toBe(2);
    await as(bob, (ctx) => readNotice(ctx, { notice: id }));
    expect(await reading(bob, countNoticesToDo)).toBe(1);
  });

  it('of many who send at once, one does', async () => {
    const { center, liaison } = await scene();
    const { id } = await as(liaison, startNotice);
    await as(liaison, (ctx) => chooseRecipients(ctx, { notice: id, by: 'filter', query: '?state=incubating', companies: [] }));
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => as(liaison, (ctx) => writeNotice(ctx, written(id)))));
    expect(results.filter((one) => one.status === 'rejected')).toEqual([]);
    expect(await owner().$count(noticeRecipients, eq(noticeRecipients.noticeId, id))).toBe(2);
    expect(await owner().$count(entries, and(eq(entries.centerId, center), eq(entries.name, 'notice.sent')))).toBe(1);
  });
});

async function tell(center: string) {
  for (const topic of ['entry.told', 'entries.told']) {
    const rows = await owner().select().from(outbox).where(and(eq(outbox.centerId, center), eq(outbox.topic, topic)));
    for (const row of rows) await runTicket({ centerId: center, id: row.id, topic }, () => testNow);
  }
}
