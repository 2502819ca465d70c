import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadSecrets, type Secrets } from '@/db/embedded/secrets';
import { openEmbedded, type Report } from '@/db/embedded/service';
import { StartupError } from '@/db/embedded/startup-error';
import { Problem } from './problems';

/** The database and secrets of this installation, open for this process until `close`. */
export interface Installation {
  dataFolder: string;
  embedded: boolean;
  ownerUrl: string;
  appUrl: string | undefined;
  secrets: Secrets;
  /** What the application's processes get on top of our own environment. */
  environment: Record<string, string>;
  /** Brings the embedded database back when it dies; nothing for a database that isn't ours. */
  watch(): void;
  close(): Promise<void>;
}

const ROOM_FOR_NEW = 400 * 1024 * 1024;
const ROOM_TO_RUN = 50 * 1024 * 1024;

export function dataFolder(): string {
  return resolve(process.env.DATA_DIR || './data');
}

export function secretsFile(): string {
  return resolve(dataFolder(), 'secrets.json');
}

/**
 * Opens the database that DATABASE_URL names, or our own. Whoever only reads from it asks for no room on its disk.
 * @throws StartupError, Problem
 */
export async function openInstallation(report: Report, { writes = true }: { writes?: boolean } = {}): Promise<Installation> {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const url = process.env.DATABASE_URL || undefined;
  const isNew = url === undefined && !existsSync(resolve(folder, 'secrets.json'));
  const { bavail, bsize } = statfsSync(folder);
  const room = isNew ? ROOM_FOR_NEW : writes ? ROOM_TO_RUN : 0;
  if (bavail * bsize < room) throw new StartupError('diskFull');
  const secrets = loadSecrets(secretsFile());
  const shared = { dataFolder: folder, secrets };

  if (url !== undefined) {
    if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) throw new Problem('databaseUrlWrong');
    const appUrl = process.env.DATABASE_APP_URL || undefined;
    const environment = environmentOf(folder, secrets, url, appUrl);
    return { ...shared, embedded: false, ownerUrl: url, appUrl, environment, watch: () => undefined, close: async () => undefined };
  }
  const { ownerUrl, appUrl, watch, close } = await openEmbedded(folder, secrets.passwords, report);
  return { ...shared, embedded: true, ownerUrl, appUrl, environment: environmentOf(folder, secrets, ownerUrl, appUrl), watch, close };
}

function environmentOf(folder: string, secrets: Secrets, ownerUrl: string, appUrl: string | undefined): Record<string, string> {
  const given = process.env;
  return {
    DATA_DIR: folder,
    DATABASE_URL: ownerUrl,
    ...(appUrl === undefined ? {} : { DATABASE_APP_URL: appUrl }),
    APP_URL: given.APP_URL || `http://localhost:${given.PORT || 3000}`,
    AUTH_SECRET: given.AUTH_SECRET || secrets.authSecret,
    AUDIT_SALT: given.AUDIT_SALT || secrets.auditSalt,
    METRICS_TOKEN: given.METRICS_TOKEN || secrets.metricsToken,
    ...buildEnvironment(),
  };
}

/**
 * What is compiled into the pages. All processes of one build share the key it made for its forms; builds on several
 * machines that stand behind one address are given the same.
 */
export function buildEnvironment(): Record<string, string> {
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  return { NEXT_TELEMETRY_DISABLED: '1', ...(key ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key } : {}) };
}

/** Whether this installation was begun with --empty: the demo then never comes by itself. */
export function wantsEmpty(folder: string): boolean {
  return existsSync(marker(folder)) && readFileSync(marker(folder), 'utf8').includes('empty');
}

export function rememberEmpty(folder: string): void {
  writeFileSync(marker(folder), 'empty\n');
}

function marker(folder: string): string {
  return resolve(folder, 'installation');
}
