import { type Actor, hasRole, isBusinessStaff, isCompanyPerson } from '@/lib/kernel/actor';
import type { RequestState } from './inputs';
import { type Act, acts, life, type Party, stepOf } from './rules';

/** What a policy needs to know of a request. */
export interface Standing {
  state: RequestState;
  companyId: string;
  ownerId: string | null;
  grade: number | null;
  repair: 'open' | 'done' | 'rated' | null;
  laneWaits: boolean;
  supervisedUntil: string | null;
  /** A bad rating of an earlier round isn't put right yet; asked for only where that matters. */
  openBefore?: boolean;
}

/** Reads the desk's queue. Rows are narrowed by the database; this opens the room. */
export function canReadRequests(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor');
}

/** Serves companies: accepts, returns, answers, files for them. */
export function canServe(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor');
}

/** Opens the queue at what is in their own hands; the others see all that is open. */
export function holdsOwnQueue(actor: Actor): boolean {
  return hasRole(actor, 'liaison', 'counsellor');
}

/** Files for the company they act for. */
export function canFile(actor: Actor): boolean {
  return isCompanyPerson(actor);
}

/** Words the catalogue and publishes it. */
export function canKeepCatalogue(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** 督办 is the director's. */
export function canSupervise(actor: Actor): boolean {
  return hasRole(actor, 'director');
}

/** Says that two requests belong together. It is no step in the life of either, so it may be said in whatever state. */
export function canLink(actor: Actor, request: Pick<Standing, 'state'>): boolean {
  return canServe(actor) && request.state !== 'draft';
}

/** Gives opinions in lanes; which lanes are theirs is asked lane by lane. */
export function canGiveOpinions(actor: Actor): boolean {
  return isBusinessStaff(actor);
}

/** Learns whose rating it is. Everybody at the desk sees the rating itself. */
export function canSeeRater(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager');
}

/** Answers for a request as a whole: whoever has it, and who leads the desk. */
export function holdsRequest(actor: Actor, request: Pick<Standing, 'ownerId'>): boolean {
  return canServe(actor) && actor.kind === 'member' && (actor.membershipId === request.ownerId || hasRole(actor, 'director', 'manager'));
}

function isParty(actor: Actor, party: Party, request: Standing): boolean {
  switch (party) {
    case 'company':
      return isCompanyPerson(actor) && actor.companyId === request.companyId;
    case 'desk':
      return canServe(actor);
    case 'staff':
      return canGiveOpinions(actor);
    case 'director':
      return canSupervise(actor);
    case 'holder':
      return holdsRequest(actor, request);
  }
}

/** What must hold of the request beside its state. */
function isRipe(act: Act, request: Standing): boolean {
  switch (act) {
    case 'rate':
      return request.grade === null;
    case 'repair':
      return request.repair === 'open';
    case 'repairEarlier':
      return request.openBefore === true;
    case 'rateAgain':
      return request.repair === 'done';
    case 'answerLane':
      return request.laneWaits;
    case 'supervise':
      return request.supervisedUntil === null;
    case 'lift':
      return request.supervisedUntil !== null;
    default:
      return true;
  }
}

/** The one predicate: whether this step may be taken by this actor now. It guards the command and hides the button. */
export function canAct(actor: Actor, act: Act, request: Standing): boolean {
  const step = stepOf(request.state, act);
  if (step === null || !isRipe(act, request)) return false;
  return step.by.some((party) => isParty(actor, party, request));
}

/** Whether it is the actor's kind of step at all, in whatever state: then the refusal speaks of the state. */
export function couldEver(actor: Actor, act: Act, request: Standing): boolean {
  return Object.values(life).some((steps) => steps[act]?.by.some((party) => isParty(actor, party, request)) === true);
}

export function actsOf(actor: Actor, request: Standing): Set<Act> {
  return new Set(acts.filter((act) => canAct(actor, act, request)));
}
