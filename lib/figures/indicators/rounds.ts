import { and, asc, desc, eq, type SQL, sql, type SQLWrapper } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { dayOf } from '@/lib/kernel/dates';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { countRounds, type RoundColumns, roundsOf } from '../rounds';
import { momentsWithin } from '../within';

/** The row of a figure that opens a request, with its round where it has had more than one. */
export function rowOf({ requestId, number, title, company, at, round, rounds, days }: {
  requestId: string;
  number: string | null;
  title: string;
  company: string;
  at: Date | null;
  round: number;
  rounds: number;
  days?: number;
}) {
  return {
    id: `${requestId}-${round}`,
    day: at === null ? '' : dayOf(at),
    label: `${number ?? ''} ${title}`.trim(),
    ...(rounds > 1 ? { round } : {}),
    detail: days === undefined ? company : `${company} · ${days}`,
    href: `/desk/requests/${requestId}`,
  };
}

interface Counted {
  key: string;
  /** The indicator this one is a share of. */
  of?: string;
  at: 'decidedAt' | 'completedAt';
  where: (round: RoundColumns) => SQL | undefined;
}

/** Counts rounds of requests; the very rounds are what it opens. */
export function countingRounds({ key, of, at, where }: Counted): Indicator {
  const asked = (period: Period) => (round: RoundColumns) => and(momentsWithin(round[at], period), where(round));
  return {
    key,
    kind: 'flow',
    unit: 'requests',
    ...(of === undefined ? {} : { of }),
    async value(ctx, period) {
      return countRounds(ctx, asked(period));
    },
    async rows(ctx, period, { limit, offset, dir }) {
      const order = dir === 'asc' ? asc : desc;
      const rounds = roundsOf(ctx, asked(period), { by: at, dir, limit, offset });
      const rows = await ctx.db
        .select({ requestId: rounds.requestId, number: rounds.number, title: rounds.title, at: rounds[at], company: companies.name, round: rounds.round, rounds: rounds.rounds })
        .from(rounds)
        .innerJoin(companies, eq(companies.id, rounds.companyId))
        .orderBy(order(rounds[at]), order(rounds.requestId), order(rounds.round))
        .limit(limit)
        .offset(offset);
      return rows.map(rowOf);
    },
  };
}

/** Either the rounds' own columns or those of the query that gathers them. */
interface Days {
  usedDays: SQLWrapper;
  waitedDays: SQLWrapper;
  companyDays: SQLWrapper;
}
const sums = {
  elapsed: ({ usedDays, waitedDays }: Days) => sql<number>`${usedDays} + ${waitedDays}`,
  company: ({ companyDays }: Days) => sql<number>`${companyDays}`,
};

/** Working days summed over the rounds decided within the days; the very rounds, with theirs, are what it opens. */
export function summingRounds(key: string, of: string | undefined, which: keyof typeof sums): Indicator {
  const asked = (period: Period) => (round: RoundColumns) =>
    and(momentsWithin(round.decidedAt, period), eq(round.spot, false), sql`${sums[which](round)} > 0`);
  return {
    key,
    kind: 'flow',
    unit: 'days',
    ...(of === undefined ? {} : { of }),
    async value(ctx, period) {
      const rounds = roundsOf(ctx, asked(period));
      const [row] = await ctx.db.select({ n: sql<string>`coalesce(sum(${sums[which](rounds)}), 0)` }).from(rounds);
      return BigInt(row?.n ?? 0);
    },
    async count(ctx, period) {
      return countRounds(ctx, asked(period));
    },
    async rows(ctx, period, { limit, offset, dir }) {
      const order = dir === 'asc' ? asc : desc;
      const rounds = roundsOf(ctx, asked(period), { by: 'decidedAt', dir, limit, offset });
      const rows = await ctx.db
        .select({
          requestId: rounds.requestId, number: rounds.number, title: rounds.title, at: rounds.decidedAt, company: companies.name, round: rounds.round, rounds: rounds.rounds,
          days: sums[which](rounds).mapWith(Number),
        })
        .from(rounds)
        .innerJoin(companies, eq(companies.id, rounds.companyId))
        .orderBy(order(rounds.decidedAt), order(rounds.requestId), order(rounds.round))
        .limit(limit)
        .offset(offset);
      return rows.map(rowOf);
    },
  };
}
