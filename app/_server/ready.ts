import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ping } from '@/db/client';
import { ownerPool } from '@/db/owner';
import { HEARTBEAT } from '@/lib/jobs/runner';
import { env } from '@/lib/kernel/env';

export type Check = 'ok' | 'failed' | 'off';

/** Somebody who works says so every five seconds. */
const SILENT_SECONDS = 45;

/** What has to hold before requests are sent here. */
export async function readiness(): Promise<{ ready: boolean; checks: Record<'database' | 'migrations' | 'jobs', Check> }> {
  const database = await holds(ping);
  const checks = {
    database,
    migrations: database === 'ok' ? await holds(isMigrated) : 'failed',
    jobs: env().JOBS === 'off' ? ('off' as const) : database === 'ok' ? await holds(isWorking) : 'failed',
  } as const;
  return { ready: Object.values(checks).every((check) => check !== 'failed'), checks };
}

async function holds(test: () => Promise<boolean>): Promise<Check> {
  try {
    return (await test()) ? 'ok' : 'failed';
  } catch {
    return 'failed';
  }
}

let newest: number | undefined;

async function isMigrated(): Promise<boolean> {
  if (newest === undefined) {
    const file = path.join(process.cwd(), 'db', 'migrations', 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { when: number }[] };
    newest = Math.max(0, ...journal.entries.map((entry) => entry.when));
  }
  const { rows } = await ownerPool().query<{ newest: string | null }>('select max(created_at) as newest from drizzle.__drizzle_migrations');
  return Number(rows[0]?.newest ?? 0) === newest;
}

async function isWorking(): Promise<boolean> {
  const { rows } = await ownerPool().query<{ alive: boolean }>(
    'select ran_at > now() - make_interval(secs => $2) as alive from job_runs where name = $1',
    [HEARTBEAT, SILENT_SECONDS],
  );
  return rows[0]?.alive === true;
}
