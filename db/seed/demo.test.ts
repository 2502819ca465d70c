import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listTables, sumTable, WRITTEN_ALIKE } from '@/db/backup/tables';
import { asClient } from '@/db/embedded/roles';
import { centers } from '@/db/schema/centers';
import { documents } from '@/db/schema/documents';
import { visits } from '@/db/schema/mentoring';
import { owner } from '@/db/testing/factories';
import { hashOf } from '@/lib/audit/commands';
import { hashedFacts } from '@/lib/documents/rules';
import { seedDemo } from '.';

const TODAY = '2026-11-20';
const now = new Date('2026-11-20T01:00:00Z');
let center = '';

/** A database of its own: what ten thousand imported companies left behind would make seeding slow, and keep others waiting. */
async function tell(name: string): Promise<string> {
  const template = new URL(inject('ownerUrl')).pathname.slice(1);
  await asClient(inject('superUrl'), (client) => client.query(`create database ${name} template ${pg.escapeIdentifier(template)} owner dxe_owner`));
  const own = new URL(inject('ownerUrl'));
  own.pathname = `/${name}`;
  await seedDemo({ ownerUrl: own.toString(), dataDir: process.env.DATA_DIR ?? '', today: TODAY });
  return own.toString();
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
