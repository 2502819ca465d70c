import { notFound } from 'next/navigation';
import { enter, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { clerks } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { streamSheet } from '@/app/_server/sheet-stream';
import { recordExport } from '@/lib/audit/export';
import { countPart, isPartKind, sheetOf } from '@/lib/companies/queries/takeover';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';

/** One sheet of the workbook by itself, with what is on file: it reads back unchanged. Taking it along leaves an entry. */
export const GET = exporting(async (_request: Request, { params }: { params: Promise<{ kind: string }> }) => {
  const session = await enter(clerks);
  const { kind } = await params;
  if (!isPartKind(kind)) notFound();
  await writeAs(session.actor, async (ctx) => recordExport(ctx, kind, await countPart(ctx, kind), ''));
  const [t, locale] = [await getT('imports'), await getLocale()];
  return streamSheet(session.actor, `${t(`kinds.${kind}`)}-${dayOf(currentTime())}`, async (ctx) => [sheetOf(ctx, kind, locale)]);
});
