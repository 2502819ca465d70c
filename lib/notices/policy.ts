import { type Actor, hasRole, isCompanyPerson } from '@/lib/kernel/actor';
import type { NoticeState } from './inputs';

/** Reads notices at the desk, and who has read and answered them. */
export function canReadNotices(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance', 'auditor');
}

/** Writes to companies: everybody who does the center's business with them. */
export function canSendNotices(actor: Actor): boolean {
  return hasRole(actor, 'director', 'manager', 'liaison', 'counsellor', 'finance');
}

/** A draft is anybody's of the desk; what was sent stays as it was said. */
export function canEditNotice(actor: Actor, notice: { state: NoticeState }): boolean {
  return canSendNotices(actor) && notice.state === 'draft';
}

/** Reminds, gives more time, closes. */
export function canRunNotice(actor: Actor, notice: { state: NoticeState }): boolean {
  return canSendNotices(actor) && notice.state === 'sent';
}

/** People of the company that was told answer for it, nobody else. */
export function canAnswerNotice(actor: Actor, recipient: { companyId: string }): boolean {
  return isCompanyPerson(actor) && actor.companyId === recipient.companyId;
}
