import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { companies } from '@/db/schema/companies';
import { requests } from '@/db/schema/service-desk';
import { requestReturns } from '@/db/schema/service-desk-filing';
import { requestRatings, requestRepairs } from '@/db/schema/service-desk-ratings';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { momentsWithin } from '../within';
import { RATING_DAYS } from '@/lib/service-desk/rules';
import { countingRounds, rowOf, summingRounds } from './rounds';

interface Counted {
  key: string;
  unit?: Indicator['unit'];
  /** The indicator this one is a share of. */
  of?: string;
  moment: PgColumn;
  where: SQL | undefined;
  /** The table whose rows are counted, where it isn't the requests themselves: joined by its request. `round`: of which of its rounds they are. */
  from?: { table: PgTable; requestId: PgColumn; round?: PgColumn };
}

/** Counts rows of requests, or of what belongs to them; the very rows are what it opens. */
function counting({ key, unit = 'requests', of, moment, where, from }: Counted): Indicator {
  const within = (period: Period) => and(momentsWithin(moment, period), where);
  return {
    key,
    kind: 'flow',
    unit,
    ...(of === undefined ? {} : { of }),
    async value({ db }, period) {
      const rows =
        from === undefined
          ? await db.select({ n: count() }).from(requests).where(within(period))
          : await db.select({ n: count() }).from(from.table).innerJoin(requests, eq(requests.id, from.requestId)).where(within(period));
      return BigInt(rows[0]?.n ?? 0);
    },
    async rows({ db }, period, { limit, offset, dir }) {
      const order = dir === 'asc' ? asc : desc;
      const round = sql<number>`${from?.round ?? requests.round}`.mapWith(Number);
      const shape = { requestId: requests.id, number: requests.number, title: requests.title, at: sql<Date | null>`${moment}`.mapWith(requests.submittedAt), company: companies.name, round, rounds: requests.round };
      const query =
        from === undefined
          ? db.select(shape).from(requests).innerJoin(companies, eq(companies.id, requests.companyId))
          : db.select(shape).from(from.table).innerJoin(requests, eq(requests.id, from.requestId)).innerJoin(companies, eq(companies.id, requests.companyId));
      const rows = await query.where(within(period)).orderBy(order(moment), order(requests.id)).limit(limit).offset(offset);
      return rows.map((row, index) => {
        const { round: _one, ...line } = rowOf(row);
        // What isn't of one round alone doesn't say which.
        return { ...(from?.round === undefined ? line : rowOf(row)), id: `${row.requestId}-${index}` };
      });
    },
  };
}

const ratings = { table: requestRatings, requestId: requestRatings.requestId, round: requestRatings.round };
const repairs = { table: requestRepairs, requestId: requestRepairs.requestId, round: requestRepairs.round };
const first = eq(requestRatings.turn, 1);

/** What the service desk is judged by: shares of what was filed, done and rated. Answers on the spot are counted apart. */
export const serviceDesk: readonly Indicator[] = [
  countingRounds({ key: 'requests.spot', at: 'completedAt', where: ({ spot }) => eq(spot, true) }),
  countingRounds({
    key: 'requests.onTime',
    of: 'requests.done',
    at: 'decidedAt',
    where: ({ spot, decidedAt, dueOn }) => and(eq(spot, false), sql`(${decidedAt} at time zone 'Asia/Shanghai')::date <= ${dueOn}`),
  }),
  countingRounds({
    key: 'requests.zeroVisit',
    of: 'requests.done',
    at: 'decidedAt',
    where: ({ spot, delivery }) => and(eq(spot, false), inArray(requests.channel, ['portal', 'phone']), inArray(delivery, ['portal', 'sent'])),
  }),
  countingRounds({ key: 'requests.waited', of: 'requests.done', at: 'decidedAt', where: ({ spot, companyDays }) => and(eq(spot, false), gte(companyDays, 1)) }),
  summingRounds('requests.elapsed', undefined, 'elapsed'),
  summingRounds('requests.companyDays', 'requests.elapsed', 'company'),
  counting({ key: 'requests.behalf', of: 'requests.filed', moment: requests.submittedAt, where: and(eq(requests.spot, false), isNull(requests.duplicateOf), ne(requests.channel, 'portal')) }),
  counting({
    key: 'requests.toldTwice',
    unit: 'times',
    moment: requestReturns.returnedAt,
    // What was asked a second time says why; the first of another lane is no second time.
    where: isNotNull(requestReturns.reason),
    from: { table: requestReturns, requestId: requestReturns.requestId },
  }),
  counting({ key: 'requests.rated', unit: 'times', moment: requestRatings.ratedAt, where: first, from: ratings }),
  counting({ key: 'requests.satisfied', unit: 'times', of: 'requests.rated', moment: requestRatings.ratedAt, where: and(first, gte(requestRatings.grade, 3)), from: ratings }),
  countingRounds({
    key: 'requests.notRated',
    of: 'requests.done',
    at: 'completedAt',
    // Silence is not praise: what nobody rated within its days is told as that.
    where: ({ spot, grade, completedAt }) => and(eq(spot, false), isNull(grade), sql`(${completedAt} at time zone 'Asia/Shanghai')::date + ${sql.raw(String(RATING_DAYS))} < app_today()`),
  }),
  counting({ key: 'requests.badRatings', unit: 'times', of: 'requests.rated', moment: requestRepairs.openedAt, where: isNotNull(requestRepairs.openedAt), from: repairs }),
  counting({
    key: 'requests.contacted',
    unit: 'times',
    of: 'requests.badRatings',
    moment: requestRepairs.openedAt,
    where: sql`(${requestRepairs.contactedAt} at time zone 'Asia/Shanghai')::date <= ${requestRepairs.contactDueOn}`,
    from: repairs,
  }),
  counting({ key: 'requests.longRepairs', unit: 'times', of: 'requests.badRatings', moment: requestRepairs.openedAt, where: isNotNull(requestRepairs.longReason), from: repairs }),
  counting({ key: 'requests.repaired', unit: 'times', of: 'requests.badRatings', moment: requestRepairs.openedAt, where: eq(requestRepairs.inTime, true), from: repairs }),
  counting({ key: 'requests.ratedAgain', unit: 'times', of: 'requests.badRatings', moment: requestRepairs.openedAt, where: isNotNull(requestRepairs.secondGrade), from: repairs }),
];
