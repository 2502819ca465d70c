import { type Actor, type Role, roleOf } from '@/lib/kernel/actor';

/**
 * Who may do what: one table. Policies answer from it or are tested against it, and a settings page prints it.
 * How far an act reaches: the whole center, one's own department, one's own company, the companies assigned to one,
 * what is one's own, or the whole installation. Row-level security draws the same lines below.
 */
export type Reach = 'installation' | 'center' | 'department' | 'company' | 'assigned' | 'own';
export type Row = Partial<Record<Role, Reach>>;

const business: Row = { director: 'center', manager: 'center', liaison: 'center', counsellor: 'center' };
const desk: Row = { ...business, finance: 'center', auditor: 'center' };
const leaders: Row = { director: 'center', manager: 'center' };
const house: Row = { director: 'center', administrator: 'center' };

export const acts = {
  people: {
    seePeople: { ...desk, administrator: 'center', company_owner: 'company', company_member: 'company', operator: 'installation' },
    inviteStaff: { ...house, manager: 'department', operator: 'installation' },
    inviteMentor: { ...leaders, administrator: 'center' },
    inviteCompanyPeople: { ...business, company_owner: 'company' },
    editStaff: { ...house, manager: 'department', operator: 'installation' },
    editMentor: { ...leaders, administrator: 'center' },
    editCompanyPeople: { ...business, company_owner: 'company' },
    changeRole: { ...house, company_owner: 'company', operator: 'installation' },
    letStaffBackIn: { ...house, operator: 'installation' },
    letMentorBackIn: { ...leaders, administrator: 'center', operator: 'installation' },
    letCompanyPeopleBackIn: { ...business, operator: 'installation' },
    endSessions: { administrator: 'center', operator: 'installation' },
  },
  centers: {
    editDepartments: house,
    editCenter: house,
    editCalendar: { ...leaders, administrator: 'center', operator: 'installation' },
    correctCalendar: { director: 'own', manager: 'own', administrator: 'own', operator: 'installation' },
    keepAnswers: { ...business, finance: 'center' },
    runCenters: { operator: 'installation' },
  },
  audit: {
    readTrail: { director: 'center', administrator: 'center', auditor: 'center', operator: 'installation' },
    exportTrail: { director: 'center', auditor: 'center' },
  },
  companies: {
    readCompanies: { ...desk, company_owner: 'company', company_member: 'company', mentor: 'assigned' },
    editCompanies: business,
    importCompanies: business,
    assignTrio: leaders,
    editContacts: { ...business, company_owner: 'company', company_member: 'company' },
    revealMasked: desk,
    moveCompany: business,
    extendTerm: { director: 'center' },
    enterExtension: business,
    strikeStep: leaders,
    keepCarriers: leaders,
    stateFacts: { ...business, company_owner: 'company', company_member: 'company' },
    verifyFacts: business,
    runCollections: leaders,
    proposeChange: { company_owner: 'company', company_member: 'company' },
    keepFields: house,
    mergeCompanies: leaders,
    keepSegments: business,
    erasePersons: leaders,
  },
  serviceDesk: {
    readRequests: { ...desk, company_owner: 'company', company_member: 'company' },
    fileRequest: { company_owner: 'company', company_member: 'company' },
    handleRequest: business,
    assignRequest: business,
    fileOnBehalf: business,
    giveOpinion: { ...business, finance: 'center' },
    superviseRequest: { director: 'center' },
    keepCatalogue: leaders,
    rateRequest: { company_owner: 'company', company_member: 'company' },
  },
  mentoring: {
    readVisits: { ...desk, company_owner: 'company', company_member: 'company', mentor: 'assigned' },
    recordVisit: { mentor: 'assigned' },
    withdrawVisit: { ...business, mentor: 'assigned' },
    confirmVisit: { company_owner: 'company', company_member: 'company' },
    appointMentors: leaders,
  },
  notifications: {
    keepChannels: { administrator: 'center' },
  },
  notices: {
    readNotices: { ...desk, company_owner: 'company', company_member: 'company' },
    sendNotices: { ...business, finance: 'center' },
    answerNotices: { company_owner: 'company', company_member: 'company' },
  },
  lifecycle: {
    readApplications: { ...desk, applicant: 'own' },
    fileApplication: { ...business, applicant: 'own' },
    reviewApplications: business,
    decideAdmission: leaders,
    keepAdmissionRules: { director: 'center' },
    giveEvidence: business,
    decideGraduation: leaders,
    removeCompany: { director: 'center' },
  },
  figures: {
    readFigures: desk,
  },
} as const satisfies Record<string, Record<string, Row>>;

export type Capability = keyof typeof acts;
export type PeopleAct = keyof typeof acts.people;

/** Where an act happens, as far as it narrows who may do it. */
export interface Place {
  departmentId?: string | null;
  companyId?: string | null;
}

/** True when the actor's role may do `act` of people there. */
export function may(actor: Actor, act: PeopleAct, place: Place = {}): boolean {
  const row: Row = acts.people[act];
  const role = roleOf(actor);
  if (role === 'person' || role === 'public' || role === 'job') return false;
  switch (row[role]) {
    case undefined:
      return false;
    case 'installation':
    case 'center':
      return true;
    case 'department':
      return actor.kind === 'member' && actor.departmentId !== null && actor.departmentId === place.departmentId;
    case 'company':
      return actor.kind === 'member' && actor.companyId !== null && actor.companyId === place.companyId;
    case 'assigned':
    case 'own':
      throw new Error(`act ${act} needs to know more than the place`);
  }
}
