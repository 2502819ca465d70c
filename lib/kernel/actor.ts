/** Who acts. Pure: policies and rules may read it, nothing here reaches the database. */

export const staffRoles = [
  'director',
  'manager',
  'liaison',
  'counsellor',
  'finance',
  'administrator',
  'auditor',
] as const;
export const companyRoles = ['company_owner', 'company_member'] as const;
export const memberRoles = [...staffRoles, ...companyRoles, 'mentor'] as const;
export const allRoles = [...memberRoles, 'applicant', 'operator'] as const;

export type StaffRole = (typeof staffRoles)[number];
export type CompanyRole = (typeof companyRoles)[number];
export type MemberRole = (typeof memberRoles)[number];
export type Role = (typeof allRoles)[number];

/** A person acting through one of their memberships; `role` says which rooms and acts are open. */
export interface MemberActor {
  kind: 'member';
  personId: string;
  membershipId: string;
  centerId: string;
  role: MemberRole;
  departmentId: string | null;
  companyId: string | null;
  name: string;
  sessionId: string | null;
}

/** Runs the platform itself: centers, people, the trail; no business data. */
export interface OperatorActor {
  kind: 'operator';
  personId: string;
  /** The center looked into now, one at a time; see inCenter. */
  centerId?: string | null;
  name: string;
  sessionId: string | null;
}

/** Signed in, but acting through no membership: choosing one, or looking after their own sign-in. */
export interface PersonActor {
  kind: 'person';
  personId: string;
  /** Set while an invitation of one center is being accepted. */
  centerId: string | null;
  name: string;
  sessionId: string | null;
}

/** Applies for admission to one center and sees only their own application. */
export interface ApplicantActor {
  kind: 'applicant';
  personId: string;
  centerId: string;
  name: string;
  sessionId: string | null;
}

/** Nobody signed in. `centerId` is set on pages that belong to one center. */
export interface PublicActor {
  kind: 'public';
  centerId: string | null;
}

/** A background handler; it works for one center at a time. */
export interface JobActor {
  kind: 'job';
  centerId: string;
}

export type Actor = MemberActor | OperatorActor | PersonActor | ApplicantActor | PublicActor | JobActor;

/** What row-level security calls the actor. */
export type Scope =
  | 'staff'
  | 'administrator'
  | 'auditor'
  | 'company'
  | 'mentor'
  | 'person'
  | 'applicant'
  | 'operator'
  | 'public'
  | 'job';

export function scopeOf(actor: Actor): Scope {
  if (actor.kind !== 'member') return actor.kind;
  switch (actor.role) {
    case 'director':
    case 'manager':
    case 'liaison':
    case 'counsellor':
    case 'finance':
      return 'staff';
    case 'administrator':
    case 'auditor':
    case 'mentor':
      return actor.role;
    case 'company_owner':
    case 'company_member':
      return 'company';
  }
}

/** The one word a role × act table is keyed by. */
export function roleOf(actor: Actor): Role | 'person' | 'public' | 'job' {
  return actor.kind === 'member' ? actor.role : actor.kind;
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return (roles as readonly string[]).includes(roleOf(actor));
}

/** Staff who do the center's business (not the administrator, not the auditor). */
export function isBusinessStaff(actor: Actor): actor is MemberActor {
  return scopeOf(actor) === 'staff';
}

/** Anyone who works at the center's desk, the administrator and the auditor included. */
export function isDeskRole(role: Role): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role);
}

export function isCompanyPerson(actor: Actor): actor is MemberActor & { companyId: string } {
  return actor.kind === 'member' && scopeOf(actor) === 'company' && actor.companyId !== null;
}

export function isMentor(actor: Actor): actor is MemberActor {
  return actor.kind === 'member' && actor.role === 'mentor';
}

/** The door a signed-in person arrives at. */
export function homeOf(role: Role): '/desk' | '/my' | '/mentor' | '/admin' | '/apply' {
  if (isDeskRole(role)) return '/desk';
  switch (role) {
    case 'company_owner':
    case 'company_member':
      return '/my';
    case 'mentor':
      return '/mentor';
    case 'operator':
      return '/admin';
    case 'applicant':
      return '/apply';
  }
}

export function centerOf(actor: Actor): string {
  const id = 'centerId' in actor ? actor.centerId : null;
  if (id === null || id === undefined) throw new Error(`actor ${actor.kind} acts for no center`);
  return id;
}

export function membershipOf(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.membershipId : null;
}

export function personOf(actor: Actor): string | null {
  return 'personId' in actor ? actor.personId : null;
}
