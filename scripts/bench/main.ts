import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { ensureCluster } from '@/db/testing/cluster';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/db/seed/index';
import { dayOf } from '@/lib/kernel/dates';
import { newId } from '@/lib/kernel/ids';
import { ensureBuilt } from '../house/build';
import { buildEnvironment } from '../house/installation';
import { Server } from '../house/server';
import { loadPage, loadWork } from './load';
import { type Line, table } from './report';
import { scaleUp } from './scale';
import { type Place, pages, rawSql } from './targets';

const PORT = 3900;

/** npm run bench [-- --scale 100] [--seconds 6]: ratios against a bare page of the same build and the raw SQL, in one run. */
export async function main(_command: string, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { scale: { type: 'string', default: '1' }, seconds: { type: 'string', default: '6' } } });
  const seconds = Number(values.seconds);
  const scale = Number(values.scale);
  const root = process.cwd();
  await ensureBuilt(root, buildEnvironment());
  const cluster = await ensureCluster();
  const dataDir = mkdtempSync(join(tmpdir(), 'dianxiaoer-bench-'));
  const environment: Record<string, string> = {
    DATABASE_URL: cluster.ownerUrl,
    DATABASE_APP_URL: cluster.appUrl,
    DATA_DIR: dataDir,
    AUTH_SECRET: 'only-for-measuring-and-thrown-away',
    AUDIT_SALT: 'only-for-measuring',
    APP_URL: `http://localhost:${PORT}`,
    LOG_LEVEL: 'warn',
    BENCH: '1',
    JOBS: 'off',
    DEMO: '1',
    ...buildEnvironment(),
  };
  const server = new Server(root, 'start', { host: '127.0.0.1', port: PORT }, environment, { onRestart: () => undefined, onGivenUp: () => undefined });
  try {
    await migrate({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl });
    await seedDemo({ ownerUrl: cluster.ownerUrl, today: dayOf(new Date()) });
    const place = await signIn(cluster.ownerUrl, environment.AUTH_SECRET ?? '');
    await server.start();
    const lines = await measure(place, cluster.appUrl, seconds, '1×');
    if (scale > 1) {
      await scaleUp(cluster.ownerUrl, { companies: 1_752 * scale, requests: 20_000 * scale });
      lines.push(...(await measure(await signIn(cluster.ownerUrl, environment.AUTH_SECRET ?? ''), cluster.appUrl, seconds, `${scale}×`)));
    }
    console.log(table(lines));
    console.log(`memory of the Next process at the end: ${await memory(server)} MB`);
    if (lines.some((line) => line.errors > 0)) throw new Error('some answers were errors: the figures above are not valid');
  } finally {
    await server.stop();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A session as sign-in would make it, and ids of the rows whose pages are measured. */
async function signIn(ownerUrl: string, secret: string): Promise<Place> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const member = await one<{ center: string; membership: string; person: string }>(
      client,
      `select m.center_id as center, m.id as membership, m.person_id as person from memberships m
         join centers c on c.id = m.center_id and c.slug = 'lanzhou' where m.role = 'director' order by m.id limit 1`,
    );
    const request = await one<{ id: string }>(client, `select id from requests where center_id = $1 and state = 'completed' order by id limit 1`, [member.center]);
    const session = newId();
    await client.query(
      `insert into sessions (id, person_id, membership_id, acting_center_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, now(), now(), now() + interval '12 hours')`,
      [session, member.person, member.membership, member.center],
    );
    const token = await encode({ token: { sid: session }, secret, maxAge: 12 * 3_600 });
    return { ...member, origin: `http://127.0.0.1:${PORT}`, cookie: `next-auth.session-token=${token}`, request: request.id };
  } finally {
    await client.end();
  }
}

async function one<T extends pg.QueryResultRow>(client: pg.Client, text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query<T>(text, values);
  const [row] = rows;
  if (row === undefined) throw new Error(`the demo has no row for: ${text}`);
  return row;
}

async function measure(place: Place, appUrl: string, seconds: number, size: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const page of pages(place)) {
    // Paired: the bare page right before each, because machines drift.
    const bare = await loadPage(`${place.origin}/bare`, null, seconds / 2);
    if (lines.length === 0) lines.push({ name: `bare page, ${size}`, ...bare });
    const measured = await loadPage(place.origin + page.path, place.cookie, seconds);
    lines.push({ name: `${page.name}, ${size}`, ...measured, ofBare: measured.perSecond / bare.perSecond });
  }
  const pool = new pg.Pool({ connectionString: appUrl, max: 16 });
  try {
    for (const { name, text } of rawSql(place)) lines.push({ name: `SQL: ${name}, ${size}`, ...(await loadWork(() => pool.query(text), seconds / 2)) });
  } finally {
    await pool.end();
  }
  return lines;
}

async function memory(server: Server): Promise<string> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? 'unknown' : (Number(kilobytes) / 1_024).toFixed(0);
}
