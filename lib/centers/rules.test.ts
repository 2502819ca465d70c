import { describe, expect, it } from 'vitest';
import { readArrangement, writeArrangement, yearToEnter } from './rules';

describe('an arrangement as people paste it', () => {
  it('is read day by day, spans and exchanged working days included', () => {
    const { days, problems } = readArrangement(2027, '日期 安排 节日\n2027-01-01 放假 元旦\n2027年10月1日至2027年10月3日\t放假\t国庆节\n2027-09-26,上班');
    expect(problems).toEqual([]);
    expect(days).toEqual([
      { day: '2027-01-01', kind: 'off', name: '元旦' },
      { day: '2027-09-26', kind: 'work', name: '' },
      { day: '2027-10-01', kind: 'off', name: '国庆节' },
      { day: '2027-10-02', kind: 'off', name: '国庆节' },
      { day: '2027-10-03', kind: 'off', name: '国庆节' },
    ]);
  });

  it.each([
    ['2027-01-01 放假\n若干天放假', 'calendar.unreadable', 2],
    ['2026-12-31 放假', 'calendar.otherYear', 1],
    ['2027-10-07~2027-10-01 放假', 'calendar.backwards', 1],
    ['2027-01-01 放假\n2027-01-01 放假', 'calendar.twice', 2],
    ['2027-03-01 上班', 'calendar.worksAnyway', 1],
  ])('names the line that cannot be meant: %j', (text, key, line) => {
    expect(readArrangement(2027, text).problems).toEqual([{ line, key }]);
  });

  it('comes back the same after it was written out', () => {
    const { days } = readArrangement(2027, '2027-02-05~2027-02-11 放假 春节\n2027-02-20 上班\n2027-02-21 上班');
    expect(readArrangement(2027, writeArrangement(days, { off: '放假', work: '上班' })).days).toEqual(days);
  });
});

describe('the year to enter', () => {
  const on = (day: string) => new Date(`${day}T12:00:00+08:00`);
  it('is the next one from 1 November on', () => {
    expect(yearToEnter(on('2026-10-31'), new Set([2026]))).toBeNull();
    expect(yearToEnter(on('2026-11-01'), new Set([2026]))).toBe(2027);
    expect(yearToEnter(on('2026-12-31'), new Set([2026, 2027]))).toBeNull();
  });
  it('is the current one while it is missing', () => {
    expect(yearToEnter(on('2027-03-01'), new Set([2026]))).toBe(2027);
  });
});
