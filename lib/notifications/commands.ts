import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { emails, notificationSettings, notifications } from '@/db/schema/notifications';
import { record } from '@/lib/audit/commands';
import { enqueue } from '@/lib/jobs/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { emailSentAgain, waysChosen } from './entries';
import type { ChooseWays, OpenNotification, SendAgain } from './inputs';
import { canSendAgain } from './policy';

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
