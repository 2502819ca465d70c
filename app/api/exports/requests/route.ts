import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { sheetResponse } from '@/app/_server/sheet';
import { stateWords } from '@/components/service-desk/words';
import { recordExport } from '@/lib/audit/export';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';
import { requestList } from '@/lib/service-desk/inputs';
import { holdsOwnQueue } from '@/lib/service-desk/policy';
import { exportRequests } from '@/lib/service-desk/queries/list';

const MOST = 50_000;

/** The queue under its own filters, as a sheet; taking it along leaves an entry. */
export const GET = exporting(async (request: Request) => {
  const session = await enter(businessAndAuditor);
  const { search, searchParams } = new URL(request.url);
  const asked = requestList.parse(Object.fromEntries(searchParams));
  const show = asked.filters.show ?? (holdsOwnQueue(session.actor) ? 'mine' : 'open');
  const found = await writeAs(session.actor, async (ctx) => {
    const rows = await exportRequests(ctx, { ...asked, filters: { ...asked.filters, show } }, MOST);
    await recordExport(ctx, 'requests', rows.length, search);
    return rows;
  });
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const moment = (at: Date | null) => (at === null ? null : formatMoment(at, locale));
  const columns = [
    { header: t('file.number'), kind: 'text', width: 18 },
    { header: t('file.item'), kind: 'text', width: 14 },
    { header: t('file.title'), kind: 'text', width: 32 },
    { header: t('list.company'), kind: 'text', width: 32 },
    { header: t('list.state'), kind: 'text', width: 12 },
    { header: t('list.owner'), kind: 'text', width: 12 },
    { header: t('file.submittedAt'), kind: 'text', width: 18 },
    { header: t('file.due'), kind: 'text', width: 12 },
    { header: t('file.completedAt'), kind: 'text', width: 18 },
    { header: t('file.corrections'), kind: 'number' },
    { header: t('file.rating'), kind: 'text', width: 14 },
  ] as const;
  const rows = found.map((row) => [
    row.number,
    locale === 'en' ? row.itemEn : row.item,
    row.title,
    row.company,
    stateWords(t, row.state, row.duplicateOf).text,
    row.owner,
    moment(row.submittedAt),
    row.state === 'submitted' ? row.acceptDueOn : row.dueOn,
    moment(row.completedAt),
    row.rounds,
    row.grade === null ? null : t(`grades.g${row.grade}`),
  ]);
  return sheetResponse(`${t('title')}-${dayOf(currentTime())}`, [{ name: t('title'), columns, rows }]);
});
