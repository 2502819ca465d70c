import iconv from 'iconv-lite';
import { RuleError } from '@/lib/kernel/errors';
import type { ReadLimits } from './read-xlsx';
import type { Sheet, SheetRow } from './workbook';

const BOMS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Reads comma, semicolon or tab separated text in UTF-8 (with or without mark), UTF-16 with mark, or GBK. Every cell is text. */
export function readCsv(bytes: Uint8Array, limits: ReadLimits): Sheet[] {
  const text = decode(bytes);
  if (text.includes('\0')) throw new RuleError('sheet.unknownKind');
  return [{ name: 'CSV', rows: parseRows(text, separatorOf(text), limits) }];
}

function decode(bytes: Uint8Array): string {
  for (const [mark, encoding] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte))
      return iconv.decode(Buffer.from(bytes.subarray(mark.length)), encoding, { stripBOM: false });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: what Excel on a Chinese Windows writes. GB18030 contains GBK.
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
  }
}

/** The separator that the first lines use most outside quotes; a comma when none is used. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (separator: string) => start.split(separator).length;
  return [',', '\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function parseRows(text: string, separator: string, limits: ReadLimits): SheetRow[] {
  const rows: SheetRow[] = [];
  let number = 0;
  let at = 0;
  while (at < text.length) {
    number += 1;
    const { cells, next } = parseRow(text, at, separator, number);
    at = next;
    if (cells.every((cell) => cell === '')) continue;
    if (rows.length >= limits.rows)
      throw new RuleError('sheet.tooManyRows', { params: { max: limits.rows } });
    rows.push({
      number,
      cells: cells.slice(0, limits.columns).map((cell) => (cell === '' ? null : unguard(cell))),
    });
  }
  return rows;
}

function parseRow(
  text: string,
  start: number,
  separator: string,
  number: number,
): { cells: string[]; next: number } {
  const cells: string[] = [];
  for (let at = start; ; ) {
    let cell = '';
    if (text[at] === '"') {
      for (let from = at + 1; ; ) {
        const quote = text.indexOf('"', from);
        if (quote < 0) throw new RuleError('sheet.openQuote', { params: { row: number } });
        cell += text.slice(from, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        from = at + 1;
      }
    }
    // Whatever follows a closing quote, or stood there without quotes, up to the separator or the line's end.
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
      at += 1;
    cells.push(cell + text.slice(from, at));
    if (at < text.length && text[at] === separator) {
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    return { cells, next: at + 1 };
  }
}

/** Takes back the apostrophe that keeps our own exports from being run as formulas. */
function unguard(cell: string): string {
  return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}
