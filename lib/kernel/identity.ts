import { type Day, isDay } from './dates';
import { compactCode } from './text';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const DIGITS = '10X98765432';

export type ResidentIdCheck =
  | { ok: true; number: string; bornOn: Day; sex: 'male' | 'female' }
  | { ok: false; problem: 'residentId.shape' | 'residentId.birthday' | 'residentId.checkDigit' };

/** Checks an 18-digit resident identity number (GB 11643-1999), residence permits of 港澳台 included. `problem` is a key under `errors.`. */
export function checkResidentId(text: string, today: Day): ResidentIdCheck {
  const number = compactCode(text);
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, problem: 'residentId.shape' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  // The standard's own example was born in 1880, before our calendar begins.
  const real = isDay(bornOn) || (bornOn < '1900' && isDay(`19${bornOn.slice(2)}`));
  if (!real || bornOn > today) return { ok: false, problem: 'residentId.birthday' };
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  if (DIGITS[sum % 11] !== number[17]) return { ok: false, problem: 'residentId.checkDigit' };
  return { ok: true, number, bornOn, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** 620102********1234: the first six and the last four stay. Anything shorter than an identity number is hidden whole. */
export function maskResidentId(number: string): string {
  return number.length < 15
    ? '*'.repeat(number.length)
    : number.slice(0, 6) + '*'.repeat(number.length - 10) + number.slice(-4);
}

/** 张*: the first character stays. */
export function maskName(name: string): string {
  const characters = [...name];
  return characters.slice(0, 1).join('') + '*'.repeat(Math.max(characters.length - 1, 0));
}

/** The last four digits of a bank account stay. */
export function maskAccount(number: string): string {
  return number.length <= 4
    ? '*'.repeat(number.length)
    : '*'.repeat(number.length - 4) + number.slice(-4);
}
