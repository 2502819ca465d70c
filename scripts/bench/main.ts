import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { closePool } from '@/db/client';
import type { Urls } from '@/db/embedded/roles';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/db/seed/index';
import { ensureCluster } from '@/db/testing/cluster';
import type { MemberActor, MemberRole } from '@/lib/kernel/actor';
import { dayOf } from '@/lib/kernel/dates';
import { newId } from '@/lib/kernel/ids';
import { ensureBuilt } from '../house/build';
import { buildEnvironment } from '../house/installation';
import { Server } from '../house/server';
import { loadInTurns, loadWork } from './load';
import { type Line, table } from './report';
import { scaleUp } from './scale';
import { searchTimes } from './searching';
import { type Place, pages, rawSql, type Visitor } from './targets';
import { importSeconds, requestWriter } from './writing';

const PORT = 3900;
const IMPORTED = 10_000;
/** What a center of this size has been asked over the years. */
const REQUESTS = 20_000;
/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

/**
 * npm run bench [-- --scale 100] [--seconds 9]: ratios against a bare page of the same build and the raw SQL, in one run;
 * last the import of a register.
 */
export async function main(_command: string, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { scale: { type: 'string', default: '1' }, seconds: { type: 'string', default: '9' } } });
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
    await seedDemo({ ownerUrl: cluster.ownerUrl, dataDir, today: dayOf(new Date()) });
    await scaleUp(cluster, { companies: 0, requests: REQUESTS });
    await server.start();
    const { lines, afterMinute } = await measure(server, cluster, environment.AUTH_SECRET ?? '', seconds, '1×');
    const remembered = `memory of the Next process after a minute of load: ${afterMinute.toFixed(0)} MB, after all lines of 1×: ${memory(server).toFixed(0)} MB`;
    if (scale > 1) {
      // Scaling takes minutes; what is known is said before.
      console.log(`${table(lines)}\n${remembered}`);
      await scaleUp(cluster, { companies: 1_752 * scale, requests: REQUESTS * scale });
      lines.push(...(await measure(server, cluster, environment.AUTH_SECRET ?? '', seconds, `${scale}×`)).lines);
    }
    Object.assign(process.env, environment);
    const manager = await managerOf(cluster.ownerUrl);
    const searched = await searchTimes(manager);
    const imported = await importSeconds(manager, IMPORTED);
    await closePool();
    console.log(table(lines));
    console.log(`${remembered}, at the end: ${memory(server).toFixed(0)} MB`);
    console.log(`search of two characters at ${scale}×, one after another: p50 ${searched.median.toFixed(1)} ms, p95 ${searched.p95.toFixed(1)} ms`);
    if (searched.companies === 0) throw new Error('no search found anything: the figures above are not valid');
    console.log(`import of ${IMPORTED} rows at ${scale}×: ${imported.toFixed(1)} s`);
    if (lines.some((line) => line.errors > 0)) throw new Error('some answers were errors: the figures above are not valid');
  } finally {
    await server.stop();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A session as sign-in would make it for one of the demo's people. */
async function signIn(client: pg.Client, secret: string, role: MemberRole): Promise<Visitor> {
  const member = await one<Omit<Visitor, 'cookie'>>(
    client,
    `select m.center_id as center, m.id as membership, m.person_id as person from memberships m
       join centers c on c.id = m.center_id and c.slug = 'lanzhou' where m.role = $1 and m.ended_at is null order by m.id limit 1`,
    [role],
  );
  const session = newId();
  await client.query(
    `insert into sessions (id, person_id, membership_id, acting_center_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, now(), now(), now() + interval '12 hours')`,
    [session, member.person, member.membership, member.center],
  );
  const token = await encode({ token: { sid: session }, secret, maxAge: 12 * 3_600 });
  return { ...member, cookie: `next-auth.session-token=${token}` };
}

async function managerOf(ownerUrl: string): Promise<MemberActor> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const row = await one<{ personId: string; membershipId: string; centerId: string; departmentId: string | null; name: string }>(
    client,
    `select m.person_id as "personId", m.id as "membershipId", m.center_id as "centerId", m.department_id as "departmentId", m.name from memberships m
       join centers c on c.id = m.center_id and c.slug = 'lanzhou' where m.role = 'manager' and m.ended_at is null order by m.id limit 1`,
  ).finally(() => client.end());
  return { kind: 'member', role: 'manager', companyId: null, sessionId: null, ...row };
}

async function one<T extends pg.QueryResultRow>(client: pg.Client, text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query<T>(text, values);
  const [row] = rows;
  if (row === undefined) throw new Error(`the demo has no row for: ${text}`);
  return row;
}

async function measure(server: Server, { ownerUrl, appUrl }: Urls, secret: string, seconds: number, size: string): Promise<{ lines: Line[]; afterMinute: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const director = await signIn(client, secret, 'director');
  const owner = await signIn(client, secret, 'company_owner');
  const request = await one<{ id: string }>(client, "select id from requests where center_id = $1 and state = 'completed' order by id limit 1", [director.center]);
  await client.end();
  const origin = `http://127.0.0.1:${PORT}`;
  const place: Place = { ...director, origin, request: request.id };

  const lines: Line[] = [];
  const begun = performance.now();
  let afterMinute: number | undefined;
  const spent = () => processorTime(server);
  for (const page of pages(place)) {
    const [bare, measured] = await loadInTurns([{ url: `${origin}/bare`, cookie: null }, { url: origin + page.path, cookie: place.cookie }], seconds, spent);
    if (lines.length === 0) lines.push({ name: `bare page, ${size}`, ...bare });
    lines.push({ name: `${page.name}, ${size}`, ...measured, ofBare: measured.perSecond / bare.perSecond, cpuOfBare: (bare.cpu ?? 0) / (measured.cpu ?? 1) });
    if (performance.now() - begun > 60_000) afterMinute ??= memory(server);
  }
  lines.push({ name: `create request (draft, then submit), ${size}`, ...(await loadWork(await requestWriter(origin, owner), seconds)) });
  const pool = new pg.Pool({ connectionString: appUrl, max: 16 });
  try {
    for (const { name, text } of rawSql(place)) lines.push({ name: `SQL: ${name}, ${size}`, ...(await loadWork(() => pool.query(text), seconds / 2)) });
  } finally {
    await pool.end();
  }
  return { lines, afterMinute: afterMinute ?? memory(server) };
}

/** Resident memory in megabytes. */
function memory(server: Server): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** Milliseconds the process has had a processor for so far, all its threads together. */
function processorTime(server: Server): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
