import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { companies } from '@/db/schema/companies';
import { requestRatings, requestRepairs, requestReturns, requests } from '@/db/schema/service-desk';
import { dayOf } from '@/lib/kernel/dates';
import type { Indicator } from '../indicator';
import type { Period } from '../inputs';
import { momentsWithin } from '../within';

interface Counted {
  key: string;
  unit?: Indicator['unit'];
  /** The indicator this one is a share of. */
  of?: string;
  moment: PgColumn;
  where: SQL | undefined;
  /** The table whose rows are counted, where it isn't the requests themselves: joined by its request. */
  from?: { table: PgTable; requestId: PgColumn };
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
      const shape = { id: requests.id, number: requests.number, title: requests.title, at: sql<Date | null>`${moment}`.mapWith(requests.submittedAt), company: companies.name };
      const query =
        from === undefined
          ? db.select(shape).from(requests).innerJoin(companies, eq(companies.id, requests.companyId))
          : db.select(shape).from(from.table).innerJoin(requests, eq(requests.id, from.requestId)).innerJoin(companies, eq(companies.id, requests.companyId));
      const rows = await query.where(within(period)).orderBy(order(moment), order(requests.id)).limit(limit).offset(offset);
      return rows.map((row, index) => ({
        id: `${row.id}-${index}`,
        day: row.at === null ? '' : dayOf(row.at),
        label: `${row.number ?? ''} ${row.title}`.trim(),
        detail: row.company,
        href: `/desk/requests/${row.id}`,
      }));
    },
  };
}

/** Working days summed over what was decided within the days; the very requests, with theirs, are what it opens. */
function summing(key: string, of: string | undefined, days: PgColumn | SQL): Indicator {
  const where = (period: Period) => and(momentsWithin(requests.decidedAt, period), done, sql`${days} > 0`);
  return {
    key,
    kind: 'flow',
    unit: 'days',
    ...(of === undefined ? {} : { of }),
    async value({ db }, period) {
      const [row] = await db.select({ n: sql<string>`coalesce(sum(${days}), 0)` }).from(requests).where(where(period));
      return BigInt(row?.n ?? 0);
    },
    async count({ db }, period) {
      const [row] = await db.select({ n: count() }).from(requests).where(where(period));
      return BigInt(row?.n ?? 0);
    },
    async rows({ db }, period, { limit, offset, dir }) {
      const order = dir === 'asc' ? asc : desc;
      const rows = await db
        .select({ id: requests.id, number: requests.number, title: requests.title, at: requests.decidedAt, company: companies.name, days: sql<number>`${days}`.mapWith(Number) })
        .from(requests)
        .innerJoin(companies, eq(companies.id, requests.companyId))
        .where(where(period))
        .orderBy(order(requests.decidedAt), order(requests.id))
        .limit(limit)
        .offset(offset);
      return rows.map((row) => ({
        id: row.id,
        day: row.at === null ? '' : dayOf(row.at),
        label: `${row.number ?? ''} ${row.title}`.trim(),
        detail: `${row.company} · ${row.days}`,
        href: `/desk/requests/${row.id}`,
      }));
    },
  };
}

const done = and(eq(requests.spot, false), isNotNull(requests.decidedAt));
const ratings = { table: requestRatings, requestId: requestRatings.requestId };
const repairs = { table: requestRepairs, requestId: requestRepairs.requestId };
const first = eq(requestRatings.turn, 1);

/** What the service desk is judged by: shares of what was filed, done and rated. Answers on the spot are counted apart. */
export const serviceDesk: readonly Indicator[] = [
  counting({ key: 'requests.spot', moment: requests.completedAt, where: eq(requests.spot, true) }),
  counting({
    key: 'requests.onTime',
    of: 'requests.done',
    moment: requests.decidedAt,
    where: and(done, sql`(${requests.decidedAt} at time zone 'Asia/Shanghai')::date <= ${requests.dueOn}`),
  }),
  counting({
    key: 'requests.zeroVisit',
    of: 'requests.done',
    moment: requests.decidedAt,
    where: and(done, inArray(requests.channel, ['portal', 'phone']), inArray(requests.delivery, ['portal', 'sent'])),
  }),
  counting({ key: 'requests.waited', of: 'requests.done', moment: requests.decidedAt, where: and(done, gte(requests.companyDays, 1)) }),
  summing('requests.elapsed', undefined, sql`${requests.usedDays} + ${requests.waitedDays}`),
  summing('requests.companyDays', 'requests.elapsed', requests.companyDays),
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
  counting({ key: 'requests.badRatings', unit: 'times', of: 'requests.rated', moment: requestRepairs.openedAt, where: isNotNull(requestRepairs.openedAt), from: repairs }),
  counting({ key: 'requests.repaired', unit: 'times', of: 'requests.badRatings', moment: requestRepairs.openedAt, where: eq(requestRepairs.inTime, true), from: repairs }),
];
