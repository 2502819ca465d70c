import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { getT } from '@/app/_server/i18n';
import { sheetResponse } from '@/app/_server/sheet';
import { trailLines } from '@/app/_server/trail';
import { recordExport } from '@/lib/audit/export';
import { trailList } from '@/lib/audit/inputs';
import { exportEntries } from '@/lib/audit/queries';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';

/** The trail under the list's own filters, as a sheet; taking it along leaves an entry itself. */
export const GET = exporting(async (request: Request) => {
  const session = await enter(['director', 'auditor']);
  const { search, searchParams } = new URL(request.url);
  const params = trailList.parse(Object.fromEntries(searchParams));
  const rows = await writeAs(session.actor, async (ctx) => {
    const found = await exportEntries(ctx, params);
    await recordExport(ctx, 'trail', found.length, search);
    return found;
  });
  const t = await getT('audit');
  const columns = [
    { header: t('when'), kind: 'text', width: 18 },
    { header: t('who'), kind: 'text', width: 14 },
    { header: t('role'), kind: 'text', width: 14 },
    { header: t('what'), kind: 'text', width: 70 },
    { header: t('address'), kind: 'text', width: 18 },
    { header: t('detail.name'), kind: 'text', width: 24 },
    { header: t('sheet.id'), kind: 'text', width: 38 },
  ] as const;
  const lines = await trailLines(rows);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const cells = lines.map((line) => [line.when, line.who, line.role, line.text, line.address, names.get(line.id) ?? '', line.id]);
  return sheetResponse(`${t('sheet.name')}-${dayOf(currentTime())}`, [{ name: t('sheet.name'), columns, rows: cells }]);
});
