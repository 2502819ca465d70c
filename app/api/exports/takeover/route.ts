import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { streamSheet } from '@/app/_server/sheet-stream';
import { recordExport } from '@/lib/audit/export';
import { companyList } from '@/lib/companies/inputs';
import { listCompanies } from '@/lib/companies/queries/list';
import { takeoverWorkbook } from '@/lib/companies/queries/takeover';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';

/** The whole workbook with what is on file, which reads back unchanged. Taking it along leaves an entry. */
export const GET = exporting(async () => {
  const session = await enter(clerks);
  await writeAs(session.actor, async (ctx) => recordExport(ctx, 'takeover', (await listCompanies(ctx, companyList.parse({ exact: '1' }))).total, ''));
  const [t, locale] = [await getT('takeover'), await getLocale()];
  return streamSheet(session.actor, `${t('title')}-${dayOf(currentTime())}`, (ctx) => takeoverWorkbook(ctx, locale));
});
