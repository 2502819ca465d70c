import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '@/lib/kernel/dates';
import { countdownOf, dueOn, inOrder, leavings, reasonAgainst, restate, type RoadKind, roadKinds, roadOf, roadProblem, type Stage, type Standing, standingOn, type Statement, type Step, termMonths } from './road';

const TODAY = '2026-11-20';
let position = 0;
const step = (kind: RoadKind, onDay: string, more: Partial<Step> = {}): Step => ({
  kind, onDay, basis: 'exact', position: position++, carrierId: kind === 'admitted' || kind === 'moved' ? 'a' : null, area: null, untilOn: kind === 'extended' ? addMonths(onDay, 60) : null, ...more,
});
const standing = (stage: Stage): Standing => ({ stage, state: stage === 'applied' || stage === 'under_review' ? 'prospect' : stage, admittedOn: null, leftOn: null, carrierId: 'a', termFrom: null, extendedUntil: null });

describe('what may follow what', () => {
  const never = { extended: 'road.notAdmitted', moved: 'road.notAdmitted', graduated: 'road.notAdmitted', exited: 'road.notAdmitted', removed: 'road.notAdmitted' };
  const gone = (stage: string) => ({ under_review: 'road.notApplied', declined: 'road.notApplied', moved: `road.already.${stage}`, extended: `road.already.${stage}`, graduated: `road.already.${stage}`, exited: `road.already.${stage}`, removed: `road.already.${stage}` });
  const refused: Record<Stage, Partial<Record<RoadKind, string>>> = {
    prospect: { under_review: 'road.notApplied', declined: 'road.notApplied', ...never },
    applied: { applied: 'road.applicationOpen', ...never },
    under_review: { applied: 'road.applicationOpen', under_review: 'road.applicationOpen', ...never },
    incubating: { applied: 'road.alreadyIn', under_review: 'road.notApplied', declined: 'road.notApplied', admitted: 'road.alreadyIn' },
    graduated: { ...gone('graduated'), applied: 'road.graduatedForGood', admitted: 'road.graduatedForGood', moved: undefined },
    exited: gone('exited'),
    removed: { ...gone('removed'), admitted: 'road.removedMustApply' },
  };
  const cases = Object.entries(refused).flatMap(([stage, row]) => roadKinds.map((kind) => [stage as Stage, kind, row[kind] ?? null] as const));
  test.each(cases)('%s, then %s: %s', (stage, kind, reason) => {
    expect(reasonAgainst(standing(stage), step(kind, '2024-01-01', kind === 'moved' ? { carrierId: 'b' } : {}))).toBe(reason);
  });

  test('a move goes somewhere else, or to more room in the same place', () => {
    const here = [step('admitted', '2024-01-01', { area: 5_000 })];
    expect(roadProblem([...here, step('moved', '2024-02-01')], TODAY)?.key).toBe('road.sameCarrier');
    expect(roadProblem([...here, step('moved', '2024-02-01', { area: 5_000 })], TODAY)?.key).toBe('road.sameCarrier');
    expect(roadProblem([...here, step('moved', '2024-02-01', { area: 8_000 })], TODAY)).toBeNull();
  });

  test('an extension goes on, never back', () => {
    const here = [step('admitted', '2022-01-01'), step('extended', '2025-12-01', { untilOn: '2026-12-31' })];
    expect(roadProblem([...here, step('extended', '2026-02-01', { untilOn: '2026-12-31' })], TODAY)?.key).toBe('road.extensionBack');
    expect(roadProblem([...here, step('extended', '2026-02-01', { untilOn: '2027-01-01' })], TODAY)).toBeNull();
    expect(roadProblem([step('admitted', '2022-01-01'), step('extended', '2026-02-01', { untilOn: '2026-02-01' })], TODAY)?.key).toBe('road.extensionBack');
  });

  test('nothing happens tomorrow, and nothing before its time', () => {
    expect(roadProblem([step('admitted', addDays(TODAY, 1))], TODAY)?.key).toBe('road.future');
    expect(roadProblem([step('admitted', '2024-01-01'), step('graduated', '2023-12-31')], TODAY)?.key).toBe('road.notAdmitted');
  });
});

/** Histories as they can be: each step one that may follow, on the same day or later. */
const history = fc
  .array(fc.record({ pick: fc.nat(), wait: fc.integer({ min: 0, max: 400 }), seat: fc.constantFrom('a', 'b', 'c'), basis: fc.constantFrom('exact' as const, 'inferred' as const) }), { maxLength: 14 })
  .map((choices) => {
    const steps: Step[] = [];
    let day = '2015-01-01';
    for (const [index, { pick, wait, seat, basis }] of choices.entries()) {
      day = addDays(day, wait);
      const kinds = roadKinds.filter((kind) => roadProblem([...steps, make(kind)], TODAY) === null);
      const kind = kinds[pick % Math.max(1, kinds.length)];
      if (kind === undefined) continue;
      steps.push(make(kind));
      function make(kind: RoadKind): Step {
        return { kind, onDay: day, basis, position: index, carrierId: kind === 'admitted' || kind === 'moved' ? seat : null, area: null, untilOn: kind === 'extended' ? addDays(day, 2_000) : null };
      }
    }
    return steps;
  });

describe('any road', () => {
  test('on any day it stands where its last step until then left it, however the rows lie', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -10, max: 4_400 }), fc.integer(), (steps, offset, mix) => {
        const day = addDays('2015-01-01', offset);
        const shuffled = [...steps].sort((a, b) => ((a.position * 7919 + mix) % 13) - ((b.position * 7919 + mix) % 13));
        const last = steps.findLast((one) => one.onDay <= day && one.kind !== 'moved' && one.kind !== 'extended');
        const expected = last === undefined || last.kind === 'declined' ? 'prospect' : last.kind === 'admitted' ? 'incubating' : last.kind;
        return standingOn(shuffled, day).stage === expected;
      }),
    );
  });

  test('an extension entered afterwards moves no state of any day, and counts from the day it was granted until the next', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 4_300 }), fc.integer({ min: 1, max: 1_500 }), fc.integer({ min: -10, max: 4_400 }), (steps, granted, length, offset) => {
        const onDay = addDays('2015-01-01', granted);
        const extension: Step = { kind: 'extended', onDay, basis: 'exact', position: 99, carrierId: null, area: null, untilOn: addDays(onDay, length) };
        if (roadProblem([...steps, extension], TODAY) !== null) return;
        const day = addDays('2015-01-01', offset);
        const [before, after] = [standingOn(steps, day), standingOn([...steps, extension], day)];
        expect({ ...after, extendedUntil: null }).toEqual({ ...before, extendedUntil: null });
        const next = inOrder([...steps, extension]).find((one, index, all) => all.indexOf(extension) < index && one.kind !== 'moved');
        if (day >= onDay && (next === undefined || day < next.onDay)) expect(after.extendedUntil).toBe(extension.untilOn);
        if (day < onDay) expect(after.extendedUntil).toBe(before.extendedUntil);
      }),
      { numRuns: 500 },
    );
  });

  test('becomes what the register states, by rows that make a road', () => {
    const statement: fc.Arbitrary<Statement> = fc
      .record({ state: fc.constantFrom('prospect' as const, 'incubating' as const, ...leavings), admitted: fc.option(fc.integer({ min: 0, max: 4_000 })), stays: fc.option(fc.integer({ min: 0, max: 300 })), carrierId: fc.constantFrom('a', 'b', null) })
      .map(({ state, admitted, stays, carrierId }) => {
        const admittedOn = admitted === null ? null : addDays('2015-01-01', admitted);
        const leaves = (leavings as readonly string[]).includes(state) && stays !== null;
        return { state, carrierId, admittedOn, leftOn: leaves ? addDays(admittedOn ?? '2020-01-01', stays) : null };
      });
    fc.assert(
      fc.property(history, statement, (steps, wanted) => {
        const { strike, add } = restate(steps, wanted, TODAY);
        const result = [...steps.filter((one) => !strike.includes(one)), ...add.map((one, index) => ({ ...one, position: 100 + index }))];
        expect(roadProblem(result, TODAY)).toBeNull();
        const then = standingOn(result);
        expect(then.state).toBe(wanted.state);
        if (wanted.state !== 'prospect') expect(then).toMatchObject({ admittedOn: wanted.admittedOn, leftOn: wanted.leftOn, carrierId: wanted.carrierId });
        expect(restate(result, wanted, TODAY)).toEqual({ strike: [], add: [] });
      }),
    );
  });

  test('the shortest one gives what it was made for', () => {
    const statement: Statement = { state: 'exited', admittedOn: null, leftOn: '2020-05-01', carrierId: null };
    expect(standingOn(roadOf(statement).map((one, index) => ({ ...one, position: index })))).toMatchObject(statement);
  });
});

describe('how long incubation lasts', () => {
  test.each([
    [null, null, 48], [null, 'new_materials', 48], [null, 'biomedicine', 60], ['general', 'biomedicine', 48],
    ['biomedicine', null, 60], ['modern_agriculture', 'other', 60], ['integrated_circuits', 'big_data', 60],
  ] as const)('%s / %s: %i months', (termField, leadingIndustry, months) => expect(termMonths({ termField, leadingIndustry })).toBe(months));

  const general = { termField: 'general', leadingIndustry: null };
  const long = { termField: 'biomedicine', leadingIndustry: null };
  test.each([
    ['2022-11-20', general, '2026-11-20'], ['2021-11-20', long, '2026-11-20'],
    // A leap day comes back after four years; after five it is the month's last.
    ['2020-02-29', general, '2024-02-29'], ['2020-02-29', long, '2025-02-28'], ['2019-02-28', long, '2024-02-28'],
  ])('admitted %s: %j until %s', (termFrom, field, until) => expect(dueOn({ termFrom, extendedUntil: null }, field)).toBe(until));

  test('an extension sets the day, and an inferred admission sets none', () => {
    expect(dueOn({ termFrom: '2022-11-20', extendedUntil: '2027-05-31' }, general)).toBe('2027-05-31');
    expect(dueOn({ termFrom: null, extendedUntil: null }, general)).toBeNull();
  });

  test('the last day is still within; warnings begin six, three and one month before', () => {
    const due = '2026-11-20';
    const days = ['2026-05-19', '2026-05-20', '2026-08-19', '2026-08-20', '2026-10-19', '2026-10-20', '2026-11-20', '2026-11-21'];
    expect(days.map((day) => countdownOf(due, day))).toEqual(['later', 'half', 'half', 'quarter', 'quarter', 'month', 'month', 'over']);
    expect(daysBetween('2026-11-20', due)).toBe(0);
  });
});
