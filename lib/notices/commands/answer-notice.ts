import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { noticeDrafts, noticeRecipients, notices } from '@/db/schema/notices';
import { record } from '@/lib/audit/commands';
import { countFiles } from '@/lib/files/queries';
import { isCompanyPerson } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { noticeAnswered, noticeRead } from '../entries';
import type { OneNotice, SaveAnswer, SendAnswer } from '../inputs';
import { canAnswerNotice } from '../policy';
import { companyName } from '../queries/names';
import { doorOf } from '../rules';
import { aboutNotice, ensureLatest } from './held-notice';
import { recipientOf } from './send-notice';

/** The first of a company who opens a notice leaves the mark; every other time changes nothing. */
export async function readNotice(ctx: Ctx, { notice: id }: z.output<typeof OneNotice>): Promise<void> {
  const { actor } = ctx;
  if (!isCompanyPerson(actor)) return;
  const [marked] = await ctx.db
    .update(noticeRecipients)
    .set({ readAt: ctx.now, readBy: actor.membershipId })
    .where(and(eq(noticeRecipients.noticeId, id), eq(noticeRecipients.companyId, actor.companyId), isNull(noticeRecipients.readAt)))
    .returning({ id: noticeRecipients.id });
  if (marked === undefined) return;
  const [notice] = await ctx.db.select({ id: notices.id, title: notices.title, number: notices.number }).from(notices).where(eq(notices.id, id));
  const company = await companyName(ctx, actor.companyId);
  await record(ctx, noticeRead, { ...recipientOf(marked.id), companyId: actor.companyId, data: { ...aboutNotice(found(notice)), companyId: actor.companyId, company } });
}

async function holdRecipient(ctx: Ctx, id: string) {
  const [recipient] = await ctx.db.select().from(noticeRecipients).where(eq(noticeRecipients.id, id)).for('update');
  const held = found(recipient);
  allow(canAnswerNotice(ctx.actor, held));
  const [notice] = await ctx.db.select().from(notices).where(eq(notices.id, held.noticeId));
  return { recipient: held, notice: found(notice) };
}

type Held = Awaited<ReturnType<typeof holdRecipient>>;

function ensureOpen(ctx: Ctx, { recipient, notice }: Held): void {
  const door = doorOf(notice, recipient, dayOf(ctx.now));
  ensure(door !== 'none', 'notice.asksNothing');
  ensure(door !== 'closed', 'notice.closedForAnswers');
  ensure(door !== 'fixed', 'notice.answerFixed', { params: { due: notice.dueOn ?? '' } });
}

/** Keeps what a company is writing; the desk reads nothing of it before it is sent. */
export async function saveAnswer(ctx: Ctx, input: SaveAnswer): Promise<{ version: number }> {
  const held = await holdRecipient(ctx, input.recipient);
  ensureOpen(ctx, held);
  const [draft] = await ctx.db.select().from(noticeDrafts).where(eq(noticeDrafts.id, input.recipient));
  if (draft !== undefined) await ensureLatest(ctx, draft, input.version);
  const { actor } = ctx;
  if (!isCompanyPerson(actor)) throw new Error('only people of a company answer');
  const mine = { text: input.text, updatedAt: ctx.now, updatedBy: actor.membershipId };
  const [saved] = await ctx.db
    .insert(noticeDrafts)
    .values({ ...mine, centerId: actor.centerId, id: input.recipient, companyId: actor.companyId, createdAt: ctx.now, createdBy: actor.membershipId })
    .onConflictDoUpdate({ target: [noticeDrafts.centerId, noticeDrafts.id], set: { ...mine, version: sql`${noticeDrafts.version} + 1` } })
    .returning({ version: noticeDrafts.version });
  return { version: found(saved).version };
}

export interface Answered {
  notice: string;
  state: 'saved' | 'sent' | 'changed';
  /** Of what is still being written. */
  version?: number;
}

/** Sends an answer, or another one in its place. What was asked for has to be there: words, files, or both. */
export async function answerNotice(ctx: Ctx, input: SendAnswer): Promise<Answered> {
  if (input.intent === 'save') {
    const { version } = await saveAnswer(ctx, input);
    return { notice: '', state: 'saved', version };
  }
  const held = await holdRecipient(ctx, input.recipient);
  const { recipient, notice } = held;
  ensureOpen(ctx, held);
  const [draft] = await ctx.db.select().from(noticeDrafts).where(eq(noticeDrafts.id, recipient.id));
  if (draft !== undefined) await ensureLatest(ctx, draft, input.version);
  ensure(!notice.wantsText || input.text !== '', 'required', { field: 'text' });
  const files = await countFiles(ctx, { type: 'notice-answer', id: recipient.id });
  ensure(!notice.wantsFiles || files > 0, 'notice.fileMissing');
  await ctx.db.delete(noticeDrafts).where(eq(noticeDrafts.id, recipient.id));
  return writeAnswer(ctx, held, input.text, files);
}

/** A file added to an answer that was sent belongs to it at once. */
export async function fileAddedToAnswer(ctx: Ctx, recipientId: string): Promise<void> {
  const held = await holdRecipient(ctx, recipientId);
  if (held.recipient.answeredAt === null) return;
  await writeAnswer(ctx, held, held.recipient.answer ?? '', await countFiles(ctx, { type: 'notice-answer', id: recipientId }));
}

async function writeAnswer(ctx: Ctx, { recipient, notice }: Held, text: string, files: number): Promise<Answered> {
  const { actor } = ctx;
  if (!isCompanyPerson(actor)) throw new Error('only people of a company answer');
  const by = actor.membershipId;
  await ctx.db
    .update(noticeRecipients)
    .set({
      answer: text === '' ? null : text,
      answeredAt: ctx.now,
      answeredBy: by,
      firstAnsweredAt: recipient.firstAnsweredAt ?? ctx.now,
      // Whoever answers has read it, also where the mark was lost on the way.
      readAt: recipient.readAt ?? ctx.now,
      readBy: recipient.readBy ?? by,
    })
    .where(eq(noticeRecipients.id, recipient.id));
  const again = recipient.answeredAt !== null;
  const company = await companyName(ctx, recipient.companyId);
  await record(ctx, noticeAnswered, {
    ...recipientOf(recipient.id),
    companyId: recipient.companyId,
    data: {
      ...aboutNotice(notice),
      companyId: recipient.companyId,
      company,
      files,
      again: again ? 'yes' : 'no',
      late: notice.dueOn !== null && dayOf(recipient.firstAnsweredAt ?? ctx.now) > notice.dueOn ? 'yes' : 'no',
    },
    before: again ? { answer: recipient.answer } : null,
    after: { answer: text, files },
  });
  return { notice: notice.id, state: again ? 'changed' : 'sent' };
}
