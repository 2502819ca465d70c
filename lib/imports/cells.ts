import { parseDay } from '@/lib/kernel/date-text';
import { isDay } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/money';
import { parsePhone } from '@/lib/kernel/phone';
import { cleanLine, cleanText, compactCode, nameKey, toHalfWidth } from '@/lib/kernel/text';
import { serialToDay } from './excel-dates';
import type { CellOutcome, ColumnKind, ColumnShape, MoneyUnit } from './sheet-spec';
import { type CellValue, cellText } from './workbook';

type Reason = { reason: string; params?: Record<string, string | number> };
type Parsed = { value: unknown } | Reason;

const CLEAR = /^[[「【(](清空|clear)[\]」】)]$/i;
/** What people put where there is nothing to say; in prose only the strokes mean that. */
const STROKES = /^[-–—―_/\\·]+$/;
const NOTHING = /^(无|暂无|没有|空|未知|不详|n\/?a|none|null|nil)$/i;
const PLACES: Record<MoneyUnit, number> = { yuan: 2, thousand: 5, wan: 6, yi: 10 };
const SHOWN_LENGTH = 60;
/** A sheet keeps fifteen digits of a number; the rest of an 18-digit code is gone. */
const MOST_DIGITS = 1e15;

/**
 * What one cell asks for under its column's kind. Empty and masked cells leave the old value alone; clearing needs 「清空」 or [clear].
 * `unit` is the header's. Reasons are message keys under `errors.`.
 */
export function readCell(
  column: ColumnShape,
  raw: CellValue | undefined,
  unit: MoneyUnit | null = null,
): CellOutcome<unknown> {
  const line = cleanLine(cellText(raw));
  if (typeof raw === 'object' && raw !== null && 'error' in raw)
    return refuse(line, { reason: raw.error === '=' ? 'sheet.uncalculated' : 'sheet.cellError' });
  if (isNothing(line, column.kind) || isMasked(line, column)) return { kind: 'unchanged' };
  if (CLEAR.test(toHalfWidth(line)))
    return column.required === true
      ? refuse(line, { reason: 'sheet.cannotClear' })
      : { kind: 'clear' };
  const parsed = parse(column.kind, raw ?? null, line, unit);
  if (!('value' in parsed)) return refuse(line, parsed);
  // The kind that produced the value is the one the check was declared with.
  const wrong = column.check?.(parsed.value as never) ?? null;
  return wrong === null ? { kind: 'value', value: parsed.value } : refuse(line, { reason: wrong });
}

function parse(kind: ColumnKind, raw: CellValue, line: string, unit: MoneyUnit | null): Parsed {
  switch (kind.type) {
    case 'text': {
      const text = kind.lines === true ? cleanText(cellText(raw)) : line;
      return [...text].length > kind.max
        ? { reason: 'tooLong', params: { max: kind.max } }
        : { value: text };
    }
    case 'code': {
      if (typeof raw === 'number' && Math.abs(raw) >= MOST_DIGITS)
        return { reason: 'sheet.digitsLost' };
      const code = compactCode(line);
      return code.length > kind.max
        ? { reason: 'tooLong', params: { max: kind.max } }
        : { value: code };
    }
    case 'phone': {
      const phone = parsePhone(line);
      return phone === null ? { reason: 'invalidPhone' } : { value: phone };
    }
    case 'day':
      return parseDayCell(raw, line);
    case 'money':
      return parseMoney(line, kind.unit, kind.negative === true, unit);
    case 'area':
      return parseAreaCell(line);
    case 'number':
      return parseNumber(line, kind);
    case 'choice': {
      const wanted = nameKey(line);
      const found = Object.entries(kind.choices).find(([value, words]) =>
        [value, ...words].some((word) => nameKey(word) === wanted),
      );
      return found
        ? { value: found[0] }
        : {
            reason: 'sheet.notAChoice',
            params: {
              choices: Object.values(kind.choices)
                .map((words) => words[0])
                .filter((word) => word !== undefined)
                .slice(0, 12)
                .join('、'),
            },
          };
    }
  }
}

function parseDayCell(raw: CellValue, line: string): Parsed {
  const serial = /^\d{5}(\.\d+)?$/.test(line) ? Number(line) : null;
  const day =
    typeof raw === 'object' && raw !== null
      ? line
      : serial !== null
        ? serialToDay(serial)
        : parseDay(line);
  if (day !== null && isDay(day)) return { value: day };
  const year = /(\d{4})\s*[-/.年]/.exec(toHalfWidth(line))?.[1] ?? /^(\d{4})\d{4}$/.exec(line)?.[1];
  const impossible = year !== undefined && (Number(year) < 1900 || Number(year) > 2100);
  return impossible
    ? { reason: 'sheet.impossibleYear', params: { year } }
    : { reason: 'sheet.notADay' };
}

function parseMoney(
  line: string,
  columnUnit: MoneyUnit,
  mayBeNegative: boolean,
  headerUnit: MoneyUnit | null,
): Parsed {
  const plain = moneyText(line);
  if (/[$€£]|美元|欧元|港[元币]|日元|英镑|usd|eur|hkd|jpy/i.test(plain))
    return { reason: 'sheet.foreignCurrency' };
  const { size, unit } = sizeAndUnit(plain);
  const amount = parseDecimal(size, PLACES[unit ?? headerUnit ?? columnUnit]);
  if (amount === null)
    return { reason: parseDecimal(size, 20) === null ? 'sheet.notAnAmount' : 'sheet.tooPrecise' };
  return amount < 0n && !mayBeNegative ? { reason: 'negativeAmount' } : { value: amount };
}

/** The number a cell of money writes, as an integer of its last place, and the unit it names itself; null where it writes none. */
export function amountIn(text: string, places: number): { size: bigint; unit: MoneyUnit | null } | null {
  const { size, unit } = sizeAndUnit(moneyText(cleanLine(text)));
  const read = parseDecimal(size, places);
  return read === null ? null : { size: read, unit };
}

function moneyText(line: string): string {
  return toHalfWidth(line)
    .replace(/\s/g, '')
    .replace(/^(人民币|rmb|cny)/i, '')
    .replace(/(人民币|整|rmb|cny)+$/i, '');
}

function sizeAndUnit(plain: string): { size: string; unit: MoneyUnit | null } {
  const parts = /^(.*?)(亿|万|千)?(?:元|圆|块)?$/.exec(plain);
  const unit =
    parts?.[2] === '亿'
      ? 'yi'
      : parts?.[2] === '万'
        ? 'wan'
        : parts?.[2] === '千'
          ? 'thousand'
          : /[元圆块]$/.test(plain)
            ? 'yuan'
            : null;
  return { size: negativeInBrackets(parts?.[1] ?? ''), unit };
}

function parseAreaCell(line: string): Parsed {
  const plain = toHalfWidth(line)
    .replace(/\s/g, '')
    .replace(/(平方米|平米|平方|平|㎡|m2|m²|sqm)$/i, '');
  const area = parseDecimal(plain, 2);
  if (area === null) return { reason: 'sheet.notAnArea' };
  if (area < 0n) return { reason: 'tooSmall', params: { min: 0 } };
  return area > 2_147_483_647n
    ? { reason: 'tooLarge', params: { max: 21_474_836 } }
    : { value: Number(area) };
}

function parseNumber(line: string, kind: { places?: number; min?: number; max?: number }): Parsed {
  const places = kind.places ?? 0;
  const whole = parseDecimal(
    toHalfWidth(line)
      .replace(/\s/g, '')
      .replace(/[人家个项件次名%]$/, ''),
    places,
  );
  if (whole === null) return { reason: 'sheet.notANumber', params: { places } };
  const value = Number(whole) / 10 ** places;
  if (kind.min !== undefined && value < kind.min)
    return { reason: 'tooSmall', params: { min: kind.min } };
  if (kind.max !== undefined && value > kind.max)
    return { reason: 'tooLarge', params: { max: kind.max } };
  return Number.isSafeInteger(Number(whole))
    ? { value }
    : { reason: 'sheet.notANumber', params: { places } };
}

/** Accountants write (1,234.00) for −1,234.00. */
function negativeInBrackets(text: string): string {
  return /^\([\d,.]+\)$/.test(text) ? `-${text.slice(1, -1)}` : text;
}

function isNothing(line: string, kind: ColumnKind): boolean {
  if (line === '' || STROKES.test(line)) return true;
  return kind.type !== 'text' && kind.type !== 'choice' && NOTHING.test(line);
}

/** A run of stars is a mask anywhere; a single one only where the column is exported masked. */
function isMasked(line: string, column: ColumnShape): boolean {
  const plain = toHalfWidth(line);
  return (
    /\*{2,}/.test(plain) ||
    (plain.includes('*') && (column.masked === true || column.kind.type === 'phone'))
  );
}

function refuse(line: string, { reason, params = {} }: Reason): CellOutcome<never> {
  const characters = [...line];
  return {
    kind: 'refused',
    reason,
    params,
    shown:
      characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH).join('')}…` : line,
  };
}
