import { Readable } from 'node:stream';
import { enter, readAs, writeAs } from '@/app/_server/context';
import { exporting } from '@/app/_server/exporting';
import { businessAndAuditor } from '@/app/_server/gates';
import { getLocale, getT } from '@/app/_server/i18n';
import { recipientSheet } from '@/app/_server/notice-sheet';
import { attachmentHeader, cleanName } from '@/lib/files/rules';
import { writeZip, type ZipEntry } from '@/lib/files/write-zip';
import { writeXlsx } from '@/lib/imports/write-sheet';
import { centerOf } from '@/lib/kernel/actor';
import { dayOf } from '@/lib/kernel/dates';
import { currentTime } from '@/lib/kernel/env';
import type { Translate } from '@/lib/kernel/i18n';
import { isStored } from '@/lib/kernel/storage';
import { type Collected, collectAnswers } from '@/lib/notices/commands/collect';
import { getNotice } from '@/lib/notices/queries/desk';
import { folderName, pathGiver } from '@/lib/notices/rules';

/** Everything that was answered as one archive: the list, and a folder per company. It streams; nothing is put together first. */
export const GET = exporting(async (_request: Request, { params }: { params: Promise<{ notice: string }> }) => {
  const session = await enter(businessAndAuditor);
  const { notice: id } = await params;
  const notice = await readAs(session.actor, (ctx) => getNotice(ctx, id));
  if (notice === null || notice.state === 'draft') return new Response(null, { status: 404 });
  const collected = await writeAs(session.actor, (ctx) => collectAnswers(ctx, id));
  const [t, locale, now] = [await getT('notices'), await getLocale(), currentTime()];
  const sheet = recipientSheet(t, locale, collected.notice, collected.recipients, dayOf(now));
  const entries: ZipEntry[] = [{ path: t('sheet.list'), stream: () => writeXlsx([sheet]) }, ...(await answers(t, centerOf(session.actor), collected))];
  const name = cleanName(t('sheet.zip', { number: notice.number ?? '', title: notice.title }));
  return new Response(Readable.toWeb(writeZip(entries, now)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': attachmentHeader(`${name}.zip`),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});

/** A missing file leaves a note in its place instead of a broken archive. */
async function answers(t: Translate, centerId: string, { recipients, files }: Collected): Promise<ZipEntry[]> {
  const free = pathGiver();
  const folders = new Map<string, string>();
  const entries: ZipEntry[] = [];
  for (const row of recipients) {
    if (row.answeredAt === null) continue;
    const folder = free(folderName(row.company));
    folders.set(row.id, folder);
    if (row.answer !== null) entries.push({ path: free(`${folder}/${t('sheet.answers')}`), text: `\ufeff${row.answer}\r\n` });
  }
  for (const file of files) {
    const folder = folders.get(file.recipientId);
    if (folder === undefined) continue;
    const { sha256, type } = file;
    if (await isStored(centerId, sha256)) entries.push({ path: free(`${folder}/${file.name}`), stored: { centerId, sha256, type } });
    else entries.push({ path: free(`${folder}/${t('sheet.missing', { name: file.name })}`), text: t('sheet.missingText') });
  }
  return entries;
}
