import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attachmentHeader } from '@/lib/files/rules';
import { type OutSheet, writeXlsx } from '@/lib/imports/write-sheet';
import type { Actor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { translator } from '@/lib/kernel/i18n';
import { logger } from '@/lib/kernel/logger';
import { readAs } from './context';
import { getLocale } from './i18n';

/** Each holds a database connection until its reader has the last row: slow readers mustn't have them all. */
const AT_ONCE = 4;
/** A reader who takes nothing for this long is gone. */
const SILENCE_MS = 60_000;

let under = 0;

/**
 * A workbook that is written while it is read: however many rows there are, one snapshot and little memory. The read
 * transaction ends with the download, also when the reader breaks it off or falls silent.
 */
export async function streamSheet(actor: Actor, name: string, load: (ctx: Ctx) => Promise<readonly OutSheet[]>, silence = SILENCE_MS): Promise<Response> {
  if (under >= AT_ONCE) {
    return new Response(translator(await getLocale(), 'errors')('tooManyExports'), { status: 503, headers: { 'retry-after': '30', 'content-type': 'text/plain; charset=utf-8' } });
  }
  under += 1;
  let taken = 0;
  const out = new Transform({
    transform(part: Uint8Array, _encoding, done) {
      taken += 1;
      done(null, part);
    },
  });
  let before = -1;
  const watch = setInterval(() => {
    // Rows that are still being read are no silence of the reader's.
    if (out.writableLength > 0 && taken === before) out.destroy(new Error('the reader of an export fell silent'));
    before = taken;
  }, silence);
  // What goes wrong before the first row can still be answered with a page.
  const begun = new Promise<void>((resolve, reject) => {
    readAs(actor, async (ctx) => {
      const sheets = await load(ctx);
      resolve();
      await pipeline(writeXlsx(sheets), out);
    })
      .catch((error: unknown) => {
        reject(error);
        if (!out.destroyed) {
          logger.error({ err: error }, 'export broke off');
          out.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      })
      .finally(() => {
        clearInterval(watch);
        under -= 1;
      });
  });
  await begun;
  return new Response(Readable.toWeb(out) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': attachmentHeader(`${name}.xlsx`),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
