import { after } from 'next/server';
import { transaction } from '@/db/client';
import type { Ctx } from '@/lib/kernel/context';
import { logger } from '@/lib/kernel/logger';
import { readNotice } from '@/lib/notices/commands/answer-notice';
import { markRead } from '@/lib/service-desk/commands/mark-read';
import { contextFor } from './context';
import { forgetCounts } from './counts';
import { getSession } from './session';

/**
 * Opening a notice is reading it: the mark is left once the page has gone out, so that it needs no script and a page that
 * failed is not taken for read. Another portal's reader leaves none.
 */
export async function markNoticeRead(notice: string): Promise<void> {
  await mark(notice, (ctx) => readNotice(ctx, { notice }));
}

/** Opening a request is reading what the other side said in it. */
export async function markRequestRead(request: string): Promise<void> {
  await mark(request, (ctx) => markRead(ctx, { request }));
}

async function mark(what: string, leave: (ctx: Ctx) => Promise<void>): Promise<void> {
  const session = await getSession();
  if (session === null || session.actor.kind !== 'member') return;
  const { actor } = session;
  const base = await contextFor(actor);
  after(async () => {
    try {
      await transaction(actor, 'write', base.now, (db) => leave({ ...base, db }));
      forgetCounts(actor.membershipId);
    } catch (error) {
      logger.error({ err: error, what }, 'a read mark was lost');
    }
  });
}
