import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { requestMaterials } from '@/db/schema/service-desk-filing';
import { record } from '@/lib/audit/commands';
import { isCompanyPerson } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestDiscarded, requestDrafted, requestEdited } from '../entries';
import type { OneRequest, SaveDraft, StartDraft } from '../inputs';
import { canFile } from '../policy';
import { currentVersion, factsFor, type ItemVersion, versionOf } from '../queries/catalogue';
import { companyStanding } from '../queries/people';
import { keptAnswers } from '../rules/answers';
import { ensureLatest, holdRequest, saveRequest, subjectOf, takeStep } from './held-request';
import { layOutMaterials } from './materials';

/** The version in force. @throws RuleError when the item is closed, or this company can't ask for it */
export async function versionToFile(ctx: Ctx, item: string, companyId: string): Promise<ItemVersion> {
  const version = await currentVersion(ctx, item);
  ensure(version !== null, 'request.itemClosed');
  const { state } = found(await companyStanding(ctx, companyId));
  ensure(version.filers.some((one) => one === state), 'request.notFiler');
  return version;
}

/** Begins a draft: without a number, and nobody's but the company's. What the register knows stands in it already. */
export async function startDraft(ctx: Ctx, { item }: z.output<typeof StartDraft>): Promise<{ id: string }> {
  const { actor } = ctx;
  allow(canFile(actor));
  if (!isCompanyPerson(actor)) throw new Error('only people of a company file');
  const version = await versionToFile(ctx, item, actor.companyId);
  const id = newId();
  await ctx.db.insert(requests).values({
    centerId: actor.centerId,
    id,
    itemId: item,
    versionId: version.id,
    companyId: actor.companyId,
    title: version.asksBody ? '' : version.name,
    answers: await factsFor(ctx, actor.companyId, version.fields),
    state: 'draft',
    filedBy: actor.membershipId,
    createdAt: ctx.now,
    createdBy: actor.membershipId,
    updatedAt: ctx.now,
    updatedBy: actor.membershipId,
  });
  await layOutMaterials(ctx, { id, companyId: actor.companyId }, version);
  await record(ctx, requestDrafted, { ...subjectOf({ id, companyId: actor.companyId }), data: { request: id, item: version.name } });
  return { id };
}

/** Keeps what is typed, however unfinished: a draft, one to be confirmed, or one that came back for correction. */
export async function saveDraft(ctx: Ctx, input: z.output<typeof SaveDraft>): Promise<{ version: number }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'edit', request);
  await ensureLatest(ctx, request, input.version);
  const { title, body } = input;
  const { fields } = await versionOf(ctx, request.versionId);
  const version = await saveRequest(ctx, request.id, { title, body, answers: keptAnswers(fields, input.answers) });
  await record(ctx, requestEdited, { ...subjectOf(request), data: { request: request.id, title } });
  return { version };
}

/** Throws a draft away; it never was anybody else's business. */
export async function discardDraft(ctx: Ctx, input: z.output<typeof OneRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'discard', request);
  await ctx.db.delete(requestMaterials).where(eq(requestMaterials.requestId, request.id));
  await ctx.db.delete(requests).where(eq(requests.id, request.id));
  await record(ctx, requestDiscarded, { ...subjectOf(request), data: { title: request.title } });
  return { id: request.id };
}
