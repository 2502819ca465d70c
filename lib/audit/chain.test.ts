import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import { as, makeCenter, makeMember, owner, testNow } from '@/db/testing/factories';
import { SEALING_TIMEOUT, sealEverything } from '@/db/testing/sealing';
import { ownerTransaction } from '@/db/owner';
import { env } from '@/lib/kernel/env';
import { record } from './commands';
import { defineEntry } from './entries';
import { exportHeads } from './heads';
import { queueUnsealed, sealAll } from './seal';
import { verifyCenter } from './verify';

// Another suite's long import is waited for, as the sealer does.
vi.setConfig({ testTimeout: SEALING_TIMEOUT, hookTimeout: SEALING_TIMEOUT });

const thing = defineEntry({ name: 'thing.changed', data: z.object({ n: z.number() }), audience: ['center'], personal: ['phone'] });

/** Tampering is what somebody with the server in hands does: as superuser, with triggers off. */
async function tamper(text: string, values: unknown[] = []): Promise<void> {
  expect(await asSuperuser(text, values)).toBeGreaterThan(0);
}

async function asSuperuser(text: string, values: unknown[]): Promise<number> {
  const url = new URL(inject('superUrl'));
  url.pathname = new URL(env().DATABASE_URL).pathname;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    return (await client.query(text, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const seal = () => ownerTransaction((client) => sealAll(client, testNow));

const verify = (center: string) => ownerTransaction((client) => verifyCenter(client, center));

describe('the chain of entries', () => {
  let center: string;
  let ids: string[];

  beforeEach(async () => {
    center = await makeCenter();
    const actor = await makeMember(center, 'director');
    ids = [];
    for (const n of [1, 2, 3, 4, 5]) {
      const subject = { type: 'thing', id: null };
      const id = await as(actor, (ctx) =>
        record(ctx, thing, { subject, data: { n }, before: { n: n - 1, phone: '13800001234' }, after: { n, phone: '13900001234' } }),
      );
      ids.push(id);
    }
    await sealEverything(center);
  });

  // What was torn apart here must not trouble the suites that share this database.
  afterEach(async () => {
    for (const table of ['entry_personal_values', 'entry_changes', 'entry_seals', 'entry_queue', 'entry_heads', 'entries']) {
      await asSuperuser(`delete from ${table} where center_id = $1`, [center]);
    }
  });

  it('holds when nothing was touched, and goes on', async () => {
    expect(await verify(center)).toMatchObject({ sealed: 5, broken: null });
    await seal();
    expect(await verify(center)).toMatchObject({ sealed: 5, broken: null });
  });

  it('names an entry of which one byte was flipped', async () => {
    await tamper(`update entries set data = '{"n": 4}' where center_id = $1 and id = $2`, [center, ids[2]]);
    expect((await verify(center)).broken).toEqual({ problem: 'entryChanged', sequence: 3, entryId: ids[2] });
  });

  it('names before and after of which one byte was flipped', async () => {
    await tamper(`update entry_changes set after = jsonb_set(after, '{n}', '9') where center_id = $1 and entry_id = $2`, [center, ids[1]]);
    expect((await verify(center)).broken).toEqual({ problem: 'changesChanged', sequence: 2, entryId: ids[1] });
  });

  it('names a row that was cut, its changes alone included', async () => {
    await tamper('delete from entry_changes where center_id = $1 and entry_id = $2', [center, ids[3]]);
    expect((await verify(center)).broken).toEqual({ problem: 'changesCut', sequence: 4, entryId: ids[3] });
    await tamper('delete from entries where center_id = $1 and id = $2', [center, ids[3]]);
    expect((await verify(center)).broken).toEqual({ problem: 'entryCut', sequence: 4, entryId: ids[3] });
    await tamper('delete from entry_seals where center_id = $1 and entry_id = $2', [center, ids[3]]);
    expect((await verify(center)).broken).toEqual({ problem: 'sealCut', sequence: 4, entryId: null });
  });

  it('names a tail that was cut, against the head of the day, in the database or as a file', async () => {
    await ownerTransaction((client) => exportHeads(client, testNow));
    expect(await verify(center)).toMatchObject({ broken: null });
    await tamper('delete from entry_seals where center_id = $1 and sequence > 3', [center]);
    await tamper('delete from entries where center_id = $1 and id = any($2)', [center, ids.slice(3)]);
    await tamper('delete from entry_changes where center_id = $1 and entry_id = any($2)', [center, ids.slice(3)]);
    expect((await verify(center)).broken).toMatchObject({ problem: 'tailCut', sequence: 4, day: '2026-11-20' });
    await tamper('delete from entry_heads where center_id = $1', [center]);
    expect((await verify(center)).broken).toMatchObject({ problem: 'tailCut', sequence: 4 });
    await rm(path.join(env().DATA_DIR, 'heads', center), { recursive: true });
    expect((await verify(center)).broken).toBeNull();
  });

  it('names links that changed places', async () => {
    for (const [from, to] of [[2, 9], [3, 2], [9, 3]]) {
      await tamper('update entry_seals set sequence = $3 where center_id = $1 and sequence = $2', [center, from, to]);
    }
    expect((await verify(center)).broken).toMatchObject({ problem: 'sealChanged', sequence: 2 });
  });

  it('names an entry that was put in beside the sealer', async () => {
    await tamper(
      `insert into entries select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from entries e where center_id = $1 and id = $2`,
      [center, ids[0]],
    );
    expect((await verify(center)).broken).toMatchObject({ problem: 'entryUnsealed' });
  });

  it('names a link whose hash was written anew after the entry was changed', async () => {
    await tamper(`update entries set actor_name = 'x' where center_id = $1 and id = $2`, [center, ids[0]]);
    await tamper(`update entry_seals set hash = repeat('a', 64) where center_id = $1 and sequence = 1`, [center]);
    expect((await verify(center)).broken).toMatchObject({ sequence: 1 });
  });

  it('holds after personal values were erased by law, and names one that was changed instead', async () => {
    await tamper('delete from entry_personal_values where center_id = $1 and entry_id = $2', [center, ids[0]]);
    expect((await verify(center)).broken).toBeNull();
    await tamper(`update entry_personal_values set value = '13700001234' where center_id = $1 and entry_id = $2`, [center, ids[1]]);
    expect((await verify(center)).broken).toMatchObject({ problem: 'personalValueChanged', sequence: 2 });
  });

  it('keeps personal values out of before and after', async () => {
    const { rows } = await ownerTransaction((client) => client.query('select after from entry_changes where center_id = $1', [center]));
    expect(JSON.stringify(rows)).not.toContain('13900001234');
    expect(JSON.stringify(rows)).toContain('139******34');
  });

  it('takes in rows that were written directly once they are queued', async () => {
    await tamper('delete from entry_seals where center_id = $1', [center]);
    await ownerTransaction(queueUnsealed);
    await sealEverything(center);
    expect(await verify(center)).toMatchObject({ sealed: 5, broken: null });
  });
});

describe('the sealer', () => {
  it('waits for transactions that are still open, so that nobody slips in behind', async () => {
    const center = await makeCenter();
    const actor = await makeMember(center, 'director');
    const subject = { type: 'thing', id: null };
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let wrote = () => {};
    const begun = new Promise<void>((resolve) => {
      wrote = resolve;
    });
    const slow = as(actor, async (ctx) => {
      const id = await record(ctx, thing, { subject, data: { n: 1 } });
      wrote();
      await gate;
      return id;
    });
    await begun;
    await as(actor, (ctx) => record(ctx, thing, { subject, data: { n: 2 } }));
    expect((await owner().execute(`select count(*)::int as n from entry_queue where center_id = '${center}'`)).rows[0]).toEqual({ n: 1 });
    await seal();
    expect(await verify(center)).toMatchObject({ sealed: 0, broken: null });
    release();
    const first = await slow;
    await sealEverything(center);
    const { rows } = await ownerTransaction((client) => client.query('select entry_id::text as id from entry_seals where center_id = $1 order by sequence', [center]));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ id: first });
  });
});
