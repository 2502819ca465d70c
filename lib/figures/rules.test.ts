import { describe, expect, it } from 'vitest';
import { checkPeriod, compare, type Hedge } from './rules';

const printed = (hedge: Hedge, value: bigint | null, valueTo: bigint | null = null) => ({ hedge, value, valueTo, decimals: 0 });

describe('a print against our rows', () => {
  it.each<[string, ReturnType<typeof printed>, bigint, ReturnType<typeof compare>]>([
    ['exact and equal', printed('exact', 4_174n), 4_174n, { kind: 'matches' }],
    ['one fen more', printed('exact', 417_400_00n), 417_400_01n, { kind: 'differs', by: 1n }],
    ['one less', printed('exact', 9n), 8n, { kind: 'differs', by: -1n }],
    ['at least, reached to the unit', printed('at_least', 1_750n), 1_750n, { kind: 'matches' }],
    ['at least, missed', printed('at_least', 1_750n), 1_749n, { kind: 'differs', by: -1n }],
    ['about, a twentieth off', printed('about', 100n), 105n, { kind: 'matches' }],
    ['about, more than that', printed('about', 100n), 106n, { kind: 'differs', by: 6n }],
    ['range, inside', printed('range', 10n, 20n), 20n, { kind: 'matches' }],
    ['range, above', printed('range', 10n, 20n), 21n, { kind: 'differs', by: 1n }],
    ['range, below', printed('range', 10n, 20n), 9n, { kind: 'differs', by: -1n }],
    ['undisclosed is not zero', printed('undisclosed', null), 0n, { kind: 'incomparable' }],
  ])('%s', (_case, print, ours, expected) => {
    expect(compare(print, ours)).toEqual(expected);
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => checkPeriod({ from: '2022-02-01', to: '2022-01-31' })).toThrow(RangeError);
    expect(checkPeriod({ from: '2022-01-31', to: '2022-01-31' })).toEqual({ from: '2022-01-31', to: '2022-01-31' });
  });
});
