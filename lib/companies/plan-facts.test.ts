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

describe('what moves too far', () => {
  test.each<[string, [number, number][], Record<string, Figures>, string[]]>([
    ['within one sheet, the unit', [[2023, 100], [2024, 1_000_000]], {}, ['2023 new', '2024 new facts.unitWarning']],
    ['whatever the order of its rows', [[2024, 1_000_000], [2023, 100]], {}, ['2024 new facts.unitWarning', '2023 new']],
    ['within one sheet, by more than half', [[2023, 100], [2024, 151]], {}, ['2023 new', '2024 new facts.jumpWarning']],
    ['exactly half is no jump', [[2023, 100], [2024, 150]], {}, ['2023 new', '2024 new']],
    ['years apart are not compared', [[2022, 100], [2024, 900]], {}, ['2022 new', '2024 new']],
    ['what the sheet brings stands before what it replaces', [[2023, 800], [2024, 900]], { 2023: { revenue: wan(100) } }, ['2023 changed', '2024 new']],
    ['against a verified year before', [[2024, 151]], { 2023: { revenue: wan(100) } }, ['2024 new facts.jumpWarning']],
    ['corrected under a later year that stays', [[2023, 60]], { 2023: { revenue: wan(100) }, 2024: { revenue: wan(120) } }, ['2023 changed facts.jumpNextWarning']],
    ['the same where the sheet repeats the later year', [[2023, 60], [2024, 120]], { 2024: { revenue: wan(120) } }, ['2023 new facts.jumpNextWarning', '2024 unchanged']],
    ['corrected in another unit', [[2023, 1_200_000]], { 2024: { revenue: wan(120) } }, ['2023 new facts.unitNextWarning']],
    ['a later year that the sheet corrects too is compared there', [[2023, 60], [2024, 80]], { 2024: { revenue: wan(120) } }, ['2023 new', '2024 changed']],
    ['a refused row compares with nobody', [[2018, 1], [2019, 900]], {}, ['2018 refused facts.beforeEstablished', '2019 new']],
    ['what stands is not asked about again', [[2023, 100], [2024, 900]], { 2023: { revenue: wan(100) }, 2024: { revenue: wan(900) } }, ['2023 unchanged', '2024 unchanged']],
  ])('%s', (_name, years, verified, verdicts) => expect(said(rowsOf(...years), knowing(verified))).toEqual(verdicts));
});

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
