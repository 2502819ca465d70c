import { asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, unionAll } from 'drizzle-orm/pg-core';
import { requestRounds, requests } from '@/db/schema/service-desk';
import type { Ctx } from '@/lib/kernel/context';

/** Of whom a round is. These stay the request's own, however often it is taken up again. */
const whose = { requestId: requests.id, itemId: requests.itemId, versionId: requests.versionId, companyId: requests.companyId, number: requests.number, title: requests.title, rounds: sql<number>`${requests.round}`.as('rounds') };

/** Where a round's own times and result stand: in the request while it is the latest, else in what was kept when it was taken up again. */
const own = (table: typeof requests | typeof requestRounds) => ({
  round: table.round,
  decidedAt: table.decidedAt,
  completedAt: table.completedAt,
  dueOn: table.dueOn,
  spot: table.spot,
  delivery: table.delivery,
  grade: table.grade,
  usedDays: table.usedDays,
  waitedDays: table.waitedDays,
  companyDays: table.companyDays,
});

/** The columns a condition may ask of a round, wherever it stands. */
export type RoundColumns = Record<keyof ReturnType<typeof own>, PgColumn> & { itemId: PgColumn };

/** Of a page in some order no more is read of either table than would fill it and what comes before it. */
export interface RoundOrder {
  by: 'decidedAt' | 'completedAt' | 'usedDays';
  dir: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/**
 * Rounds of requests, each counted by itself: taking a request up again takes nothing out of what was decided before.
 * The condition, and the order of a page, are put to either table by itself, so that each answers from its own index.
 */
export function roundsOf({ db }: Ctx, where: (round: RoundColumns) => SQL | undefined, page?: RoundOrder) {
  const [latest, earlier] = [own(requests), own(requestRounds)];
  const one = db.select({ ...whose, ...latest }).from(requests).where(where({ ...latest, itemId: requests.itemId })).$dynamic();
  const other = db
    .select({ ...whose, ...earlier })
    .from(requestRounds)
    .innerJoin(requests, eq(requests.id, requestRounds.requestId))
    .where(where({ ...earlier, itemId: requests.itemId }))
    .$dynamic();
  if (page === undefined) return unionAll(one, other).as('rounds');
  const order = page.dir === 'asc' ? asc : desc;
  const most = page.offset + page.limit;
  return unionAll(
    one.orderBy(order(latest[page.by]), order(requests.id)).limit(most),
    other.orderBy(order(earlier[page.by]), order(requestRounds.requestId), order(requestRounds.round)).limit(most),
  ).as('rounds');
}

/** How many there are. */
export async function countRounds({ db }: Ctx, where: (round: RoundColumns) => SQL | undefined): Promise<bigint> {
  const latest = await db.$count(requests, where({ ...own(requests), itemId: requests.itemId }));
  const [earlier] = await db
    .select({ n: count() })
    .from(requestRounds)
    .innerJoin(requests, eq(requests.id, requestRounds.requestId))
    .where(where({ ...own(requestRounds), itemId: requests.itemId }));
  return BigInt(latest + (earlier?.n ?? 0));
}
