import { and, asc, count, desc, eq, isNotNull, type SQL } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { noticeRecipients, notices } from '@/db/schema/notices';
import { dayOf } from '@/lib/kernel/dates';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { momentsWithin } from '../within';

/** Counted by the day of sending, so that read and answered are shares of what went out in the same days. */
function counting(key: string, done?: SQL): Indicator {
  const within = (period: Period) => and(momentsWithin(noticeRecipients.sentAt, period), done);
  return {
    key,
    kind: 'flow',
    unit: 'times',
    async value({ db }, period) {
      const [row] = await db.select({ n: count() }).from(noticeRecipients).where(within(period));
      return BigInt(row?.n ?? 0);
    },
    async rows({ db }, period, { limit, offset, dir }) {
      const order = dir === 'asc' ? asc : desc;
      const rows = await db
        .select({ id: noticeRecipients.id, notice: notices.id, company: companies.id, title: notices.title, name: companies.name, at: noticeRecipients.sentAt })
        .from(noticeRecipients)
        .innerJoin(notices, and(eq(notices.centerId, noticeRecipients.centerId), eq(notices.id, noticeRecipients.noticeId)))
        .innerJoin(companies, and(eq(companies.centerId, noticeRecipients.centerId), eq(companies.id, noticeRecipients.companyId)))
        .where(within(period))
        .orderBy(order(noticeRecipients.sentAt), order(noticeRecipients.id))
        .limit(limit)
        .offset(offset);
      return rows.map((row) => ({ id: row.id, day: dayOf(row.at), label: row.title, detail: row.name, href: `/desk/notices/${row.notice}/answers/${row.company}` }));
    },
  };
}

/** 通知送达: one per notice and company. */
export const noticesDelivered = counting('notices.delivered');
/** 通知已读: of those, opened by somebody of the company. */
export const noticesRead = counting('notices.read', isNotNull(noticeRecipients.readAt));
/** 材料已交: of those, answered. */
export const noticesAnswered = counting('notices.answered', isNotNull(noticeRecipients.answeredAt));
