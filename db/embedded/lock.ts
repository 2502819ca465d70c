import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityOf, isSameAlive, pause, type ProcessIdentity } from './processes';
import { StartupError } from './startup-error';

const TWO_MINUTES = 120_000;
const WRITING_MS = 10_000;

/**
 * Runs `work` while this process alone holds the lock file. A lock whose holder has died is taken over,
 * so a killed start never blocks the next one.
 * @throws StartupError databaseLocked when its patience ends
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patienceMs = TWO_MINUTES): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify(identityOf(process.pid));
  const end = Date.now() + patienceMs;
  while (!take(file, mine)) {
    if (Date.now() > end) throw new StartupError('databaseLocked', { file });
    await pause(25);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string, mine: string): boolean {
  try {
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      // A full disk lets the file begin and takes no word of it: nobody would ever own it.
      rmSync(file, { force: true });
      throw error;
    }
  }
  const holder = readIdentity(file);
  if (holder === null ? !isForgotten(file) : isSameAlive(holder)) return false;
  // Renaming is what only one of several waiters can do; whoever wins clears the dead holder's lock away.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another waiter was faster.
  }
  return false;
}

/** A lock that names nobody is just being written; one that still does after seconds was cut off in the middle. */
function isForgotten(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > WRITING_MS;
  } catch {
    return false;
  }
}

/** Null while the file is being written, or is already gone. */
export function readIdentity(file: string): ProcessIdentity | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof value.pid === 'number' && typeof value.startedAt === 'string'
      ? { pid: value.pid, startedAt: value.startedAt }
      : null;
  } catch {
    return null;
  }
}
