import { insertRows } from '@/db/insert-rows';
import { noticeRecipients } from '@/db/schema/notices';
import { record, recordAll } from '@/lib/audit/commands';
import { nextNumber, yearOf } from '@/lib/documents/numbers';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { noticeReceived, noticeSent } from '../entries';
import { MOST_RECIPIENTS } from '../inputs';
import { canSendNotices } from '../policy';
import { chosenCompanies } from '../queries/recipients';
import { asks } from '../rules';
import { aboutNotice, type HeldNotice, subjectOf, updateNotice } from './held-notice';

/** What an entry about one company hangs on: its own row, so that the notice's timeline stays short. */
export const recipientOf = (id: string) => ({ subject: { type: 'notice-answer', id } });

/**
 * Sends a held draft: whoever is chosen now is written down, and each of them is told. A few statements however many
 * there are.
 */
export async function sendHeld(ctx: Ctx, notice: HeldNotice): Promise<{ number: string; count: number }> {
  allow(canSendNotices(ctx.actor));
  ensure(notice.chosen !== null, 'notice.noRecipients');
  ensure(!asks(notice) || (notice.dueOn !== null && notice.dueOn >= dayOf(ctx.now)), 'notice.duePast', { field: 'dueOn' });
  const chosen = await chosenCompanies(ctx, notice.chosen, MOST_RECIPIENTS + 1);
  ensure(chosen.length > 0, 'notice.nobody');
  ensure(chosen.length <= MOST_RECIPIENTS, 'notice.tooMany', { params: { max: MOST_RECIPIENTS } });

  const centerId = centerOf(ctx.actor);
  const by = membershipOf(ctx.actor);
  const number = await nextNumber(ctx, 'TZ', yearOf(ctx.now));
  const dueOn = asks(notice) ? notice.dueOn : null;
  await updateNotice(ctx, notice.id, { state: 'sent', number, sentAt: ctx.now, sentBy: by, recipients: chosen.length, dueOn });
  const told = chosen.map((company) => ({ company, id: newId() }));
  await insertRows(
    ctx.db,
    noticeRecipients,
    told.map(({ company, id }) => ({ centerId, id, noticeId: notice.id, companyId: company.id, sentAt: ctx.now, createdAt: ctx.now, createdBy: by })),
  );
  const about = aboutNotice({ ...notice, number });
  await record(ctx, noticeSent, { ...subjectOf(notice), data: { ...about, count: told.length }, after: { chosen: notice.chosen } });
  await recordAll(
    ctx,
    noticeReceived,
    told.map(({ company, id }) => ({
      ...recipientOf(id),
      companyId: company.id,
      data: { ...about, companyId: company.id, company: company.name, asks: asks(notice) ? 'yes' : 'no', due: dueOn ?? '' },
    })),
  );
  return { number, count: told.length };
}
