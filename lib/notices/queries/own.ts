import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { noticeDrafts, noticeRecipients, notices } from '@/db/schema/notices';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import type { OwnNoticeListParams } from '../inputs';

const senders = alias(memberships, 'sender');
const answerers = alias(memberships, 'answerer');

const select = (ctx: Ctx) =>
  ctx.db
    .select({
      id: notices.id,
      recipientId: noticeRecipients.id,
      companyId: noticeRecipients.companyId,
      number: notices.number,
      state: notices.state,
      title: notices.title,
      body: notices.body,
      wantsText: notices.wantsText,
      wantsFiles: notices.wantsFiles,
      dueOn: notices.dueOn,
      sentAt: noticeRecipients.sentAt,
      sentBy: senders.name,
      readAt: noticeRecipients.readAt,
      answer: noticeRecipients.answer,
      answeredAt: noticeRecipients.answeredAt,
      answeredBy: answerers.name,
      firstAnsweredAt: noticeRecipients.firstAnsweredAt,
    })
    .from(noticeRecipients)
    .innerJoin(notices, and(eq(notices.centerId, noticeRecipients.centerId), eq(notices.id, noticeRecipients.noticeId)))
    .leftJoin(senders, and(eq(senders.centerId, notices.centerId), eq(senders.id, notices.sentBy)))
    .leftJoin(answerers, and(eq(answerers.centerId, noticeRecipients.centerId), eq(answerers.id, noticeRecipients.answeredBy)));

export type OwnNotice = Awaited<ReturnType<typeof select>>[number];

/** What still waits for the reader's company: an answer, or at least being read. */
const todo = (): SQL | undefined =>
  or(isNull(noticeRecipients.readAt), and(isNull(noticeRecipients.answeredAt), eq(notices.state, 'sent'), or(notices.wantsText, notices.wantsFiles)));

const newestFirst = [desc(noticeRecipients.sentAt), desc(noticeRecipients.id)];

/** The notices of the reader's company, newest first. */
export async function listOwnNotices(ctx: Ctx, params: OwnNoticeListParams): Promise<{ rows: OwnNotice[]; total: number; over: boolean }> {
  const where = params.filters.show === 'todo' ? todo() : undefined;
  const rows = await select(ctx).where(where).orderBy(...newestFirst).limit(params.size).offset(offsetOf(params));
  const many = await countOf(ctx, where, REACHABLE_ROWS + 1);
  return { rows, total: Math.min(many, REACHABLE_ROWS), over: many > REACHABLE_ROWS };
}

async function countOf(ctx: Ctx, where: SQL | undefined, most: number): Promise<number> {
  const matching = ctx.db
    .select({ one: sql`1`.as('one') })
    .from(noticeRecipients)
    .innerJoin(notices, and(eq(notices.centerId, noticeRecipients.centerId), eq(notices.id, noticeRecipients.noticeId)))
    .where(where)
    .limit(most)
    .as('matching');
  const [row] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(matching);
  return row?.many ?? 0;
}

export async function listNoticesToDo(ctx: Ctx, limit = 20): Promise<OwnNotice[]> {
  return select(ctx).where(todo()).orderBy(...newestFirst).limit(limit);
}

export async function countNoticesToDo(ctx: Ctx): Promise<number> {
  return countOf(ctx, todo(), 100);
}

/** One notice that went to the reader's company, with the answer as it stands and what is still being written. */
export async function getOwnNotice(ctx: Ctx, id: string): Promise<(OwnNotice & { draft: { text: string; version: number } | null }) | null> {
  if (!isId(id)) return null;
  const [row] = await select(ctx).where(eq(notices.id, id));
  if (row === undefined) return null;
  const [draft] = await ctx.db.select({ text: noticeDrafts.text, version: noticeDrafts.version }).from(noticeDrafts).where(eq(noticeDrafts.id, row.recipientId));
  return { ...row, draft: draft ?? null };
}

/** A recipient's row with what decides about it; for the files that hang on it. */
export async function recipientStanding(ctx: Ctx, recipientId: string) {
  const [row] = await ctx.db
    .select({
      companyId: noticeRecipients.companyId,
      answeredAt: noticeRecipients.answeredAt,
      state: notices.state,
      wantsText: notices.wantsText,
      wantsFiles: notices.wantsFiles,
      dueOn: notices.dueOn,
    })
    .from(noticeRecipients)
    .innerJoin(notices, and(eq(notices.centerId, noticeRecipients.centerId), eq(notices.id, noticeRecipients.noticeId)))
    .where(eq(noticeRecipients.id, recipientId));
  return row ?? null;
}
