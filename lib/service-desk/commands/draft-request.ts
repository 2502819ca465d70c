import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requests, serviceItems } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { isCompanyPerson } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestDiscarded, requestDrafted, requestEdited } from '../entries';
import type { OneRequest, SaveDraft, StartDraft } from '../inputs';
import { canFile } from '../policy';
import { ensureLatest, holdRequest, saveRequest, subjectOf, takeStep } from './held-request';

/** Begins a draft: without a number, and nobody's but the company's. */
export async function startDraft(ctx: Ctx, { item }: z.output<typeof StartDraft>): Promise<{ id: string }> {
  const { actor } = ctx;
  allow(canFile(actor));
  if (!isCompanyPerson(actor)) throw new Error('only people of a company file');
  const [wanted] = await ctx.db
    .select({ name: serviceItems.name, closedAt: serviceItems.closedAt })
    .from(serviceItems)
    .where(eq(serviceItems.id, item));
  const { name, closedAt } = found(wanted);
  ensure(closedAt === null, 'request.itemClosed');
  const id = newId();
  await ctx.db.insert(requests).values({
    centerId: actor.centerId,
    id,
    itemId: item,
    companyId: actor.companyId,
    state: 'draft',
    filedBy: actor.membershipId,
    createdAt: ctx.now,
    createdBy: actor.membershipId,
    updatedAt: ctx.now,
    updatedBy: actor.membershipId,
  });
  await record(ctx, requestDrafted, { ...subjectOf({ id, companyId: actor.companyId }), data: { request: id, item: name } });
  return { id };
}

/** Keeps what is typed, however unfinished: a draft, or a request that came back for correction. */
export async function saveDraft(ctx: Ctx, input: z.output<typeof SaveDraft>): Promise<{ version: number }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'edit', request);
  await ensureLatest(ctx, request, input.version);
  const { title, body, answers } = input;
  const version = await saveRequest(ctx, request.id, { title, body, answers });
  await record(ctx, requestEdited, { ...subjectOf(request), data: { request: request.id, title } });
  return { version };
}

/** Throws a draft away; it never was anybody else's business. */
export async function discardDraft(ctx: Ctx, input: z.output<typeof OneRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'discard', request);
  await ctx.db.delete(requests).where(eq(requests.id, request.id));
  await record(ctx, requestDiscarded, { ...subjectOf(request), data: { title: request.title } });
  return { id: request.id };
}
