import { RuleError } from '@/lib/kernel/errors';
import { readCsv } from './read-csv';
import { type ReadLimits, readXlsx } from './read-xlsx';
import type { Sheet } from './workbook';

const LIMITS: ReadLimits = { rows: 50_000, columns: 200 };

/**
 * Reads a sheet someone uploaded, whatever its name says: xlsx, or text separated by commas, semicolons or tabs.
 * @throws RuleError with a key under `errors.sheet.`: empty, oldExcel, locked, unknownKind, unreadable, bomb, tooManyRows, openQuote
 */
export async function readSheets(
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<Sheet[]> {
  const sheets = await readAny(bytes, { ...LIMITS, ...limits });
  if (sheets.every(({ rows }) => rows.length === 0)) throw new RuleError('sheet.empty');
  return sheets;
}

async function readAny(bytes: Uint8Array, limits: ReadLimits): Promise<Sheet[]> {
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) throw new RuleError('sheet.empty');
  if (starts(0x50, 0x4b)) return readXlsx(bytes, limits);
  // The container of .xls, and of an .xlsx with a password.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new RuleError('sheet.oldExcel');
  if (
    starts(0x25, 0x50, 0x44, 0x46) ||
    starts(0xff, 0xd8, 0xff) ||
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0x7b, 0x5c, 0x72, 0x74)
  ) {
    throw new RuleError('sheet.unknownKind');
  }
  return readCsv(bytes, limits);
}
