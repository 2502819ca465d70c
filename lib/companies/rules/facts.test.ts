import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FactState, factKeys } from '../inputs/facts';
import { askedOf, contradictions, type Figures, isJump, isUnitSuspicious, moveFor, type Statement, yearProblem } from './facts';

const wan = (amount: number) => BigInt(Math.round(amount * 100)) * 10_000n;

describe('contradictions within a year', () => {
  test.each<[string, Figures, string[]]>([
    ['nothing said', {}, []],
    ['college as many as staff', { college: 10n, staff: 10n }, []],
    ['one more', { college: 11n, staff: 10n }, ['college']],
    ['doctors above college', { phd: 3n, college: 2n }, ['phd']],
    ['masters and doctors together', { phd: 3n, master: 3n, college: 5n }, ['master']],
    ['main business above revenue', { mainRevenue: 101n, revenue: 100n }, ['mainRevenue']],
    ['high-tech above total income', { highTechRevenue: 2n, totalIncome: 1n }, ['highTechRevenue']],
    ['domestic above its own base', { rdHnteDomestic: 2n, rdHnte: 1n, rdAccounting: 9n }, ['rdHnteDomestic']],
    ['bases are never compared with each other', { rdHnte: 9n, rdAccounting: 1n, rdDeduction: 5n }, []],
    ['a balance', { totalAssets: wan(100), liabilities: wan(40), netAssets: wan(60) }, []],
    ['off by the rounding of three thousand yuan', { totalAssets: wan(100), liabilities: wan(40), netAssets: wan(60.3) }, []],
    ['off by more', { totalAssets: wan(100), liabilities: wan(40), netAssets: wan(60.31) }, ['netAssets']],
    ['more debts than property', { totalAssets: wan(10), liabilities: wan(40), netAssets: wan(-30) }, []],
  ])('%s', (_name, figures, fields) => {
    expect(contradictions(figures).map(({ field }) => field)).toEqual(fields);
  });
});

describe('against last year', () => {
  test.each<[bigint, bigint, boolean]>([
    [150n, 100n, false], [151n, 100n, true], [50n, 100n, false], [49n, 100n, true], [100n, 0n, false], [0n, 100n, true], [-150n, -100n, false], [100n, -100n, true],
  ])('%s after %s is a jump: %s', (now, last, jump) => expect(isJump(now, last)).toBe(jump));

  test.each<[bigint, bigint, boolean]>([
    [wan(1_200_000), wan(120), true], [wan(0.012), wan(120), true], [wan(240), wan(120), false], [wan(120_000), wan(120), false], [0n, wan(120), false], [wan(9_000_000), wan(100), false],
  ])('%s after %s looks like the wrong unit: %s', (now, last, suspicious) => expect(isUnitSuspicious(now, last)).toBe(suspicious));

  test('the unit is asked first, then a word; a word and a tick let it pass', () => {
    const given = { typed: { revenue: wan(1_200_000) }, known: {}, last: { revenue: wan(120) }, word: '', sure: false };
    expect(askedOf(given)).toEqual({ field: 'revenue', key: 'facts.unit' });
    expect(askedOf({ ...given, sure: true })).toEqual({ field: 'revenue', key: 'facts.jump', params: { count: 1 } });
    expect(askedOf({ ...given, sure: true, word: '新产线投产' })).toBeNull();
  });

  test('what somebody else contradicted before is not the typist’s to mend', () => {
    const known = { staff: 5n, college: 9n };
    expect(askedOf({ typed: { revenue: 1n }, known, last: {}, word: '', sure: false })).toBeNull();
    expect(askedOf({ typed: { staff: 6n }, known, last: {}, word: '', sure: false })?.field).toBe('college');
  });
});

describe('a statement', () => {
  const rows = (...states: [FactState, bigint][]): Statement[] => states.map(([state, value], index) => ({ id: `${state}${index}`, state, value }));
  test.each<[string, Statement[], bigint, 'company' | 'staff', ReturnType<typeof moveFor>]>([
    ['of a company waits', [], 1n, 'company', { insert: 'proposed', verify: null, supersede: [] }],
    ['of a company takes the place of its last', rows(['proposed', 1n]), 2n, 'company', { insert: 'proposed', verify: null, supersede: ['proposed0'] }],
    ['said twice changes nothing', rows(['proposed', 1n]), 1n, 'company', { insert: null, verify: null, supersede: [] }],
    ['back to what is verified takes back what waits', rows(['verified', 1n], ['proposed', 2n]), 1n, 'company', { insert: null, verify: null, supersede: ['proposed1'] }],
    ['of staff holds at once', rows(['verified', 1n]), 2n, 'staff', { insert: 'verified', verify: null, supersede: ['verified0'] }],
    ['of staff that says what the company says vouches for it', rows(['verified', 1n], ['proposed', 2n]), 2n, 'staff', { insert: null, verify: 'proposed1', supersede: ['verified0'] }],
    ['of staff settles what waits otherwise', rows(['proposed', 2n]), 3n, 'staff', { insert: 'verified', verify: null, supersede: ['proposed0'] }],
  ])('%s', (_name, given, value, by, move) => expect(moveFor(given, value, by)).toEqual(move));

  test('leaves at most one verified and one waiting, whatever is said by whom', () => {
    const said = fc.array(fc.record({ value: fc.bigInt(0n, 3n), by: fc.constantFrom('company' as const, 'staff' as const) }), { maxLength: 30 });
    fc.assert(
      fc.property(said, (statements) => {
        const all: { id: string; state: FactState; value: bigint }[] = [];
        for (const [index, { value, by }] of statements.entries()) {
          const move = moveFor(all, value, by);
          for (const row of all) if (move.supersede.includes(row.id)) row.state = 'superseded';
          for (const row of all) if (row.id === move.verify) row.state = 'verified';
          if (move.insert !== null) all.push({ id: String(index), state: move.insert, value });
          const standing = all.filter((row) => row.state === 'verified');
          expect(standing.length).toBeLessThanOrEqual(1);
          expect(all.filter((row) => row.state === 'proposed').length).toBeLessThanOrEqual(1);
          if (by === 'staff') expect(standing[0]?.value).toBe(value);
        }
      }),
    );
  });
});

describe('the years a company can have figures of', () => {
  test.each<[number, string | null, string | null]>([
    [1905, null, 'facts.tooEarly'],
    [1989, '1985-03-01', 'facts.tooEarly'],
    [1990, null, null],
    [1990, '1985-03-01', null],
    [2019, '2020-01-01', 'facts.beforeEstablished'],
    [2019, '2019-12-31', null],
    [2026, '2026-11-01', null],
    [2025, '2026-11-01', 'facts.beforeEstablished'],
    [2026, null, null],
    [2027, null, 'facts.future'],
  ])('%s of a company established %s: %s', (year, establishedOn, key) => {
    expect(yearProblem(year, { thisYear: 2026, establishedOn })?.key ?? null).toBe(key);
  });
});

test('every fact has one unit and stands in one group', () => expect(new Set(factKeys).size).toBe(factKeys.length));
