import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { companies } from '@/db/schema/companies';
import { fileContents, files } from '@/db/schema/files';
import { noticeRecipients, notices } from '@/db/schema/notices';
import { memberships } from '@/db/schema/people';
import { ofNamed } from '@/lib/companies/queries/search';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { offsetOf, REACHABLE_ROWS } from '@/lib/kernel/list-params';
import type { NoticeListParams, RecipientListParams } from '../inputs';

const writers = alias(memberships, 'writer');
const closers = alias(memberships, 'closer');
const readers = alias(memberships, 'reader');
const answerers = alias(memberships, 'answerer');

const columns = {
  id: notices.id,
  number: notices.number,
  state: notices.state,
  title: notices.title,
  body: notices.body,
  wantsText: notices.wantsText,
  wantsFiles: notices.wantsFiles,
  dueOn: notices.dueOn,
  chosen: notices.chosen,
  sentAt: notices.sentAt,
  sentBy: writers.name,
  recipients: notices.recipients,
  remindedOn: notices.remindedOn,
  closedAt: notices.closedAt,
  closedBy: closers.name,
  createdAt: notices.createdAt,
  updatedAt: notices.updatedAt,
  version: notices.version,
};

const select = (ctx: Ctx) =>
  ctx.db
    .select(columns)
    .from(notices)
    // Who sent it, and as long as nobody has, who writes it.
    .leftJoin(writers, and(eq(writers.centerId, notices.centerId), eq(writers.id, sql`coalesce(${notices.sentBy}, ${notices.createdBy})`)))
    .leftJoin(closers, and(eq(closers.centerId, notices.centerId), eq(closers.id, notices.closedBy)));

export type Notice = Awaited<ReturnType<typeof select>>[number];

/** One notice as its reader may see it, or null. */
export async function getNotice(ctx: Ctx, id: string): Promise<Notice | null> {
  if (!isId(id)) return null;
  const [row] = await select(ctx).where(eq(notices.id, id));
  return row ?? null;
}

export interface Tally {
  recipients: number;
  read: number;
  answered: number;
}

const none: Tally = { recipients: 0, read: 0, answered: 0 };

/** How many were told, have read and have answered, by notice. */
export async function talliesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Tally>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: noticeRecipients.noticeId,
      recipients: sql<number>`count(*)::int`,
      read: sql<number>`count(${noticeRecipients.readAt})::int`,
      answered: sql<number>`count(${noticeRecipients.answeredAt})::int`,
    })
    .from(noticeRecipients)
    .where(inArray(noticeRecipients.noticeId, [...ids]))
    .groupBy(noticeRecipients.noticeId);
  return new Map(rows.map(({ id, ...tally }) => [id, tally]));
}

export async function tallyOf(ctx: Ctx, id: string): Promise<Tally> {
  return (await talliesOf(ctx, [id])).get(id) ?? none;
}

function noticeWhere(ctx: Ctx, { q, show, mine }: NoticeListParams['filters']): SQL | undefined {
  const today = dayOf(ctx.now);
  return and(
    q === undefined ? undefined : sql`(strpos(lower(${notices.title}), ${q.toLowerCase()}) > 0 or ${notices.number} = ${q.toUpperCase()})`,
    mine === undefined ? undefined : eq(notices.createdBy, membershipOf(ctx.actor) ?? ''),
    show === undefined ? undefined : stands(show, today),
  );
}

function stands(show: 'draft' | 'running' | 'overdue' | 'closed', today: string): SQL | undefined {
  switch (show) {
    case 'draft':
    case 'closed':
      return eq(notices.state, show);
    case 'running':
      return and(eq(notices.state, 'sent'), or(isNull(notices.dueOn), gte(notices.dueOn, today)));
    case 'overdue':
      return and(eq(notices.state, 'sent'), lt(notices.dueOn, today));
  }
}

export type NoticeRow = Omit<Notice, 'body' | 'chosen'> & Tally;

/** A page of the desk's notices with how far each has come, and how many there are. */
export async function listNotices(ctx: Ctx, params: NoticeListParams): Promise<{ rows: NoticeRow[]; total: number; over: boolean }> {
  const where = noticeWhere(ctx, params.filters);
  const order = params.dir === 'asc' ? asc : desc;
  const by = params.sort === 'due' ? notices.dueOn : notices.createdAt;
  const page = await select(ctx).where(where).orderBy(order(by), order(notices.id)).limit(params.size).offset(offsetOf(params));
  const tallies = await talliesOf(ctx, page.map((row) => row.id));
  const matching = ctx.db.select({ one: sql`1`.as('one') }).from(notices).where(where).limit(REACHABLE_ROWS + 1).as('matching');
  const [counted] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(matching);
  const many = counted?.many ?? 0;
  const rows = page.map(({ body: _, chosen: __, ...row }) => ({ ...row, ...(tallies.get(row.id) ?? none) }));
  return { rows, total: Math.min(many, REACHABLE_ROWS), over: many > REACHABLE_ROWS };
}

const recipientColumns = {
  id: noticeRecipients.id,
  noticeId: noticeRecipients.noticeId,
  companyId: noticeRecipients.companyId,
  company: companies.name,
  readAt: noticeRecipients.readAt,
  readBy: readers.name,
  answer: noticeRecipients.answer,
  answeredAt: noticeRecipients.answeredAt,
  answeredBy: answerers.name,
  firstAnsweredAt: noticeRecipients.firstAnsweredAt,
};

const selectRecipients = (ctx: Ctx) =>
  ctx.db
    .select(recipientColumns)
    .from(noticeRecipients)
    .innerJoin(companies, and(eq(companies.centerId, noticeRecipients.centerId), eq(companies.id, noticeRecipients.companyId)))
    .leftJoin(readers, and(eq(readers.centerId, noticeRecipients.centerId), eq(readers.id, noticeRecipients.readBy)))
    .leftJoin(answerers, and(eq(answerers.centerId, noticeRecipients.centerId), eq(answerers.id, noticeRecipients.answeredBy)));

export type RecipientRow = Awaited<ReturnType<typeof selectRecipients>>[number] & { files: number };

/** The one condition behind rows, total and export. `late` is whoever was asked, is due and hasn't answered. */
async function recipientWhere(ctx: Ctx, notice: Pick<Notice, 'id' | 'dueOn'>, { q, show }: RecipientListParams['filters']): Promise<SQL | undefined> {
  const unanswered = isNull(noticeRecipients.answeredAt);
  const shown = (): SQL | undefined => {
    switch (show) {
      case undefined:
        return undefined;
      case 'unread':
        return isNull(noticeRecipients.readAt);
      case 'read':
        return isNotNull(noticeRecipients.readAt);
      case 'waiting':
        return unanswered;
      case 'late':
        return notice.dueOn !== null && notice.dueOn < dayOf(ctx.now) ? unanswered : sql`false`;
      case 'answered':
        return isNotNull(noticeRecipients.answeredAt);
    }
  };
  return and(eq(noticeRecipients.noticeId, notice.id), shown(), q === undefined ? undefined : await ofNamed(ctx, q, noticeRecipients));
}

function recipientOrder({ sort, dir }: Pick<RecipientListParams, 'sort' | 'dir'>): SQL[] {
  const order = dir === 'asc' ? asc : desc;
  switch (sort) {
    case 'name':
      return [order(companies.pinyin), order(noticeRecipients.id)];
    case 'read':
      return [order(noticeRecipients.readAt), order(noticeRecipients.id)];
    case 'answered':
      return [order(noticeRecipients.answeredAt), order(noticeRecipients.id)];
  }
}

export async function listRecipients(ctx: Ctx, notice: Pick<Notice, 'id' | 'dueOn'>, params: RecipientListParams): Promise<{ rows: RecipientRow[]; total: number }> {
  const where = await recipientWhere(ctx, notice, params.filters);
  const page = await selectRecipients(ctx).where(where).orderBy(...recipientOrder(params)).limit(params.size).offset(offsetOf(params));
  const [counted] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(noticeRecipients).where(where);
  return { rows: await withFiles(ctx, page), total: counted?.many ?? 0 };
}

/** All of them in the list's order, for a sheet. */
export async function exportRecipients(ctx: Ctx, notice: Pick<Notice, 'id' | 'dueOn'>, params: RecipientListParams): Promise<RecipientRow[]> {
  const where = await recipientWhere(ctx, notice, params.filters);
  return withFiles(ctx, await selectRecipients(ctx).where(where).orderBy(...recipientOrder(params)));
}

type Bare = Awaited<ReturnType<typeof selectRecipients>>[number];

/** Files count once they are sent with an answer; before that they are the company's own affair. */
async function withFiles(ctx: Ctx, rows: readonly Bare[]): Promise<RecipientRow[]> {
  const answered = rows.filter((row) => row.answeredAt !== null).map((row) => row.id);
  const counts = new Map<string, number>();
  if (answered.length > 0) {
    const found = await ctx.db
      .select({ id: files.subjectId, many: sql<number>`count(*)::int` })
      .from(files)
      .where(and(eq(files.subjectType, ANSWER), sql`${files.subjectId} = any(${sql.param(answered)}::uuid[])`, isNull(files.removedAt)))
      .groupBy(files.subjectId);
    for (const { id, many } of found) counts.set(id, many);
  }
  return rows.map((row) => ({ ...row, files: counts.get(row.id) ?? 0 }));
}

/** What files of an answer hang on: the recipient's row. */
export const ANSWER = 'notice-answer';
export const NOTICE = 'notice';

/** One company's answer as the desk reads it, or null. */
export async function getRecipient(ctx: Ctx, noticeId: string, companyId: string): Promise<RecipientRow | null> {
  if (!isId(noticeId) || !isId(companyId)) return null;
  const rows = await selectRecipients(ctx).where(and(eq(noticeRecipients.noticeId, noticeId), eq(noticeRecipients.companyId, companyId)));
  const [row] = await withFiles(ctx, rows);
  return row ?? null;
}

/** Notices that ask something of one company, run, and have no answer from it yet; the next day first. */
export async function unansweredOf(ctx: Ctx, companyId: string, limit: number) {
  return ctx.db
    .select({ id: notices.id, title: notices.title, dueOn: notices.dueOn, readAt: noticeRecipients.readAt })
    .from(noticeRecipients)
    .innerJoin(notices, and(eq(notices.centerId, noticeRecipients.centerId), eq(notices.id, noticeRecipients.noticeId)))
    .where(and(eq(noticeRecipients.companyId, companyId), isNull(noticeRecipients.answeredAt), eq(notices.state, 'sent'), or(notices.wantsText, notices.wantsFiles)))
    .orderBy(asc(notices.dueOn), asc(notices.id))
    .limit(limit);
}

export interface AnsweredFile {
  recipientId: string;
  name: string;
  sha256: string;
  /** Bytes. */
  size: number;
  type: string;
}

/** Every file that came with an answer, in the order of recipients and files. */
export async function answeredFiles(ctx: Ctx, noticeId: string): Promise<AnsweredFile[]> {
  return ctx.db
    .select({ recipientId: noticeRecipients.id, name: files.name, sha256: files.sha256, size: fileContents.size, type: fileContents.type })
    .from(noticeRecipients)
    .innerJoin(files, and(eq(files.centerId, noticeRecipients.centerId), eq(files.subjectType, ANSWER), eq(files.subjectId, noticeRecipients.id), isNull(files.removedAt)))
    .innerJoin(fileContents, and(eq(fileContents.centerId, files.centerId), eq(fileContents.sha256, files.sha256)))
    .where(and(eq(noticeRecipients.noticeId, noticeId), isNotNull(noticeRecipients.answeredAt)))
    .orderBy(asc(noticeRecipients.id), asc(files.id));
}
