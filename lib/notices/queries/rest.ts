import { and, asc, eq, isNull } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { noticeRecipients } from '@/db/schema/notices';
import type { Ctx } from '@/lib/kernel/context';
import { asks } from '../rules';

/** The companies something is still wanted of: an answer, or where none is asked, that somebody reads it. */
export async function restOf(ctx: Ctx, notice: { id: string; wantsText: boolean; wantsFiles: boolean }) {
  return ctx.db
    .select({ id: noticeRecipients.id, companyId: noticeRecipients.companyId, company: companies.name })
    .from(noticeRecipients)
    .innerJoin(companies, and(eq(companies.centerId, noticeRecipients.centerId), eq(companies.id, noticeRecipients.companyId)))
    .where(and(eq(noticeRecipients.noticeId, notice.id), asks(notice) ? isNull(noticeRecipients.answeredAt) : isNull(noticeRecipients.readAt)))
    .orderBy(asc(noticeRecipients.id));
}
