import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { withLock } from './lock';
import { identityOf, isSameAlive } from './processes';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Someone who lived, and their identity from then. */
async function deadProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = identityOf(child.pid ?? 0);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  if (identity === null) throw new Error('the child had no identity');
  return identity;
}

describe('a lock', () => {
  it('lets one work after the other, whoever asks', async () => {
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(join(folder, 'one'), async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 8 }, work));
    expect(most).toBe(1);
    expect(existsSync(join(folder, 'one'))).toBe(false);
  });

  it('of a holder who died is taken over', async () => {
    const file = join(folder, 'dead');
    writeFileSync(file, JSON.stringify(await deadProcess()));
    expect(await withLock(file, async () => 'mine')).toBe('mine');
  });

  it('that was cut off before it named anybody is taken over, one that is just being written isn’t', async () => {
    const file = join(folder, 'empty');
    writeFileSync(file, '');
    await expect(withLock(file, async () => 'mine', 100)).rejects.toMatchObject({ problem: 'databaseLocked' });
    utimesSync(file, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    expect(await withLock(file, async () => 'mine')).toBe('mine');
  });

  it('of a living holder is waited for, not longer than told', async () => {
    const file = join(folder, 'held');
    writeFileSync(file, JSON.stringify(identityOf(process.pid)));
    await expect(withLock(file, async () => 'mine', 100)).rejects.toMatchObject({ problem: 'databaseLocked' });
  });

  it('is given back when the work fails', async () => {
    const file = join(folder, 'failed');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });
});

describe('an identity', () => {
  it('tells a living process from one that died, and from a later one with its number', async () => {
    const mine = identityOf(process.pid);
    expect(mine).not.toBeNull();
    if (mine === null) return;
    expect(isSameAlive(mine)).toBe(true);
    expect(isSameAlive({ ...mine, startedAt: 'earlier' })).toBe(false);
    expect(isSameAlive(await deadProcess())).toBe(false);
  });
});
