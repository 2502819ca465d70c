import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pause } from '@/db/embedded/processes';
import { Problem } from './problems';

export interface Address {
  host: string;
  port: number;
}

/** Where to serve: PORT (3000) on HOST (this machine only unless said otherwise). @throws Problem portWrong */
export function wantedAddress(): Address {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Problem('portWrong', { port: text });
  return { host: process.env.HOST || '127.0.0.1', port };
}

/** @throws Problem when somebody else has the port, we may not have it, or the host isn't ours */
export function refuseBusyPort({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const key = { EADDRINUSE: 'portBusy', EACCES: 'portForbidden', EADDRNOTAVAIL: 'hostWrong', ENOTFOUND: 'hostWrong' }[error.code ?? ''];
      reject(key === undefined ? error : new Problem(key, { port, host }));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** What a page needs is gone with its answer: with 64 MB for it, less of it is taken for something that stays. */
const YOUNG = '--max-semi-space-size=64';
const STOP_PATIENCE_MS = 10_000;
const RESTARTS_A_MINUTE = 5;

/** One Next.js server that is kept alive: it comes back when it dies, and dies when we do. */
export class Server {
  private child: ChildProcess | undefined;
  private stopping = false;
  private deaths: number[] = [];

  constructor(
    private readonly root: string,
    private readonly mode: 'start' | 'dev',
    private readonly address: Address,
    private readonly environment: Record<string, string>,
    private readonly events: { onRestart: () => void; onGivenUp: () => void },
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when the server answers. */
  async start(): Promise<void> {
    this.spawn();
    while (!(await this.answers())) {
      if (this.stopping) return;
      await pause(40);
    }
  }

  /** Lets running requests end, for ten seconds; then insists. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(late);
  }

  private spawn(): void {
    const { host, port } = this.address;
    const before = ['memory', 'with-parent', 'odd-requests'].flatMap((name) => ['--import', pathToFileURL(join(this.root, `scripts/house/${name}.mjs`)).href]);
    const next = join(this.root, 'node_modules/next/dist/bin/next');
    // Its own process group: Ctrl-C reaches us, and we decide in which order things end.
    this.child = spawn(process.execPath, [YOUNG, ...before, next, this.mode, '-H', host, '-p', String(port)], {
      cwd: this.root,
      detached: process.platform !== 'win32',
      env: { ...process.env, ...this.environment, NODE_ENV: this.mode === 'dev' ? 'development' : 'production' },
      stdio: ['ignore', this.mode === 'dev' ? 'inherit' : 'pipe', 'inherit', 'ipc'],
    });
    // Next greets with an address of its own; ours follows, in both languages.
    this.child.stdout?.on('data', (chunk: Buffer) => process.stdout.write(withoutGreeting(chunk.toString('utf8'))));
    this.child.once('exit', () => void this.onExit());
  }

  private async onExit(): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => now - at < 60_000), now];
    if (this.deaths.length > RESTARTS_A_MINUTE) {
      this.stopping = true;
      return this.events.onGivenUp();
    }
    this.events.onRestart();
    await pause(500);
    if (!this.stopping) this.spawn();
  }

  private answers(): Promise<boolean> {
    const host = this.address.host === '0.0.0.0' ? '127.0.0.1' : this.address.host === '::' ? '::1' : this.address.host;
    return new Promise((resolve) => {
      const request = get({ host, port: this.address.port, path: '/api/health', timeout: 30_000 }, (response) => {
        response.resume();
        resolve(true);
      });
      request.once('error', () => resolve(false));
      request.once('timeout', () => request.destroy());
    });
  }
}

function withoutGreeting(text: string): string {
  return text.split('\n').filter((line) => !/^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Starting|Ready|Running next.config)|$)/.test(line))
    .map((line) => `${line}\n`).join('');
}
