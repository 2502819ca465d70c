import { canDecideLane, mayHold } from '@/lib/approvals/policy';
import { getRound, listDeciders, standsInFor } from '@/lib/approvals/queries';
import { getCalendar } from '@/lib/centers/queries';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { listFiles } from '@/lib/files/queries';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { effectsOf } from '@/lib/lifecycle/queries/effects';
import { actsOf, canAct, canLink, canSeeRater, holdsRequest } from '@/lib/service-desk/policy';
import { getRequest, raterOf, ratingsOf, repairsOf, returnsOf, roundsOf, type RequestFile, supervisionOf, timelineOf, urgesOf } from '@/lib/service-desk/queries/file';
import { linksOf, mergedIntoThis } from '@/lib/service-desk/queries/links';
import { materialsOf } from '@/lib/service-desk/queries/materials';
import { listColleagues, listServing } from '@/lib/service-desk/queries/people';
import { noSamples, samplesOf } from '@/lib/service-desk/queries/samples';
import { confirmationOf } from '@/lib/service-desk/queries/standing';
import { messagesOf } from '@/lib/service-desk/queries/talk';
import { clockOf, spanOf } from '@/lib/service-desk/rules';

/** Everything the desk's page of one request shows. */
export async function loadRequest(ctx: Ctx, id: string, doing: string | null) {
  const request = found(await getRequest(ctx, id));
  const acts = actsOf(ctx.actor, request);
  const today = dayOf(ctx.now);
  // Asked side by side: see `transaction`.
  const [calendar, round, standingIn, materials, samples, files, returns, messages, links, merged] = await Promise.all([
    getCalendar(ctx),
    getRound(ctx, { type: 'request', id }),
    standsInFor(ctx),
    materialsOf(ctx, id),
    acts.has('attach') ? samplesOf(ctx, request.item.versionId) : noSamples,
    listFiles(ctx, { type: 'request', id }),
    returnsOf(ctx, id),
    messagesOf(ctx, id),
    linksOf(ctx, id),
    mergedIntoThis(ctx, id),
  ]);
  const stopsOf = (lane: string) => (round?.stops ?? []).filter(({ laneId, toOn }) => laneId === lane && toOn === null);
  const [colleagues, ratings, rater, repairs, rounds, confirmation, letters, supervision, urges, events, serving, effects, lanes] = await Promise.all([
    acts.has('note') ? listColleagues(ctx) : [],
    ratingsOf(ctx, id, request.round),
    canSeeRater(ctx.actor) ? raterOf(ctx, id, request.round) : null,
    repairsOf(ctx, id, request.round),
    request.round > 1 ? roundsOf(ctx, id) : [],
    request.channel === 'portal' ? null : confirmationOf(ctx, id),
    request.state === 'confirming' ? listFiles(ctx, { type: 'request-letter', id }) : [],
    request.supervisedUntil === null ? null : supervisionOf(ctx, id),
    urgesOf(ctx, id),
    timelineOf(ctx, id),
    doing === 'transfer' ? listServing(ctx) : [],
    doing === 'complete' && acts.has('complete') ? loadEffects(ctx, request, today) : null,
    Promise.all(
      (round?.lanes ?? []).map(async (lane) => ({
        ...lane,
        mine: acts.has('lane') && canDecideLane(ctx.actor, lane, standingIn),
        mayResume: acts.has('lane') && (canDecideLane(ctx.actor, lane, standingIn) || (holdsRequest(ctx.actor, request) && stopsOf(lane.id).some(({ kind }) => kind === 'company'))),
        mayHave: doing === 'transfer-lane' ? (await listDeciders(ctx)).filter((one) => one.membershipId !== lane.ownerId && mayHold(one, lane)) : [],
        span: lane.state === 'open' && lane.dueOn !== null ? spanOf(calendar, lane.dueOn, lane.days, today) : null,
        files: await listFiles(ctx, { type: 'request-lane', id: lane.id }),
      })),
    ),
  ]);
  return {
    request,
    acts,
    today,
    clock: clockOf(calendar, request, today),
    lanes: round === null ? null : { ...round, lanes },
    materials,
    samples,
    files,
    returns,
    messages,
    links,
    merged,
    mayLink: canLink(ctx.actor, request),
    colleagues,
    ratings,
    rater,
    repair: repairs.now,
    earlierRepairs: repairs.earlier,
    mayRepairEarlier: canAct(ctx.actor, 'repairEarlier', { ...request, openBefore: repairs.earlier.some(({ repairedAt }) => repairedAt === null) }),
    rounds,
    confirmation,
    letters,
    supervision,
    urges,
    events,
    serving,
    me: membershipOf(ctx.actor),
    effects,
  };
}

/** What granting it would set off, and what its fields choose from. */
async function loadEffects(ctx: Ctx, request: RequestFile, today: Day) {
  const { effects } = request.item;
  const carriers = effects.includes('admission') ? (await listCarriers(ctx)).filter((one) => one.closedOn === null) : [];
  return { ...(await effectsOf(ctx, { companyId: request.companyId, effects, answers: request.answers })), companyId: request.companyId, carriers, today };
}
export type EffectsView = Awaited<ReturnType<typeof loadEffects>>;
export type RequestView = Awaited<ReturnType<typeof loadRequest>>;
