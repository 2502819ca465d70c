import { readAs, writeAs, enter } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { recipientSheet } from '@/app/_server/notice-sheet';
import { sheetResponse } from '@/app/_server/sheet';
import { recordExport } from '@/lib/audit/export';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';
import { recipientList } from '@/lib/notices/inputs';
import { exportRecipients, getNotice } from '@/lib/notices/queries/desk';

/** Whom a notice went to and how far each has come, under the list's own filters; taking it along leaves an entry. */
export const GET = exporting(async (request: Request, { params }: { params: Promise<{ notice: string }> }) => {
  const session = await enter(businessAndAuditor);
  const { notice: id } = await params;
  const { search, searchParams } = new URL(request.url);
  const notice = await readAs(session.actor, (ctx) => getNotice(ctx, id));
  if (notice === null || notice.state === 'draft') return new Response(null, { status: 404 });
  const rows = await writeAs(session.actor, async (ctx) => {
    const found = await exportRecipients(ctx, notice, recipientList.parse(Object.fromEntries(searchParams)));
    await recordExport(ctx, 'notices', found.length, `${notice.number ?? ''} ${search}`.trim());
    return found;
  });
  const [t, locale] = [await getT('notices'), await getLocale()];
  const today = dayOf(currentTime());
  return sheetResponse(`${notice.number ?? ''}-${t('sheet.name')}-${today}`, [recipientSheet(t, locale, notice, rows, today)]);
});
