import { describe, expect, test } from 'vitest';
import { linkMarks } from './link-marks';

const mark = (series: number, at: number) =>
  `<path d="M0 0" ecmeta_series_index="${series}" ecmeta_data_index="${at}" ecmeta_ssr_type="chart"></path>`;

const data = {
  kind: 'bar' as const,
  categories: ['2021', '2022'],
  missing: '—',
  unit: '%',
  series: [{ name: 'A & B', points: [{ value: 1, href: '/rows?year=2021&kind="x"' }, { value: null, href: '/rows' }] }],
};

describe('marks of a chart', () => {
  test('a mark leads to its rows and says what it stands for', () => {
    expect(linkMarks(mark(0, 0), data)).toContain(
      '<a href="/rows?year=2021&amp;kind=&quot;x&quot;" aria-label="2021 A &amp; B 1%"><title>2021 A &amp; B 1%</title><path',
    );
  });

  test('a missing value and an unknown series stay as they are', () => {
    expect(linkMarks(mark(0, 1), data)).toBe(mark(0, 1));
    expect(linkMarks(mark(7, 0), data)).toBe(mark(7, 0));
  });
});
