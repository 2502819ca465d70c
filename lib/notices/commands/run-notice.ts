import type { z } from 'zod';
import { record, recordAll } from '@/lib/audit/commands';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import { noticeClosed, noticeExtended, noticeGivenTime, noticeOver, noticeReminded, noticeUrged } from '../entries';
import type { CloseNotice, ExtendNotice, OneNotice } from '../inputs';
import { canRunNotice, canSendNotices } from '../policy';
import { restOf } from '../queries/rest';
import { asks, mayRemindAgain } from '../rules';
import { aboutNotice, ensureLatest, type HeldNotice, holdNotice, subjectOf, updateNotice } from './held-notice';
import { recipientOf } from './send-notice';

async function holdSent(ctx: Ctx, id: string): Promise<HeldNotice> {
  const notice = await holdNotice(ctx, id);
  allow(canSendNotices(ctx.actor));
  ensure(canRunNotice(ctx.actor, notice), notice.state === 'draft' ? 'notice.notSent' : 'notice.closed');
  return notice;
}

/** Reminds those who haven't answered, or where nothing is asked, haven't read; once a day. */
export async function remindRest(ctx: Ctx, input: z.output<typeof OneNotice>): Promise<{ count: number }> {
  const notice = await holdSent(ctx, input.notice);
  const today = dayOf(ctx.now);
  ensure(mayRemindAgain(notice, today), 'notice.remindedToday');
  const rest = await restOf(ctx, notice);
  ensure(rest.length > 0, 'notice.nobodyLeft');
  await updateNotice(ctx, notice.id, { remindedOn: today });
  const about = aboutNotice(notice);
  await record(ctx, noticeReminded, { ...subjectOf(notice), data: { ...about, count: rest.length } });
  const late = notice.dueOn !== null && notice.dueOn < today ? 'yes' : 'no';
  await recordAll(
    ctx,
    noticeUrged,
    rest.map((one) => ({
      ...recipientOf(one.id),
      companyId: one.companyId,
      data: { ...about, companyId: one.companyId, company: one.company, asks: asks(notice) ? 'yes' : 'no', due: notice.dueOn ?? '', late },
    })),
  );
  return { count: rest.length };
}

/** Gives more time, with a word about why; those who haven't answered are told. */
export async function extendNotice(ctx: Ctx, input: z.output<typeof ExtendNotice>): Promise<{ id: string; due: string }> {
  const notice = await holdSent(ctx, input.notice);
  await ensureLatest(ctx, notice, input.version);
  ensure(asks(notice) && notice.dueOn !== null, 'notice.asksNothing');
  ensure(input.dueOn > notice.dueOn && input.dueOn >= dayOf(ctx.now), 'notice.notLater', { field: 'dueOn', params: { due: notice.dueOn } });
  await updateNotice(ctx, notice.id, { dueOn: input.dueOn });
  const rest = await restOf(ctx, notice);
  const about = aboutNotice(notice);
  await record(ctx, noticeExtended, {
    ...subjectOf(notice),
    data: { ...about, due: input.dueOn, from: notice.dueOn, word: input.word, count: rest.length },
    before: { dueOn: notice.dueOn },
    after: { dueOn: input.dueOn },
  });
  await recordAll(
    ctx,
    noticeGivenTime,
    rest.map((one) => ({ ...recipientOf(one.id), companyId: one.companyId, data: { ...about, companyId: one.companyId, company: one.company, due: input.dueOn, word: input.word } })),
  );
  return { id: notice.id, due: input.dueOn };
}

/** Ends a collection, early or late: nothing more can be sent. Those who haven't answered are told why. */
export async function closeNotice(ctx: Ctx, input: z.output<typeof CloseNotice>): Promise<{ id: string }> {
  const notice = await holdSent(ctx, input.notice);
  await ensureLatest(ctx, notice, input.version);
  const rest = asks(notice) ? await restOf(ctx, notice) : [];
  await updateNotice(ctx, notice.id, { state: 'closed', closedAt: ctx.now, closedBy: membershipOf(ctx.actor) });
  const about = aboutNotice(notice);
  await record(ctx, noticeClosed, { ...subjectOf(notice), data: { ...about, word: input.word, count: rest.length }, before: { state: 'sent' }, after: { state: 'closed' } });
  await recordAll(
    ctx,
    noticeOver,
    rest.map((one) => ({ ...recipientOf(one.id), companyId: one.companyId, data: { ...about, companyId: one.companyId, company: one.company, word: input.word } })),
  );
  return { id: notice.id };
}
