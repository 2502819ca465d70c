import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { sheetResponse } from '@/app/_server/sheet';
import { answerOf, placeOf, topicsOf } from '@/components/mentoring/visit-parts';
import { recordExport } from '@/lib/audit/export';
import { formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';
import { visitList } from '@/lib/mentoring/inputs';
import { exportVisits } from '@/lib/mentoring/queries/visits';

const MOST = 50_000;

/** The list of visits under its own filters, as a sheet; taking it along leaves an entry. */
export const GET = exporting(async (request: Request) => {
  const session = await enter(businessAndAuditor);
  const { search, searchParams } = new URL(request.url);
  const params = visitList.parse(Object.fromEntries(searchParams));
  const visits = await writeAs(session.actor, async (ctx) => {
    const found = await exportVisits(ctx, params, MOST);
    await recordExport(ctx, 'visits', found.length, search);
    return found;
  });
  const [t, locale] = [await getT('mentoring'), await getLocale()];
  const columns = [
    { header: t('fields.number'), kind: 'text', width: 18 },
    { header: t('fields.company'), kind: 'text', width: 32 },
    { header: t('fields.mentor'), kind: 'text', width: 12 },
    { header: t('fields.visitedAt'), kind: 'text', width: 18 },
    { header: t('desk.minutes'), kind: 'number' },
    { header: t('fields.place'), kind: 'text', width: 24 },
    { header: t('fields.topics'), kind: 'text', width: 24 },
    { header: t('fields.advice'), kind: 'text', width: 70 },
    { header: t('fields.state'), kind: 'text', width: 14 },
    { header: t('fields.answer'), kind: 'text', width: 30 },
    { header: t('fields.remark'), kind: 'text', width: 40 },
  ] as const;
  const rows = visits.map((visit) => [
    visit.number,
    visit.company,
    visit.mentor,
    formatMoment(visit.visitedAt, locale),
    visit.minutes,
    placeOf(t, visit),
    topicsOf(t, visit),
    visit.advice,
    t(`states.${visit.state}`),
    answerOf({ t, locale }, visit),
    visit.remark,
  ]);
  return sheetResponse(`${t('desk.exportName')}-${dayOf(currentTime())}`, [{ name: t('list.title'), columns, rows }]);
});
