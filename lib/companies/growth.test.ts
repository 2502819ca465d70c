import { expect, test } from 'vitest';
import { yuan } from '@/lib/kernel/money';
import { growthOf, timesOfFirst } from './growth';
import type { Step } from './road';

const step = (kind: Step['kind'], onDay: string, area: number | null = null, basis: Step['basis'] = 'exact'): Step => ({ kind, onDay, basis, position: 0, carrierId: null, area, untilOn: null });

test('从 50 平方米起步: area, revenue, people, rights and state by year, what is missing left out', () => {
  const years = growthOf({
    steps: [step('admitted', '2020-03-01', 5_000), step('moved', '2022-06-01', 30_000), step('graduated', '2024-01-10')],
    facts: [
      { year: 2021, key: 'revenue', value: yuan(300_000), verified: true },
      { year: 2023, key: 'revenue', value: yuan(30_000_000), verified: false },
      { year: 2021, key: 'staff', value: 4n, verified: true },
    ],
    granted: ['2021-05-01', '2023-05-01'],
    area: 80_000,
    today: '2024-11-20',
  });
  expect(years.map(({ year, stage, area, revenue, staff, ip, waits }) => [year, stage, area, revenue, staff, ip, waits])).toEqual([
    [2020, 'incubating', 5_000, null, null, 0, false],
    [2021, 'incubating', 5_000, yuan(300_000), 4, 1, false],
    [2022, 'incubating', 30_000, null, null, 1, false],
    [2023, 'incubating', 30_000, yuan(30_000_000), null, 2, true],
    [2024, 'graduated', 80_000, null, null, 2, false],
  ]);
  expect(timesOfFirst(years.map((one) => one.area))).toEqual([1, 1, 6, 6, 16]);
});

test('a company nothing is known of has no years, and one without rights has none rather than zero', () => {
  expect(growthOf({ steps: [step('admitted', '1900-01-01', null, 'unknown')], facts: [], granted: [], area: null, today: '2026-11-20' })).toEqual([]);
  expect(growthOf({ steps: [step('admitted', '2026-01-01')], facts: [], granted: [], area: null, today: '2026-11-20' })).toMatchObject([{ ip: null, area: null }]);
  expect(timesOfFirst([null, 0, 2, 4])).toEqual([null, 0, 1, 2]);
});
