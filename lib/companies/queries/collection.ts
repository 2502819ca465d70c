import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { collectionAnswers, collectionRounds } from '@/db/schema/companies-collection';
import { companyFacts } from '@/db/schema/companies-facts';
import { isCompanyPerson } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';
import { offsetOf } from '@/lib/kernel/list-params';
import type { AnswerListParams, AnswerState } from '../inputs/collection';
import { ofNamed } from './search';

const round = { id: collectionRounds.id, year: collectionRounds.year, dueOn: collectionRounds.dueOn, keys: collectionRounds.keys, note: collectionRounds.note, closedAt: collectionRounds.closedAt };
const inState = (state: AnswerState) => sql<number>`(select count(*)::int from ${collectionAnswers} a where a.center_id = ${collectionRounds.centerId} and a.round_id = ${collectionRounds.id} and a.state = ${state})`;

/** Every round with how many have answered, the newest first. */
export async function listRounds(ctx: Ctx) {
  return ctx.db.select({ ...round, waiting: inState('waiting'), draft: inState('draft'), answered: inState('answered') }).from(collectionRounds).orderBy(desc(collectionRounds.year)).limit(50);
}

export async function getRound(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [row] = await ctx.db.select({ ...round, waiting: inState('waiting'), draft: inState('draft'), answered: inState('answered') }).from(collectionRounds).where(eq(collectionRounds.id, id));
  return row ?? null;
}

const unverified = (year: number) => sql<number>`(select count(*)::int from ${companyFacts} f where f.center_id = ${collectionAnswers.centerId} and f.company_id = ${collectionAnswers.companyId} and f.year = ${year} and f.state = 'proposed')`;
const explained = (year: number) => sql<number>`(select count(*)::int from ${companyFacts} f where f.center_id = ${collectionAnswers.centerId} and f.company_id = ${collectionAnswers.companyId} and f.year = ${year} and f.state = 'proposed' and f.word <> '')`;

/** Who has answered and who hasn't, with how much of it waits to be verified and how much of that moved by more than half. */
export async function listAnswers(ctx: Ctx, of: { id: string; year: number }, params: AnswerListParams) {
  const { filters } = params;
  const where: SQL | undefined = and(
    eq(collectionAnswers.roundId, of.id),
    filters.state === undefined ? undefined : eq(collectionAnswers.state, filters.state),
    filters.form === undefined ? undefined : eq(collectionAnswers.form, filters.form),
    filters.q === undefined ? undefined : await ofNamed(ctx, filters.q, collectionAnswers),
    filters.jumped === undefined ? undefined : sql`${explained(of.year)} > 0`,
  );
  const way = params.dir === 'desc' ? desc : asc;
  const rows = await ctx.db
    .select({
      companyId: collectionAnswers.companyId,
      company: companies.name,
      form: collectionAnswers.form,
      state: collectionAnswers.state,
      answeredAt: collectionAnswers.answeredAt,
      remindedAt: collectionAnswers.remindedAt,
      unverified: unverified(of.year),
      explained: explained(of.year),
    })
    .from(collectionAnswers)
    .innerJoin(companies, eq(companies.id, collectionAnswers.companyId))
    .where(where)
    .orderBy(...(params.sort === 'answered' ? [sql`${collectionAnswers.answeredAt} ${sql.raw(params.dir)} nulls last`, asc(collectionAnswers.companyId)] : [way(companies.pinyin), way(companies.id)]))
    .limit(params.size)
    .offset(offsetOf(params));
  return { rows, total: await ctx.db.$count(collectionAnswers, where) };
}

/** What the reader's company is asked and hasn't answered, the most urgent first. */
export async function ownRoundsOpen(ctx: Ctx) {
  return isCompanyPerson(ctx.actor) ? roundsOpenOf(ctx, ctx.actor.companyId) : [];
}

/** What one company is asked and hasn't answered, the most urgent first. */
export async function roundsOpenOf(ctx: Ctx, companyId: string) {
  return ctx.db
    .select({ id: collectionRounds.id, year: collectionRounds.year, dueOn: collectionRounds.dueOn, state: collectionAnswers.state, form: collectionAnswers.form })
    .from(collectionAnswers)
    .innerJoin(collectionRounds, eq(collectionRounds.id, collectionAnswers.roundId))
    .where(and(eq(collectionAnswers.companyId, companyId), ne(collectionAnswers.state, 'answered'), isNull(collectionRounds.closedAt)))
    .orderBy(collectionRounds.dueOn);
}

/** The reader's company's own answer, or null where it is not asked. */
export async function ownAnswer(ctx: Ctx, roundId: string) {
  if (!isId(roundId) || !isCompanyPerson(ctx.actor)) return null;
  const [row] = await ctx.db
    .select({
      ...round,
      companyId: collectionAnswers.companyId,
      form: collectionAnswers.form,
      state: collectionAnswers.state,
      draft: collectionAnswers.draft,
      answeredAt: collectionAnswers.answeredAt,
      version: collectionAnswers.version,
    })
    .from(collectionAnswers)
    .innerJoin(collectionRounds, eq(collectionRounds.id, collectionAnswers.roundId))
    .where(and(eq(collectionAnswers.companyId, ctx.actor.companyId), eq(collectionAnswers.roundId, roundId)));
  return row ?? null;
}
