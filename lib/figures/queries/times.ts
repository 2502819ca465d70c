import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { approvalLanes } from '@/db/schema/approvals';
import { companies } from '@/db/schema/companies';
import { requests } from '@/db/schema/service-desk';
import { serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { allow } from '@/lib/kernel/errors';
import type { Period } from '../inputs';
import { canReadFigures } from '../policy';
import { type RoundColumns, roundsOf } from '../rounds';
import { momentsWithin } from '../within';

/** How long things take, in working days: per item and per lane of an item, of what was decided within the days. */
export interface TimeLine {
  itemId: string;
  name: string;
  nameEn: string;
  /** The lane's key; null for the item as a whole. */
  lane: string | null;
  many: number;
  median: number;
  p90: number;
  /** Working days that were the desk's, and those in which the company had to answer (of a lane: in which it stood still). */
  used: number;
  waited: number;
}

const decided = (period: Period, item?: string) => (round: RoundColumns): SQL | undefined =>
  and(momentsWithin(round.decidedAt, period), eq(round.spot, false), isNotNull(round.usedDays), item === undefined ? undefined : eq(round.itemId, item));
const spoken = (period: Period): SQL | undefined => and(momentsWithin(approvalLanes.decidedAt, period), eq(approvalLanes.subjectType, 'request'), isNotNull(approvalLanes.usedDays));

const MOST = 500;

/** Every item, the one that took most of the desk's days first. */
export async function timesOfItems(ctx: Ctx, period: Period): Promise<TimeLine[]> {
  allow(canReadFigures(ctx.actor));
  const rounds = roundsOf(ctx, decided(period));
  return ctx.db
    .select({
      itemId: rounds.itemId,
      name: sql<string>`max(${serviceItemVersions.name})`,
      nameEn: sql<string>`max(${serviceItemVersions.nameEn})`,
      lane: sql<string | null>`null::text`,
      many: sql<number>`count(*)::int`,
      median: sql<number>`percentile_disc(0.5) within group (order by ${rounds.usedDays})::int`,
      p90: sql<number>`percentile_disc(0.9) within group (order by ${rounds.usedDays})::int`,
      used: sql<number>`sum(${rounds.usedDays})::int`,
      waited: sql<number>`coalesce(sum(${rounds.companyDays}), 0)::int`,
    })
    .from(rounds)
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.id, rounds.versionId))
    .groupBy(rounds.itemId)
    .orderBy(sql`sum(${rounds.usedDays}) desc`, rounds.itemId)
    .limit(MOST);
}

/** Every lane of every item. */
export async function timesOfLanes(ctx: Ctx, period: Period): Promise<(TimeLine & { item: string; itemEn: string })[]> {
  allow(canReadFigures(ctx.actor));
  return ctx.db
    .select({
      itemId: requests.itemId,
      item: sql<string>`max(${serviceItemVersions.name})`,
      itemEn: sql<string>`max(${serviceItemVersions.nameEn})`,
      name: sql<string>`max(${approvalLanes.name})`,
      nameEn: sql<string>`max(${approvalLanes.nameEn})`,
      lane: approvalLanes.key,
      many: sql<number>`count(*)::int`,
      median: sql<number>`percentile_disc(0.5) within group (order by ${approvalLanes.usedDays})::int`,
      p90: sql<number>`percentile_disc(0.9) within group (order by ${approvalLanes.usedDays})::int`,
      used: sql<number>`sum(${approvalLanes.usedDays})::int`,
      waited: sql<number>`coalesce(sum(${approvalLanes.stoppedDays}), 0)::int`,
    })
    .from(approvalLanes)
    .innerJoin(requests, eq(requests.id, approvalLanes.subjectId))
    .innerJoin(serviceItemVersions, eq(serviceItemVersions.id, requests.versionId))
    .where(spoken(period))
    .groupBy(requests.itemId, approvalLanes.key)
    .orderBy(sql`sum(${approvalLanes.usedDays}) desc`, requests.itemId, approvalLanes.key)
    .limit(MOST);
}

export interface TimeRow {
  id: string;
  requestId: string;
  number: string;
  title: string;
  /** Of a request that was taken up again: which of its rounds. */
  round: number | null;
  company: string;
  day: Day;
  used: number;
  waited: number;
}

interface Asked {
  item: string;
  lane: string | undefined;
  by: 'used' | 'day';
  dir: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** The rows behind one line: the decided rounds of an item's requests, or those of its lanes. */
export async function timeRows(ctx: Ctx, period: Period, { item, lane, by, dir, limit, offset }: Asked): Promise<TimeRow[]> {
  allow(canReadFigures(ctx.actor));
  const order = dir === 'asc' ? asc : desc;
  if (lane === undefined) {
    const rounds = roundsOf(ctx, decided(period, item), { by: by === 'used' ? 'usedDays' : 'decidedAt', dir, limit, offset });
    const rows = await ctx.db
      .select({
        requestId: rounds.requestId, number: rounds.number, title: rounds.title, company: companies.name, round: rounds.round, rounds: rounds.rounds, at: rounds.decidedAt, used: rounds.usedDays,
        waited: rounds.companyDays,
      })
      .from(rounds)
      .innerJoin(companies, eq(companies.id, rounds.companyId))
      .orderBy(order(by === 'used' ? rounds.usedDays : rounds.decidedAt), order(rounds.requestId), order(rounds.round))
      .limit(limit)
      .offset(offset);
    return rows.map(({ round, rounds: latest, ...row }) => shown({ ...row, id: `${row.requestId}-${round}`, round: latest > 1 ? round : null }));
  }
  const rows = await ctx.db
    .select({
      id: approvalLanes.id, requestId: requests.id, number: requests.number, title: requests.title, company: companies.name, at: approvalLanes.decidedAt, used: approvalLanes.usedDays,
      waited: approvalLanes.stoppedDays,
    })
    .from(approvalLanes)
    .innerJoin(requests, eq(requests.id, approvalLanes.subjectId))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .where(and(spoken(period), eq(requests.itemId, item), eq(approvalLanes.key, lane)))
    .orderBy(order(by === 'used' ? approvalLanes.usedDays : approvalLanes.decidedAt), order(approvalLanes.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => shown({ ...row, round: null }));
}

function shown({ number, at, used, waited, ...row }: Omit<TimeRow, 'number' | 'day' | 'used' | 'waited'> & { number: string | null; at: Date | null; used: number | null; waited: number | null }): TimeRow {
  return { ...row, number: number ?? '', day: at === null ? '' : dayOf(at), used: used ?? 0, waited: waited ?? 0 };
}
