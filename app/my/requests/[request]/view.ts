import { getRound } from '@/lib/approvals/queries';
import { getCalendar } from '@/lib/centers/queries';
import { listFiles } from '@/lib/files/queries';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { actsOf } from '@/lib/service-desk/policy';
import { factsFor } from '@/lib/service-desk/queries/catalogue';
import { getRequest, ratingsOf, repairsOf, returnsOf, roundsOf, timelineOf, urgesOf } from '@/lib/service-desk/queries/file';
import { linksOf, mergedIntoThis } from '@/lib/service-desk/queries/links';
import { materialsOf } from '@/lib/service-desk/queries/materials';
import { noSamples, samplesOf } from '@/lib/service-desk/queries/samples';
import { codeOf, confirmationOf } from '@/lib/service-desk/queries/standing';
import { messagesOf } from '@/lib/service-desk/queries/talk';
import { clockOf, mayStillRate, spanOf } from '@/lib/service-desk/rules';

/** What the company's page of one request has read. */
export async function loadView(ctx: Ctx, id: string) {
  const request = found(await getRequest(ctx, id));
  const calendar = await getCalendar(ctx);
  const today = dayOf(ctx.now);
  const acts = actsOf(ctx.actor, request);
  // Past its days it stays unrated, which is not the same as good.
  if (request.completedAt !== null && !mayStillRate(dayOf(request.completedAt), today)) acts.delete('rate');
  const repairs = await repairsOf(ctx, id, request.round);
  const round = await getRound(ctx, { type: 'request', id });
  return {
    /** With what the register has for the fields that come from it, as long as they may be written. */
    request: { ...request, facts: acts.has('edit') ? await factsFor(ctx, request.companyId, request.item.fields) : {} },
    today,
    clock: clockOf(calendar, request, today),
    acts,
    lanes:
      round === null
        ? null
        : { ...round, lanes: round.lanes.map((lane) => ({ ...lane, span: lane.state === 'open' && lane.dueOn !== null ? spanOf(calendar, lane.dueOn, lane.days, today) : null })) },
    materials: await materialsOf(ctx, id),
    samples: acts.has('attach') ? await samplesOf(ctx, request.item.versionId) : noSamples,
    files: await listFiles(ctx, { type: 'request', id }),
    returns: await returnsOf(ctx, id),
    messages: await messagesOf(ctx, id),
    links: await linksOf(ctx, id),
    merged: await mergedIntoThis(ctx, id),
    ratings: await ratingsOf(ctx, id, request.round),
    repair: repairs.now,
    earlierRepairs: repairs.earlier,
    rounds: request.round > 1 ? await roundsOf(ctx, id) : [],
    confirmation: request.channel === 'portal' ? null : await confirmationOf(ctx, id),
    code: request.state === 'confirming' ? await codeOf(ctx, id) : null,
    urges: await urgesOf(ctx, id),
    events: await timelineOf(ctx, id),
  };
}
export type View = Awaited<ReturnType<typeof loadView>>;
