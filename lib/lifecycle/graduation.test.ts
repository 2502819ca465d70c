import { describe, expect, test } from 'vitest';
import { yuan } from '@/lib/kernel/money';
import { type Evidence, type GraduationCondition, graduationOf } from './graduation';

const wan = (amount: number) => yuan(amount * 10_000);
let serial = 0;
const evidence = (condition: GraduationCondition, more: Partial<Evidence> = {}): Evidence => ({ id: String(++serial), source: 'staff', condition, onDay: null, year: null, amount: null, words: '', verified: true, ...more });
const met = (...all: Evidence[]) => graduationOf(all).filter((one) => one.met).map((one) => one.condition);
const venture = (...amounts: bigint[]) => amounts.map((amount) => evidence('venture', { amount }));
const revenue = (...years: [number, bigint][]) => years.map(([year, amount]) => evidence('revenue', { year, amount }));

describe('the four conditions of graduation', () => {
  test('nothing meets nothing', () => expect(met()).toEqual([]));
  test('a high-tech certificate or a listing is enough', () => {
    expect(met(evidence('hnte'))).toEqual(['hnte']);
    expect(met(evidence('capital'))).toEqual(['capital']);
  });
  test('venture money must be more than 500 万元: exactly 500 is not, a fen more is, and rounds add up', () => {
    expect(met(...venture(wan(500)))).toEqual([]);
    expect(met(...venture(wan(500) + 1n))).toEqual(['venture']);
    expect(met(...venture(wan(300), wan(200)))).toEqual([]);
    expect(met(...venture(wan(300), wan(200), 1n))).toEqual(['venture']);
  });
  test('two years in a row must earn more than 1,000 万元: exactly 1,000 is not, and years apart don’t add up', () => {
    expect(met(...revenue([2024, wan(400)], [2025, wan(600)]))).toEqual([]);
    expect(met(...revenue([2024, wan(400)], [2025, wan(600) + 1n]))).toEqual(['revenue']);
    expect(met(...revenue([2023, wan(900)], [2025, wan(900)]))).toEqual([]);
    expect(met(...revenue([2025, wan(5_000)]))).toEqual([]);
  });
  test('the best two years in a row are taken, whatever the order', () => {
    const [, , found] = graduationOf(revenue([2025, wan(100)], [2022, wan(700)], [2023, wan(800)], [2024, wan(200)]));
    expect(found).toMatchObject({ condition: 'revenue', met: true, years: [2022, 2023], sum: wan(1_500) });
  });
  test('what nobody vouches for doesn’t count, and one year counts once', () => {
    expect(met(evidence('hnte', { verified: false }))).toEqual([]);
    expect(met(...revenue([2024, wan(600)], [2024, wan(600)]))).toEqual([]);
  });
});
