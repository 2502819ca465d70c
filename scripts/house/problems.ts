import { statfsSync } from 'node:fs';
import { saysDiskFull, StartupError } from '@/db/embedded/startup-error';
import { MigrationError } from '@/db/migrate';
import { both, fail } from '../bootstrap/words.mjs';

/** A problem with its own sentence: `key` under `problems.` of the start messages. */
export class Problem extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;

  constructor(key: string, params: Record<string, string | number> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

const byDatabaseCode: Record<string, string> = {
  '28P01': 'databaseRefused',
  '28000': 'databaseRefused',
  '3D000': 'databaseMissing',
  ECONNREFUSED: 'databaseUnreachable',
  ENOTFOUND: 'databaseUnreachable',
  EAI_AGAIN: 'databaseUnreachable',
  ETIMEDOUT: 'databaseUnreachable',
  EHOSTUNREACH: 'databaseUnreachable',
};

/** Ends the process with one sentence in each language; what nobody foresaw keeps its stack for whoever mends it. */
export function explain(error: unknown, dataFolder: string): never {
  if (error instanceof Problem) fail(error.key, error.params);
  if (error instanceof StartupError && error.problem !== 'diskFull') fail(error.problem, { ...error.params });
  if (error instanceof MigrationError) fail(error.code, { reason: error.message });
  const { code = '', message = '', path = dataFolder } = error as { code?: string; message?: string; path?: string };
  if (error instanceof StartupError || code === '53100' || saysDiskFull(`${code} ${message}`)) {
    fail('diskFull', { path: dataFolder, free: freeSpace(dataFolder) });
  }
  const known = byDatabaseCode[code];
  if (known !== undefined) fail(known, { host: hostOfDatabase() });
  if ((code === 'EACCES' || code === 'EPERM') && path.startsWith(dataFolder)) fail('dataForeign', { path });
  // PostgreSQL that can't write its log goes down without saying why to whoever was connected.
  if ((roomLeft(dataFolder) ?? ONE_SEGMENT) < ONE_SEGMENT) fail('diskFull', { path: dataFolder, free: freeSpace(dataFolder) });
  console.error(both('problems.unexpected', {}, '\n'));
  console.error(error);
  process.exit(1);
}

/** What PostgreSQL writes its log in: with less room it can't go on. */
const ONE_SEGMENT = 16 * 1024 * 1024;

/** In bytes; null where there is nothing to ask. */
function roomLeft(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}

export function freeSpace(path: string): string {
  return `${Math.floor((roomLeft(path) ?? 0) / 1024 / 1024)} MB`;
}

function hostOfDatabase(): string {
  try {
    return new URL(process.env.DATABASE_URL ?? '').host;
  } catch {
    return '';
  }
}
