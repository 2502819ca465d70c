import { after } from 'next/server';
import { transaction } from '@/db/client';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { logger } from '@/lib/kernel/logger';
import { readNotice } from '@/lib/notices/commands/answer-notice';
import { readMessages } from '@/lib/service-desk/commands/read-messages';
import { askedHeaders } from './asked';
import { contextFor } from './context';
import { forgetMinute } from './minute-old';
import { getSession } from './session';

/**
 * Opening a page is reading it: the mark is left once the page has gone out, so that it needs no script and a page that
 * failed is not taken for read. A page fetched before anybody asked for it leaves none.
 */
async function leaveMark(what: Readonly<Record<string, string>>, mark: (ctx: Ctx<MemberActor>) => Promise<unknown>): Promise<void> {
  const session = await getSession();
  if (session === null || session.actor.kind !== 'member' || (await isAhead())) return;
  const { actor } = session;
  const base = await contextFor(actor);
  after(async () => {
    try {
      await transaction(actor, 'write', base.now, (db) => mark({ ...base, db }));
      forgetMinute(actor.membershipId);
    } catch (error) {
      logger.error({ err: error, ...what }, 'a read mark was lost');
    }
  });
}

async function isAhead(): Promise<boolean> {
  const given = await askedHeaders();
  return given.has('next-router-prefetch') || (given.get('sec-purpose') ?? given.get('purpose') ?? '').includes('prefetch');
}

/** Another portal's reader leaves none. */
export async function markNoticeRead(notice: string): Promise<void> {
  await leaveMark({ notice }, (ctx) => readNotice(ctx, { notice }));
}

/** What the page showed as new is read. Where nothing was, nothing is written. */
export async function markMessagesRead(request: string, messages: readonly { id: string; fresh: boolean }[]): Promise<void> {
  const shown = messages.filter(({ fresh }) => fresh).map(({ id }) => id);
  if (shown.length > 0) await leaveMark({ request }, (ctx) => readMessages(ctx, { request, shown }));
}
