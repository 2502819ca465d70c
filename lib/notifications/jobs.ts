import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { emails } from '@/db/schema/notifications';
import { defineJob, defineMachineSchedule, defineSchedule, defineWork, type Work } from '@/lib/jobs/registry';
import { newId } from '@/lib/kernel/ids';
import { isMailConfigured, sendLetter } from '@/lib/kernel/mailer';
import { writeDigests } from './digest';
import { sendMessage } from './send-message';
import { letterToSend, tellOf, writeTo } from './tell';

defineJob('entry.told', z.object({ entryId: z.uuid() }), (ctx, { entryId }) => tellOf(ctx, [entryId]));
defineJob('entries.told', z.object({ entryIds: z.array(z.uuid()) }), (ctx, { entryIds }) => tellOf(ctx, entryIds));

const Queued = z.object({
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  personId: z.uuid().nullish(),
  entryId: z.uuid().nullish(),
  confidential: z.boolean().default(false),
});

defineJob('email.queued', Queued, async (ctx, letter) => {
  // The request's own id names the letter, so that a second run finds it already there.
  await writeTo(ctx, [{ ...letter, id: ctx.requestId }]);
});

/** Without SMTP the letter simply stays on the outbox page. A refusal is noted and tried again with growing pauses. */
defineWork('email.send', z.object({ emailId: z.uuid() }), (work, { emailId }) => send(work, emailId), 'slow');

async function send(work: Work, emailId: string): Promise<void> {
  if (!isMailConfigured()) return;
  const failure = await work.write(async (ctx) => {
    const letter = await letterToSend(ctx, emailId);
    if (letter === null) return null;
    const mine = and(eq(emails.centerId, work.centerId), eq(emails.id, emailId));
    const attempts = letter.attempts + 1;
    try {
      await sendLetter({ id: letter.id, to: letter.recipient, subject: letter.subject, text: letter.body });
      await ctx.db.update(emails).set({ attempts, sentAt: work.now(), failedAt: null, error: null }).where(mine);
      return null;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await ctx.db
        .update(emails)
        .set({ attempts, error: reason.slice(0, 500), failedAt: work.isLastTry ? work.now() : null })
        .where(mine);
      return reason;
    }
  });
  if (failure !== null) throw new Error(`letter ${emailId} was not sent`);
}

defineSchedule('notifications.digest', { everySeconds: 600 }, 'digest.write');
defineJob('digest.write', z.object({}), (ctx) => writeDigests(ctx));

defineWork('channel.send', z.object({ messageId: z.uuid() }), (work, { messageId }) => sendMessage(work, messageId), 'slow');

// What was written in its reader's quiet hours asks to be sent like any other once they are over.
defineMachineSchedule('emails.release', { everySeconds: 30 }, async ({ client, now }) => {
  for (const [table, topic, key] of [
    ['emails', 'email.send', 'emailId'],
    ['channel_messages', 'channel.send', 'messageId'],
  ] as const) {
    const { rows } = await client.query<{ center_id: string; id: string }>(
      `update ${table} set hold_until = null where hold_until <= $1 and sent_at is null returning center_id, id`,
      [now],
    );
    for (const row of rows) {
      await client.query(`insert into outbox (center_id, id, topic, payload, created_at) values ($1, $2, $3, $4, $5)`, [row.center_id, newId(), topic, { [key]: row.id }, now]);
    }
  }
});
defineMachineSchedule('digest_items.sweep', { dailyAt: '03:20' }, async ({ client }) => {
  await client.query(`delete from digest_items where digested_at < now() - interval '30 days'`);
});
