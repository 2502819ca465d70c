import { record } from '@/lib/audit/commands';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { noticeCollected } from '../entries';
import { canReadNotices } from '../policy';
import { type AnsweredFile, answeredFiles, exportRecipients, getNotice, type Notice, type RecipientRow } from '../queries/desk';
import { recipientList } from '../inputs';
import { aboutNotice, subjectOf } from './held-notice';

export interface Collected {
  notice: Notice;
  recipients: RecipientRow[];
  files: AnsweredFile[];
}

/** Everything that was answered, for one archive; taking it along leaves an entry. */
export async function collectAnswers(ctx: Ctx, noticeId: string): Promise<Collected> {
  allow(canReadNotices(ctx.actor));
  const notice = found(await getNotice(ctx, noticeId));
  ensure(notice.state !== 'draft', 'notice.notSent');
  const files = await answeredFiles(ctx, notice.id);
  await record(ctx, noticeCollected, { ...subjectOf(notice), data: { ...aboutNotice(notice), files: files.length } });
  return { notice, recipients: await exportRecipients(ctx, notice, recipientList.parse({})), files };
}
