import { expect, it, vi } from 'vitest';
import { makeCenter, makeMember } from '@/db/testing/factories';
import { newId } from '@/lib/kernel/ids';

vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }), headers: async () => new Headers() }));

const { streamSheet } = await import('./sheet-stream');

function* endless() {
  // Nothing that packs well: the writer must soon wait for its reader.
  for (let n = 0; n < 20_000; n += 1) yield [Array.from({ length: 40 }, newId).join(' ')];
}
const sheets = async () => [{ name: '表', columns: [{ header: '列', kind: 'text' as const }], rows: endless() }];

it('readers who stand still don’t keep the database from everybody else', async () => {
  const clerk = await makeMember(await makeCenter(), 'liaison');
  const begin = () => streamSheet(clerk, '慢', sheets, 300);
  const slow = await Promise.all([1, 2, 3, 4].map(begin));
  expect(slow.map((one) => one.status)).toEqual([200, 200, 200, 200]);
  expect((await begin()).status).toBe(503);
  // They never read on, and are let go of.
  await vi.waitFor(async () => expect((await begin()).status).toBe(200), { timeout: 20_000, interval: 250 });
}, 40_000);

it('a reader who reads gets the whole of it', async () => {
  const clerk = await makeMember(await makeCenter(), 'liaison');
  const rows = async () => [{ name: '表', columns: [{ header: '列', kind: 'text' as const }], rows: [['一'], ['二']] }];
  await vi.waitFor(async () => {
    const answer = await streamSheet(clerk, '表', rows);
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  }, { timeout: 20_000, interval: 250 });
}, 30_000);
