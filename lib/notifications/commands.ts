import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { channelMessages, channels, emails, notificationSettings, notifications } from '@/db/schema/notifications';
import { record } from '@/lib/audit/commands';
import { enqueue } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { channelAdded, channelChanged, channelTried, emailSentAgain, waysChosen } from './entries';
import type { ChooseWays, OpenNotification, SaveChannel, SendAgain, TryChannel } from './inputs';
import { canKeepChannels, canSendAgain } from './policy';
import { fillTemplate } from './rules';
import { sealSecret } from './secrets';

export interface QueuedEmail {
  recipient: string;
  subject: string;
  body: string;
  personId?: string | null;
  entryId?: string | null;
  /** Carries a one-time link: the outbox page won't show its text. */
  confidential?: boolean;
}

/**
 * Asks for one letter in the transaction of `ctx`; any actor of a center may. It is sent through SMTP when that is
 * configured and otherwise waits on the outbox page.
 * @param centerId for actors who act for no center of their own
 */
export async function queueEmail(ctx: Ctx, email: QueuedEmail, centerId?: string): Promise<void> {
  await enqueue(ctx, 'email.queued', { ...email }, centerId);
}

/** Reading is nothing that happened to the center: it leaves no entry. @returns where the notification leads */
export async function openNotification(ctx: Ctx, input: z.output<typeof OpenNotification>): Promise<{ path: string }> {
  const mine = and(eq(notifications.id, input.id), eq(notifications.membershipId, found(membershipOf(ctx.actor))));
  const row = found((await ctx.db.select({ path: notifications.path }).from(notifications).where(mine))[0]);
  await ctx.db.update(notifications).set({ readAt: ctx.now }).where(and(mine, isNull(notifications.readAt)));
  return row;
}

export async function readAllNotifications(ctx: Ctx): Promise<{ count: number }> {
  const membershipId = membershipOf(ctx.actor);
  allow(membershipId !== null);
  const read = await ctx.db
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(and(eq(notifications.membershipId, membershipId), isNull(notifications.readAt)))
    .returning({ id: notifications.id });
  return { count: read.length };
}

/** Tries a letter again that failed or that nobody could send. */
export async function sendEmailAgain(ctx: Ctx, input: z.output<typeof SendAgain>): Promise<void> {
  allow(canSendAgain(ctx.actor));
  const letter = found((await ctx.db.select().from(emails).where(eq(emails.id, input.id)).for('update'))[0]);
  ensure(letter.sentAt === null, 'email.alreadySent');
  await ctx.db
    .update(emails)
    .set({ failedAt: null, error: null, holdUntil: null })
    .where(and(eq(emails.centerId, centerOf(ctx.actor)), eq(emails.id, input.id)));
  await enqueue(ctx, 'email.send', { emailId: input.id });
  await record(ctx, emailSentAgain, { subject: { type: 'email', id: input.id }, data: { subject: letter.subject } });
}

/** How the acting member is told from now on, in the role they act in. */
export async function chooseWays(ctx: Ctx, input: z.output<typeof ChooseWays>): Promise<void> {
  const membershipId = membershipOf(ctx.actor);
  allow(membershipId !== null);
  const mine = { ...input, updatedAt: ctx.now, updatedBy: membershipId };
  const [before] = await ctx.db.select().from(notificationSettings).where(eq(notificationSettings.membershipId, membershipId));
  await ctx.db
    .insert(notificationSettings)
    .values({ ...mine, centerId: centerOf(ctx.actor), membershipId, createdAt: ctx.now, createdBy: membershipId })
    .onConflictDoUpdate({ target: [notificationSettings.centerId, notificationSettings.membershipId], set: mine });
  await record(ctx, waysChosen, {
    subject: { type: 'membership', id: membershipId },
    data: {},
    before: before === undefined ? null : { ways: before.ways, quietFrom: before.quietFrom, quietUntil: before.quietUntil, digestHour: before.digestHour },
    after: input,
  });
}

/** Adds a channel or changes one. The secret is never shown again: left empty it stays, a dash takes it away. */
export async function saveChannel(ctx: Ctx, input: z.output<typeof SaveChannel>): Promise<{ id: string }> {
  allow(canKeepChannels(ctx.actor));
  const { channel, version, secret, ...given } = input;
  const by = membershipOf(ctx.actor);
  const id = channel ?? newId();
  const sealed = secret === '' ? {} : { secret: secret === '-' ? '' : sealSecret(secret, id) };
  const shown = (row: Omit<typeof given, 'url'>) => ({ name: row.name, kind: row.kind, reach: row.reach, kinds: row.kinds, enabled: row.enabled });
  if (channel === undefined) {
    await ctx.db.insert(channels).values({ ...given, ...sealed, centerId: centerOf(ctx.actor), id, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
    await record(ctx, channelAdded, { subject: { type: 'channel', id }, data: { channel: given.name }, after: shown(given) });
    return { id };
  }
  const before = found((await ctx.db.select().from(channels).where(eq(channels.id, channel)).for('update'))[0]);
  ensureVersion(before, version);
  await ctx.db
    .update(channels)
    .set({ ...given, ...sealed, updatedAt: ctx.now, updatedBy: by, version: before.version + 1 })
    .where(eq(channels.id, channel));
  await record(ctx, channelChanged, {
    subject: { type: 'channel', id },
    data: { channel: given.name, on: given.enabled ? 'yes' : 'no' },
    before: shown(before),
    after: shown(given),
  });
  return { id };
}

/** Sends one message through a channel, also one that is switched off; to the acting person's own phone where it goes to phones. */
export async function tryChannel(ctx: Ctx, input: z.output<typeof TryChannel>, words: { text: string; center: string; phone: string; link: string }): Promise<void> {
  allow(canKeepChannels(ctx.actor));
  const channel = found((await ctx.db.select().from(channels).where(eq(channels.id, input.channel)))[0]);
  ensure(channel.reach === 'desk' || words.phone !== '', 'channel.noPhone');
  const id = newId();
  const name = 'name' in ctx.actor ? ctx.actor.name : '';
  await ctx.db.insert(channelMessages).values({
    centerId: centerOf(ctx.actor),
    id,
    channelId: channel.id,
    target: channel.reach === 'desk' ? '' : words.phone,
    body: fillTemplate(channel.template, { ...words, name }),
    createdAt: ctx.now,
    createdBy: membershipOf(ctx.actor),
  });
  await enqueue(ctx, 'channel.send', { messageId: id });
  await record(ctx, channelTried, { subject: { type: 'channel', id: channel.id }, data: { channel: channel.name } });
}
