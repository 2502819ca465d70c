import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requests } from '@/db/schema/service-desk';
import { requestCodes, requestConfirmations } from '@/db/schema/service-desk-filing';
import { record } from '@/lib/audit/commands';
import { nextNumber } from '@/lib/documents/numbers';
import { type MemberActor, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, yearOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requestConfirmed, requestRetyped, requestTyped } from '../entries';
import type { ConfirmByCode, FileOnBehalf, RetypeOnBehalf, SubmitRequest } from '../inputs';
import { canServe } from '../policy';
import { factsFor, type ItemVersion, versionOf } from '../queries/catalogue';
import { liaisonOf } from '../queries/people';
import { confirmationOf, renewCode, tryCode } from '../queries/standing';
import { answerProblems, differences, keptAnswers } from '../rules/answers';
import { versionToFile } from './draft-request';
import { aboutRequest, ensureLatest, ensureUnchanged, type HeldRequest, holdRequest, leadsTo, saveRequest, subjectOf, takeStep } from './held-request';
import { ensureMaterials, layOutMaterials } from './materials';
import { ensureWritten, receivedToday } from './written';

/**
 * 代帮办: staff write for a company at the window, by phone, on a visit. It has its number at once and waits for the
 * company's word; what was typed by whom is kept beside whatever the company makes of it.
 */
export async function fileOnBehalf(ctx: Ctx, input: z.output<typeof FileOnBehalf>): Promise<{ id: string; number: string }> {
  allow(canServe(ctx.actor));
  const actor = ctx.actor as MemberActor;
  const version = await versionToFile(ctx, input.item, input.company);
  ensure(version.channels.includes(input.channel), 'request.notThisWay', { field: 'channel' });
  const answers = { ...(await factsFor(ctx, input.company, version.fields)), ...typedOnly(keptAnswers(version.fields, input.answers)) };
  const id = newId();
  const number = await nextNumber(ctx, 'FW', yearOf(dayOf(ctx.now)));
  const ownerId = (await liaisonOf(ctx, input.company)) ?? actor.membershipId;
  const row = { id, number, title: input.title, ownerId, companyId: input.company };
  await ctx.db.insert(requests).values({
    ...row, centerId: actor.centerId, itemId: input.item, versionId: version.id, body: input.body, answers, state: 'confirming', channel: input.channel, filedBy: actor.membershipId,
    firstOwnerId: actor.membershipId, createdAt: ctx.now, createdBy: actor.membershipId, updatedAt: ctx.now, updatedBy: actor.membershipId,
  });
  await layOutMaterials(ctx, { id, companyId: input.company }, version);
  const about = { centerId: actor.centerId, requestId: id, companyId: input.company };
  await ctx.db.insert(requestConfirmations).values({ ...about, typedBy: actor.membershipId, typedAt: ctx.now, typed: { title: input.title, body: input.body, answers } });
  // Drawn here, and from now on readable by the company alone.
  await ctx.db.insert(requestCodes).values({ ...about, spoken: newCode() });
  await record(ctx, requestTyped, { ...subjectOf(row), data: { ...aboutRequest(row), channel: input.channel } });
  return { id, number };
}

const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0');
const typedOnly = (answers: Record<string, string>) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));

/**
 * The desk mends what it wrote. What the company has changed since is the company's, and stays. The code that stood beside the
 * old text confirms nothing any more; the tries taken on it count on.
 */
export async function retypeOnBehalf(ctx: Ctx, input: z.output<typeof RetypeOnBehalf>): Promise<{ id: string }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'retype', request);
  const actor = ctx.actor as MemberActor;
  const { typed: before } = found(await confirmationOf(ctx, request.id));
  ensure(differences(before, request).length === 0, 'request.companyChanged');
  const item = await versionOf(ctx, request.versionId);
  const typed = { title: input.title, body: input.body, answers: typedOnly(keptAnswers(item.fields, input.answers)) };
  const changed = differences(before, typed).length;
  if (changed === 0) return { id: request.id };
  await ensureUnchanged(ctx, request, input.version);
  await ctx.db.update(requestConfirmations).set({ typed, typedBy: actor.membershipId, typedAt: ctx.now }).where(eq(requestConfirmations.requestId, request.id));
  await renewCode(ctx, request.id, newCode());
  await saveRequest(ctx, request.id, typed);
  await record(ctx, requestRetyped, { ...subjectOf(request), data: { ...aboutRequest({ ...request, title: input.title }), changed }, before, after: typed });
  return { id: request.id };
}

/** The company's own word, in its own portal: with whatever it changed. It vouches for what is written; staff never can. */
export async function confirmRequest(ctx: Ctx, request: HeldRequest, input: z.output<typeof SubmitRequest>): Promise<{ id: string; number: string | null; version: number }> {
  takeStep(ctx, 'confirm', request);
  await ensureLatest(ctx, request, input.version);
  const item = await versionOf(ctx, request.versionId);
  const written = ensureWritten(item, input);
  const me = membershipOf(ctx.actor);
  const version = await confirmed(ctx, request, item, { ...written, method: 'portal', declaredBy: me, letter: null });
  return { id: request.id, number: request.number, version };
}

/** The code that stands in the company's portal alone was read out: somebody signed in there has seen the page. */
export async function confirmByCode(ctx: Ctx, input: z.output<typeof ConfirmByCode>): Promise<{ id: string; right: boolean; left: number }> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'confirmFor', request);
  const tried = await tryCode(ctx, request.id, input.spoken);
  // A wrong one is answered, not thrown: the try has to count.
  if (!tried.right) return { id: request.id, ...tried };
  const item = await versionOf(ctx, request.versionId);
  await confirmed(ctx, request, item, { ...ensureWhole(item, request), method: 'code', declaredBy: null, letter: null });
  return { id: request.id, ...tried };
}

/** A signed letter was uploaded: it vouches in the company's place, and nobody's name stands for it. */
export async function confirmByLetter(ctx: Ctx, input: { request: string; letter: string }): Promise<void> {
  const request = await holdRequest(ctx, input.request);
  takeStep(ctx, 'confirmFor', request);
  const item = await versionOf(ctx, request.versionId);
  await confirmed(ctx, request, item, { ...ensureWhole(item, request), method: 'letter', declaredBy: null, letter: input.letter });
}

/** The form that is open asks for a code or a letter alone: what else is missing is called by its name. */
function ensureWhole(item: ItemVersion, request: HeldRequest) {
  const problems = answerProblems(item.fields, keptAnswers(item.fields, request.answers)).map(({ field }) => field);
  const wanting = item.fields.filter(({ key }) => problems.includes(key) || problems.includes(`${key}_from`));
  ensure(!item.asksBody || request.body !== '', 'request.bodyMissing');
  ensure(wanting.length === 0, 'request.stillMissing', { params: { fields: wanting.map(({ label }) => `“${label}”`).join('、') } });
  return ensureWritten(item, request);
}

interface Word {
  title: string;
  body: string;
  answers: Record<string, string>;
  method: 'portal' | 'code' | 'letter';
  declaredBy: string | null;
  letter: string | null;
}

async function confirmed(ctx: Ctx, request: HeldRequest, item: ItemVersion, { method, declaredBy, letter, ...written }: Word): Promise<number> {
  const step = takeStep(ctx, method === 'portal' ? 'confirm' : 'confirmFor', request);
  await ensureMaterials(ctx, request.id, item);
  const { typed } = found(await confirmationOf(ctx, request.id));
  await ctx.db
    .update(requestConfirmations)
    .set({ method, confirmedAt: ctx.now, confirmedBy: membershipOf(ctx.actor), letterFileId: letter })
    .where(eq(requestConfirmations.requestId, request.id));
  const version = await saveRequest(ctx, request.id, {
    ...written, state: leadsTo(step, request), submittedAt: ctx.now, declaredBy, declaredAt: ctx.now, ...(await receivedToday(ctx, item)),
  });
  await record(ctx, requestConfirmed, {
    ...subjectOf(request),
    data: { ...aboutRequest({ ...request, title: written.title }), method, changed: differences(typed, written).length },
  });
  return version;
}
