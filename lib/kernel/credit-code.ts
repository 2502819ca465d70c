import { compactCode } from './text';

/** Digits and capitals without I O S V Z (GB 32100-2015, 4.2). */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$/;
/** GB 11714: the organisation code inside, characters 9 to 16, and its check digit, character 17. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeCheck =
  | { ok: true; code: string; organisationDigitMatches: boolean }
  | {
      ok: false;
      code: string;
      problem: 'creditCode.length' | 'creditCode.character' | 'creditCode.checkDigit';
    };

/** A credit code without spaces and hyphens, in plain capitals. */
export function normaliseCreditCode(text: string): string {
  return compactCode(text).replace(/[-‐-―_.·]/g, '');
}

/**
 * Checks a unified social credit code (GB 32100-2015). A wrong last digit refuses; the inner organisation digit
 * only warns, since codes with a wrong one have been issued. `problem` is a message key under `errors.`.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = normaliseCreditCode(text);
  if (code.length !== 18) return { ok: false, code, problem: 'creditCode.length' };
  if (!SHAPE.test(code)) return { ok: false, code, problem: 'creditCode.character' };
  if (code[17] !== creditCodeDigit(code.slice(0, 17)))
    return { ok: false, code, problem: 'creditCode.checkDigit' };
  return {
    ok: true,
    code,
    organisationDigitMatches: code[16] === organisationDigit(code.slice(8, 16)),
  };
}

/** The eighteenth character that belongs to the first seventeen. */
export function creditCodeDigit(first17: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * CHARSET.indexOf(first17[i] ?? '0'),
    0,
  );
  return CHARSET[(31 - (sum % 31)) % 31] ?? '0';
}

/** The check digit of an eight-character organisation code. */
export function organisationDigit(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(first8[i] ?? '0', 36),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}
