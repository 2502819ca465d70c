import { Readable } from 'node:stream';
import { attachmentHeader } from '@/lib/files/rules';
import { type OutSheet, writeXlsx } from '@/lib/imports/write-sheet';

/** A workbook to download. */
export function sheetResponse(name: string, sheets: readonly OutSheet[]): Response {
  return new Response(Readable.toWeb(writeXlsx(sheets)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': attachmentHeader(`${name}.xlsx`),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
