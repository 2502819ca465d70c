import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '@/db/seed/data/holidays.json';
import { addDays } from '@/lib/kernel/dates';
import { addWorkingDays, makeCalendar, workingDaysBetween } from '@/lib/kernel/working-days';
import { type LaneState, laneStates } from './inputs';
import { afterOpinion, type LaneAct, laneColour, laneDue, laneStep, promisedDays, roundDue, stoppedDays, usedDays, warnOn, warnSteps } from './rules';

const years = Object.entries(holidays.years);
const calendar = makeCalendar(
  years.map(([year]) => Number(year)),
  years.flatMap(([, { off, work }]) => [...Object.keys(off).map((day) => ({ day, worked: false })), ...work.map((day) => ({ day, worked: true }))]),
);
const someDay = fc.integer({ min: 0, max: 364 * 4 }).map((n) => addDays('2021-01-01', n));
const someStop = fc.tuple(someDay, fc.integer({ min: 0, max: 40 })).map(([fromOn, n]) => ({ fromOn, toOn: addDays(fromOn, n) }));

describe('a lane’s day', () => {
  it.each([
    ['2022-01-28', 5, '2022-02-09'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2024-04-30', 10, '2024-05-16'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-11-20', 10, '2026-12-04'],
  ])('begun on %s with %i days is due on %s', (from, days, due) => {
    expect(laneDue(calendar, from, { days, stops: [] }, from)).toEqual({ kind: 'day', day: due });
  });

  it('is lengthened by a stop, over the spring festival too', () => {
    // Stopped on Friday 2026-02-13 (the 14th is worked), on again on the 25th: 14, 24, 25 February were worked.
    const stops = [{ fromOn: '2026-02-13', toOn: '2026-02-25' }];
    expect(laneDue(calendar, '2026-02-12', { days: 3, stops: [] }, '2026-03-01')).toEqual({ kind: 'day', day: '2026-02-24' });
    expect(laneDue(calendar, '2026-02-12', { days: 3, stops }, '2026-03-01')).toEqual({ kind: 'day', day: '2026-02-27' });
  });

  it('with stops is its day without them plus the working days they took, whatever the stops', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), fc.array(someStop, { maxLength: 4 }), (from, days, stops) => {
        const plain = laneDue(calendar, from, { days, stops: [] }, '2025-06-01');
        const { days: stopped } = stoppedDays(calendar, stops, '2025-06-01');
        if (plain.kind !== 'day') throw new Error('the years are known');
        expect(laneDue(calendar, from, { days, stops }, '2025-06-01')).toEqual(addWorkingDays(calendar, plain.day, stopped));
      }),
    );
  });

  it('agrees with counting back: what is added is counted', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const due = addWorkingDays(calendar, from, days);
        if (due.kind !== 'day') throw new Error('the years are known');
        expect(workingDaysBetween(calendar, from, due.day)).toEqual({ kind: 'count', days });
      }),
    );
  });

  it('moves on with every day while a stop lasts', () => {
    const lane = { days: 2, stops: [{ fromOn: '2026-11-23', toOn: null }] };
    expect(laneDue(calendar, '2026-11-20', lane, '2026-11-23')).toEqual({ kind: 'day', day: '2026-11-24' });
    expect(laneDue(calendar, '2026-11-20', lane, '2026-11-25')).toEqual({ kind: 'day', day: '2026-11-26' });
  });

  it('is said to be unknown when only a stop lies in a year nobody entered', () => {
    const lane = { days: 1, stops: [{ fromOn: '2026-12-31', toOn: '2027-01-06' }] };
    expect(laneDue(calendar, '2026-03-02', lane, '2027-01-06')).toEqual({ kind: 'missing', year: 2027, earliest: '2026-03-03' });
  });
});

describe('stops', () => {
  it('that overlap count a day once', () => {
    const one = { fromOn: '2026-03-02', toOn: '2026-03-06' };
    const two = { fromOn: '2026-03-04', toOn: '2026-03-09' };
    expect(stoppedDays(calendar, [one], '2026-04-01').days).toBe(4);
    expect(stoppedDays(calendar, [two, one], '2026-04-01').days).toBe(5);
    expect(stoppedDays(calendar, [one, one, one], '2026-04-01').days).toBe(4);
  });

  it('never take more than the days between the first and the last', () => {
    fc.assert(
      fc.property(fc.array(someStop, { minLength: 1, maxLength: 5 }), (stops) => {
        const first = stops.map(({ fromOn }) => fromOn).sort()[0] ?? '';
        const last = stops.map(({ toOn }) => toOn).sort().at(-1) ?? '';
        const span = workingDaysBetween(calendar, first, last);
        expect(stoppedDays(calendar, stops, '2025-06-01').days).toBeLessThanOrEqual(span.kind === 'count' ? span.days : 0);
      }),
    );
  });

  it('are taken off what a lane used', () => {
    expect(usedDays(calendar, '2026-03-02', [{ fromOn: '2026-03-03', toOn: '2026-03-05' }], '2026-03-09')).toEqual({ used: 3, stopped: 2 });
    expect(usedDays(calendar, '2026-12-30', [], '2027-01-05')).toBeNull();
  });
});

describe('the day of the whole', () => {
  const lane = (days: number, stops: { fromOn: string; toOn: string }[] = []) => ({ days, stops });
  it('is the longest lane of each stage, one stage after the other', () => {
    const stages = [{ lanes: [lane(2), lane(5)] }, { lanes: [lane(3)] }];
    expect(promisedDays(stages)).toBe(8);
    expect(roundDue(calendar, '2026-03-02', stages, '2026-03-02')).toEqual(addWorkingDays(calendar, '2026-03-02', 8));
  });

  it('moves only when the stop makes its lane the longest', () => {
    const week = [{ fromOn: '2026-03-03', toOn: '2026-03-06' }];
    expect(roundDue(calendar, '2026-03-02', [{ lanes: [lane(2, week), lane(5)] }], '2026-03-09')).toEqual(addWorkingDays(calendar, '2026-03-02', 5));
    expect(roundDue(calendar, '2026-03-02', [{ lanes: [lane(4, week), lane(5)] }], '2026-03-09')).toEqual(addWorkingDays(calendar, '2026-03-02', 7));
  });
});

describe('the steps of a lane', () => {
  const allowed: Record<LaneState, Partial<Record<LaneAct, LaneState>>> = {
    waiting: { begin: 'open', cancel: 'cancelled' },
    open: { agree: 'agreed', disagree: 'disagreed', return: 'stopped', stop: 'stopped', transfer: 'open', cancel: 'cancelled' },
    stopped: { resume: 'open', transfer: 'stopped', cancel: 'cancelled' },
    agreed: {},
    disagreed: {},
    cancelled: {},
  };
  const acts = ['agree', 'disagree', 'return', 'stop', 'resume', 'transfer', 'cancel', 'begin'] as const;
  it.each(laneStates.flatMap((state) => acts.map((act) => [state, act, allowed[state][act] ?? null] as const)))('%s, %s → %s', (state, act, to) => {
    expect(laneStep(state, act)).toBe(to);
  });
});

describe('after an opinion', () => {
  const stage = (...states: LaneState[]) => ({ lanes: states.map((state) => ({ state })) });
  it.each([
    ['others of the stage have not spoken', [stage('agreed', 'open'), stage('waiting')], 0, 'running'],
    ['one stands still', [stage('agreed', 'stopped')], 0, 'running'],
    ['all agreed and a stage follows', [stage('agreed', 'agreed'), stage('waiting')], 0, 'next'],
    ['all agreed in the last', [stage('agreed'), stage('agreed')], 1, 'agreed'],
    ['one disagreed', [stage('agreed', 'disagreed'), stage('waiting')], 0, 'disagreed'],
    ['one disagreed while another is open', [stage('open', 'disagreed')], 0, 'running'],
  ] as const)('%s', (_why, stages, at, outcome) => {
    expect(afterOpinion(stages, at)).toBe(outcome);
  });
});

describe('the colour of a lane', () => {
  const lane = { state: 'open', dueOn: '2026-11-27', days: 5 } as const;
  it.each([
    [lane, '2026-11-25', 'ok'],
    // Four of five days used.
    [lane, '2026-11-26', 'due'],
    [lane, '2026-11-27', 'due'],
    [lane, '2026-11-28', 'late'],
    [{ ...lane, state: 'stopped' }, '2026-12-30', 'stopped'],
    [{ ...lane, state: 'waiting', dueOn: null }, '2026-12-30', 'waiting'],
    [{ ...lane, state: 'agreed' }, '2026-12-30', 'done'],
    [{ ...lane, state: 'disagreed' }, '2026-12-30', 'refused'],
    // A day that a missing year hides is never late.
    [{ ...lane, dueOn: null }, '2027-03-01', 'ok'],
    [{ ...lane, dueOn: '2027-01-05' }, '2026-12-31', 'ok'],
  ] as const)('of %o on %s is %s', (one, today, colour) => {
    expect(laneColour(calendar, one, today)).toBe(colour);
  });
});

describe('lateness', () => {
  // Due, promised, and the days of amber (⌈0.8 · promised⌉ used), of late and of two working days late.
  it.each([
    ['2026-11-24', 1, '2026-11-24', '2026-11-25', '2026-11-26'],
    ['2026-11-27', 5, '2026-11-26', '2026-11-28', '2026-12-01'],
    ['2026-12-04', 10, '2026-12-02', '2026-12-05', '2026-12-08'],
    // Saturday 14 February 2026 is worked, 15 to 23 are off, Saturday 28 is worked.
    ['2026-02-14', 5, '2026-02-13', '2026-02-15', '2026-02-25'],
    ['2026-02-27', 5, '2026-02-26', '2026-02-28', '2026-03-02'],
    ['2026-02-24', 2, '2026-02-24', '2026-02-25', '2026-02-26'],
    // 1 to 7 October are off, Saturday 10 is worked.
    ['2026-10-09', 5, '2026-10-08', '2026-10-10', '2026-10-12'],
    ['2026-10-08', 10, '2026-09-29', '2026-10-09', '2026-10-10'],
  ] as const)('of what is due on %s after %i days is told on %s, %s and %s', (dueOn, promised, amber, late, later) => {
    const days: string[] = [amber, late, later];
    expect([0, 1, 2, 3].map((warned) => warnOn(calendar, dueOn, promised, warned))).toEqual([...days, null]);
    let clock = { dueOn, promised, warned: 0, warnOn: warnOn(calendar, dueOn, promised, 0) };
    for (const [n, day] of days.entries()) {
      expect(warnSteps(calendar, clock, addDays(day, -1)).to).toBe(n);
      const { from, to, next } = warnSteps(calendar, clock, day);
      expect([from, to]).toEqual([n, n + 1]);
      clock = { ...clock, warned: to, warnOn: next };
      expect(warnSteps(calendar, clock, day)).toMatchObject({ from: n + 1, to: n + 1 });
    }
    expect(warnSteps(calendar, { dueOn, promised, warned: 0, warnOn: warnOn(calendar, dueOn, promised, 0) }, addDays(later, 30))).toEqual({ from: 0, to: 3, next: null });
  });

  it('reaches each level once and in order, however often and however rarely it is looked at', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }), (from, promised, gaps) => {
        const due = addWorkingDays(calendar, from, promised);
        if (due.kind !== 'day') return;
        let clock = { dueOn: due.day, promised, warned: 0, warnOn: warnOn(calendar, due.day, promised, 0) };
        let today = from;
        const told: number[] = [];
        for (const gap of [...gaps, 400]) {
          today = addDays(today, gap);
          const { from: was, to, next } = warnSteps(calendar, clock, today);
          for (let level = was + 1; level <= to; level += 1) told.push(level);
          clock = { ...clock, warned: to, warnOn: next };
        }
        if (today < '2026-12-01') expect(told).toEqual([1, 2, 3]);
        else expect(told).toEqual([1, 2, 3].slice(0, told.length));
      }),
    );
  });
});
