import { describe, expect, test } from 'vitest';
import { industrySections } from '../industries';
import { scaleIndustryOf, scaleOf } from './scale';

const wan = (amount: number) => BigInt(Math.round(amount * 1_000_000));
const facts = (staff: number | null, revenue: number | null, assets: number | null = null) => ({
  staff: staff === null ? undefined : BigInt(staff),
  revenue: revenue === null ? undefined : wan(revenue),
  assets: assets === null ? undefined : wan(assets),
});

/** 工信部联企业〔2011〕300号: division, heads, revenue, assets (万元) → tier. Borders count for the higher tier; both measures are needed. */
describe('the size of a company', () => {
  test.each([
    ['27', 1_000, 40_000, null, 'large'],
    ['27', 999, 40_000, null, 'medium'],
    ['27', 1_000, 39_999.99, null, 'medium'],
    ['27', 300, 2_000, null, 'medium'],
    ['27', 299, 5_000, null, 'small'],
    ['27', 20, 300, null, 'small'],
    ['27', 19, 30_000, null, 'micro'],
    ['27', 5_000, 299.99, null, 'micro'],
    ['65', 10, 50, null, 'small'],
    ['65', 9, 5_000, null, 'micro'],
    ['65', 100, 1_000, null, 'medium'],
    ['65', 300, 10_000, null, 'large'],
    ['64', 300, 10_000, null, 'medium'],
    ['75', 10, null, null, 'small'],
    ['75', 9, null, null, 'micro'],
    ['75', 300, null, null, 'large'],
    ['77', 100, null, null, 'medium'],
    ['01', null, 50, null, 'small'],
    ['01', null, 49.99, null, 'micro'],
    ['01', null, 20_000, null, 'large'],
    ['51', 5, 1_000, null, 'small'],
    ['52', 10, 99, null, 'micro'],
    ['48', null, 80_000, 79_999, 'medium'],
    ['48', null, 300, 300, 'small'],
    ['72', 100, null, 8_000, 'medium'],
    ['72', 300, null, 119_999, 'medium'],
    ['54', 20, 200, null, 'small'],
    ['59', 100, 1_000, null, 'medium'],
    ['60', 300, 2_000, null, 'medium'],
    ['62', 10, 100, null, 'small'],
  ] as const)('%s with %s heads, %s revenue, %s assets is %s', (division, staff, revenue, assets, scale) => {
    expect(scaleOf(division, facts(staff, revenue, assets))).toMatchObject({ kind: 'scale', scale });
  });

  test('one measure alone makes it micro, but never more', () => {
    expect(scaleOf('27', facts(5, null))).toMatchObject({ kind: 'scale', scale: 'micro' });
    expect(scaleOf('27', facts(500, null))).toMatchObject({ kind: 'missing', measures: ['revenue'] });
    expect(scaleOf(null, facts(5, 5))).toMatchObject({ kind: 'missing', industry: null });
  });

  test.each(['53', '66', '70', '83', '84', '91', '97'])('the standard says nothing of division %s alone', (division) => {
    expect(scaleOf(division, facts(5, 5, 5))).toEqual({ kind: 'notCovered' });
  });

  test('GB/T 4754 has twenty sections and ninety-seven divisions in a row', () => {
    expect(industrySections.map((one) => one.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    const divisions = industrySections.flatMap((one) => one.divisions.map((division) => division.code));
    expect(divisions).toEqual(Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')));
    expect(divisions.filter((division) => scaleIndustryOf(division) === null)).toHaveLength(15);
  });
});
