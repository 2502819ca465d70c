/** Formats 14–17, 22 and the East Asian 27–36 and 50–58 are dates in every workbook; 18–21 and 45–47 are times of day. */
const BUILT_IN = (id: number) =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 54) ||
  id === 57 ||
  id === 58;

/** True when a number under this format is shown as a day: the format names a year or a day outside quotes and brackets. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return !/general|[gG]\//i.test(bare) && /[yd]/i.test(bare);
}

const MS_PER_DAY = 86_400_000;

/**
 * The day of a serial number, as 'YYYY-MM-DD', or null outside 1900–9999. Sheets count from 1900 with a 29 February that
 * never was (serial 60, read as the 28th), or from 1904.
 */
export function serialToDay(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial + 1e-9) + (from1904 ? 1462 : 0);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465) return null;
  const days = whole <= 59 ? whole + 1 : whole;
  return new Date(Date.UTC(1899, 11, 30) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
