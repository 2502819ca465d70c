import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { resumeAfterCompany } from '@/lib/approvals/commands/lane';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import { nextNumber } from '@/lib/documents/numbers';
import { countFiles } from '@/lib/files/queries';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { ensure, found } from '@/lib/kernel/errors';
import { requestResubmitted, requestSubmitted } from '../entries';
import type { SubmitRequest } from '../inputs';
import { versionOf } from '../queries/catalogue';
import { liaisonOf } from '../queries/people';
import { itemIsOpen } from '../queries/standing';
import { dueAfterCorrection } from '../rules';
import { confirmRequest } from './confirm-request';
import { saveDraft } from './draft-request';
import { aboutRequest, clockColumns, ensureLatest, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, subjectOfLanes, takeStep } from './held-request';
import { ensureMaterials } from './materials';
import { ensureWritten, receivedToday } from './written';

type Input = z.output<typeof SubmitRequest>;
export interface Submitted {
  id: string;
  number: string | null;
  version: number;
  state: 'saved' | 'submitted' | 'resubmitted' | 'confirmed';
}

/**
 * Sends a draft to the desk, confirms what the desk wrote, or sends a returned request back; with the intent to save it
 * only keeps what is typed. Sending once more what was sent already changes nothing and answers with the same number.
 */
export async function submitRequest(ctx: Ctx, input: Input): Promise<Submitted> {
  if (input.intent === 'save') {
    const { version } = await saveDraft(ctx, input);
    return { id: input.request, number: null, version, state: 'saved' };
  }
  const request = await holdRequest(ctx, input.request);
  switch (request.state) {
    case 'submitted':
    case 'accepted':
    case 'decided':
    case 'completed':
      return { id: request.id, number: request.number, version: request.version, state: 'submitted' };
    case 'confirming':
      return { ...(await confirmRequest(ctx, request, input)), state: 'confirmed' };
    case 'returned':
      return resubmit(ctx, request, input);
    default:
      return submit(ctx, request, input);
  }
}

async function submit(ctx: Ctx, request: HeldRequest, input: Input): Promise<Submitted> {
  const step = takeStep(ctx, 'submit', request);
  await ensureLatest(ctx, request, input.version);
  const item = await versionOf(ctx, request.versionId);
  ensure(await itemIsOpen(ctx, request.itemId), 'request.itemClosed');
  const written = ensureWritten(item, input);
  const files = (await ensureMaterials(ctx, request.id, item)) + (await countFiles(ctx, { type: 'request', id: request.id }));

  const ownerId = await liaisonOf(ctx, request.companyId);
  const number = await nextNumber(ctx, 'FW', yearOf(dayOf(ctx.now)));
  const version = await saveRequest(ctx, request.id, {
    ...written,
    number,
    state: leadsTo(step, request),
    submittedAt: ctx.now,
    declaredBy: membershipOf(ctx.actor),
    declaredAt: ctx.now,
    ...(await receivedToday(ctx, item)),
    ownerId,
  });
  const sent = { ...request, number, title: input.title };
  await record(ctx, requestSubmitted, { ...subjectOf(request), data: { ...aboutRequest(sent, ownerId), files } });
  return { id: request.id, number, version, state: 'submitted' };
}

async function resubmit(ctx: Ctx, request: HeldRequest, input: Input): Promise<Submitted> {
  const step = takeStep(ctx, 'resubmit', request);
  await ensureLatest(ctx, request, input.version);
  const item = await versionOf(ctx, request.versionId);
  const kept = ensureWritten(item, input);
  // What single lanes had asked is answered with it.
  const answered = await ctx.db
    .update(requestReturns)
    .set({ resubmittedAt: ctx.now, answer: input.answer === '' ? null : input.answer })
    .where(and(eq(requestReturns.requestId, request.id), isNull(requestReturns.resubmittedAt)))
    .returning({ round: requestReturns.round, laneId: requestReturns.laneId });
  const closed = answered.find(({ laneId }) => laneId === null);

  const state = leadsTo(step, request);
  const written = { ...kept, state, returnedAt: null, declaredBy: membershipOf(ctx.actor), declaredAt: ctx.now };
  let version: number;
  if (state === 'accepted') {
    const calendar = await getCalendar(ctx);
    const lanes = await resumeAfterCompany(ctx, calendar, subjectOfLanes(request.id));
    // Every lane may have spoken before it went back: then it waits for its decision alone.
    const clock = lanes ?? { due: dueAfterCorrection(calendar, request.dueOn, dayOf(request.returnedAt ?? ctx.now), dayOf(ctx.now)), still: false };
    version = await saveRequest(ctx, request.id, { ...written, laneWaits: false, ...clockColumns(calendar, clock, request) });
  } else {
    const promise = { acceptanceDays: request.acceptanceDays ?? item.acceptanceDays, promisedDays: request.promisedDays ?? item.promisedDays };
    version = await saveRequest(ctx, request.id, { ...written, ...(await receivedToday(ctx, promise)) });
  }
  const sent = { ...request, title: input.title };
  await record(ctx, requestResubmitted, { ...subjectOf(request), data: { ...aboutRequest(sent), round: found(closed).round } });
  return { id: request.id, number: request.number, version, state: 'resubmitted' };
}
