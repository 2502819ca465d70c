/** What a cell holds once the file's own encoding is gone. Dates carry what the sheet says, even if no such year can be meant. */
export type CellValue = null | string | number | boolean | { date: string } | { error: string };

/** `number` counts as the sheet does, from 1; `cells` by column from 0, shorter where the row ends early. */
export type SheetRow = { number: number; cells: CellValue[] };

/** Rows that hold nothing at all may be missing; `hidden` sheets are read by nobody and so are not read by us. */
export type Sheet = { name: string; rows: SheetRow[] };

/** 0 → A, 26 → AA: how a sheet names its columns. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** A cell as a person reads it: dates as 2022-06-30, numbers without an exponent. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return 'date' in value ? value.date : value.error;
}

/** A sheet's number by the fifteen digits a sheet shows, so that 0.1+0.2 is 0.3; never with an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [head = '', tail = ''] = mantissa.replace('-', '').split('.');
  const digits = (head + tail).replace(/0+$/, '') || '0';
  const point = Number(exponentText) + 1;
  if (digits === '0') return '0';
  // Beyond this no number in a register is meant; the exponent may stay.
  if (Math.abs(point) > 40) return String(value);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
