import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { serviceItems } from '@/db/schema/service-desk';
import { record } from '@/lib/audit/commands';
import { getOwnCenter } from '@/lib/centers/queries';
import { issueDocument } from '@/lib/documents/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { translator } from '@/lib/kernel/i18n';
import { requestCompleted } from '../entries';
import type { CompleteRequest } from '../inputs';
import { companyName } from '../queries/people';
import { aboutRequest, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, takeStep } from './held-request';

/** 办结: one result, on one numbered paper that anybody who holds it can verify. */
export async function completeRequest(ctx: Ctx, input: z.output<typeof CompleteRequest>): Promise<{ id: string; document: string }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'complete', request);
  const actor = ctx.actor as MemberActor;
  const paper = await issueResult(ctx, actor, request, input.result);
  await saveRequest(ctx, request.id, {
    state: leadsTo(step, request),
    completedAt: ctx.now,
    completedBy: actor.membershipId,
    result: input.result,
    resultDocumentId: paper.id,
    nextDueOn: null,
  });
  await record(ctx, requestCompleted, { ...subjectOf(request), data: { ...aboutRequest(request), document: paper.number } });
  return { id: request.id, document: paper.number };
}

/** The paper is in Chinese, whoever issues it in whatever language. */
async function issueResult(ctx: Ctx, actor: MemberActor, request: HeldRequest, result: string) {
  const t = translator('zh-CN', 'service-desk');
  const center = await getOwnCenter(ctx);
  const party = await companyName(ctx, request.companyId);
  const [item] = await ctx.db.select({ name: serviceItems.name }).from(serviceItems).where(eq(serviceItems.id, request.itemId));
  const today = dayOf(ctx.now);
  const rows = [
    { label: t('paper.number'), value: request.number ?? '' },
    { label: t('paper.item'), value: found(item).name },
    { label: t('paper.subject'), value: request.title },
    { label: t('paper.company'), value: party },
    { label: t('paper.submitted'), value: request.submittedAt === null ? '—' : dayOf(request.submittedAt) },
    { label: t('paper.accepted'), value: request.acceptedAt === null ? '—' : dayOf(request.acceptedAt) },
    { label: t('paper.due'), value: request.dueOn ?? '—' },
    { label: t('paper.completed'), value: today },
  ];
  return issueDocument(ctx, {
    kind: 'result',
    title: t('paper.title', { item: found(item).name }),
    party,
    companyId: request.companyId,
    subject: { type: 'request', id: request.id },
    issuedOn: today,
    content: {
      paragraphs: result.split('\n').filter((line) => line.trim() !== ''),
      rows,
      signatures: [{ role: t('paper.handler'), name: actor.name, day: today }],
      issuer: center.name,
    },
  });
}
