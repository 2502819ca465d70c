import { record } from '@/lib/audit/commands';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion } from '@/lib/kernel/errors';
import { visitWithdrawn } from '../entries';
import type { WithdrawVisit } from '../inputs';
import { canWithdrawVisit } from '../policy';
import { isCorrectable } from '../rules';
import { aboutVisit, answerOf, answeredWith, lockVisit, type Recorded, saveVisit } from './visit-row';

/**
 * Takes back a visit that was written down by mistake, for the wrong company say. The row and its number stay, struck; no
 * figure counts it, and nobody is asked to confirm it any more.
 * @throws RuleError that says who confirmed or withdrew it first, StaleError when it was changed since it was read
 */
export async function withdrawVisit(ctx: Ctx, input: WithdrawVisit): Promise<Recorded> {
  const visit = await lockVisit(ctx, input.visit);
  allow(canWithdrawVisit(ctx.actor, visit));
  ensure(isCorrectable(visit), answeredWith(visit), { params: await answerOf(ctx, visit) });
  ensureVersion(visit, input.version);
  const { reason } = input;
  await saveVisit(ctx, visit, { state: 'withdrawn', decidedBy: membershipOf(ctx.actor), decidedAt: ctx.now, withdrawnReason: reason });
  const about = await aboutVisit(ctx, visit);
  await record(ctx, visitWithdrawn, { ...about, data: { ...about.data, reason } });
  return { id: visit.id, number: visit.number };
}
