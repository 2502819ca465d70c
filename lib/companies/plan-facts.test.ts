import { describe, expect, test } from 'vitest';
import type { AskedRow } from '@/lib/imports/registry';
import { type FactsKnowledge, planFacts } from './plan-facts';
import type { Figures } from './rules/facts';

const wan = (amount: number) => BigInt(amount) * 1_000_000n;
const company = { id: 'c1', name: '兰州甲科技有限公司', creditCode: null, establishedOn: '2019-03-05' };
const knowing = (verified: Record<string, Figures> = {}): FactsKnowledge => ({
  companies: { byCode: new Map(), byName: new Map([[company.name, [company]]]) },
  verified: new Map(Object.entries(verified).map(([year, figures]) => [`c1 ${year}`, figures])),
  thisYear: 2026,
});
/** One row a year: its revenue in 万元. */
const rowsOf = (...years: [year: number, revenue: number][]): AskedRow[] =>
  years.map(([year, revenue], index) => ({ row: index + 2, values: { company: company.name, year, revenue: wan(revenue).toString() }, problems: [] }));
const said = (rows: AskedRow[], known: FactsKnowledge) => planFacts(rows, known).map((row) => [row.values.year, row.verdict, ...row.problems.map((problem) => problem.key)].join(' '));

describe('the years of a sheet', () => {
  test.each<[number, string]>([
    [1905, '1905 refused facts.tooEarly'],
    [2018, '2018 refused facts.beforeEstablished'],
    [2019, '2019 new'],
    [2026, '2026 new'],
    [2027, '2027 refused facts.future'],
    [20_255, '20255 refused facts.future'],
  ])('%s: %s', (year, verdict) => expect(said(rowsOf([year, 100]), knowing())).toEqual([verdict]));

  test('what stands already is read back unchanged, though the year could not be entered any more', () => {
    const known = knowing({ 2018: { revenue: wan(100) } });
    expect(said(rowsOf([2018, 100]), known)).toEqual(['2018 unchanged']);
    expect(said(rowsOf([2018, 101]), known)).toEqual(['2018 refused facts.beforeEstablished']);
  });
});
