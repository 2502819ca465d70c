import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

/** A process that can't be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque; empty where the system doesn't tell. */
  startedAt: string;
}

/** The identity of a living process, or null when there is none with that number. A zombie is dead. */
export function identityOf(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') {
    const stat = readOrNull(`/proc/${pid}/stat`);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields === undefined || fields[0] === 'Z' ? null : { pid, startedAt: fields[19] ?? '' };
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  return { pid, startedAt: ask('ps', ['-o', 'lstart=', '-p', String(pid)]) };
}

export function isSameAlive(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/** True when `pid` is the PostgreSQL server of exactly this data directory, not a stranger that inherited the number. */
export function isPostgresOf(pid: number, dataDir: string): boolean {
  if (identityOf(pid) === null) return false;
  if (process.platform === 'linux') {
    const command = readOrNull(`/proc/${pid}/cmdline`) ?? '';
    try {
      // The server changes into its data directory.
      return command.includes('postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
    } catch {
      return false;
    }
  }
  return ask('ps', ['-o', 'command=', '-p', String(pid)]).includes(dataDir);
}

/** Waits until the process is gone; false when it still lives after `ms` milliseconds. */
export async function waitUntilGone(identity: ProcessIdentity, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(20)) {
    if (!isSameAlive(identity)) return true;
  }
  return !isSameAlive(identity);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function ask(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
