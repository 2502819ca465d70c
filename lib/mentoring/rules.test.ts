import { describe, expect, it } from 'vitest';
import { appointmentState, contactOf, isAssignedOn, isCorrectable, isInFuture, isWaiting, overlaps } from './rules';

describe('what may happen to a visit', () => {
  it.each([
    ['recorded', true, true],
    ['disputed', false, true],
    ['confirmed', false, false],
  ] as const)('%s: waits for the company %s, can be corrected %s', (state, waits, correctable) => {
    expect([isWaiting({ state }), isCorrectable({ state })]).toEqual([waits, correctable]);
  });

  const now = new Date('2026-11-20T02:00:00Z');
  it.each([
    ['2026-11-20T01:59:00Z', false],
    ['2026-11-20T02:10:00Z', false],
    ['2026-11-20T02:10:01Z', true],
    ['2027-01-01T00:00:00Z', true],
  ])('%s lies ahead, a phone’s fast clock forgiven: %s', (at, ahead) => {
    expect(isInFuture(new Date(at), now)).toBe(ahead);
  });
});

describe('an assignment covers its first and its last day', () => {
  it.each([
    ['2026-01-01', null, '2025-12-31', false],
    ['2026-01-01', null, '2026-01-01', true],
    ['2026-01-01', null, '2030-01-01', true],
    ['2026-01-01', '2026-03-31', '2026-03-31', true],
    ['2026-01-01', '2026-03-31', '2026-04-01', false],
  ])('%s to %s on %s: %s', (fromOn, untilOn, day, covered) => {
    expect(isAssignedOn({ fromOn, untilOn }, day)).toBe(covered);
  });
});

describe('how long nobody has met', () => {
  it.each([
    ['2026-11-20T01:00:00Z', 0, 'ok', false],
    ['2026-11-19T15:59:00Z', 1, 'ok', false],
    ['2026-10-21T04:00:00Z', 30, 'ok', false],
    ['2026-10-20T04:00:00Z', 31, 'due', false],
    ['2026-09-21T04:00:00Z', 60, 'due', false],
    ['2026-09-20T04:00:00Z', 61, 'late', false],
    [null, 50, 'due', true],
  ] as const)('last %s: %s days, %s', (last, days, tone, never) => {
    expect(contactOf(last === null ? null : new Date(last), '2026-10-01', '2026-11-20')).toEqual({ days, tone, never });
  });

  it('never counts backwards', () => {
    expect(contactOf(null, '2026-12-01', '2026-11-20').days).toBe(0);
  });
});

describe('appointments', () => {
  it.each([
    ['2026-11-21', null, 'coming'],
    ['2026-11-20', null, 'running'],
    ['2021-03-01', '2026-11-20', 'running'],
    ['2021-03-01', '2026-11-19', 'ended'],
  ])('from %s to %s: %s', (appointedOn, endedOn, state) => {
    expect(appointmentState({ appointedOn, endedOn }, '2026-11-20')).toBe(state);
  });

  it.each([
    ['2021-01-01', '2021-12-31', '2022-01-01', null, false],
    ['2021-01-01', '2021-12-31', '2021-12-31', null, true],
    ['2021-01-01', null, '2030-01-01', '2031-01-01', true],
    ['2022-01-01', null, '2021-01-01', '2021-12-31', false],
  ])('%s–%s and %s–%s share a day: %s', (from, until, otherFrom, otherUntil, shared) => {
    const [a, b] = [{ appointedOn: from, endedOn: until }, { appointedOn: otherFrom, endedOn: otherUntil }];
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([shared, shared]);
  });
});
