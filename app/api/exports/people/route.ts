import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { desk } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { sheetResponse } from '@/app/_server/sheet';
import { recordExport } from '@/lib/audit/export';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';
import { peopleList } from '@/lib/people/inputs';
import { exportPeople } from '@/lib/people/queries/members';

/** The people list under its own filters, as a sheet. Numbers stay masked, as they are shown. */
export const GET = exporting(async (request: Request) => {
  const session = await enter(desk);
  const { search, searchParams } = new URL(request.url);
  const params = peopleList.parse(Object.fromEntries(searchParams));
  const rows = await writeAs(session.actor, async (ctx) => {
    const found = await exportPeople(ctx, params);
    await recordExport(ctx, 'people', found.length, search);
    return found;
  });
  const [t, shell, locale] = [await getT('members'), await getT('shell'), await getLocale()];
  const columns = [
    { header: t('name'), kind: 'text' },
    { header: t('person.jobTitle'), kind: 'text' },
    { header: t('role'), kind: 'text' },
    { header: t('place'), kind: 'text', width: 30 },
    { header: t('phone'), kind: 'text' },
    { header: t('started'), kind: 'day' },
    { header: t('state'), kind: 'text' },
  ] as const;
  const cells = rows.map((row) => [
    row.name,
    row.title,
    shell(`roles.${row.role}`),
    row.companyName ?? (row.departmentName === null ? '' : nameIn(locale, { name: row.departmentName, nameEn: row.departmentNameEn ?? '' })),
    row.phone ?? '',
    dayOf(row.startedAt),
    t(row.endedAt === null ? 'current' : 'ended'),
  ]);
  return sheetResponse(`${t('title')}-${dayOf(currentTime())}`, [{ name: t('title'), columns, rows: cells }]);
});
