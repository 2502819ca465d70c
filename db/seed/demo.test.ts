import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { asClient } from '@/db/embedded/roles';
import { centers } from '@/db/schema/centers';
import { documents } from '@/db/schema/documents';
import { visits } from '@/db/schema/mentoring';
import { owner } from '@/db/testing/factories';
import { hashOf } from '@/lib/audit/commands';
import { hashedFacts } from '@/lib/documents/rules';
import { seedDemo } from '..';

let center = '';

// A database of its own: what ten thousand imported companies left behind would make seeding slow, and keep others waiting.
const name = `seeded_${process.pid}`;

beforeAll(async () => {
  const template = new URL(inject('ownerUrl')).pathname.slice(1);
  await asClient(inject('superUrl'), (client) => client.query(`create database ${name} template ${pg.escapeIdentifier(template)} owner dxe_owner`));
  const own = new URL(inject('ownerUrl'));
  own.pathname = `/${name}`;
  process.env.DATABASE_URL = own.toString();
  await seedDemo({ ownerUrl: process.env.DATABASE_URL ?? '', today: '2026-11-20' });
  const [demo] = await owner().select({ id: centers.id }).from(centers).where(eq(centers.slug, 'lanzhou'));
  center = demo?.id ?? '';
}, 300_000);

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
    expect(new Date(row?.last ?? 0).getTime()).toBeLessThanOrEqual(new Date('2026-11-20T01:00:00Z').getTime());
  });

  it('carry papers that still say what they said', async () => {
    const papers = await owner().select().from(documents).where(eq(documents.kind, 'visit')).limit(50);
    expect(papers.length).toBe(50);
    for (const { kind, number, title, issuedOn, revision, content, contentHash } of papers) {
      expect(hashOf(hashedFacts({ kind, number, title, issuedOn, revision, content }))).toBe(contentHash);
    }
  });
});
