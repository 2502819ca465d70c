import { isBusinessStaff, isCompanyPerson, isMentor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { currentTime } from '@/lib/kernel/env';
import { countOpenApplications } from '@/lib/lifecycle/queries/admission';
import { countOwnVisits, countVisitsToConfirm } from '@/lib/mentoring/queries/visits';
import { countNoticesToDo } from '@/lib/notices/queries/own';
import { countUnread } from '@/lib/notifications/queries';
import { countReturned } from '@/lib/service-desk/queries/home';
import { countInHand } from '@/lib/service-desk/queries/list';
import { readAs } from './context';
import { minuteOld } from './minute-old';
import type { Session } from './session';

/** The numbers beside the navigation. */
export interface Counts {
  unread: number;
  /** In the reader's hands at the desk. */
  requests: number;
  /** Sent back to the reader's company for correction. */
  returned: number;
  /** For a company to confirm, for a mentor to correct. */
  visits: number;
  /** For a company to read or to answer. */
  notices: number;
  /** Handed in or under review. */
  applications: number;
}

const none: Counts = { unread: 0, requests: 0, returned: 0, visits: 0, notices: 0, applications: 0 };

/** Up to a minute old: every page shows them, and none waits for them twice. */
export async function counted(session: Session): Promise<Counts> {
  const key = membershipOf(session.actor);
  if (key === null) return none;
  return minuteOld(key, 'counts', currentTime(), () => readAs(session.actor, count));
}

async function count(ctx: Ctx): Promise<Counts> {
  return {
    unread: await countUnread(ctx),
    requests: isBusinessStaff(ctx.actor) ? await countInHand(ctx) : 0,
    applications: isBusinessStaff(ctx.actor) ? await countOpenApplications(ctx) : 0,
    returned: isCompanyPerson(ctx.actor) ? await countReturned(ctx) : 0,
    visits: isCompanyPerson(ctx.actor) ? await countVisitsToConfirm(ctx) : isMentor(ctx.actor) ? (await countOwnVisits(ctx)).disputed : 0,
    notices: isCompanyPerson(ctx.actor) ? await countNoticesToDo(ctx) : 0,
  };
}
