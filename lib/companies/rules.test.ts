import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '@/lib/kernel/dates';
import { tagsOf } from './inputs';
import { datesProblem, lastDayBefore, mayServeAs, monthsBetween } from './rules';

const facts = { state: 'incubating', establishedOn: null, admittedOn: null, leftOn: null };

describe('the dates of a company', () => {
  test.each([
    [{}, null],
    [{ establishedOn: '2026-11-21' }, 'company.establishedLater'],
    [{ establishedOn: '2026-11-20' }, null],
    [{ establishedOn: '1900-01-01' }, 'company.tooEarly'],
    [{ establishedOn: '1949-09-30' }, 'company.tooEarly'],
    [{ establishedOn: '1949-10-01' }, null],
    [{ admittedOn: '1900-01-01', state: 'prospect' }, 'company.tooEarly'],
    [{ state: 'graduated', leftOn: '1900-01-01' }, 'company.tooEarly'],
    [{ admittedOn: '2026-11-21' }, 'company.admittedLater'],
    [{ admittedOn: '2026-11-21', state: 'prospect' }, null],
    [{ state: 'graduated', leftOn: '2026-11-21' }, 'company.leftLater'],
    [{ state: 'graduated', admittedOn: '2020-01-02', leftOn: '2020-01-01' }, 'company.leftBeforeAdmitted'],
    [{ state: 'graduated', admittedOn: '2020-01-02', leftOn: '2020-01-02' }, null],
    [{ leftOn: '2020-01-02' }, 'company.leftButHere'],
  ])('%j says %s', (given, key) => {
    expect(datesProblem({ ...facts, ...given }, '2026-11-20')?.key ?? null).toBe(key);
  });

  test('an assignment ends the day before the next begins, never before it began itself', () => {
    expect(lastDayBefore('2026-03-01', '2026-01-01')).toBe('2026-02-28');
    expect(lastDayBefore('2026-03-01', '2026-03-01')).toBe('2026-03-01');
  });

  test('months are whole months: the same day of a later month counts, the day before does not', () => {
    expect(monthsBetween('2022-01-31', '2022-02-28')).toBe(0);
    expect(monthsBetween('2022-06-30', '2026-06-29')).toBe(47);
    expect(monthsBetween('2022-06-30', '2026-06-30')).toBe(48);
    expect(monthsBetween('2026-06-30', '2022-06-30')).toBe(0);
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), (n) => monthsBetween('2001-05-15', addMonths('2001-05-15', n)) === n));
  });
});

test('mentors mentor, and the desk does the rest', () => {
  expect(['director', 'liaison', 'finance', 'mentor', 'company_owner'].map((role) => mayServeAs(role, 'liaison'))).toEqual([true, true, false, false, false]);
  expect(['director', 'mentor'].map((role) => mayServeAs(role, 'mentor'))).toEqual([false, true]);
});

test('tags come apart at any of the signs people write, each once', () => {
  expect(tagsOf(' 高企、专精特新,高企；规上 ;\n 瞪羚 ')).toEqual(['高企', '专精特新', '规上', '瞪羚']);
});
