import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attachmentHeader } from '@/lib/files/rules';
import { type OutSheet, writeXlsx } from '@/lib/imports/write-sheet';
import type { Actor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { logger } from '@/lib/kernel/logger';
import { readAs } from './context';

/**
 * A workbook that is written while it is read: however many rows there are, one snapshot and little memory. The read
 * transaction ends with the download, also when the reader breaks it off.
 */
export async function streamSheet(actor: Actor, name: string, load: (ctx: Ctx) => Promise<readonly OutSheet[]>): Promise<Response> {
  const out = new PassThrough();
  // What goes wrong before the first row can still be answered with a page.
  const begun = new Promise<void>((resolve, reject) => {
    readAs(actor, async (ctx) => {
      const sheets = await load(ctx);
      resolve();
      await pipeline(writeXlsx(sheets), out);
    }).catch((error: unknown) => {
      reject(error);
      if (!out.destroyed) {
        logger.error({ err: error }, 'export broke off');
        out.destroy(error instanceof Error ? error : new Error(String(error)));
      }
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
