import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount } from '@/db/embedded/account';
import { freePort } from '@/db/embedded/cluster';
import { pause } from '@/db/embedded/processes';
import { asClient, type Urls } from '@/db/embedded/roles';
import { tempDir } from './house';

const DEBIANS = '/usr/sbin/pgbouncer';

export interface Bouncer {
  /** What the tests print of it. */
  name: string;
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

/** Debian's pgbouncer in transaction pooling before a database, or null where it isn't installed. */
export async function bounce({ ownerUrl, appUrl }: Urls): Promise<Bouncer | null> {
  if (!existsSync(DEBIANS)) return null;
  const folder = tempDir();
  const port = await freePort();
  const [owner, app] = [new URL(ownerUrl), new URL(appUrl)];
  const database = owner.pathname.slice(1);
  const users = join(folder, 'users.txt');
  writeFileSync(users, [owner, app].map((url) => `"${url.username}" "${decodeURIComponent(url.password)}"\n`).join(''), { mode: 0o644 });
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(
    settings,
    `[databases]
${database} = host=${owner.hostname} port=${owner.port} dbname=${database}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 15
max_client_conn = 200
`,
    { mode: 0o644 },
  );
  // It refuses to run as root, as PostgreSQL does.
  const account = chooseAccount(folder);
  const child = spawn(DEBIANS, ['-q', settings], { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/', ...(account ?? {}) });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const through = (url: URL) => Object.assign(new URL(url), { port: String(port) }).href;
  const urls = { ownerUrl: through(owner), appUrl: through(app) };
  for (let tries = 0; ; tries += 1) {
    const up = await asClient(urls.ownerUrl, () => Promise.resolve(true)).catch((error: Error) => (tries > 200 ? Promise.reject(error) : false));
    if (up) break;
    await pause(50);
  }
  const name = execFileSync(DEBIANS, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? 'pgbouncer';
  return {
    name,
    ...urls,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
