import { eq } from 'drizzle-orm';
import { type Chosen, notices } from '@/db/schema/notices';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { noticeAddressed, noticeDiscarded, noticeDrafted, noticeEdited } from '../entries';
import type { ChooseRecipients, OneNotice, SaveNotice, WriteNotice } from '../inputs';
import { canEditNotice, canSendNotices } from '../policy';
import { reachOf } from '../queries/recipients';
import { asks } from '../rules';
import type { z } from 'zod';
import { aboutNotice, ensureLatest, type HeldNotice, holdNotice, subjectOf, updateNotice } from './held-notice';
import { sendHeld } from './send-notice';

/** Begins a draft; companies know nothing of it. */
export async function startNotice(ctx: Ctx): Promise<{ id: string }> {
  allow(canSendNotices(ctx.actor));
  const id = newId();
  const by = membershipOf(ctx.actor);
  await ctx.db.insert(notices).values({ centerId: centerOf(ctx.actor), id, state: 'draft', createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
  await record(ctx, noticeDrafted, { ...subjectOf({ id }), data: { notice: id } });
  return { id };
}

async function holdDraft(ctx: Ctx, id: string): Promise<HeldNotice> {
  const notice = await holdNotice(ctx, id);
  allow(canSendNotices(ctx.actor));
  ensure(canEditNotice(ctx.actor, notice), 'notice.sentAlready', { params: { number: notice.number ?? '' } });
  return notice;
}

/** Keeps what is typed, however unfinished. */
export async function saveNotice(ctx: Ctx, { notice: id, version, ...written }: SaveNotice): Promise<{ version: number }> {
  const notice = await holdDraft(ctx, id);
  await ensureLatest(ctx, notice, version);
  const saved = await updateNotice(ctx, id, written);
  await record(ctx, noticeEdited, { ...subjectOf(notice), data: { notice: id, title: written.title } });
  return { version: saved };
}

export interface Written {
  id: string;
  version: number;
  intent: WriteNotice['intent'];
  /** Companies it went to. */
  count: number;
}

/** Keeps a draft, and sends it when that was the button. Sending once more what was sent answers with the same number. */
export async function writeNotice(ctx: Ctx, { intent, ...written }: WriteNotice): Promise<Written> {
  const before = await holdNotice(ctx, written.notice);
  if (intent === 'send' && before.state !== 'draft') {
    allow(canSendNotices(ctx.actor));
    return { id: before.id, version: before.version, intent, count: before.recipients };
  }
  ensure(!asks(written) || written.dueOn === null || written.dueOn >= dayOf(ctx.now), 'notice.duePast', { field: 'dueOn' });
  const { version } = await saveNotice(ctx, written);
  if (intent !== 'send') return { id: before.id, version, intent, count: 0 };
  const { count } = await sendHeld(ctx, await holdNotice(ctx, written.notice));
  return { id: before.id, version: version + 1, intent, count };
}

/** Throws a draft away; nobody outside the desk ever saw it. */
export async function discardNotice(ctx: Ctx, input: z.output<typeof OneNotice>): Promise<{ id: string }> {
  const notice = await holdDraft(ctx, input.notice);
  await ctx.db.delete(notices).where(eq(notices.id, notice.id));
  await record(ctx, noticeDiscarded, { ...subjectOf(notice), data: { title: notice.title } });
  return { id: notice.id };
}

/** Says whom a draft is for. Who that is on the day of sending is found out then. */
export async function chooseRecipients(ctx: Ctx, input: ChooseRecipients): Promise<{ id: string; count: number }> {
  const notice = await holdDraft(ctx, input.notice);
  const chosen: Chosen = input.by === 'filter' ? { by: 'filter', query: input.query } : { by: 'ticked', companies: [...new Set(input.companies)] };
  const { companies } = await reachOf(ctx, chosen);
  ensure(companies > 0, 'notice.nobody');
  await updateNotice(ctx, notice.id, { chosen });
  const { number: _, ...about } = aboutNotice(notice);
  await record(ctx, noticeAddressed, { ...subjectOf(notice), data: { ...about, count: companies }, after: { chosen } });
  return { id: notice.id, count: companies };
}
