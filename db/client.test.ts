import { inspect } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { companies } from './schema/companies';
import { entries, entryPersonalValues } from './schema/audit';
import { persons } from './schema/people';
import { assign, as, makeCenter, makeCompany, makeMember, reading } from './testing/factories';
import { newId } from '@/lib/kernel/ids';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { refuseUnsafeRole } from './client';
import { KEPT } from './kept';
import { ownerPool } from './owner';
import { QueryError } from './query-error';
import { writtenOnce } from './written-once';

const whoAsks = () => sql<string>`current_setting('app.membership_id', true)`;

describe('a transaction is narrowed to its actor', () => {
  it('lets what was asked side by side with a failure end in its own name, then gives the connection back', async () => {
    const clerk = await makeMember(await makeCenter(), 'liaison');
    const names: string[] = [];
    const ask = async ({ db }: Ctx) => {
      const [row] = await db.select({ name: whoAsks() }).from(sql`(select 1) as once`);
      names.push(row?.name ?? '');
    };
    const several = async (ctx: Ctx) => {
      for (let n = 0; n < 4; n += 1) await ask(ctx);
    };
    const failing = async (ctx: Ctx) => {
      await ask(ctx);
      throw new Error('not there');
    };
    await expect(reading(clerk, (ctx) => Promise.all([failing(ctx), several(ctx)]))).rejects.toThrow('not there');
    expect(names).toEqual(Array.from({ length: 5 }, () => clerk.membershipId));
    expect(await reading(clerk, ({ db }) => db.select({ name: whoAsks() }).from(sql`(select 1) as once`))).toEqual([{ name: clerk.membershipId }]);
  });

  it('shows staff their own center only', async () => {
    const [here, there] = [await makeCenter(), await makeCenter()];
    const ours = await makeCompany(here);
    const theirs = await makeCompany(there);
    const liaison = await makeMember(here, 'liaison');
    const seen = await reading(liaison, ({ db }) => db.select({ id: companies.id }).from(companies));
    expect(seen.map((row) => row.id)).toEqual([ours]);
    expect(await reading(liaison, ({ db }) => db.select().from(companies).where(eq(companies.id, theirs)))).toEqual([]);
  });

  it('shows a mentor the companies assigned now or until 30 days ago', async () => {
    const center = await makeCenter();
    const mentor = await makeMember(center, 'mentor');
    const now = await makeCompany(center);
    const lately = await makeCompany(center);
    const longAgo = await makeCompany(center);
    await makeCompany(center);
    await assign(center, now, 'mentor', mentor.membershipId);
    await assign(center, lately, 'mentor', mentor.membershipId, '2026-01-01', '2026-10-21');
    await assign(center, longAgo, 'mentor', mentor.membershipId, '2026-01-01', '2026-10-20');
    const seen = await reading(mentor, ({ db }) => db.select({ id: companies.id }).from(companies));
    expect(seen.map((row) => row.id).sort()).toEqual([now, lately].sort());
  });

  it('lets the administrator see no business data and nobody change an entry', async () => {
    const center = await makeCenter();
    await makeCompany(center);
    const administrator = await makeMember(center, 'administrator');
    expect(await reading(administrator, ({ db }) => db.select().from(companies))).toEqual([]);
    await expect(as(administrator, ({ db }) => db.update(entries).set({ name: 'x' }))).rejects.toThrow();
  });

  it('serves through a role that can not read past the policies', async () => {
    await expect(refuseUnsafeRole()).resolves.toBeUndefined();
  });

  it('lets nobody write an entry in somebody else’s name, nor take a personal value out of the trail', async () => {
    const center = await makeCenter();
    const [boss, clerk] = [await makeMember(center, 'director'), await makeMember(center, 'liaison')];
    const entry = (of: { personId: string | null; membershipId: string | null }) => ({
      ...{ centerId: center, id: newId(), occurredAt: new Date(), name: 'center.named', actorKind: 'member', actorRole: 'director', actorName: boss.name },
      ...{ ...of, requestId: newId(), subjectType: 'center', forCenter: true, forCompany: false, forMentor: false, data: {} },
    });
    const write = (of: { personId: string | null; membershipId: string | null }) => as(clerk, ({ db }) => db.insert(entries).values(entry(of)));
    await expect(write({ personId: boss.personId, membershipId: boss.membershipId })).rejects.toThrow();
    await expect(write({ personId: clerk.personId, membershipId: boss.membershipId })).rejects.toThrow();
    await expect(write({ personId: null, membershipId: null })).rejects.toThrow();
    await expect(write({ personId: clerk.personId, membershipId: clerk.membershipId })).resolves.toBeDefined();
    await expect(as(clerk, ({ db }) => db.delete(entryPersonalValues))).rejects.toThrow();
  });

  it('lets nobody change what somebody else signs in with', async () => {
    const center = await makeCenter();
    const [boss, clerk] = [await makeMember(center, 'administrator'), await makeMember(center, 'liaison')];
    const change = (actor: typeof boss) => as(actor, ({ db }) => db.update(persons).set({ email: `${newId()}@example.com` }).where(eq(persons.id, clerk.personId)).returning({ id: persons.id }));
    expect(await change(boss)).toEqual([]);
    expect(await change(clerk)).toHaveLength(1);
  });
});

it('questions put side by side are answered each by its own rows, as the one actor; one that fails fails the reading and leaves the connection whole', async () => {
  const center = await makeCenter();
  const [ours, clerk] = [await makeCompany(center), await makeMember(center, 'liaison')];
  await makeCompany(await makeCenter());
  const seen = await reading(clerk, ({ db }) =>
    Promise.all([db.select({ id: companies.id }).from(companies), db.select({ name: persons.name }).from(persons).where(eq(persons.id, clerk.personId)), db.select({ id: companies.id }).from(companies)]),
  );
  expect([seen[0], seen[2]]).toEqual([[{ id: ours }], [{ id: ours }]]);
  expect(seen[1]).toHaveLength(1);

  const broken = reading(clerk, ({ db }) => Promise.all([db.select().from(companies), db.select().from(persons).where(eq(persons.phone, '\0')), db.select().from(companies)]));
  await expect(broken).rejects.toBeInstanceOf(QueryError);
  await Promise.all(Array.from({ length: 20 }, async () => expect(await reading(clerk, ({ db }) => db.select({ id: companies.id }).from(companies))).toEqual([{ id: ours }])));
});

it('a kept plan is each reader’s own rows, whoever asked before on the same connection', async () => {
  const asked = writtenOnce((db) => db.select({ id: companies.id }).from(companies).where(eq(companies.state, sql.placeholder('state'))).prepare(KEPT));
  const places = [await makeCenter(), await makeCenter()];
  const sights = await Promise.all(places.map(async (center) => ({ company: await makeCompany(center), clerk: await makeMember(center, 'liaison') })));
  // A plan is kept for good from the sixth time on.
  for (let turn = 0; turn < 10; turn += 1) {
    for (const { company, clerk } of sights) {
      expect(await reading(clerk, ({ db }) => asked(db).execute({ state: 'incubating' }))).toEqual([{ id: company }]);
    }
  }
  const kept = await reading(sights[0]?.clerk as MemberActor, ({ db }) => db.select({ name: sql<string>`name` }).from(sql`pg_prepared_statements`));
  expect(kept.length).toBeGreaterThan(0);
});

it('what pages ask often keeps its plan, each reader’s own rows still; what a write asks does not', async () => {
  const center = await makeCenter();
  const [company, clerk, other] = [await makeCompany(center), await makeMember(center, 'liaison'), await makeMember(await makeCenter(), 'liaison')];
  const ask = ({ db }: Ctx) => db.select({ id: companies.id, pinyin: companies.pinyin }).from(companies).where(eq(companies.id, company));
  const insist = ({ db }: Ctx) => db.select({ id: companies.id, sounds: companies.sounds }).from(companies).where(eq(companies.id, company));
  for (let turn = 0; turn < 12; turn += 1) {
    expect(await reading(clerk, ask)).toHaveLength(1);
    expect(await reading(other, ask)).toEqual([]);
    expect(await as(clerk, insist)).toHaveLength(1);
  }
  const kept = await reading(clerk, ({ db }) => db.select({ text: sql<string>`statement` }).from(sql`pg_prepared_statements`));
  expect(kept.filter(({ text }) => text.includes('"pinyin"')).length).toBe(1);
  expect(kept.filter(({ text }) => text.includes('"sounds"'))).toEqual([]);
});

it('a query that fails says which, and nothing of what was in it', async () => {
  const phone = '13912345678';
  const clerk = await makeMember(await makeCenter(), 'liaison');
  const error = await reading(clerk, ({ db }) => db.select().from(persons).where(eq(persons.phone, `${phone}\0`))).then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(QueryError);
  const printed = inspect(error, { depth: 9, showHidden: true });
  expect(printed).not.toContain(phone);
  expect(printed).toContain('22021');
  expect(printed).toContain('from "persons"');
  expect(printed).toContain('client.test.ts');
});

it('a reading gives its connection back before its transaction has ended, which ends with what is asked next or by itself', async () => {
  const center = await makeCenter();
  const clerk = await makeMember(center, 'liaison');
  const backend = ({ db }: Ctx) => db.select({ id: sql<number>`pg_backend_pid()`, since: sql<Date>`now()` }).from(sql`(select 1) as once`);
  const [first] = await reading(clerk, backend);
  const ours = await makeCompany(center);
  const [second] = await reading(clerk, backend);
  expect(await reading(clerk, ({ db }) => db.select({ id: companies.id }).from(companies))).toEqual([{ id: ours }]);
  expect(second?.since).not.toEqual(first?.since);

  const standing = async () => (await ownerPool().query(`select locktype from pg_locks where pid = $1 and locktype = 'virtualxid'`, [second?.id])).rows;
  await expect.poll(standing, { timeout: 2_000 }).toEqual([]);
});
