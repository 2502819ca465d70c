import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, initialise, run, runningServer, start, stop } from './cluster';
import { readIdentity, withLock } from './lock';
import { placeCluster } from './place';
import { identityOf, isSameAlive, pause } from './processes';
import { ensureRoles, type Passwords, type Urls, urlsOf } from './roles';
import { serverSettings } from './settings';
import { saysDiskFull, StartupError } from './startup-error';

/** What the service tells while it works; keys of the start messages. */
export type Report = (step: 'initialising' | 'starting' | 'recovering' | 'adopted' | 'lost' | 'restored') => void;

/** The embedded database, held by this process until `close`; it goes on running while any other process holds it. */
export interface EmbeddedDatabase extends Urls {
  /** From now on brings the server back on the same port when it dies. */
  watch(): void;
  close(): Promise<void>;
}

const WATCH_EVERY_MS = 500;

/**
 * Makes the cluster of this data folder if there is none, starts it or takes over one that already runs (another
 * process of ours, or what a killed start left behind), and makes sure of its logins.
 * @throws StartupError
 */
export async function openEmbedded(dataFolder: string, passwords: Passwords, report: Report): Promise<EmbeddedDatabase> {
  const cluster = placeCluster(dataFolder);
  const runFolder = join(dataFolder, 'run');
  const holders = join(runFolder, 'database-holders');
  const lock = join(runFolder, 'database.lock');
  const mine = join(holders, String(process.pid));
  mkdirSync(holders, { recursive: true, mode: 0o700 });

  const urls = await withLock(lock, async () => {
    writeFileSync(mine, JSON.stringify(identityOf(process.pid)));
    try {
      return await bringUp(cluster, runFolder, passwords, report);
    } catch (error) {
      rmSync(mine, { force: true });
      throw error;
    }
  });

  let watcher: NodeJS.Timeout | undefined;
  let closing = false;
  let mending = Promise.resolve();
  const check = async () => {
    if (closing || runningServer(cluster) !== null) return;
    await withLock(lock, async () => {
      if (closing || runningServer(cluster) !== null) return;
      report('lost');
      await start(cluster, serverSettings(), { port: rememberedPort(runFolder), portMustStay: true });
      report('restored');
    });
  };
  const watch = () => {
    clearTimeout(watcher);
    if (closing) return;
    watcher = setTimeout(() => {
      // A failed attempt may succeed the next time; until then the application answers that the database is away.
      mending = check().catch(() => undefined).finally(watch);
    }, WATCH_EVERY_MS);
  };
  return {
    ...urls,
    watch,
    async close() {
      closing = true;
      clearTimeout(watcher);
      await mending;
      const letGo = async () => {
        rmSync(mine, { force: true });
        if (livingHolders(holders) === 0) await stop(cluster);
      };
      let began = false;
      await withLock(lock, () => {
        began = true;
        return letGo();
      }).catch(async (error: unknown) => {
        // No room for the lock is no reason to leave a server behind.
        if (began || !saysDiskFull(String(error))) throw error;
        await letGo();
      });
    },
  };
}

async function bringUp(cluster: Cluster, runFolder: string, passwords: Passwords, report: Report): Promise<Urls> {
  if (!existsSync(join(cluster.dataDir, 'PG_VERSION'))) {
    report('initialising');
    await initialise(cluster, passwords.superuser, { sync: true });
  }
  let port = await readyPort(cluster, report);
  if (port === null) {
    report('starting');
    const waiting = { port: rememberedPort(runFolder), onWait: () => report('recovering') };
    port = (await start(cluster, serverSettings(), waiting)).port;
    writeFileSync(join(runFolder, 'database-port'), String(port));
  } else {
    report('adopted');
  }
  const urls = urlsOf(port, passwords);
  try {
    await ensureRoles(urls.superUrl, passwords);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    await replacePassword(cluster, runFolder, passwords, port);
    await ensureRoles(urls.superUrl, passwords);
  }
  return urls;
}

/** The port of a server that already runs; one that still recovers or still shuts down is waited for. */
async function readyPort(cluster: Cluster, report: Report): Promise<number | null> {
  for (let waited = 0; ; waited += 50) {
    const server = runningServer(cluster);
    if (server === null) return null;
    if (server.ready) return server.port;
    if (waited % 2000 === 0) report('recovering');
    await pause(50);
  }
}

/** The secrets file was lost or replaced: whoever owns the files may set a new password with the server stopped. */
async function replacePassword(cluster: Cluster, runFolder: string, passwords: Passwords, port: number): Promise<void> {
  await stop(cluster);
  const quoted = passwords.superuser.replaceAll("'", "''");
  const { ok, text } = await run(
    cluster, cluster.binaries.postgres, ['--single', '-D', cluster.dataDir, 'postgres'],
    `alter role postgres password '${quoted}'\n`,
  );
  if (!ok) throw new StartupError('databaseFailed', { reason: text.trim().split('\n').at(-1) ?? '' });
  const restarted = await start(cluster, serverSettings(), { port, portMustStay: true });
  writeFileSync(join(runFolder, 'database-port'), String(restarted.port));
}

function rememberedPort(runFolder: string): number | null {
  const file = join(runFolder, 'database-port');
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** Counts the processes that hold the database, and forgets those that died without letting go. */
function livingHolders(folder: string): number {
  let living = 0;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const identity = readIdentity(file);
    if (identity !== null && isSameAlive(identity)) living += 1;
    else rmSync(file, { force: true });
  }
  return living;
}
