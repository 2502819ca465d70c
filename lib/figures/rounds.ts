import { eq, type SQL, sql } from 'drizzle-orm';
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
  usedDays: table.usedDays,
  waitedDays: table.waitedDays,
  companyDays: table.companyDays,
});

/** The columns a condition may ask of a round, wherever it stands. */
export type RoundColumns = Record<keyof ReturnType<typeof own>, PgColumn> & { itemId: PgColumn };

/**
 * Rounds of requests, each counted by itself: taking a request up again takes nothing out of what was decided before.
 * The condition is put to either table by itself, so that each answers from its own index.
 */
export function roundsOf({ db }: Ctx, where: (round: RoundColumns) => SQL | undefined) {
  const [latest, earlier] = [own(requests), own(requestRounds)];
  return unionAll(
    db.select({ ...whose, ...latest }).from(requests).where(where({ ...latest, itemId: requests.itemId })),
    db
      .select({ ...whose, ...earlier })
      .from(requestRounds)
      .innerJoin(requests, eq(requests.id, requestRounds.requestId))
      .where(where({ ...earlier, itemId: requests.itemId })),
  ).as('rounds');
}
