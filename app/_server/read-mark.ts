import { after } from 'next/server';
import { transaction } from '@/db/client';
import { logger } from '@/lib/kernel/logger';
import { readNotice } from '@/lib/notices/commands/answer-notice';
import { contextFor } from './context';
import { forgetMinute } from './minute-old';
import { getSession } from './session';

/**
 * Opening a notice is reading it: the mark is left once the page has gone out, so that it needs no script and a page that
 * failed is not taken for read. Another portal's reader leaves none.
 */
export async function markNoticeRead(notice: string): Promise<void> {
  const session = await getSession();
  if (session === null || session.actor.kind !== 'member') return;
  const { actor } = session;
  const base = await contextFor(actor);
  after(async () => {
    try {
      await transaction(actor, 'write', base.now, (db) => readNotice({ ...base, db }, { notice }));
      forgetMinute(actor.membershipId);
    } catch (error) {
      logger.error({ err: error, notice }, 'a read mark was lost');
    }
  });
}
