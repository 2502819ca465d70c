import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '@/db/embedded/cluster';
import { startHouse, tempDir } from './house';

const isRoot = process.getuid?.() === 0;

/** The files under version control as they are now, and nothing that was installed, built or begun. */
function cloneInto(folder: string): string {
  const root = join(folder, 'clone');
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(file, join(root, file));
  }
  return root;
}

test('a fresh clone with nothing installed starts for an ordinary user', async () => {
  test.setTimeout(900_000);
  const home = tempDir();
  const root = cloneInto(home);
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  if (isRoot) execFileSync('chown', ['-R', '65534:65534', home]);
  const where = { root, dataDir: join(root, 'data'), port: await freePort(), environment: { HOME: home, npm_execpath: '', npm_config_cache: join(home, '.npm'), npm_config_userconfig: join(home, '.npmrc') }, ...user };
  const house = await startHouse(where);
  expect(house.output).toContain('Installing packages');
  expect((await fetch(`http://127.0.0.1:${where.port}/sign-in`)).status).toBe(200);
  if (isRoot) expect(statSync(join(where.dataDir, 'postgres')).uid).toBe(65_534);
  expect(await house.stop()).toBe(0);
  rmSync(home, { recursive: true, force: true });
});

test("a clone in root's home starts, its database run by somebody else", async () => {
  test.skip(!isRoot, 'only root has this home');
  test.setTimeout(600_000);
  const home = mkdtempSync(join(homedir(), 'dianxiaoer-'));
  const root = cloneInto(home);
  // What is installed and built is the same. Links keep it quick, but a build may be written over.
  execFileSync('cp', ['-al', 'node_modules', join(root, 'node_modules')]);
  execFileSync('cp', ['-a', '.next', join(root, '.next')]);
  chownSync(home, 0, 0);
  const where = { root, dataDir: join(root, 'data'), port: await freePort() };
  const house = await startHouse(where);
  expect((await fetch(`http://127.0.0.1:${where.port}/sign-in`)).status).toBe(200);
  const place = readFileSync(join(where.dataDir, 'postgres-home'), 'utf8').trim();
  expect(statSync(join(place, 'postgres')).uid).not.toBe(0);
  expect(statSync(join(where.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(await house.stop()).toBe(0);
  for (const folder of [home, place]) rmSync(folder, { recursive: true, force: true });
});
