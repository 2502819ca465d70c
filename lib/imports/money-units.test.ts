import { expect, test } from 'vitest';
import type { MatchedColumn } from './match-columns';
import { bareAmounts, fenOf, unitDoubt, unitQuestions, unitsOffered } from './money-units';
import type { PlannedRow, Verdict } from './registry';
import { readTable } from './rows';
import type { MoneyUnit } from './sheet-spec';
import { register } from './testing';

const ONE = 1_000_000n;

test.each<[MoneyUnit | null, number, ReturnType<typeof unitDoubt>]>([
  [null, 0.5, { why: 'noUnit', suggested: 'wan' }],
  [null, 500, { why: 'noUnit', suggested: 'wan' }],
  [null, 9_999, { why: 'noUnit', suggested: 'wan' }],
  [null, 10_000, { why: 'noUnit', suggested: 'yuan' }],
  [null, 5_000_000, { why: 'noUnit', suggested: 'yuan' }],
  ['wan', 500, null],
  ['wan', 99_999, null],
  ['wan', 100_000, { why: 'magnitude', suggested: 'yuan' }],
  ['yuan', 500, { why: 'magnitude', suggested: 'wan' }],
  ['yuan', 1_000, null],
  ['yuan', 50_000_000, null],
  ['thousand', 5_000, null],
  ['thousand', 5_000_000, { why: 'magnitude', suggested: 'yuan' }],
  ['yi', 1, null],
  ['yi', 500, { why: 'magnitude', suggested: 'wan' }],
])('a header that says %s over %d in the middle', (named, middle, doubt) => expect(unitDoubt(named, BigInt(Math.round(middle * 1_000_000)))).toEqual(doubt));

test('a question offers what it suggests, what the header says, and 万元 and 元', () => {
  expect(unitsOffered({ named: null, suggested: 'yuan' })).toEqual(['yuan', 'wan']);
  expect(unitsOffered({ named: 'thousand', suggested: 'yuan' })).toEqual(['yuan', 'thousand', 'wan']);
});

test.each<[string, MoneyUnit, bigint]>([['500000', 'yuan', 50_000_000n], ['500000', 'wan', 500_000_000_000n], ['0.5', 'yi', 5_000_000_000n], ['2', 'thousand', 200_000n]])('%s in %s is %s fen', (middle, unit, fen) => expect(fenOf(middle, unit)).toBe(fen));

const column: MatchedColumn & { named: MoneyUnit | null } = { index: 1, letter: 'B', header: '注册资本', key: 'capital', unit: null, named: null };
const name: MatchedColumn = { index: 0, letter: 'A', header: '企业名称', key: 'name', unit: null };
const planned = (row: number, verdict: Verdict, before: PlannedRow['before'] = null): PlannedRow => ({ row, verdict, before, values: {}, problems: [], targetId: null, label: '' });

test('only bare numbers that would change something are asked about, and once', () => {
  const sheet = { name: '', rows: ['企业名称|注册资本', '甲公司|500,000', '乙公司|100万元', '丙公司|', '丁公司|若干', '戊公司|-300000', '己公司|8000000'].map((line, at) => ({ number: at + 1, cells: line.split('|') })) };
  const { rows } = readTable(register, sheet, { sheet: 0, rows: [1], cells: ['企业名称', '注册资本'], tableUnit: null }, [{ ...name, key: 'name' }, { ...column, key: 'capital' }]);
  const amounts = bareAmounts(register, sheet, rows, [name, column]);
  expect([...(amounts.get(1) ?? [])]).toEqual([[2, 500_000n * ONE], [6, 300_000n * ONE], [7, 8_000_000n * ONE]]);
  const ask = (plan: PlannedRow[], answered: number[] = []) => unitQuestions([column], amounts, plan, new Set(answered));
  expect(ask([2, 3, 4, 5, 6, 7].map((row) => planned(row, 'new')))).toEqual([{ index: 1, key: 'capital', named: null, why: 'noUnit', suggested: 'yuan', middle: '500000' }]);
  // What stands there already proves the unit; refused rows are not written; another column's change is another's.
  expect(ask([planned(2, 'unchanged'), planned(6, 'refused'), planned(7, 'changed', { name: '旧名' })])).toEqual([]);
  expect(ask([planned(7, 'changed', { capital: '1' })])).toMatchObject([{ middle: '8000000' }]);
  expect(ask([planned(2, 'new')], [1])).toEqual([]);
});
