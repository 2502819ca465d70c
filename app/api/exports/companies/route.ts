import { getLocale, getT } from '@/app/_server/i18n';
import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { businessAndAuditor } from '@/app/_server/gates';
import { streamSheet } from '@/app/_server/sheet-stream';
import { recordExport } from '@/lib/audit/export';
import { companyList } from '@/lib/companies/inputs';
import { registerExport } from '@/lib/companies/queries/export';
import { listCompanies } from '@/lib/companies/queries/list';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';

/** The list under its own filters and order, in columns that an import reads back unchanged. Taking it along leaves an entry. */
export const GET = exporting(async (request: Request) => {
  const session = await enter(businessAndAuditor);
  const { search, searchParams } = new URL(request.url);
  const given: Record<string, string[]> = {};
  for (const key of searchParams.keys()) given[key] = searchParams.getAll(key);
  const params = companyList.parse(given);
  await writeAs(session.actor, async (ctx) => {
    const { total } = await listCompanies(ctx, { ...params, page: 1, filters: { ...params.filters, exact: '1' } });
    await recordExport(ctx, 'companies', total, search);
  });
  const [t, locale] = [await getT('companies'), await getLocale()];
  return streamSheet(session.actor, `${t('title')}-${dayOf(currentTime())}`, async (ctx) => [await registerExport(ctx, params, locale, t('title'))]);
});
