import { and, eq, isNull } from 'drizzle-orm';
import { channelMessages, channels } from '@/db/schema/notifications';
import type { Work } from '@/lib/jobs/registry';
import { env } from '@/lib/kernel/env';
import { postMessage } from './outgoing';
import { openSecret } from './secrets';

/**
 * Posts one message. Nothing is held open while the world outside takes its time: it is read, posted, and its fate noted.
 * A channel switched off meanwhile sends nothing more, a trial excepted. @throws to be tried again
 */
export async function sendMessage(work: Work, messageId: string): Promise<void> {
  const [found] = await work.read((ctx) =>
    ctx.db
      .select({ message: channelMessages, channel: channels })
      .from(channelMessages)
      .innerJoin(channels, and(eq(channels.centerId, channelMessages.centerId), eq(channels.id, channelMessages.channelId)))
      .where(and(eq(channelMessages.centerId, work.centerId), eq(channelMessages.id, messageId), isNull(channelMessages.sentAt))),
  );
  if (found === undefined) return;
  const { message, channel } = found;
  if (!channel.enabled && message.entryId !== null) return;
  const outcome = await postMessage({
    url: channel.url,
    body: message.body,
    secret: openSecret(channel.secret, channel.id),
    signsAddress: channel.kind === 'dingtalk',
    at: work.now(),
    allowPrivate: env().WEBHOOK_PRIVATE,
  });
  const attempts = message.attempts + 1;
  const fate = outcome.ok
    ? { attempts, sentAt: work.now(), failedAt: null, error: null }
    : { attempts, error: outcome.reason, failedAt: work.isLastTry ? work.now() : null };
  await work.write((ctx) => ctx.db.update(channelMessages).set(fate).where(and(eq(channelMessages.centerId, work.centerId), eq(channelMessages.id, messageId))));
  if (!outcome.ok) throw new Error(`message ${messageId} was not sent: ${outcome.reason}`);
}
