import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, isDigestDue, minutesOf, quietUntil, usual, wayOf } from './rules';

const at = (text: string) => new Date(`${text}:00+08:00`);
const night = { quietFrom: 22 * 60, quietUntil: 7 * 60 };
const noon = { quietFrom: 12 * 60, quietUntil: 14 * 60 };

describe('quiet hours', () => {
  it.each([
    [night, '2026-11-20T21:59', null],
    [night, '2026-11-20T22:00', '2026-11-21T07:00'],
    [night, '2026-11-21T00:00', '2026-11-21T07:00'],
    [night, '2026-11-21T06:59', '2026-11-21T07:00'],
    [night, '2026-11-21T07:00', null],
    [noon, '2026-11-20T12:00', '2026-11-20T14:00'],
    [noon, '2026-11-20T14:00', null],
    [{ quietFrom: 480, quietUntil: 480 }, '2026-11-20T08:00', null],
    [usual, '2026-11-20T03:00', null],
  ])('%j at %s: until %s', (settings, now, until) => {
    expect(quietUntil(settings, at(now))).toEqual(until === null ? null : at(until));
  });

  it('always end within a day, at the minute chosen', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.date({ min: at('2020-01-01T00:00'), max: at('2030-01-01T00:00'), noInvalidDate: true }), (quietFrom, ends, now) => {
        const until = quietUntil({ quietFrom, quietUntil: ends }, now);
        if (until === null) return;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(quietUntil({ quietFrom, quietUntil: ends }, until)).toBeNull();
      }),
    );
  });
});

describe('how an entry reaches somebody', () => {
  const settings = { ...usual, ways: { request: { app: false, mail: 'digest' as const } } };
  it.each([
    ['request.accepted', false, { app: false, mail: 'digest' }],
    ['visit.recorded', false, { app: true, mail: 'now' }],
    ['request.late', true, { app: true, mail: 'now' }],
  ])('%s', (name, always, way) => {
    expect(wayOf(settings, { name, always })).toEqual(way);
  });
});

it('writes the digest once a day, from its hour on', () => {
  const due = (digestedOn: string | null, now: string) => isDigestDue({ digestHour: 8, digestedOn }, at(now));
  expect([due(null, '2026-11-20T07:59'), due(null, '2026-11-20T08:00'), due('2026-11-20', '2026-11-20T18:00'), due('2026-11-19', '2026-11-20T23:59')]).toEqual([false, true, false, true]);
});

it('reads and writes a time of day', () => {
  expect(['22:30', '7:05', '07：05', '24:00', '7', ''].map(minutesOf)).toEqual([1350, 425, 425, null, null, null]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(clockText(minutes)) === minutes));
});
