import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { decideHolderLanes } from '@/lib/approvals/commands/lane';
import { lastRoundStops } from '@/lib/approvals/queries';
import { stoppedDays, usedDays } from '@/lib/approvals/rules';
import { record } from '@/lib/audit/commands';
import { getCalendar, getOwnCenter } from '@/lib/centers/queries';
import { type DocumentToIssue, issueDocument, supersedeDocument } from '@/lib/documents/commands';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { ensure } from '@/lib/kernel/errors';
import { type Locale, translator } from '@/lib/kernel/i18n';
import { requestCompleted, requestDecided, requestDelivered } from '../entries';
import type { CompleteRequest, DeliverRequest } from '../inputs';
import type { ItemEffect } from '../inputs/item';
import { type ItemVersion, versionOf } from '../queries/catalogue';
import { companyName } from '../queries/people';
import { stepOf } from '../rules';
import { outcomeWord } from '../rules/outcome';
import { aboutRequest, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, subjectOfLanes, takeStep } from './held-request';
import { standingPaper } from './result-paper';

/** What an effect is told of the request that was granted. */
export interface Granted {
  id: string;
  number: string;
  companyId: string;
  effects: readonly ItemEffect[];
}

/** What granting it brought about elsewhere. */
export interface Effected {
  effect: ItemEffect;
  /** The step of the company's road. */
  roadId: string | null;
  /** A paper of its own: the result names it. */
  paper: { id: string; number: string; title: string } | null;
}

/** Carries the effect out, or answers null where it stands already. What it refuses undoes the decision with it. */
export type Granting = (granted: Granted) => Promise<Effected | null>;

/**
 * 一章办结: when every lane has spoken, one result, on one numbered paper that anybody who holds it can verify.
 * The holder's own lane is spoken for by the result. Handed over at once unless it is left for later.
 * `granting` is called between the decision and its paper; items whose outcome is an act elsewhere are never granted without it.
 */
export async function completeRequest(ctx: Ctx, input: z.output<typeof CompleteRequest>, granting?: Granting): Promise<{ id: string; document: string; delivered: boolean; effect: ItemEffect | null }> {
  const request = await holdRequest(ctx, input.request);
  const decide = takeStep(ctx, 'complete', request);
  const actor = ctx.actor as MemberActor;
  const calendar = await getCalendar(ctx);
  const lanes = subjectOfLanes(request.id);
  const today = dayOf(ctx.now);
  const outcome = await decideHolderLanes(ctx, calendar, lanes, { opinion: input.outcome === 'granted' ? 'agree' : 'disagree', body: input.result, ticked: input.ticked ?? [] });
  ensure(outcome !== 'open', 'request.lanesOpen');
  ensure(outcome === 'agreed' || input.outcome === 'declined', 'request.laneDisagreed', { field: 'outcome' });

  const stops = await lastRoundStops(ctx, lanes);
  const used = usedDays(calendar, request.clockFromOn ?? today, stops, today);
  const version = await versionOf(ctx, request.versionId);
  const decided = leadsTo(decide, request);
  const deliver = input.deliver === 'later' ? null : input.deliver;
  const deliverStep = stepOf(decided, 'deliver');
  const state = deliver === null || deliverStep === null ? decided : leadsTo(deliverStep, { ...request, state: decided });
  await saveRequest(ctx, request.id, {
    state,
    decidedAt: ctx.now,
    outcome: input.outcome,
    ...(deliver === null ? {} : { completedAt: ctx.now, delivery: deliver }),
    completedBy: actor.membershipId,
    result: input.result,
    usedDays: used?.used ?? null,
    waitedDays: used?.stopped ?? null,
    companyDays: used === null ? null : stoppedDays(calendar, stops.filter(({ kind }) => kind === 'company'), today).days,
    nextDueOn: null,
    warnOn: null,
    laneWaits: false,
  });
  // What a lane still asked of the company is asked no more.
  await ctx.db.update(requestReturns).set({ resubmittedAt: ctx.now }).where(and(eq(requestReturns.requestId, request.id), isNull(requestReturns.resubmittedAt)));
  const effected = input.outcome === 'granted' ? await carryOut(request, version, granting) : null;
  const paper = await issueResult(ctx, actor, request, version, input, effected);
  await ctx.db
    .update(requests)
    .set({
      resultDocumentId: paper.id,
      ...(effected === null ? {} : { effect: effected.effect, effectRoadId: effected.roadId, effectDocumentId: effected.paper?.id ?? null }),
    })
    .where(eq(requests.id, request.id));
  const data = { ...aboutRequest(request), document: paper.number, outcome: input.outcome, effect: effected?.effect ?? ('none' as const) };
  if (deliver === null) await record(ctx, requestDecided, { ...subjectOf(request), data });
  else await record(ctx, requestCompleted, { ...subjectOf(request), data });
  return { id: request.id, document: paper.number, delivered: deliver !== null, effect: effected?.effect ?? null };
}

async function carryOut(request: HeldRequest, { effects }: ItemVersion, granting: Granting | undefined): Promise<Effected | null> {
  if (effects.length === 0) return null;
  if (granting === undefined) throw new Error('an item whose outcome is an act elsewhere is decided together with it');
  return granting({ id: request.id, number: request.number ?? '', companyId: request.companyId, effects });
}

/** The result has reached the company: in its portal, fetched, or sent. */
export async function deliverRequest(ctx: Ctx, input: z.output<typeof DeliverRequest>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  const step = takeStep(ctx, 'deliver', request);
  await saveRequest(ctx, request.id, { state: leadsTo(step, request), completedAt: ctx.now, delivery: input.delivery });
  await record(ctx, requestDelivered, { ...subjectOf(request), data: { ...aboutRequest(request), delivery: input.delivery } });
  return { id: request.id };
}

/** The paper is in Chinese, whoever issues it in whatever language. One that was issued before is superseded, and stays verifiable. */
async function issueResult(ctx: Ctx, actor: MemberActor, request: HeldRequest, version: ItemVersion, { result, outcome }: z.output<typeof CompleteRequest>, effected: Effected | null) {
  const t = translator('zh-CN', 'service-desk');
  const said = (locale: Locale) => outcomeWord(version.outcomeWords, outcome, locale === 'en') ?? translator(locale, 'service-desk')(`outcomes.${outcome}`);
  const center = await getOwnCenter(ctx);
  const party = await companyName(ctx, request.companyId);
  const today = dayOf(ctx.now);
  const rows = [
    { label: t('paper.number'), value: request.number ?? '' },
    { label: t('paper.item'), value: version.name },
    { label: t('paper.subject'), value: request.title },
    { label: t('paper.company'), value: party },
    { label: t('paper.submitted'), value: request.submittedAt === null ? '—' : dayOf(request.submittedAt) },
    { label: t('paper.accepted'), value: request.acceptedAt === null ? '—' : dayOf(request.acceptedAt) },
    { label: t('paper.due'), value: request.dueOn ?? '—' },
    { label: t('paper.completed'), value: today },
    { label: t('paper.outcome'), value: said('zh-CN') },
    ...(effected === null ? [] : [{ label: t('paper.effect'), value: t(`effects.${effected.effect}`) }]),
    ...(effected?.paper == null ? [] : [{ label: effected.paper.title, value: effected.paper.number }]),
  ];
  const paper: DocumentToIssue = {
    kind: 'result',
    title: version.resultTitle === '' ? t('paper.title', { item: version.name }) : version.resultTitle,
    party,
    companyId: request.companyId,
    subject: { type: 'request', id: request.id },
    issuedOn: today,
    content: {
      paragraphs: result.split('\n').filter((line) => line.trim() !== ''),
      rows,
      outcome: { item: version.name, itemEn: version.nameEn, result: said('zh-CN'), resultEn: said('en') },
      signatures: [{ role: t('paper.handler'), name: actor.name, day: today }],
      issuer: center.name,
    },
  };
  const old = await standingPaper(ctx, request.id);
  return old === null ? issueDocument(ctx, paper) : supersedeDocument(ctx, old, paper);
}
