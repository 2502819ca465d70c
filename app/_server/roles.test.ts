import { describe, expect, it } from 'vitest';
import { canExportTrail, canReadTrail } from '@/lib/audit/policy';
import { canCorrectYear, canEditCalendar, canEditCenter, canEditDepartments, canKeepAnswers, canRunCenters } from '@/lib/centers/policy';
import { canAssignTrio, canEditCompanies, canEditContacts, canEnterExtension, canExtendTerm, canImportCompanies, canKeepCarriers, canKeepFields, canKeepSegments, canMergeCompanies, canMoveCompany, canPropose, canReadCompanies, canReveal, canRunCollections, canStateFacts, canStrikeStep, canVerifyFacts, canErasePersons } from '@/lib/companies/policy';
import { canReadFigures } from '@/lib/figures/policy';
import { type Actor, allRoles, companyRoles, type Role, staffRoles } from '@/lib/kernel/actor';
import { canAnswerVisit, canAppointMentors, canReadMentoring, canRecordVisit, canWithdrawVisit } from '@/lib/mentoring/policy';
import { canKeepChannels } from '@/lib/notifications/policy';
import { canAnswerNotice, canReadNotices, canSendNotices } from '@/lib/notices/policy';
import { canDecideAdmission, canDecideGraduation, canFileApplication, canGiveEvidence, canKeepAdmissionRules, canReadApplications, canRemoveCompany, canReviewApplications } from '@/lib/lifecycle/policy';
import { canInvite, canLetBackIn, canSeePeople } from '@/lib/people/policy';
import { acts, type Row } from '@/lib/people/roles';
import { canAct, canFile, canKeepCatalogue, canReadRequests, canServe } from '@/lib/service-desk/policy';

const companyId = 'c1';
const known = { personId: 'p1', name: '', sessionId: null };

function actorIn(role: Role): Actor {
  if (role === 'operator') return { kind: 'operator', ...known };
  if (role === 'applicant') return { kind: 'applicant', ...known, centerId: 'z1' };
  const isCompany = (companyRoles as readonly string[]).includes(role);
  return { kind: 'member', ...known, role, centerId: 'z1', membershipId: 'm1', departmentId: isCompany ? null : 'd1', companyId: isCompany ? companyId : null };
}

type May = (actor: Actor) => boolean;
const request = { companyId, ownerId: 'm1', grade: null, repair: null, laneWaits: false, supervisedUntil: null };
const other = { id: 'm2', personId: 'p2', departmentId: 'd1', companyId: null };

/**
 * The printed table says what the policies do. Companies and mentors read their own rooms, not the desk's: where a desk
 * policy opens the room, only the desk's roles of the row are compared.
 */
const compared: Record<string, Record<string, { may: May; among?: readonly Role[] }>> = {
  people: {
    seePeople: { may: canSeePeople },
    inviteStaff: { may: (actor) => canInvite(actor, { ...other, role: 'liaison' }) },
    inviteMentor: { may: (actor) => canInvite(actor, { ...other, role: 'mentor' }) },
    inviteCompanyPeople: { may: (actor) => canInvite(actor, { role: 'company_member', companyId }) },
    letStaffBackIn: { may: (actor) => canLetBackIn(actor, { ...other, role: 'director' }) },
    letMentorBackIn: { may: (actor) => canLetBackIn(actor, { ...other, role: 'mentor' }) },
    letCompanyPeopleBackIn: { may: (actor) => canLetBackIn(actor, { ...other, role: 'company_owner', companyId }) },
  },
  centers: {
    editDepartments: { may: canEditDepartments },
    editCenter: { may: canEditCenter },
    editCalendar: { may: canEditCalendar },
    correctCalendar: { may: (actor) => canCorrectYear(actor, { year: 2027, byCenter: 'z1' }, new Date('2026-12-31T15:59:00Z')) },
    keepAnswers: { may: canKeepAnswers },
    runCenters: { may: canRunCenters },
  },
  audit: { readTrail: { may: canReadTrail }, exportTrail: { may: canExportTrail } },
  companies: {
    readCompanies: { may: canReadCompanies, among: staffRoles },
    editCompanies: { may: canEditCompanies },
    importCompanies: { may: canImportCompanies },
    assignTrio: { may: canAssignTrio },
    editContacts: { may: (actor) => canEditContacts(actor, companyId) },
    revealMasked: { may: canReveal },
    moveCompany: { may: canMoveCompany },
    extendTerm: { may: canExtendTerm },
    enterExtension: { may: canEnterExtension },
    strikeStep: { may: canStrikeStep },
    keepCarriers: { may: canKeepCarriers },
    stateFacts: { may: (actor) => canStateFacts(actor, companyId) },
    verifyFacts: { may: canVerifyFacts },
    runCollections: { may: canRunCollections },
    proposeChange: { may: (actor) => canPropose(actor, companyId) },
    keepFields: { may: canKeepFields },
    mergeCompanies: { may: canMergeCompanies },
    keepSegments: { may: canKeepSegments },
    erasePersons: { may: canErasePersons },
  },
  serviceDesk: {
    readRequests: { may: canReadRequests, among: staffRoles },
    fileRequest: { may: canFile },
    handleRequest: { may: (actor) => canAct(actor, 'accept', { ...request, state: 'submitted' }) },
    assignRequest: { may: (actor) => canAct(actor, 'transfer', { ...request, state: 'submitted' }) },
    fileOnBehalf: { may: canServe },
    giveOpinion: { may: (actor) => canAct(actor, 'lane', { ...request, state: 'accepted' }) },
    superviseRequest: { may: (actor) => canAct(actor, 'supervise', { ...request, state: 'submitted' }) },
    keepCatalogue: { may: canKeepCatalogue },
    rateRequest: { may: (actor) => canAct(actor, 'rate', { ...request, state: 'completed' }) },
  },
  mentoring: {
    readVisits: { may: canReadMentoring, among: staffRoles },
    recordVisit: { may: (actor) => canRecordVisit(actor, true) },
    withdrawVisit: { may: (actor) => canWithdrawVisit(actor, { membershipId: actor.kind === 'member' ? actor.membershipId : '' }) },
    confirmVisit: { may: (actor) => canAnswerVisit(actor, { companyId }) },
    appointMentors: { may: canAppointMentors },
  },
  notifications: { keepChannels: { may: canKeepChannels } },
  notices: {
    readNotices: { may: canReadNotices, among: staffRoles },
    sendNotices: { may: canSendNotices },
    answerNotices: { may: (actor) => canAnswerNotice(actor, { companyId }) },
  },
  lifecycle: {
    readApplications: { may: canReadApplications, among: staffRoles },
    fileApplication: { may: canFileApplication },
    reviewApplications: { may: canReviewApplications },
    decideAdmission: { may: canDecideAdmission },
    keepAdmissionRules: { may: canKeepAdmissionRules },
    giveEvidence: { may: canGiveEvidence },
    decideGraduation: { may: canDecideGraduation },
    removeCompany: { may: canRemoveCompany },
  },
  figures: { readFigures: { may: canReadFigures } },
};

describe.each(Object.entries(compared))('the printed table of %s', (capability, policies) => {
  const table: Record<string, Row> = acts[capability as keyof typeof acts];
  it.each(Object.entries(policies))('%s', (act, { may, among = allRoles }) => {
    const row = table[act] ?? {};
    expect(among.filter((role) => may(actorIn(role)))).toEqual(among.filter((role) => row[role] !== undefined));
  });
});

it('has a policy behind every act it prints', () => {
  const left = Object.entries(acts).flatMap(([capability, rows]) =>
    Object.keys(rows)
      .filter((act) => compared[capability]?.[act] === undefined)
      .map((act) => `${capability}.${act}`),
  );
  // These are asked through the same policies as inviting, and tested beside them.
  expect(left).toEqual(['people.editStaff', 'people.editMentor', 'people.editCompanyPeople', 'people.changeRole', 'people.endSessions']);
});
