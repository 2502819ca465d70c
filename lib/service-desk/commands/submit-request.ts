import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requestReturns, serviceItems } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import { nextNumber } from '@/lib/documents/numbers';
import { countFiles } from '@/lib/files/queries';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { ensure, found } from '@/lib/kernel/errors';
import { parsePhone } from '@/lib/kernel/phone';
import { requestResubmitted, requestSubmitted } from '../entries';
import { FIELD_PREFIX, type SubmitRequest } from '../inputs';
import { liaisonOf } from '../queries/people';
import { acceptDue, dueColumns } from '../rules';
import { saveDraft } from './draft-request';
import { aboutRequest, ensureLatest, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, takeStep } from './held-request';
import { dueAgain } from './stops';

type Input = z.output<typeof SubmitRequest>;
export interface Submitted {
  id: string;
  number: string | null;
  version: number;
  state: 'saved' | 'submitted' | 'resubmitted';
}

/**
 * Sends a draft to the desk, or a returned request back to it; with the intent to save it only keeps what is typed.
 * Sending once more what was sent already changes nothing and answers with the same number.
 */
export async function submitRequest(ctx: Ctx, input: Input): Promise<Submitted> {
  if (input.intent === 'save') {
    const { version } = await saveDraft(ctx, input);
    return { id: input.request, number: null, version, state: 'saved' };
  }
  const request = await holdRequest(ctx, input.request);
  if (wasSentAlready(request)) return { id: request.id, number: request.number, version: request.version, state: 'submitted' };
  return request.state === 'returned' ? resubmit(ctx, request, input) : submit(ctx, request, input);
}

function wasSentAlready({ state }: HeldRequest): boolean {
  return state === 'submitted' || state === 'accepted' || state === 'completed';
}

async function submit(ctx: Ctx, request: HeldRequest, input: Input): Promise<Submitted> {
  const step = takeStep(ctx, 'submit', request);
  await ensureLatest(ctx, request, input.version);
  const item = await itemOf(ctx, request);
  ensure(item.closedAt === null, 'request.itemClosed');
  ensureAnswers(item, input.answers);
  const files = await countFiles(ctx, { type: 'request', id: request.id });
  ensure(!item.filesRequired || files > 0, 'request.fileMissing');

  const today = dayOf(ctx.now);
  const due = dueColumns(acceptDue(await getCalendar(ctx), today, item.acceptanceDays));
  const ownerId = await liaisonOf(ctx, request.companyId);
  const number = await nextNumber(ctx, 'FW', yearOf(today));
  const version = await saveRequest(ctx, request.id, {
    title: input.title,
    body: input.body,
    answers: input.answers,
    number,
    state: leadsTo(step, request),
    submittedAt: ctx.now,
    receivedOn: today,
    acceptanceDays: item.acceptanceDays,
    promisedDays: item.promisedDays,
    acceptDueOn: due.known,
    nextDueOn: due.order,
    ownerId,
  });
  const sent = { ...request, number, title: input.title };
  await record(ctx, requestSubmitted, { ...subjectOf(request), data: { ...aboutRequest(sent, ownerId), files } });
  return { id: request.id, number, version, state: 'submitted' };
}

async function resubmit(ctx: Ctx, request: HeldRequest, input: Input): Promise<Submitted> {
  const step = takeStep(ctx, 'resubmit', request);
  await ensureLatest(ctx, request, input.version);
  const item = await itemOf(ctx, request);
  ensureAnswers(item, input.answers);
  const [closed] = await ctx.db
    .update(requestReturns)
    .set({ resubmittedAt: ctx.now, answer: input.answer === '' ? null : input.answer })
    .where(and(eq(requestReturns.requestId, request.id), isNull(requestReturns.resubmittedAt)))
    .returning({ round: requestReturns.round });

  const today = dayOf(ctx.now);
  const state = leadsTo(step, request);
  const written = { title: input.title, body: input.body, answers: input.answers, state, returnedAt: null };
  let version: number;
  if (state === 'accepted') {
    const due = dueColumns(await dueAgain(ctx, request));
    version = await saveRequest(ctx, request.id, { ...written, dueOn: due.known, nextDueOn: due.order });
  } else {
    const due = dueColumns(acceptDue(await getCalendar(ctx), today, request.acceptanceDays ?? item.acceptanceDays));
    version = await saveRequest(ctx, request.id, { ...written, receivedOn: today, acceptDueOn: due.known, nextDueOn: due.order });
  }
  const sent = { ...request, title: input.title };
  await record(ctx, requestResubmitted, { ...subjectOf(request), data: { ...aboutRequest(sent), round: found(closed).round } });
  return { id: request.id, number: request.number, version, state: 'resubmitted' };
}

async function itemOf(ctx: Ctx, request: HeldRequest) {
  const [item] = await ctx.db.select().from(serviceItems).where(eq(serviceItems.id, request.itemId));
  return found(item);
}

function ensureAnswers(item: typeof serviceItems.$inferSelect, answers: Record<string, string>): void {
  for (const field of item.fields) {
    const answer = answers[field.key] ?? '';
    const name = `${FIELD_PREFIX}${field.key}`;
    ensure(!field.required || answer !== '', 'required', { field: name });
    ensure(field.kind !== 'phone' || answer === '' || parsePhone(answer) !== null, 'invalidPhone', { field: name });
  }
}
