import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { collectionAnswers, collectionRounds } from '@/db/schema/companies-collection';
import { companyFacts } from '@/db/schema/companies-facts';
import { record, recordAll } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf, startOfDay, yearOf } from '@/lib/kernel/dates';
import { allow, ensure, found, RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { answerAsked, answerReminded, roundClosed, roundOpened } from '../entries/collection';
import type { OneRound, OpenRound, VerifyAnswers } from '../inputs/collection';
import { canRunCollections, canVerifyFacts } from '../policy';
import { remindsOn } from '../rules/collection';
import { yearProblem } from '../rules/facts';
import { vouchFor } from './verify-facts';

type Round = typeof collectionRounds.$inferSelect;

/** Asks everybody in incubation, and those who graduated where wanted, for one year's figures. */
export async function openRound(ctx: Ctx, input: z.output<typeof OpenRound>): Promise<{ id: string; count: number }> {
  allow(canRunCollections(ctx.actor));
  const today = dayOf(ctx.now);
  const problem = yearProblem(input.year, { thisYear: yearOf(today), establishedOn: null });
  if (problem !== null) throw new RuleError(problem.key, { field: 'year', ...(problem.params === undefined ? {} : { params: problem.params }) });
  ensure(input.dueOn > today, 'collection.dueBefore', { field: 'dueOn' });
  const [twin] = await ctx.db.select({ id: collectionRounds.id }).from(collectionRounds).where(eq(collectionRounds.year, input.year));
  ensure(twin === undefined, 'collection.twice', { field: 'year', params: { year: String(input.year) } });
  const [centerId, id, by] = [centerOf(ctx.actor), newId(), membershipOf(ctx.actor)];
  const { year, dueOn, keys, note } = input;
  await ctx.db.insert(collectionRounds).values({ centerId, id, year, dueOn, keys, note, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
  const asked = await ctx.db
    .select({ id: companies.id, name: companies.name, state: companies.state })
    .from(companies)
    .where(inArray(companies.state, input.graduates ? ['incubating', 'graduated'] : ['incubating']))
    .orderBy(companies.id);
  ensure(asked.length > 0, 'collection.nobody');
  for (let start = 0; start < asked.length; start += 1_000) {
    const part = asked.slice(start, start + 1_000);
    await ctx.db.insert(collectionAnswers).values(
      part.map((one) => ({ centerId, roundId: id, companyId: one.id, form: one.state === 'graduated' ? ('short' as const) : ('full' as const), createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by })),
    );
  }
  await record(ctx, roundOpened, { subject: { type: 'collection', id }, data: { round: id, year, dueOn, count: asked.length } });
  await recordAll(ctx, answerAsked, asked.map((one) => ({ subject: { type: 'company', id: one.id }, companyId: one.id, data: { round: id, year, dueOn, companyId: one.id, company: one.name } })));
  return { id, count: asked.length };
}

/** Nobody can answer after this; what was stated stays. */
export async function closeRound(ctx: Ctx, input: z.output<typeof OneRound>): Promise<{ id: string }> {
  allow(canRunCollections(ctx.actor));
  const round = await holdRound(ctx, input.round);
  await ctx.db.update(collectionRounds).set({ closedAt: ctx.now, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: round.version + 1 }).where(eq(collectionRounds.id, round.id));
  const answered = await ctx.db.$count(collectionAnswers, and(eq(collectionAnswers.roundId, round.id), eq(collectionAnswers.state, 'answered')));
  const count = await ctx.db.$count(collectionAnswers, eq(collectionAnswers.roundId, round.id));
  await record(ctx, roundClosed, { subject: { type: 'collection', id: round.id }, data: { round: round.id, year: round.year, answered, count } });
  return { id: round.id };
}

/** Tells everybody who hasn't answered, each at most once a day. */
export async function remindRest(ctx: Ctx, input: z.output<typeof OneRound>): Promise<{ count: number }> {
  allow(canVerifyFacts(ctx.actor));
  return { count: await remind(ctx, await holdRound(ctx, input.round)) };
}

/** Of every open round, on the days that reminders go out. Running twice on one day reminds once. */
export async function remindOnTheirDays(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.now);
  const open = await ctx.db.select().from(collectionRounds).where(isNull(collectionRounds.closedAt));
  for (const round of open) if (remindsOn(round.dueOn, today)) await remind(ctx, round);
}

async function remind(ctx: Ctx, round: Round): Promise<number> {
  const morning = startOfDay(dayOf(ctx.now));
  const rest = await ctx.db
    .update(collectionAnswers)
    .set({ remindedAt: ctx.now })
    .where(
      and(
        eq(collectionAnswers.roundId, round.id),
        ne(collectionAnswers.state, 'answered'),
        or(isNull(collectionAnswers.remindedAt), lt(collectionAnswers.remindedAt, morning)),
      ),
    )
    .returning({ id: collectionAnswers.companyId, name: sql<string>`(select c.name from ${companies} c where c.center_id = ${collectionAnswers.centerId} and c.id = ${collectionAnswers.companyId})` });
  await recordAll(
    ctx,
    answerReminded,
    rest.map(({ id, name }) => ({ subject: { type: 'company', id }, companyId: id, data: { round: round.id, year: round.year, dueOn: round.dueOn, companyId: id, company: name } })),
  );
  return rest.length;
}

/** Vouches for everything that the chosen companies stated of the round's year and that still waits. */
export async function verifyAnswers(ctx: Ctx, input: z.output<typeof VerifyAnswers>): Promise<{ round: string; count: number; companies: number }> {
  allow(canVerifyFacts(ctx.actor));
  const [round] = await ctx.db.select({ id: collectionRounds.id, year: collectionRounds.year }).from(collectionRounds).where(eq(collectionRounds.id, input.round));
  const { id, year } = found(round);
  const waiting = await ctx.db
    .select({ id: companyFacts.id, companyId: companyFacts.companyId })
    .from(companyFacts)
    .where(and(inArray(companyFacts.companyId, input.companies), eq(companyFacts.year, year), eq(companyFacts.state, 'proposed')));
  ensure(waiting.length > 0, 'collection.nothingWaits');
  await vouchFor(ctx, waiting.map((row) => row.id));
  return { round: id, count: waiting.length, companies: new Set(waiting.map((row) => row.companyId)).size };
}

async function holdRound(ctx: Ctx, id: string): Promise<Round> {
  const [row] = await ctx.db.select().from(collectionRounds).where(eq(collectionRounds.id, id)).for('update');
  const round = found(row);
  ensure(round.closedAt === null, 'collection.closed', { params: { year: String(round.year) } });
  return round;
}
