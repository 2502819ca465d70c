import { describe, expect, it } from 'vitest';
import * as audit from '@/lib/audit/policy';
import * as centers from '@/lib/centers/policy';
import { type Actor, allRoles, type Role } from '@/lib/kernel/actor';
import { acts, type Row } from './roles';

/** Capabilities below this one can't read the table; so it is held against what they decide. */
const decided: [string, Row, (actor: Actor) => boolean][] = [
  ['editDepartments', acts.centers.editDepartments, centers.canEditDepartments],
  ['editCenter', acts.centers.editCenter, centers.canEditCenter],
  ['editCalendar', acts.centers.editCalendar, centers.canEditCalendar],
  ['correctCalendar', acts.centers.correctCalendar, (actor) => centers.canCorrectYear(actor, { year: 2027, byCenter: 'c' }, new Date('2026-12-31T15:59:00Z'))],
  ['keepAnswers', acts.centers.keepAnswers, centers.canKeepAnswers],
  ['runCenters', acts.centers.runCenters, centers.canRunCenters],
  ['readTrail', acts.audit.readTrail, audit.canReadTrail],
  ['exportTrail', acts.audit.exportTrail, audit.canExportTrail],
];

function actorIn(role: Role): Actor {
  const who = { personId: 'p', name: 'n', sessionId: null };
  if (role === 'operator') return { kind: 'operator', ...who };
  if (role === 'applicant') return { kind: 'applicant', centerId: 'c', ...who };
  return { kind: 'member', membershipId: 'm', centerId: 'c', role, departmentId: null, companyId: null, ...who };
}

describe('the printed table says what policies decide', () => {
  it.each(decided)('%s', (_act, row, may) => {
    expect(allRoles.filter((role) => may(actorIn(role)))).toEqual(allRoles.filter((role) => row[role] !== undefined));
  });
});
