import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { streamSheet } from '@/app/_server/sheet-stream';
import { recordExport } from '@/lib/audit/export';
import { ipList } from '@/lib/companies/inputs/ip';
import { ipColumns } from '@/lib/companies/ip-sheet';
import { ipRowsOut, listIp } from '@/lib/companies/queries/ip';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';

/** The list under its own filters and order, in columns that an import reads back unchanged. Taking it along leaves an entry. */
export const GET = exporting(async (request: Request) => {
  const session = await enter(businessAndAuditor);
  const { search, searchParams } = new URL(request.url);
  const params = ipList.parse(Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)])));
  await writeAs(session.actor, async (ctx) => recordExport(ctx, 'ip', (await listIp(ctx, { ...params, page: 1 })).total, search));
  const [t, locale] = [await getT('ip'), await getLocale()];
  return streamSheet(session.actor, `${t('title')}-${dayOf(currentTime())}`, async (ctx) => [{ name: t('title'), columns: ipColumns(locale), rows: ipRowsOut(ctx, params, locale) }]);
});
