import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideHalfUp,
  formatWan,
  formatYuan,
  parseWan,
  parseYuan,
  plainWan,
  plainYuan,
  yuan,
} from './money';

const anyAmount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

describe('money', () => {
  it('is read exactly', () => {
    expect(parseYuan('1,234.5')).toBe(123_450n);
    expect(parseYuan(' ￥１，２３４．５０ ')).toBe(123_450n);
    expect(parseYuan('¥0.01')).toBe(1n);
    expect(parseYuan('-20')).toBe(-2_000n);
    expect(parseYuan('90071992547409.93')).toBe(9_007_199_254_740_993n);
    expect(parseYuan('1.500')).toBe(150n);
    expect(parseWan('417.4')).toBe(417_400_000n);
    expect(parseWan('0.000001')).toBe(1n);
  });

  it('refuses what is no exact amount', () => {
    for (const text of [
      '',
      '-',
      '.5',
      '5.',
      '1,23',
      '12,34,567',
      '1.234',
      '1e5',
      '若干',
      '约 50',
      '10万',
      'NaN',
      'Infinity',
      '0x10',
      '1 234,5x',
      '9'.repeat(60),
    ]) {
      expect(parseYuan(text)).toBeNull();
    }
    expect(parseWan('0.0000001')).toBeNull();
  });

  it('is written in yuan and in ten thousands, half up', () => {
    expect(formatYuan(123_456_789n)).toBe('1,234,567.89');
    expect(formatYuan(-5n)).toBe('-0.05');
    expect(formatWan(417_400_000n)).toBe('417.40');
    expect(formatWan(2_446_500_000n, 1)).toBe('2,446.5');
    expect(formatWan(5_000n)).toBe('0.01');
    expect(formatWan(4_999n)).toBe('0.00');
    expect(formatWan(-4_999n)).toBe('0.00');
    expect(formatWan(-5_000n)).toBe('-0.01');
    expect(formatWan(1_500_000n, 0)).toBe('2');
    expect(plainWan(1_205_000n)).toBe('1.205');
    expect(plainYuan(yuan(20))).toBe('20');
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(parseYuan(formatYuan(amount))).toBe(amount);
        expect(parseYuan(plainYuan(amount))).toBe(amount);
        expect(parseWan(plainWan(amount))).toBe(amount);
      }),
    );
  });

  it('rounds to the nearest, halves away from zero', () => {
    fc.assert(
      fc.property(anyAmount, fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, b) => {
        const rest = 2n * (divideHalfUp(a, b) * b - a);
        expect(rest <= b && rest >= -b).toBe(true);
      }),
    );
    expect(divideHalfUp(5n, 2n)).toBe(3n);
    expect(divideHalfUp(-5n, 2n)).toBe(-3n);
  });
});
