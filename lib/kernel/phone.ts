import { toHalfWidth } from './text';

const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes of 010 and 02x have three digits, all others four. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/;

/** True for a mobile number of mainland China in its stored form, eleven digits. */
export function isMobile(number: string): boolean {
  return MOBILE.test(number);
}

/**
 * A phone number as we store it: 13800001234 for a mobile, 0931-8500000 or 0931-8500000-12 for a landline.
 * Spaces, hyphens, brackets and +86 are forgiven; null when it is neither.
 */
export function parsePhone(text: string): string | null {
  const plain = toHalfWidth(text)
    .trim()
    .replace(/[‐-―−]/g, '-')
    .replace(/^(\+|00)86[\s-]*/, '');
  const digits = plain.replace(/[\s-]/g, '');
  if (MOBILE.test(digits)) return digits;
  const landline = LANDLINE.exec(
    plain
      .replace(/^\((0\d{2,3})\)/, '$1-')
      .replace(/\s+/g, '-')
      .replace(/-+/g, '-')
      .replace(/(?:转|ext\.?)-?/i, '-')
      .replace(/-+/g, '-'),
  );
  if (!landline) return null;
  return `${landline[1]}-${landline[2]}${landline[3] === undefined ? '' : `-${landline[3]}`}`;
}

/** A mobile number in its stored form, or null; landlines can't sign in or receive a text. */
export function parseMobile(text: string): string | null {
  const number = parsePhone(text);
  return number !== null && isMobile(number) ? number : null;
}

/** 138****1234; of a landline the area code and the last three digits stay: 0931-****000. */
export function maskPhone(number: string): string {
  if (MOBILE.test(number)) return `${number.slice(0, 3)}****${number.slice(7)}`;
  const landline = LANDLINE.exec(number);
  if (!landline) return '*'.repeat(number.length);
  const local = landline[2] ?? '';
  return `${landline[1]}-${'*'.repeat(local.length - 3)}${local.slice(-3)}`;
}
