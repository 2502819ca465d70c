import { describe, expect, it } from 'vitest';
import holidays from '@/db/seed/data/holidays.json';
import { makeCalendar } from '@/lib/kernel/working-days';
import { type RepairDays, repairSteps, repairWarnOn } from './reminders';

const year = holidays.years['2026'];
const calendar = makeCalendar([2026], [...Object.keys(year.off).map((day) => ({ day, worked: false })), ...year.work.map((day) => ({ day, worked: true }))]);

/** A bad rating of Friday 20 November 2026: called back by Monday, put right by the next Friday. */
const opened: RepairDays = { contactDueOn: '2026-11-23', contactedAt: null, contactWarned: 0, dueOn: '2026-11-27', days: 5, repairedAt: null, warned: 0 };
const called = { ...opened, contactedAt: new Date('2026-11-23T02:00:00Z'), contactWarned: 1 };

describe('a bad rating’s days', () => {
  it.each([
    ['the day it is rated', opened, '2026-11-20', '', '2026-11-23'],
    ['the day it is to be called back', opened, '2026-11-23', 'contact 0-1', '2026-11-24'],
    ['that day, once more', { ...opened, contactWarned: 1 }, '2026-11-23', '', '2026-11-24'],
    ['the day after', { ...opened, contactWarned: 1 }, '2026-11-24', 'contact 1-2', '2026-11-26'],
    ['when nobody watched till then', opened, '2026-11-24', 'contact 0-2', '2026-11-26'],
    ['once it was called back', called, '2026-11-25', '', '2026-11-26'],
    ['the working day before it is to be right', called, '2026-11-26', 'repair 0-1', '2026-11-28'],
    ['the day it is to be right', { ...called, warned: 1 }, '2026-11-27', '', '2026-11-28'],
    ['the day after that', { ...called, warned: 1 }, '2026-11-28', 'repair 1-2', null],
    ['when neither was done', opened, '2026-12-01', 'contact 0-2, repair 0-2', null],
    ['when everybody knows', { ...opened, contactWarned: 2, warned: 2 }, '2026-12-20', '', null],
    ['once it is right', { ...called, repairedAt: new Date('2026-11-25T02:00:00Z') }, '2026-12-20', '', null],
    ['with fifteen days, three before', { ...called, days: 15, dueOn: '2026-12-11' }, '2026-12-08', 'repair 0-1', '2026-12-12'],
    ['over the National Day week, by working days', { ...called, dueOn: '2026-10-09' }, '2026-10-08', 'repair 0-1', '2026-10-10'],
  ] as const)('are told %s', (_when, repair, today, told, next) => {
    const steps = repairSteps(calendar, repair, today);
    expect(steps.told.map(({ what, from, to }) => `${what} ${from}-${to}`).join(', ')).toBe(told);
    expect(steps.warnOn).toBe(next);
  });

  it('are looked at first on the first of them', () => {
    expect(repairWarnOn(calendar, opened)).toBe('2026-11-23');
    expect(repairWarnOn(calendar, called)).toBe('2026-11-26');
    expect(repairWarnOn(calendar, { ...called, repairedAt: new Date(0) })).toBeNull();
  });

  it('count as they stand where the year before them isn’t entered', () => {
    const later = { ...called, dueOn: '2027-01-05' };
    expect(repairWarnOn(calendar, later)).toBe('2027-01-05');
    expect(repairSteps(calendar, later, '2027-01-06').told).toEqual([{ what: 'repair', dueOn: '2027-01-05', from: 0, to: 2 }]);
  });
});
