import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount } from '@/db/embedded/account';
import { findBinaries } from '@/db/embedded/binaries';
import { type Cluster, initialise, own, start, stop } from '@/db/embedded/cluster';
import { reachable } from '@/db/embedded/place';
import { ensureRoles, urlsOf, type Urls } from '@/db/embedded/roles';
import { throwawaySettings } from '@/db/embedded/settings';

/** One run starts one server and tells every suite of it through this variable. */
const HANDED_DOWN = 'TEST_CLUSTER';

export interface TestCluster extends Urls {
  /** Ends the server and removes its files; does nothing for a server that somebody else started. */
  stop(): Promise<void>;
}

/** A throwaway PostgreSQL with the same roles as the real one: the run's, or one of our own. */
export async function ensureCluster(): Promise<TestCluster> {
  const handed = process.env[HANDED_DOWN];
  if (handed !== undefined && handed !== '') return { ...(JSON.parse(handed) as Urls), stop: () => Promise.resolve() };
  return startCluster();
}

/** What a run passes to its suites so that they share the server. */
export function handDown(urls: Urls): Record<string, string> {
  const { superUrl, ownerUrl, appUrl } = urls;
  return { [HANDED_DOWN]: JSON.stringify({ superUrl, ownerUrl, appUrl }) };
}

async function startCluster(): Promise<TestCluster> {
  const home = mkdtempSync(join(tmpdir(), 'dianxiaoer-test-'));
  const dataDir = join(home, 'postgres');
  const account = chooseAccount(dataDir);
  const cluster: Cluster = { binaries: reachable(findBinaries(), account), account, home, dataDir };
  if (account !== null) chmodSync(home, 0o711);
  own(cluster, home);
  const password = () => randomBytes(18).toString('base64url');
  const passwords = { superuser: password(), owner: password(), app: password() };
  await initialise(cluster, passwords.superuser, { sync: false });
  const { pid, port } = await start(cluster, throwawaySettings(), { port: null });
  const guard = endWithUs(pid, home);
  const urls = urlsOf(port, passwords);
  await ensureRoles(urls.superUrl, passwords);
  return {
    ...urls,
    stop: async () => {
      await stop(cluster);
      guard.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A killed test run can't clean up: a shell that waits for our end of the pipe to close does it instead. */
function endWithUs(pid: number, home: string) {
  const script = 'cat >/dev/null; kill -INT "$1" 2>/dev/null; sleep 2; rm -rf "$2"';
  const guard = spawn('sh', ['-c', script, 'sh', String(pid), home], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  if (guard.stdin !== null && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return guard;
}
