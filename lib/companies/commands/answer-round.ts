import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { collectionAnswers, collectionRounds } from '@/db/schema/companies-collection';
import { record } from '@/lib/audit/commands';
import { isCompanyPerson, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { answerGiven } from '../entries/collection';
import type { SaveAnswer, SubmitAnswer } from '../inputs/collection';
import { factKeys } from '../inputs/facts';
import { memberName } from '../queries/members';
import { keysAsked } from '../rules/collection';
import type { Figures } from '../rules/facts';
import { stateYear } from './state-facts';

/** Keeps what is typed, as it is. It is nobody's but the company's until it is sent. */
export async function saveAnswer(ctx: Ctx, { round, version, word, ...typed }: z.output<typeof SaveAnswer>): Promise<{ version: number }> {
  const answer = await hold(ctx, round, version);
  const keys = keysAsked(answer.round, answer.form);
  const draft: Record<string, string> = { word };
  for (const key of keys) if (typed[key] !== undefined) draft[key] = typed[key];
  await ctx.db
    .update(collectionAnswers)
    .set({ draft, state: answer.state === 'answered' ? 'answered' : 'draft', updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: answer.version + 1 })
    .where(mine(answer));
  return { version: answer.version + 1 };
}

/** Sends the answer: what it says becomes proposed facts, and the company counts as having answered. Until the round closes it may be sent again. */
export async function submitAnswer(ctx: Ctx, input: z.output<typeof SubmitAnswer>): Promise<{ state: 'saved' | 'answered'; version: number; changed: number }> {
  if (input.intent === 'save') return { state: 'saved', changed: 0, ...(await saveAnswer(ctx, input)) };
  const answer = await hold(ctx, input.round, input.version);
  const keys = keysAsked(answer.round, answer.form);
  const figures: Figures = {};
  for (const key of factKeys) if (keys.includes(key) && input[key] !== null) figures[key] = input[key];
  // As the form has them from above to below.
  const missing = factKeys.filter((key) => keys.includes(key) && figures[key] === undefined);
  ensure(missing.length === 0, 'collection.missing', { field: missing[0] ?? '', fields: missing });
  const changed = await stateYear(ctx, { companyId: answer.companyId, year: answer.round.year, figures, word: input.word, sure: input.sure, seen: input.seen, source: 'collection' });
  await ctx.db
    .update(collectionAnswers)
    .set({ state: 'answered', draft: {}, answeredAt: ctx.now, answeredBy: membershipOf(ctx.actor), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: answer.version + 1 })
    .where(mine(answer));
  const [company] = await ctx.db.select({ name: companies.name }).from(companies).where(eq(companies.id, answer.companyId));
  await record(ctx, answerGiven, {
    subject: { type: 'company', id: answer.companyId },
    companyId: answer.companyId,
    data: { round: answer.roundId, year: answer.round.year, companyId: answer.companyId, company: found(company).name, changed },
  });
  return { state: 'answered', version: answer.version + 1, changed };
}

async function hold(ctx: Ctx, roundId: string, version: number) {
  const { actor } = ctx;
  allow(isCompanyPerson(actor));
  const [round] = await ctx.db.select().from(collectionRounds).where(eq(collectionRounds.id, roundId));
  const [row] = await ctx.db.select().from(collectionAnswers).where(and(eq(collectionAnswers.roundId, roundId), eq(collectionAnswers.companyId, actor.companyId))).for('update');
  const answer = { ...found(row), round: found(round) };
  ensure(answer.round.closedAt === null, 'collection.closed', { params: { year: String(answer.round.year) } });
  if (answer.version !== version) ensureVersion({ ...answer, updatedByName: await memberName(ctx, answer.updatedBy) }, version);
  return answer;
}

function mine(answer: { roundId: string; companyId: string }) {
  return and(eq(collectionAnswers.roundId, answer.roundId), eq(collectionAnswers.companyId, answer.companyId));
}
