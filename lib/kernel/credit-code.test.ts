import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeDigit, organisationDigit } from './credit-code';

const real = [
  '914403001922038216',
  '91440300708461136T',
  '9144030071526726XG',
  '91440300192317458F',
  '91110000802100433B',
  '91620000710375659T',
  '9144030010001686XA',
  '91620102MA0000015R',
  '91620102MACDEMX15E',
];

describe('credit codes', () => {
  it.each(real)('%s holds at both levels', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, code, organisationDigitMatches: true });
  });

  it('are read as people paste them', () => {
    const typed = ' ９１４４０３００ 7084-6113 6t　';
    expect(checkCreditCode(typed)).toEqual({
      ok: true,
      code: '91440300708461136T',
      organisationDigitMatches: true,
    });
  });

  it('are refused for length, character and last digit, each in its own words', () => {
    expect(checkCreditCode('914403001922038217')).toMatchObject({
      ok: false,
      problem: 'creditCode.checkDigit',
    });
    expect(checkCreditCode('91440300192203821I')).toMatchObject({
      ok: false,
      problem: 'creditCode.character',
    });
    expect(checkCreditCode('91440300192203821')).toMatchObject({
      ok: false,
      problem: 'creditCode.length',
    });
    expect(checkCreditCode('')).toMatchObject({ ok: false, problem: 'creditCode.length' });
  });

  it('only warn for the organisation digit', () => {
    const body = '9162010212345678';
    const wrong = organisationDigit('12345678') === '1' ? '2' : '1';
    const code = body + wrong + creditCodeDigit(body + wrong);
    expect(checkCreditCode(code)).toEqual({ ok: true, code, organisationDigitMatches: false });
  });

  it('notice any single wrong character', () => {
    const charset = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.nat(17),
        fc.constantFrom(...charset),
        (code, at, other) => {
          fc.pre(code[at] !== other);
          expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });
});
