import { toHalfWidth } from './text';

/** An amount of money in fen, one hundredth of a yuan. */
export type Fen = bigint;

const FEN_PER_YUAN = 100n;
const FEN_PER_WAN = 1_000_000n;
/** Thousands separators are accepted only where they belong, so that '1,23' is never taken for 123. */
const AMOUNT = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Reads '1,234.5' yuan, exactly; null when it is no amount or has more than two decimals. */
export function parseYuan(text: string): Fen | null {
  return parseDecimal(text, 2);
}

/** Reads '120.5' in units of 10,000 yuan, exactly; null when it is no amount or has more than six decimals. */
export function parseWan(text: string): Fen | null {
  return parseDecimal(text, 6);
}

/** 123456n → '1,234.56'. The unit is the caller's to print. */
export function formatYuan(amount: Fen): string {
  return formatDecimal(amount, 2);
}

/** Fen in units of 10,000 yuan, rounded half up (away from zero): 417_400_000n → '417.40'. */
export function formatWan(amount: Fen, digits = 2): string {
  return formatDecimal(divideHalfUp(amount * 10n ** BigInt(digits), FEN_PER_WAN), digits);
}

/** An exact amount without separators or needless zeros, as a sheet or an input shows it: 123450n → '1234.5'. */
export function plainYuan(amount: Fen): string {
  return plainDecimal(amount, 2);
}

/** The same in units of 10,000 yuan: 1_205_000n → '1.205'. */
export function plainWan(amount: Fen): string {
  return plainDecimal(amount, 6);
}

/** A quotient rounded half up, halves away from zero. The divisor is positive. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('divisor must be positive');
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** A whole number of yuan in fen. */
export function yuan(whole: number | bigint): Fen {
  return BigInt(whole) * FEN_PER_YUAN;
}

/** Reads a decimal number as an integer of its last place; null when it is none or has more places. */
export function parseDecimal(text: string, places: number): bigint | null {
  const plain = toHalfWidth(text)
    .replace(/\s/g, '')
    .replace(/^([+-]?)[¥]/, '$1');
  const parts = AMOUNT.exec(plain);
  if (!parts || plain.length > 40) return null;
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return null;
  const size = BigInt((parts[2] ?? '').replaceAll(',', '') + fraction.padEnd(places, '0'));
  return parts[1] === '-' ? -size : size;
}

/** An integer of the last place as a decimal with thousands separators and all its places. */
export function formatDecimal(value: bigint, places: number): string {
  const { sign, whole, fraction } = split(value, places);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + grouped + (places > 0 ? `.${fraction}` : '');
}

/** The same without separators or needless zeros. */
export function plainDecimal(value: bigint, places: number): string {
  const { sign, whole, fraction } = split(value, places);
  const rest = fraction.replace(/0+$/, '');
  return sign + whole + (rest === '' ? '' : `.${rest}`);
}

function split(value: bigint, places: number) {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return { sign: value < 0n ? '-' : '', whole: digits.slice(0, cut), fraction: digits.slice(cut) };
}
