import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const disk = vi.hoisted(() => ({ free: 0 }));
vi.mock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), statfsSync: () => ({ bavail: disk.free, bsize: 1024 * 1024 }) }));

const { openInstallation } = await import('./installation');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dianxiaoer-room-'));
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('DATABASE_URL', 'postgres://somebody@127.0.0.1:1/nowhere');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const opened = (writes?: boolean) => openInstallation(() => undefined, writes === undefined ? {} : { writes }).then(({ close }) => close().then(() => 'open'), (error: { problem?: string }) => error.problem);

it('a disk with little room is refused to whoever writes on it, and to nobody who only reads from it', async () => {
  disk.free = 49;
  expect([await opened(), await opened(true), await opened(false)]).toEqual(['diskFull', 'diskFull', 'open']);
  disk.free = 50;
  expect([await opened(), await opened(false)]).toEqual(['open', 'open']);
});

it('an installation that is only begun asks for the room it grows into, whoever opens it', async () => {
  vi.stubEnv('DATABASE_URL', '');
  disk.free = 399;
  expect([await opened(), await opened(false)]).toEqual(['diskFull', 'diskFull']);
  writeFileSync(join(folder, 'secrets.json'), '{');
  expect(await opened(false)).not.toBe('diskFull');
});
