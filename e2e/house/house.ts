import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/db/embedded/cluster';
import { identityOf, pause } from '@/db/embedded/processes';
import { loadSecrets } from '@/db/embedded/secrets';
import { type Urls, urlsOf } from '@/db/embedded/roles';
import { TODAY } from '../fixtures/place';

export interface Where {
  /** The clone; the one under test by default. */
  root?: string;
  dataDir: string;
  port: number;
  environment?: Record<string, string>;
  uid?: number;
  gid?: number;
}

/** A folder that the user PostgreSQL runs as may pass through, so that the data lies in it even for root. */
export function tempDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dianxiaoer-house-'));
  chmodSync(folder, 0o711);
  return folder;
}

export async function somewhere(): Promise<Where> {
  return { dataDir: join(tempDir(), 'data'), port: await freePort() };
}

export function removeHouse({ dataDir }: Where): void {
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
}

/** One command of the product as somebody types it, with what it printed so far. */
export class Run {
  output = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(command: string[], { root = process.cwd(), dataDir, port, environment = {}, uid, gid }: Where) {
    // What the tests' own server was given must not reach the one under test.
    const { DATABASE_URL: _1, DATABASE_APP_URL: _2, TEST_CLUSTER: _3, CLOCK: _4, DEMO: _5, APP_URL: _6, npm_lifecycle_event: _7, ...inherited } = process.env;
    this.child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), ...command], {
      cwd: root,
      env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => { this.output += chunk.toString('utf8'); });
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @throws with everything printed when the command ended first */
  async prints(text: string): Promise<this> {
    const over = { is: false };
    void this.ended.then(() => { over.is = true; });
    while (!this.output.includes(text)) {
      if (over.is) throw new Error(`ended without printing "${text}":\n${this.output}`);
      await pause(20);
    }
    return this;
  }

  stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Processor time that the command and everything below it has used so far. */
  cpuSeconds(): number {
    return [this.pid, ...descendants(this.pid)].reduce((total, pid) => total + ticksOf(pid), 0) / TICKS_A_SECOND;
  }

  /** kill -9 of the command and everything below it, all at once. */
  async killTree(): Promise<void> {
    for (const pid of [this.pid, ...descendants(this.pid)]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended with its parent.
      }
    }
    await this.ended;
  }
}

export const READY = 'Press Ctrl-C to stop.';

export function startHouse(where: Where, ...flags: string[]): Promise<Run> {
  return new Run(['start', `--today=${TODAY}`, ...flags], where).prints(READY);
}

export function databaseOf({ dataDir }: Where): Urls {
  const port = Number(readFileSync(join(dataDir, 'run/database-port'), 'utf8'));
  return urlsOf(port, loadSecrets(join(dataDir, 'secrets.json')).passwords);
}

export function ownerUrlOf(where: Where): string {
  return databaseOf(where).ownerUrl;
}

/** The process of this house's PostgreSQL server, or null while there is none. */
export function postgresOf({ dataDir }: Where): number | null {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    return identityOf(pid)?.pid ?? null;
  } catch {
    return null;
  }
}

/** kill -9 of the server alone; false when there was none to kill. */
export function killPostgres(where: Where): boolean {
  const pid = postgresOf(where);
  if (pid === null) return false;
  process.kill(pid, 'SIGKILL');
  return true;
}

/** kill -9 of the pages alone: what serves them, with everything it started. */
export function killPages(house: Run): void {
  const pages = descendants(house.pid).filter((pid) => /next-server|next\/dist\/bin\/next/.test(commandOf(pid)));
  if (pages.length === 0) throw new Error('no pages to kill');
  for (const pid of pages) process.kill(pid, 'SIGKILL');
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const TICKS_A_SECOND = 100;

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // Ended meanwhile.
    }
  }
  const below = (of: number): number[] => (children.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}
