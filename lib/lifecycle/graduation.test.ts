import { describe, expect, test } from 'vitest';
import { yuan } from '@/lib/kernel/money';
import { type Evidence, evidenceProblem, type GraduationCondition, graduationOf } from './graduation';

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

describe('evidence that staff type', () => {
  const known = { today: '2026-11-20', establishedOn: '2022-06-30' };
  test.each<[GraduationCondition, Partial<{ onDay: string; year: number; words: string }>, string | null]>([
    ['revenue', { year: 2021 }, 'year facts.beforeEstablished'],
    ['revenue', { year: 2022 }, null],
    ['revenue', { year: 2026 }, null],
    ['revenue', { year: 2027 }, 'year facts.future'],
    ['venture', { onDay: '2026-11-20' }, null],
    ['venture', { onDay: '2026-11-21' }, 'onDay graduation.dayLater'],
    ['venture', { onDay: '2022-06-29' }, 'onDay graduation.dayBeforeEstablished'],
    ['venture', { onDay: '2022-06-30' }, null],
    ['capital', { onDay: '2030-01-01' }, 'onDay graduation.dayLater'],
    ['hnte', { words: 'GR202562000001' }, null],
    ['hnte', { words: '高新技术企业证书ｇｒ202562000001（甘肃）' }, null],
    ['hnte', { words: '证书编号：GR 202562000001，2025-11-01 发证' }, null],
    ['hnte', { words: 'GR20256200001' }, 'words graduation.certificate'],
    ['hnte', { words: 'GR2025620000011' }, 'words graduation.certificate'],
    ['hnte', { words: 'GR2O2562000001' }, 'words graduation.certificate'],
    ['hnte', { words: 'XGR202562000001' }, 'words graduation.certificate'],
    ['hnte', { words: '202562000001' }, 'words graduation.certificate'],
    ['hnte', { words: '高新技术企业证书' }, 'words graduation.certificate'],
    ['hnte', { words: 'GR202762000001' }, 'words graduation.certificateYear'],
    ['hnte', { words: 'GR200762000001' }, 'words graduation.certificateYear'],
    ['hnte', { words: 'GR202562000001', onDay: '2026-12-01' }, 'onDay graduation.dayLater'],
    ['capital', { words: 'GR2025 号公告' }, null],
  ])('%s with %j: %s', (condition, more, said) => {
    const problem = evidenceProblem({ condition, onDay: null, year: null, words: '', ...more }, known);
    expect(problem === null ? null : `${problem.field} ${problem.key}`).toBe(said);
  });
  test('where nobody knows when the company was established, only the calendar speaks', () => {
    const said = (year: number, onDay: string) => evidenceProblem({ condition: 'revenue', onDay, year, words: '' }, { ...known, establishedOn: null })?.key ?? null;
    expect([said(1990, '1990-01-01'), said(1989, '1990-01-01'), said(2027, '1990-01-01')]).toEqual([null, 'facts.tooEarly', 'facts.future']);
  });
});
