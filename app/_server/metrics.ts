import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolStats } from '@/db/client';
import { ownerPool } from '@/db/owner';
import { queueNames } from '@/lib/jobs/registry';
import { HEARTBEAT } from '@/lib/jobs/runner';

// One set of numbers a process, whichever bundle asks first.
const kept = globalThis as { dianxiaoerMetrics?: Registry };

export function metrics(): Registry {
  kept.dianxiaoerMetrics ??= build();
  return kept.dianxiaoerMetrics;
}

function build(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  watchRequests(registry);
  const registers = [registry];

  new Gauge({
    name: 'dianxiaoer_database_connections',
    help: 'Connections of this process to the database by pool and state',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      const owner = ownerPool();
      const pools = { app: poolStats(), owner: { total: owner.totalCount, idle: owner.idleCount, waiting: owner.waitingCount } };
      for (const [pool, { total, idle, waiting }] of Object.entries(pools)) {
        this.set({ pool, state: 'busy' }, total - idle);
        this.set({ pool, state: 'idle' }, idle);
        this.set({ pool, state: 'waiting' }, waiting);
      }
    },
  });

  const single = (name: string, help: string, query: string, values: unknown[] = []) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const { rows } = await ownerPool().query<{ value: number | null }>(query, values);
        this.set(rows[0]?.value ?? -1);
      },
    });
  single('dianxiaoer_outbox_waiting', 'Requests for work not yet relayed', 'select count(*)::int as value from outbox where relayed_at is null');
  single(
    'dianxiaoer_outbox_lag_seconds',
    'Age of the oldest request for work not yet relayed',
    'select greatest(coalesce(extract(epoch from now() - min(created_at)), 0), 0)::float8 as value from outbox where relayed_at is null',
  );
  single(
    'dianxiaoer_jobs_heartbeat_age_seconds',
    'Since somebody last worked in the background; -1 when nobody ever did',
    'select extract(epoch from now() - ran_at)::float8 as value from job_runs where name = $1',
    [HEARTBEAT],
  );
  new Gauge({
    name: 'dianxiaoer_jobs',
    help: 'Jobs in the queue by queue and state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      const { rows: there } = await ownerPool().query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
      if (there[0]?.there !== true) return;
      const { rows } = await ownerPool().query<{ name: string; state: string; count: number }>(
        `select name, state::text, count(*)::int as count from pgboss.job where name = any($1) group by 1, 2`,
        [queueNames],
      );
      for (const { name, state, count } of rows) this.set({ queue: name, state }, count);
    },
  });
  return registry;
}

/** Node tells of every request it answers; nothing in a request's way is slowed. */
function watchRequests(registry: Registry): void {
  const duration = new Histogram({
    name: 'dianxiaoer_http_request_duration_seconds',
    help: 'Time from a request’s first byte to its answer’s last',
    labelNames: ['method', 'room', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const began = new WeakMap<object, number>();
  diagnostics.subscribe('http.server.request.start', (message) => {
    began.set((message as { request: IncomingMessage }).request, performance.now());
  });
  diagnostics.subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const from = began.get(request);
    if (from === undefined) return;
    const labels = { method: request.method ?? '', room: roomOf(request.url ?? '/'), status: `${Math.floor(response.statusCode / 100)}xx` };
    duration.observe(labels, (performance.now() - from) / 1_000);
  });
}

const rooms = ['desk', 'my', 'mentor', 'admin', 'api', 'sign-in', 'verify', '_next'];

/** The first part of the path, if it is one of ours: ids and names never become labels. */
function roomOf(url: string): string {
  const first = url.split(/[/?#]/, 2)[1] ?? '';
  return first === '' ? 'home' : rooms.includes(first) ? first : 'other';
}
