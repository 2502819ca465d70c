import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { formatArea, type Area } from '@/lib/kernel/area';
import type { Day } from '@/lib/kernel/dates';
import { type Fen, plainWan, plainYuan } from '@/lib/kernel/money';

/** A column of a sheet we write. The header comes translated, its unit printed in it. */
export type OutColumn = {
  header: string;
  kind: 'text' | 'day' | 'yuan' | 'wan' | 'area' | 'number';
  width?: number;
};

/** One cell, by its column's kind: text, a day, fen for yuan and wan, hundredths of a square metre, a number; null is empty. */
export type OutCell = string | number | bigint | null | undefined;
export type OutRow = readonly OutCell[];
export type OutSheet = {
  name: string;
  columns: readonly OutColumn[];
  rows: Iterable<OutRow> | AsyncIterable<OutRow>;
};

const FORMATS = {
  text: '@',
  day: 'yyyy-mm-dd',
  yuan: '#,##0.00',
  wan: '#,##0.00####',
  area: '#,##0.00',
  number: '0.##########',
} as const;
const WIDTHS = { text: 20, day: 12, yuan: 16, wan: 14, area: 12, number: 10 } as const;
const LONGEST_CELL = 32_767;
/** Sheets know no earlier day whose serial all programs agree on. */
const FIRST_SERIAL_DAY: Day = '1900-03-01';

/**
 * Streams an xlsx workbook. Text is written as text whatever it begins with, so nothing in it is ever run as a formula;
 * amounts are numbers as long as fifteen digits hold them exactly, else text. Errors of the rows destroy the stream.
 */
export function writeXlsx(sheets: readonly OutSheet[]): Readable {
  const out = new PassThrough();
  write(sheets, out).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function write(sheets: readonly OutSheet[], out: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = columns.map(({ kind, width }) => ({
      width: width ?? WIDTHS[kind],
      style: { numFmt: FORMATS[kind] },
    }));
    const header = sheet.addRow(columns.map((column) => escapeText(column.header)));
    header.font = { bold: true };
    header.commit();
    let count = 1;
    for await (const row of rows) {
      sheet.addRow(columns.map((column, i) => xlsxValue(column.kind, row[i]))).commit();
      count += 1;
      // The writer packs as it goes: let it, and let others have their turn.
      if (count % 500 === 0) await breathe();
      if (out.destroyed) return;
      if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    }
    if (columns.length > 0)
      sheet.autoFilter = {
        from: { row: 1, column: 1 },
        to: { row: count, column: columns.length },
      };
    sheet.commit();
  }
  await workbook.commit();
}

function xlsxValue(kind: OutColumn['kind'], cell: OutCell): string | number | Date | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const plain = plainText(kind, cell);
  switch (kind) {
    case 'text':
      return escapeText(plain);
    case 'day':
      return plain < FIRST_SERIAL_DAY ? plain : new Date(`${plain}T00:00:00Z`);
    case 'yuan':
    case 'wan':
    case 'area':
    case 'number':
      return plain.replace(/\D/g, '').length <= 15 && Number.isFinite(Number(plain))
        ? Number(plain)
        : plain;
  }
}

/** A cell as exact plain text, in the unit its column prints. */
function plainText(kind: OutColumn['kind'], cell: string | number | bigint): string {
  switch (kind) {
    case 'yuan':
      return typeof cell === 'bigint' ? plainYuan(cell satisfies Fen) : String(cell);
    case 'wan':
      return typeof cell === 'bigint' ? plainWan(cell satisfies Fen) : String(cell);
    case 'area':
      return typeof cell === 'number'
        ? formatArea(cell satisfies Area).replaceAll(',', '')
        : String(cell);
    case 'text':
    case 'day':
    case 'number':
      return String(cell);
  }
}

/** Keeps what looks like one of the format's own escapes from being taken for it, and a cell within what a sheet holds. */
function escapeText(text: string): string {
  return text.slice(0, LONGEST_CELL).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A sheet's name may not be empty, hold []:*?/\ or be longer than 31. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}

/**
 * Streams the same as CSV in UTF-8 with a mark, as Excel wants it. A text that a sheet would run as a formula gets an
 * apostrophe in front, which our own reader takes back.
 */
export async function* writeCsv({ columns, rows }: Omit<OutSheet, 'name'>): AsyncGenerator<string> {
  yield `\ufeff${columns.map(({ header }) => csvText(header)).join(',')}\r\n`;
  for await (const row of rows) {
    const cells = columns.map(({ kind }, i) => {
      const cell = row[i];
      if (cell === null || cell === undefined) return '';
      return kind === 'text' ? csvText(plainText(kind, cell)) : plainText(kind, cell);
    });
    yield `${cells.join(',')}\r\n`;
  }
}

function csvText(text: string): string {
  const guarded = /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
