import { expect, test } from 'vitest';
import { type DueKind, dueFirst, urgencyOf } from './glance';

const today = '2026-11-20';

test.each<[DueKind, string, 'late' | 'due' | null]>([
  ['request', '2026-11-19', 'late'],
  ['request', '2026-11-20', 'due'],
  ['request', '2026-12-20', 'due'],
  ['request', '2026-12-21', null],
  ['condition', '2026-11-19', 'late'],
  ['condition', '2026-12-20', 'due'],
  ['condition', '2026-12-21', null],
  ['term', '2026-12-20', 'due'],
  ['round', '2026-11-19', 'late'],
  ['round', '2026-11-27', 'due'],
  ['round', '2026-11-28', null],
  ['notice', '2026-11-19', 'late'],
  ['notice', '2026-11-27', 'due'],
  ['notice', '2026-11-28', null],
])('%s by %s is %s on the 20th', (kind, on, urgency) => expect(urgencyOf({ kind, on }, today)).toBe(urgency));

test('the first day comes first, and what waits at the desk before the end of a term on the same day', () => {
  const due = (kind: DueKind, on: string) => ({ kind, on });
  expect(dueFirst([])).toBeNull();
  expect(dueFirst([due('term', '2026-12-01'), due('notice', '2026-11-10'), due('round', '2026-11-30')])?.kind).toBe('notice');
  expect(dueFirst([due('term', '2026-12-01'), due('notice', '2026-12-01'), due('request', '2026-12-01')])?.kind).toBe('request');
});
