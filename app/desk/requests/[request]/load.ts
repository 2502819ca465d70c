import { canDecideLane } from '@/lib/approvals/policy';
import { getRound, standsInFor } from '@/lib/approvals/queries';
import { getCalendar } from '@/lib/centers/queries';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { listFiles } from '@/lib/files/queries';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { effectsOf } from '@/lib/lifecycle/queries/effects';
import { actsOf, canLink, canSeeRater } from '@/lib/service-desk/policy';
import { getRequest, raterOf, ratingsOf, repairOf, returnsOf, roundsOf, type RequestFile, supervisionOf, timelineOf, urgesOf } from '@/lib/service-desk/queries/file';
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
  const calendar = await getCalendar(ctx);
  const today = dayOf(ctx.now);
  const round = await getRound(ctx, { type: 'request', id });
  const standingIn = await standsInFor(ctx);
  const lanes = [];
  for (const lane of round?.lanes ?? []) {
    const mine = acts.has('lane') && canDecideLane(ctx.actor, lane, standingIn);
    lanes.push({
      ...lane,
      mine,
      span: lane.state === 'open' && lane.dueOn !== null ? spanOf(calendar, lane.dueOn, lane.days, today) : null,
      files: await listFiles(ctx, { type: 'request-lane', id: lane.id }),
    });
  }
  return {
    request,
    acts,
    today,
    clock: clockOf(calendar, request, today),
    lanes: round === null ? null : { ...round, lanes },
    materials: await materialsOf(ctx, id),
    samples: acts.has('attach') ? await samplesOf(ctx, request.item.versionId) : noSamples,
    files: await listFiles(ctx, { type: 'request', id }),
    returns: await returnsOf(ctx, id),
    messages: await messagesOf(ctx, id),
    links: await linksOf(ctx, id),
    merged: await mergedIntoThis(ctx, id),
    mayLink: canLink(ctx.actor, request),
    colleagues: acts.has('note') ? await listColleagues(ctx) : [],
    ratings: await ratingsOf(ctx, id, request.round),
    rater: canSeeRater(ctx.actor) ? await raterOf(ctx, id, request.round) : null,
    repair: await repairOf(ctx, id, request.round),
    rounds: request.round > 1 ? await roundsOf(ctx, id) : [],
    confirmation: request.channel === 'portal' ? null : await confirmationOf(ctx, id),
    letters: request.state === 'confirming' ? await listFiles(ctx, { type: 'request-letter', id }) : [],
    supervision: request.supervisedUntil === null ? null : await supervisionOf(ctx, id),
    urges: await urgesOf(ctx, id),
    events: await timelineOf(ctx, id),
    serving: doing === 'transfer' || doing === 'transfer-lane' ? await listServing(ctx) : [],
    me: membershipOf(ctx.actor),
    effects: doing === 'complete' && acts.has('complete') ? await loadEffects(ctx, request, today) : null,
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
