import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IpKind, ipKinds } from '../inputs/ip';
import { classOf, expiryOf, ipCounts, ipDatesProblem, ipStateOn } from './ip';
import { checkIpNumber, patentDigit } from './ip-number';

describe('a number', () => {
  test.each<[IpKind, string, string]>([
    ['utility', '200820028064.2', '200820028064.2'],
    ['utility', 'ZL200820028064.2', '200820028064.2'],
    ['utility', ' zl 2008 2002 8064．2 ', '200820028064.2'],
    ['utility', '2008200280642', '200820028064.2'],
    ['invention', '201010000001.8', '201010000001.8'],
    ['invention', '200310102344.5', '200310102344.5'],
    ['software', '2021SR0123456', '2021SR0123456'],
    ['software', '2009sr012345', '2009SR012345'],
    ['layout', 'BS.215001234', 'BS.215001234'],
    ['trademark', '12345678', '12345678'],
    ['plant', 'CNA20191000001', 'CNA20191000001'],
  ])('of a %s: %s', (kind, typed, number) => expect(checkIpNumber(kind, typed)).toEqual({ ok: true, number }));

  test.each<[IpKind, string, string]>([
    ['utility', '200820028064.3', 'ip.patentDigit'],
    ['utility', '200820028065.2', 'ip.patentDigit'],
    ['invention', '200820028064.2', 'ip.is.utility'],
    ['design', '201010000001.8', 'ip.is.invention'],
    ['invention', '20082002806.2', 'ip.patentLength'],
    ['invention', '2021SR0123456', 'ip.is.software'],
    ['invention', '专利号', 'ip.shape.patent'],
    ['software', '200820028064.2', 'ip.is.utility'],
    ['software', '1999SR0123456', 'ip.shape.software'],
    ['software', '2021SR01234', 'ip.shape.software'],
    ['layout', 'BS12', 'ip.shape.layout'],
    ['trademark', '1234567890', 'ip.shape.trademark'],
    ['trademark', '2021SR0123456', 'ip.is.software'],
  ])('of a %s refused: %s (%s)', (kind, typed, problem) => expect(checkIpNumber(kind, typed)).toEqual({ ok: false, problem }));

  test('with any one digit changed no longer checks, and one that checks reads back as itself', () => {
    const numbers = fc.tuple(fc.integer({ min: 1985, max: 2026 }), fc.constantFrom('1', '2', '3'), fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(numbers, ([year, letter, serial, at, by]) => {
        const first = `${year}${letter}${String(serial).padStart(7, '0')}`;
        const kind = ({ 1: 'invention', 2: 'utility', 3: 'design' } as const)[letter as '1'];
        const number = `${first}.${patentDigit(first)}`;
        expect(checkIpNumber(kind, number)).toEqual({ ok: true, number });
        const wrong = [...first].map((digit, index) => (index === at ? String((Number(digit) + by) % 10) : digit)).join('');
        expect(patentDigit(wrong)).not.toBe(patentDigit(first));
      }),
    );
  });
});

describe('the last day', () => {
  test.each<[IpKind, string | null, string | null, string | null]>([
    ['invention', '2009-09-06', null, '2029-09-05'],
    ['utility', '2009-09-06', '2010-01-01', '2019-09-05'],
    ['design', '2021-05-31', null, '2031-05-30'],
    ['design', '2021-06-01', null, '2036-05-31'],
    ['utility', '2020-02-29', null, '2030-02-27'],
    ['layout', '2020-01-01', null, '2029-12-31'],
    ['trademark', '2019-01-01', '2020-03-07', '2030-03-06'],
    ['software', null, '2020-03-07', '2070-12-31'],
    ['drug', '2020-01-01', '2020-01-01', null],
    ['invention', null, '2020-01-01', null],
  ])('of a %s filed %s granted %s is %s', (kind, filedOn, grantedOn, expiresOn) => expect(expiryOf(kind, { filedOn, grantedOn })).toBe(expiresOn));
});

test('classes are those of the rules: six kinds in the first, three in the second, trademarks in none', () => {
  expect(ipKinds.filter((kind) => classOf(kind) === 1)).toHaveLength(6);
  expect(ipKinds.filter((kind) => classOf(kind) === 2)).toEqual(['utility', 'design', 'software']);
  expect(classOf('trademark')).toBeNull();
});

test.each([
  [{ grantedOn: null, expiresOn: null, endedOn: null }, 'filed'],
  [{ grantedOn: '2020-01-01', expiresOn: '2026-11-20', endedOn: null }, 'valid'],
  [{ grantedOn: '2020-01-01', expiresOn: '2026-11-19', endedOn: null }, 'expired'],
  [{ grantedOn: '2020-01-01', expiresOn: null, endedOn: '2026-11-20' }, 'ended'],
  [{ grantedOn: '2026-11-21', expiresOn: null, endedOn: null }, 'filed'],
])('%o is %s', (right, state) => expect(ipStateOn(right, '2026-11-20')).toBe(state));

test.each([
  [{ filedOn: '1899-01-01', grantedOn: null, endedOn: null }, 'ip.tooEarly'],
  [{ filedOn: '2027-01-01', grantedOn: null, endedOn: null }, 'ip.later'],
  [{ filedOn: '2020-01-02', grantedOn: '2020-01-01', endedOn: null }, 'ip.grantedBeforeFiled'],
  [{ filedOn: '2020-01-02', grantedOn: null, endedOn: '2020-01-01' }, 'ip.endedBeforeFiled'],
  [{ filedOn: '2020-01-01', grantedOn: '2020-01-01', endedOn: '2020-01-01' }, undefined],
])('%o: %s', (right, key) => expect(ipDatesProblem(right, '2026-11-20')?.key).toBe(key));

test('counts what is valid by class', () => {
  const right = (kind: IpKind, grantedOn: string | null) => ({ kind, grantedOn, expiresOn: null, endedOn: null });
  expect(ipCounts([right('invention', '2020-01-01'), right('software', '2020-01-01'), right('software', null), right('trademark', '2020-01-01')], '2026-11-20')).toEqual({ first: 1, second: 1, other: 1, filed: 1 });
});
