import { and, asc, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { approvalLanes, approvalStops } from '@/db/schema/approvals';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { laneColour, stoppedDays } from '@/lib/approvals/rules';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, dayOf, startOfDay } from '@/lib/kernel/dates';
import type { Calendar } from '@/lib/kernel/working-days';
import { endOfWeek } from '../rules';

export interface BoardLane {
  name: string;
  nameEn: string;
  ok: number;
  due: number;
  late: number;
  stopped: number;
}

/** Rows a board looks at: what is under way in one center, however many were ever filed. */
const MOST = 20_000;

/** The lanes under way by what they are called and by colour, the fullest of late ones first. */
export async function countLanes(ctx: Ctx, calendar: Calendar): Promise<BoardLane[]> {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select({ name: approvalLanes.name, nameEn: approvalLanes.nameEn, state: approvalLanes.state, dueOn: approvalLanes.dueOn, days: approvalLanes.days, many: sql<number>`count(*)::int` })
    .from(approvalLanes)
    // Written out, so that the planner sees that an index holds exactly these.
    .where(sql`${approvalLanes.state} in ('open', 'stopped') and ${approvalLanes.subjectType} = 'request'`)
    .groupBy(approvalLanes.name, approvalLanes.nameEn, approvalLanes.state, approvalLanes.dueOn, approvalLanes.days)
    .limit(MOST);
  const lanes = new Map<string, BoardLane>();
  for (const row of rows) {
    const lane = lanes.get(row.name) ?? { name: row.name, nameEn: row.nameEn, ok: 0, due: 0, late: 0, stopped: 0 };
    const colour = laneColour(calendar, row, today);
    if (colour === 'ok' || colour === 'due' || colour === 'late' || colour === 'stopped') lane[colour] += row.many;
    lanes.set(row.name, lane);
  }
  return [...lanes.values()].sort((a, b) => b.late - a.late || b.due - a.due || b.ok + b.stopped - (a.ok + a.stopped) || (a.name < b.name ? -1 : 1));
}

const LATELY_DAYS = 60;

export interface Bottleneck {
  name: string;
  nameEn: string;
  many: number;
  median: number;
  p90: number;
  /** Working days used, and those it stood still for others. */
  used: number;
  stopped: number;
}

/** Where time went in the lanes decided lately: the slowest first. */
export async function listBottlenecks(ctx: Ctx): Promise<Bottleneck[]> {
  const since = startOfDay(addDays(dayOf(ctx.now), -LATELY_DAYS));
  return ctx.db
    .select({
      name: approvalLanes.name,
      nameEn: sql<string>`max(${approvalLanes.nameEn})`,
      many: sql<number>`count(*)::int`,
      median: sql<number>`percentile_disc(0.5) within group (order by ${approvalLanes.usedDays})::int`,
      p90: sql<number>`percentile_disc(0.9) within group (order by ${approvalLanes.usedDays})::int`,
      used: sql<number>`sum(${approvalLanes.usedDays})::int`,
      stopped: sql<number>`coalesce(sum(${approvalLanes.stoppedDays}), 0)::int`,
    })
    .from(approvalLanes)
    .where(and(gte(approvalLanes.decidedAt, since), isNotNull(approvalLanes.usedDays), eq(approvalLanes.subjectType, 'request')))
    .groupBy(approvalLanes.name)
    .orderBy(sql`sum(${approvalLanes.usedDays}) desc`, approvalLanes.name)
    .limit(15);
}

export type Waits = Record<'company' | 'outside' | 'pause', number>;

/** For whom the lanes decided lately stood still, in working days. */
export async function countWaits(ctx: Ctx, calendar: Calendar): Promise<Waits> {
  const since = startOfDay(addDays(dayOf(ctx.now), -LATELY_DAYS));
  const rows = await ctx.db
    .select({ kind: approvalStops.kind, from: approvalStops.fromOn, to: approvalStops.toOn, many: sql<number>`count(*)::int` })
    .from(approvalStops)
    .innerJoin(approvalLanes, eq(approvalLanes.id, approvalStops.laneId))
    .where(and(gte(approvalLanes.decidedAt, since), isNotNull(approvalStops.toOn), eq(approvalLanes.subjectType, 'request')))
    .groupBy(approvalStops.kind, approvalStops.fromOn, approvalStops.toOn)
    .limit(MOST);
  const waits: Waits = { company: 0, outside: 0, pause: 0 };
  for (const { kind, from, to, many } of rows) {
    const { days } = stoppedDays(calendar, [{ fromOn: from, toOn: to }], to ?? from);
    waits[kind] += days * many;
  }
  return waits;
}

/** What the director watches, by its day. */
export async function listSupervised(ctx: Ctx) {
  return ctx.db
    .select({ id: requests.id, number: requests.number, title: requests.title, company: companies.name, owner: memberships.name, until: requests.supervisedUntil })
    .from(requests)
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(memberships, eq(memberships.id, requests.ownerId))
    .where(isNotNull(requests.supervisedUntil))
    .orderBy(asc(requests.supervisedUntil), asc(requests.id))
    .limit(100);
}

export interface Workload {
  id: string;
  name: string;
  inHand: number;
  week: number;
  late: number;
}

/** What each of the team has in hand, the fullest first. */
export async function listWorkload(ctx: Ctx): Promise<Workload[]> {
  const today = dayOf(ctx.now);
  const inHand = ctx.db
    .select({
      ownerId: requests.ownerId,
      inHand: sql<number>`count(*)::int`.as('in_hand'),
      week: sql<number>`(count(*) filter (where ${requests.nextDueOn} >= ${today} and ${requests.nextDueOn} <= ${endOfWeek(today)}))::int`.as('week'),
      late: sql<number>`(count(*) filter (where ${requests.nextDueOn} < ${today}))::int`.as('late'),
    })
    .from(requests)
    // Written out, so that the planner sees that the index of what is in hand holds exactly these.
    .where(sql`${requests.state} in ('submitted', 'accepted')`)
    .groupBy(requests.ownerId)
    .as('held');
  return ctx.db
    .select({ id: memberships.id, name: memberships.name, inHand: inHand.inHand, week: inHand.week, late: inHand.late })
    .from(inHand)
    .innerJoin(memberships, eq(memberships.id, inHand.ownerId))
    .orderBy(desc(inHand.inHand), memberships.name)
    .limit(60);
}
