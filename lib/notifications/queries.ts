import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { channelMessages, channels, emails, notificationSettings, notifications } from '@/db/schema/notifications';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { offsetOf } from '@/lib/kernel/list-params';
import type { emailList, notificationList } from './inputs';
import { type Settings, usual } from './rules';

type NotificationParams = ReturnType<typeof notificationList.parse>;
type EmailParams = ReturnType<typeof emailList.parse>;

/** How much a member hasn't read; 0 for anybody else. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const membershipId = membershipOf(ctx.actor);
  if (membershipId === null) return 0;
  const [row] = await ctx.db
    .select({ count: count() })
    .from(notifications)
    .where(and(eq(notifications.membershipId, membershipId), isNull(notifications.readAt)));
  return row?.count ?? 0;
}

export interface NotificationView {
  id: string;
  /** The entry's name and data: the sentence is made in the reader's language. */
  name: string;
  data: Record<string, unknown>;
  createdAt: Date;
  readAt: Date | null;
}

/** What one is told, newest first. */
export async function listNotifications(ctx: Ctx, params: NotificationParams): Promise<{ rows: NotificationView[]; total: number }> {
  const membershipId = membershipOf(ctx.actor);
  if (membershipId === null) return { rows: [], total: 0 };
  const where = and(
    eq(notifications.membershipId, membershipId),
    params.filters.show === 'unread' ? isNull(notifications.readAt) : undefined,
  );
  const rows = await ctx.db
    .select({
      id: notifications.id,
      name: notifications.name,
      data: notifications.data,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .where(where)
    .orderBy(desc(notifications.id))
    .limit(params.size)
    .offset(offsetOf(params));
  const [all] = await ctx.db.select({ count: count() }).from(notifications).where(where);
  return { rows, total: all?.count ?? 0 };
}

export type EmailState = 'waiting' | 'sent' | 'failed';

export interface EmailView {
  id: string;
  recipient: string;
  subject: string;
  /** Null when it carries a one-time link: that is for its reader alone. */
  body: string | null;
  state: EmailState;
  attempts: number;
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
  /** Waits for its reader's quiet hours to end. */
  holdUntil: Date | null;
}

/** Every letter of the center, newest first; the administrator's page. */
export async function listEmails(ctx: Ctx, params: EmailParams): Promise<{ rows: EmailView[]; total: number }> {
  const where = stateIs(params.filters.state);
  const rows = await ctx.db
    .select()
    .from(emails)
    .where(where)
    .orderBy(desc(emails.createdAt), desc(emails.id))
    .limit(params.size)
    .offset(offsetOf(params));
  const [all] = await ctx.db.select({ count: count() }).from(emails).where(where);
  return {
    total: all?.count ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      recipient: row.recipient,
      subject: row.subject,
      body: row.confidential ? null : row.body,
      state: row.sentAt !== null ? 'sent' : row.failedAt !== null ? 'failed' : 'waiting',
      attempts: row.attempts,
      error: row.error,
      createdAt: row.createdAt,
      sentAt: row.sentAt,
      holdUntil: row.holdUntil,
    })),
  };
}

function stateIs(state: EmailState | undefined): SQL | undefined {
  switch (state) {
    case undefined:
      return undefined;
    case 'sent':
      return isNotNull(emails.sentAt);
    case 'failed':
      return and(isNull(emails.sentAt), isNotNull(emails.failedAt));
    case 'waiting':
      return and(isNull(emails.sentAt), isNull(emails.failedAt));
  }
}

/** What the acting member chose about being told; the usual for who has chosen nothing. */
export async function getSettings(ctx: Ctx): Promise<Settings> {
  const membershipId = membershipOf(ctx.actor);
  if (membershipId === null) return usual;
  const [row] = await ctx.db.select().from(notificationSettings).where(eq(notificationSettings.membershipId, membershipId));
  return row ?? usual;
}

const channelView = {
  id: channels.id,
  kind: channels.kind,
  name: channels.name,
  url: channels.url,
  reach: channels.reach,
  kinds: channels.kinds,
  template: channels.template,
  enabled: channels.enabled,
  signed: sql<boolean>`${channels.secret} <> ''`,
  version: channels.version,
};

/** Channels without their secrets, by name. */
export async function listChannels(ctx: Ctx) {
  return ctx.db.select(channelView).from(channels).orderBy(asc(channels.name), asc(channels.id));
}
export type Channel = Awaited<ReturnType<typeof listChannels>>[number];

export async function getChannel(ctx: Ctx, id: string): Promise<Channel | null> {
  if (!isId(id)) return null;
  const [row] = await ctx.db.select(channelView).from(channels).where(eq(channels.id, id));
  return row ?? null;
}

/** What last went out through channels, newest first. */
export async function latestMessages(ctx: Ctx, limit = 30) {
  return ctx.db
    .select({
      id: channelMessages.id,
      channel: channels.name,
      target: channelMessages.target,
      attempts: channelMessages.attempts,
      sentAt: channelMessages.sentAt,
      failedAt: channelMessages.failedAt,
      error: channelMessages.error,
      isTrial: sql<boolean>`${channelMessages.entryId} is null`,
      createdAt: channelMessages.createdAt,
    })
    .from(channelMessages)
    .innerJoin(channels, and(eq(channels.centerId, channelMessages.centerId), eq(channels.id, channelMessages.channelId)))
    .orderBy(desc(channelMessages.createdAt), desc(channelMessages.id))
    .limit(limit);
}
