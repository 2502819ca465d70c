import { formatDecimal, parseDecimal } from './money';

/** An area in hundredths of a square metre, an integer. */
export type Area = number;

/** The largest area the database's integer holds: 21 square kilometres. */
const LARGEST = 2_147_483_647n;

/** Reads '50.25' square metres; null when it is no number, is negative, has more than two decimals or is too large to be true. */
export function parseArea(text: string): Area | null {
  const value = parseDecimal(text, 2);
  return value === null || value < 0n || value > LARGEST ? null : Number(value);
}

/** 123456 → '1,234.56'. The unit is the caller's to print. */
export function formatArea(area: Area): string {
  return formatDecimal(BigInt(area), 2);
}
