import { eq, sql } from 'drizzle-orm';
import { requests } from '@/db/schema/service-desk';
import type { RoundClock } from '@/lib/approvals/commands/round';
import { warnOn } from '@/lib/approvals/rules';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found, StaleError } from '@/lib/kernel/errors';
import type { Calendar } from '@/lib/kernel/working-days';
import type { RequestState } from '../inputs';
import { canAct, couldEver, type Standing } from '../policy';
import { memberName } from '../queries/people';
import { type Act, dueColumns, nextState, type Step, stepOf } from '../rules';

export type HeldRequest = typeof requests.$inferSelect;

/** The row, held until the transaction ends: whoever comes second waits and then sees what the first one did. */
export async function holdRequest(ctx: Ctx, id: string): Promise<HeldRequest> {
  const [row] = await ctx.db.select().from(requests).where(eq(requests.id, id)).for('update');
  return found(row);
}

/** @throws ForbiddenError when it isn't the actor's step, RuleError when the request isn't where it could be taken */
export function takeStep(ctx: Ctx, act: Act, request: Standing): Step {
  const step = stepOf(request.state, act);
  if (step === null) {
    allow(couldEver(ctx.actor, act, request));
    ensure(false, 'request.notNow', { params: { state: request.state } });
    throw new Error('unreachable');
  }
  ensure(act !== 'rate' || request.grade === null, 'request.ratedAlready');
  allow(canAct(ctx.actor, act, request), couldEver(ctx.actor, act, request) ? 'request.notYours' : undefined);
  return step;
}

/** Where a step leads that keeps the row. */
export function leadsTo(step: Step, request: Pick<HeldRequest, 'state' | 'acceptedAt'>): RequestState {
  const state = nextState(step, request);
  if (state === null) throw new Error('a step that leaves no row has no next state');
  return state;
}

/**
 * One's own autosave may be under way while one submits: it is the one version that may lie between.
 * @throws StaleError with the name of whoever saved after the form was drawn
 */
export async function ensureLatest(ctx: Ctx, request: HeldRequest, version: number | undefined): Promise<void> {
  if (version === undefined) return;
  if (version === request.version - 1 && request.updatedBy !== null && request.updatedBy === membershipOf(ctx.actor)) return;
  await ensureUnchanged(ctx, request, version);
}

/**
 * For a form that saves nothing by itself: one's own other tab is somebody else.
 * @throws StaleError with the name of whoever saved after the form was drawn
 */
export async function ensureUnchanged(ctx: Ctx, request: HeldRequest, version: number): Promise<void> {
  if (version === request.version) return;
  throw new StaleError(request.updatedBy === null ? null : await memberName(ctx, request.updatedBy), request.updatedAt);
}

/** Saves and counts the version on. @returns the new version */
export async function saveRequest(ctx: Ctx, id: string, values: Partial<typeof requests.$inferInsert>): Promise<number> {
  const [row] = await ctx.db
    .update(requests)
    .set({ ...values, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${requests.version} + 1` })
    .where(eq(requests.id, id))
    .returning({ version: requests.version });
  return found(row).version;
}

/** What the lanes' clock says, as the request's own columns. */
export function clockColumns(calendar: Calendar, clock: RoundClock, request: Pick<HeldRequest, 'promisedDays' | 'warned'>) {
  const due = dueColumns(clock.due);
  return {
    dueOn: due.known,
    nextDueOn: clock.still ? null : due.order,
    warnOn: clock.still ? null : warnOn(calendar, due.known, request.promisedDays ?? 0, request.warned),
  };
}

/** What every entry about a request says of it. */
export function aboutRequest(request: Pick<HeldRequest, 'id' | 'number' | 'title' | 'ownerId' | 'companyId'>, owner: string | null = request.ownerId) {
  return { request: request.id, number: request.number ?? '', title: request.title, owner, companyId: request.companyId };
}

export function subjectOf(request: { id: string; companyId: string }) {
  return { subject: { type: 'request', id: request.id }, companyId: request.companyId };
}

/** The same for its lanes and files. */
export const subjectOfLanes = (id: string) => ({ type: 'request', id });
