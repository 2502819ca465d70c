import { describe, expect, test } from 'vitest';
import { type AdmissionFacts, applicationFor, type ApplicationState, averageScore, conditions2018, conditionsEased, inForce, judge, summary } from './admission';

const facts: AdmissionFacts = { establishedOn: '2024-11-20', registered: 'here', works: 'here', technology: ['ip'], team: 5 };
const at = { day: '2026-11-20', score: 75 };
const result = (given: Partial<AdmissionFacts>, when: { day?: string; score?: number | null } = {}, conditions = conditions2018) =>
  Object.fromEntries(judge(conditions, { ...facts, ...given }, { ...at, ...when }).map((one) => [one.rule, one.result]));

describe('the conditions of 2018', () => {
  test.each([
    ['2024-11-20', '2026-11-20', 'met'], ['2024-11-19', '2026-11-20', 'unmet'], ['2024-11-21', '2026-11-20', 'met'],
    // A company founded on a leap day is 24 months old on the last of February.
    ['2024-02-29', '2026-02-28', 'met'], ['2024-02-29', '2026-03-01', 'unmet'],
  ])('established %s, admitted %s: age is %s', (establishedOn, day, expected) => expect(result({ establishedOn }, { day }).age).toBe(expected));

  test('each rule says what the file has', () => {
    expect(result({})).toEqual({ registeredHere: 'met', worksHere: 'met', age: 'met', technology: 'met', score: 'met' });
    expect(result({ registered: 'promised', works: 'elsewhere', technology: ['team'] }, { score: 59 })).toEqual({ registeredHere: 'unmet', worksHere: 'unmet', age: 'met', technology: 'unmet', score: 'unmet' });
    expect(result({ registered: null, works: null, establishedOn: null, technology: [] }, { score: null })).toEqual({ registeredHere: 'unknown', worksHere: 'unknown', age: 'unknown', technology: 'unknown', score: 'unknown' });
    expect(result({}, { score: 60 }).score).toBe('met');
  });

  test('unmet outweighs missing, and missing outweighs met', () => {
    expect(summary(judge(conditions2018, { ...facts, registered: 'elsewhere', team: null }, { ...at, score: null }))).toBe('unmet');
    expect(summary(judge(conditions2018, facts, { ...at, score: null }))).toBe('unknown');
    expect(summary(judge(conditions2018, facts, at))).toBe('met');
  });
});

test('the same file fails the old conditions and passes the eased ones', () => {
  const young: AdmissionFacts = { ...facts, establishedOn: '2023-01-10', registered: 'promised', technology: ['team'] };
  expect(summary(judge(conditions2018, young, at))).toBe('unmet');
  expect(summary(judge(conditionsEased, young, at))).toBe('met');
});

test('the version in force is the latest that began by the day', () => {
  const versions = [{ effectiveFrom: '2018-12-14' }, { effectiveFrom: '2022-01-01' }];
  expect(['2018-12-13', '2018-12-14', '2021-12-31', '2022-01-01'].map((day) => inForce(versions, day)?.effectiveFrom ?? null)).toEqual([null, '2018-12-14', '2018-12-14', '2022-01-01']);
});

test('the average is of a hundred and never rounded up', () => {
  const criteria = [{ key: 'a', title: '', points: 60 }, { key: 'b', title: '', points: 40 }];
  expect(averageScore([{ total: 60 }, { total: 59 }], criteria)).toBe(59);
  expect(averageScore([], criteria)).toBeNull();
  expect(averageScore([{ total: 5 }], [{ key: 'a', title: '', points: 10 }])).toBe(50);
});

describe('the application by which a company is admitted', () => {
  const of = (...states: ApplicationState[]) => applicationFor(states.map((state, index) => ({ state, index })));
  test.each<[ApplicationState[], string | null, number | null]>([
    [[], 'noApplication', null],
    [['draft'], 'drafted', 0],
    [['submitted'], 'notAccepted', 0],
    [['returned'], 'returned', 0],
    [['under_review'], null, 0],
    [['waiting'], null, 0],
    [['admitted'], 'over', 0],
    [['refused'], 'over', 0],
    [['withdrawn'], 'over', 0],
    // The one nearest to a decision, whichever was filed last; of equals the first given.
    [['draft', 'refused', 'under_review'], null, 2],
    [['draft', 'submitted'], 'notAccepted', 1],
    [['refused', 'draft'], 'drafted', 1],
    [['under_review', 'under_review'], null, 0],
  ])('%j lacks %s', (states, lack, index) => {
    const found = of(...states);
    expect([found.lack, found.application?.index ?? null]).toEqual([lack, index]);
  });
});
