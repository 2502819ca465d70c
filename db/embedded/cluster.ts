import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { identityOf, isPostgresOf, pause, waitUntilGone } from './processes';
import { saysDiskFull, StartupError } from './startup-error';

/** Where one PostgreSQL cluster lives and who runs it. */
export interface Cluster {
  binaries: Binaries;
  account: Account | null;
  /** The folder that holds the data directory and may be written by the account. */
  home: string;
  dataDir: string;
}

const PID_FILE_PORT_LINE = 3;
const PID_FILE_STATE_LINE = 7;
/** No system hands out a process number this large. */
const NOBODYS_PID = 2_000_000_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Makes the data directory: UTF-8, one collation everywhere, passwords only. It appears under its name when it is
 * complete, so a killed start leaves nothing half-made behind.
 * @throws StartupError diskFull, databaseFailed
 */
export async function initialise(cluster: Cluster, superPassword: string, options: { sync: boolean }): Promise<void> {
  const half = `${cluster.dataDir}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  own(cluster, half);
  const passwordFile = join(half, '..', `.password-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, `${superPassword}\n`, { mode: 0o600 });
  own(cluster, passwordFile);
  const log: string[] = [];
  try {
    // Character classes come from LC_CTYPE for trigrams even under the builtin provider: with C, Chinese has no letters.
    for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { mode: 0o700 });
      own(cluster, half);
      const output = await run(cluster, cluster.binaries.initdb, [
        `--pgdata=${half}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
        '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--lc-ctype=${ctype}`,
        '--no-instructions', ...(options.sync ? [] : ['--no-sync']),
      ]);
      if (output.ok) {
        renameSync(half, cluster.dataDir);
        return;
      }
      log.push(output.text);
      if (!output.text.includes('locale')) break;
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
  throw failure(log.join('\n'));
}

/** The port of this cluster's living, ready server, or null. `state` tells a server that is still recovering. */
export function runningServer(cluster: Cluster): { pid: number; port: number; ready: boolean } | null {
  const lines = pidFile(cluster);
  const pid = Number(lines?.[0]);
  if (lines === null || !isPostgresOf(pid, cluster.dataDir)) return null;
  const state = lines[PID_FILE_STATE_LINE]?.trim();
  return { pid, port: Number(lines[PID_FILE_PORT_LINE]), ready: state === 'ready' };
}

/**
 * Starts the server and resolves when it accepts connections, with recovery done. A remains-behind of a crash is
 * cleared up; if the port is taken, another is used, unless `portMustStay`.
 * @param onWait called every two seconds while a long recovery runs
 * @throws StartupError diskFull, dataVersion, databaseFailed
 */
export async function start(
  cluster: Cluster,
  settings: Record<string, string>,
  options: { port: number | null; portMustStay?: boolean; onWait?: () => void },
): Promise<{ pid: number; port: number; child: ChildProcess }> {
  refuseOtherVersion(cluster);
  let port = options.port ?? (await freePort());
  let lastWords = '';
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(200)) {
    forgetStrangersPid(cluster);
    const attempt = await startOnce(cluster, { ...settings, port: String(port) }, options);
    if ('child' in attempt) return { ...attempt, port };
    lastWords = attempt.log;
    const portTaken = /could not bind|Address already in use|could not create any TCP/i.test(lastWords);
    // Backends of a killed server let go of its memory within moments.
    const leftovers = /pre-existing shared memory block|lock file .* already exists/.test(lastWords);
    if (portTaken && options.portMustStay !== true) port = await freePort();
    else if (!portTaken && !leftovers) break;
  }
  throw failure(lastWords);
}

/** Ends the server with all sessions, its last checkpoint written; hard only when it doesn't obey within `ms`. */
export async function stop(cluster: Cluster, ms = 60_000): Promise<void> {
  const server = runningServer(cluster);
  const identity = server === null ? null : identityOf(server.pid);
  if (identity === null) return;
  for (const [signal, patience] of [['SIGINT', ms], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    try {
      process.kill(identity.pid, signal);
    } catch {
      return;
    }
    if (await waitUntilGone(identity, patience)) return;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Gives a file or folder of ours to the account PostgreSQL runs as. */
export function own(cluster: Pick<Cluster, 'account'>, path: string): void {
  if (cluster.account !== null) chownSync(path, cluster.account.uid, cluster.account.gid);
}

async function startOnce(
  cluster: Cluster,
  settings: Record<string, string>,
  options: { onWait?: () => void },
): Promise<{ pid: number; child: ChildProcess } | { log: string }> {
  const { path, fd, offset } = openLog(cluster);
  const args = ['-D', cluster.dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Its own process group: Ctrl-C in the terminal reaches the application first, which then stops the database.
  const child = spawn(cluster.binaries.postgres, args, {
    ...cluster.account, cwd: cluster.dataDir, env: quietEnvironment(), detached: true, stdio: ['ignore', fd, fd],
  });
  closeSync(fd);
  const gone = { is: false, why: '' };
  child.once('error', (error) => Object.assign(gone, { is: true, why: error.message }));
  child.once('exit', () => Object.assign(gone, { is: true }));
  child.unref();
  for (let waited = 0; ; waited += 15) {
    await pause(15);
    if (gone.is || child.pid === undefined) return { log: `${gone.why}\n${readFrom(path, offset)}` };
    const lines = pidFile(cluster);
    if (Number(lines?.[0]) === child.pid && lines?.[PID_FILE_STATE_LINE]?.trim() === 'ready') return { pid: child.pid, child };
    if (waited > 0 && waited % 1995 === 0) options.onWait?.();
  }
}

/** A number in the lock file may by now belong to any process of ours; the line that guards the memory stays. */
function forgetStrangersPid(cluster: Cluster): void {
  const lines = pidFile(cluster);
  if (lines === null || isPostgresOf(Number(lines[0]), cluster.dataDir)) return;
  const file = join(cluster.dataDir, 'postmaster.pid');
  writeFileSync(file, [String(NOBODYS_PID), ...lines.slice(1)].join('\n'));
  own(cluster, file);
}

function refuseOtherVersion(cluster: Cluster): void {
  const found = readFileSync(join(cluster.dataDir, 'PG_VERSION'), 'utf8').trim();
  const shipped = cluster.binaries.version.split('.')[0] ?? '';
  if (found !== shipped) throw new StartupError('dataVersion', { found, shipped, path: cluster.dataDir });
}

function pidFile(cluster: Cluster): string[] | null {
  try {
    const lines = readFileSync(join(cluster.dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return lines.length > 1 ? lines : null;
  } catch {
    return null;
  }
}

function openLog(cluster: Cluster): { path: string; fd: number; offset: number } {
  const folder = join(cluster.dataDir, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  own(cluster, folder);
  const path = join(folder, 'server.log');
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`);
  const fd = openSync(path, 'a', 0o600);
  own(cluster, path);
  return { path, fd, offset: statSync(path).size };
}

function readFrom(path: string, offset: number): string {
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(64 * 1024);
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, offset));
  } finally {
    closeSync(fd);
  }
}

export function run(
  cluster: Cluster,
  command: string,
  args: string[],
  input = '',
): Promise<{ ok: boolean; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...cluster.account, cwd: cluster.home, env: quietEnvironment(), stdio: 'pipe' });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => resolve({ ok: false, text: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, text: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** PostgreSQL reads PG* variables and speaks the system's language; both would surprise us. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|TMPDIR|SYSTEMROOT|TEMP|LD_LIBRARY_PATH)$/i.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', NODE_ENV: 'production' };
}

function failure(log: string): StartupError {
  if (saysDiskFull(log)) return new StartupError('diskFull');
  const tail = log.trim().split('\n').slice(-3).join(' · ');
  return new StartupError('databaseFailed', { reason: tail });
}
