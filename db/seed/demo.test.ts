import { and, count, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { listTables, sumTable, WRITTEN_ALIKE } from '@/db/backup/tables';
import { asClient } from '@/db/embedded/roles';
import { approvalLanes, approvalStops } from '@/db/schema/approvals';
import { calendarDays, calendarYears, centers } from '@/db/schema/centers';
import { documents } from '@/db/schema/documents';
import { visits } from '@/db/schema/mentoring';
import { requests } from '@/db/schema/service-desk';
import { cloneTemplate } from '@/db/testing/clone';
import { owner } from '@/db/testing/factories';
import { laneDue, roundDue, stoppedDays, usedDays } from '@/lib/approvals/rules';
import { hashOf } from '@/lib/audit/commands';
import { hashedFacts } from '@/lib/documents/rules';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { makeCalendar } from '@/lib/kernel/working-days';
import { seedDemo } from '.';

const TODAY = '2026-11-20';
const now = new Date('2026-11-20T01:00:00Z');
let center = '';

/** A database of its own: what ten thousand imported companies left behind would make seeding slow, and keep others waiting. */
async function tell(name: string): Promise<string> {
  const { ownerUrl } = await cloneTemplate(name);
  await seedDemo({ ownerUrl, dataDir: process.env.DATA_DIR ?? '', today: TODAY });
  return ownerUrl;
}

beforeAll(async () => {
  process.env.DATABASE_URL = await tell(`seeded_${process.pid}`);
  const [demo] = await owner().select({ id: centers.id }).from(centers).where(eq(centers.slug, 'lanzhou'));
  center = demo?.id ?? '';
}, 300_000);

describe('the demo', () => {
  it('holds nothing from after the moment it is told', async () => {
    const ahead = await asClient(process.env.DATABASE_URL ?? '', async (client) => {
      const { rows } = await client.query<{ table: string; column: string }>(`select table_name as table, column_name as column
        from information_schema.columns where table_schema = 'public' and data_type = 'timestamp with time zone'`);
      const found: string[] = [];
      for (const { table, column } of rows.filter((one) => !plans.has(`${one.table}.${one.column}`))) {
        const [a, b] = [pg.escapeIdentifier(table), pg.escapeIdentifier(column)];
        const { rowCount } = await client.query(`select from ${a} where ${b} > $1 limit 1`, [now]);
        if (rowCount !== 0) found.push(`${table}.${column}`);
      }
      return found;
    });
    expect(ahead).toEqual([]);
  });

  it('is the same in every row when it is told again for the same day', async () => {
    const again = await tell(`seeded_again_${process.pid}`);
    const [first, second] = [await sums(process.env.DATABASE_URL ?? ''), await sums(again)];
    expect(Object.keys(first).length).toBeGreaterThan(60);
    expect(second).toEqual(first);
  }, 300_000);
});

/** Moments that are meant to lie ahead. */
const plans = new Set<string>([]);

async function sums(url: string): Promise<Record<string, string>> {
  return asClient(url, async (client) => {
    await client.query(`begin; ${WRITTEN_ALIKE}`);
    const found: Record<string, string> = {};
    for (const table of await listTables(client)) {
      // Waits for the sealer under its transaction's number, which is the server's.
      if (table.name === 'entry_queue') continue;
      const { rows, checksum } = await sumTable(client, table);
      found[table.name] = `${rows} ${checksum}`;
    }
    await client.query('rollback');
    return found;
  });
}

const within = (from: string, to: string) => and(eq(visits.centerId, center), gte(visits.visitedAt, new Date(`${from}T00:00:00+08:00`)), lt(visits.visitedAt, new Date(`${to}T00:00:00+08:00`)));

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

describe('the demo’s waits', () => {
  it('lengthen their own lane and nothing else, and are in its days, the request’s and the board’s', async () => {
    const [years, days] = [await owner().select().from(calendarYears), await owner().select().from(calendarDays)];
    const calendar = makeCalendar(years.map(({ year }) => year), days.map(({ day, kind }) => ({ day, worked: kind === 'work' })));
    const finished = await owner()
      .select()
      .from(requests)
      .where(and(eq(requests.centerId, center), eq(requests.state, 'completed'), eq(requests.spot, false), isNotNull(requests.clockFromOn), isNotNull(requests.dueOn)));
    const lanes = grouped(await owner().select().from(approvalLanes).where(eq(approvalLanes.centerId, center)), ({ subjectId }) => subjectId);
    const stops = grouped(await owner().select().from(approvalStops).where(and(eq(approvalStops.centerId, center), isNotNull(approvalStops.toOn))), ({ laneId }) => laneId);
    const seen = { company: 0, outside: 0, pause: 0 };
    const lately = { ...seen };
    for (const request of finished) {
      const own = (lanes.get(request.id) ?? []).sort((a, b) => a.stage - b.stage);
      const stages = [...grouped(own, ({ stage }) => stage).values()].map((some) => ({ lanes: some.map(({ id, days: promised }) => ({ days: promised, stops: stops.get(id) ?? [] })) }));
      const ended = dayOf(request.decidedAt ?? now);
      for (const lane of own) {
        const stood = stops.get(lane.id) ?? [];
        const until = dayOf(lane.decidedAt ?? now);
        expect(laneDue(calendar, lane.fromOn ?? ended, { days: lane.days, stops: stood }, ended)).toMatchObject({ day: lane.dueOn });
        expect(usedDays(calendar, lane.fromOn ?? ended, stood, until)).toEqual({ used: lane.usedDays, stopped: lane.stoppedDays });
        for (const { kind, fromOn, toOn } of stood) {
          seen[kind] += 1;
          if (until > addDays(TODAY, -60)) lately[kind] += stoppedDays(calendar, [{ fromOn, toOn }], until).days;
          expect(fromOn >= (lane.fromOn ?? '') && (toOn ?? '') <= until).toBe(true);
        }
      }
      const all = own.flatMap(({ id }) => stops.get(id) ?? []);
      expect(roundDue(calendar, request.clockFromOn ?? ended, stages, ended)).toMatchObject({ day: request.dueOn });
      expect(usedDays(calendar, request.clockFromOn ?? ended, all, ended)).toEqual({ used: request.usedDays, stopped: request.waitedDays });
      expect(request.companyDays).toBe(stoppedDays(calendar, all.filter(({ kind }) => kind === 'company'), ended).days);
    }
    expect(seen.company).toBeGreaterThan(50);
    expect(seen.outside).toBeGreaterThan(20);
    // The board looks back sixty days.
    expect(lately.company).toBeGreaterThan(3);
    expect(lately.outside).toBeGreaterThan(0);
  });
});

describe('the demo’s visits', () => {
  it('are five in 2021, each confirmed and on paper', async () => {
    const rows = await owner()
      .select({ state: visits.state, paper: documents.number })
      .from(visits)
      .leftJoin(documents, and(eq(documents.centerId, visits.centerId), eq(documents.subjectId, visits.id)))
      .where(within('2021-01-01', '2022-01-01'));
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => row.state === 'confirmed' && row.paper?.startsWith('FD-2021-'))).toBe(true);
  });

  it('are some six hundred since 2022, none of them ahead of this morning', async () => {
    const [row] = await owner().select({ many: count(), last: sql<string>`max(${visits.createdAt})::text` }).from(visits).where(within('2022-01-01', '2027-01-01'));
    expect(row?.many).toBeGreaterThan(590);
    expect(row?.many).toBeLessThan(620);
    expect(new Date(row?.last ?? 0).getTime()).toBeLessThanOrEqual(now.getTime());
  });

  it('carry papers that still say what they said', async () => {
    const papers = await owner().select().from(documents).where(eq(documents.kind, 'visit')).limit(50);
    expect(papers.length).toBe(50);
    for (const { kind, number, title, issuedOn, revision, content, contentHash } of papers) {
      expect(hashOf(hashedFacts({ kind, number, title, issuedOn, revision, content }))).toBe(contentHash);
    }
  });
});
