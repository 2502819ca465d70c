import { closePool, refuseUnsafeRole } from '@/db/client';
import { closeOwner } from '@/db/owner';
import { env } from '@/lib/kernel/env';
import { logger } from '@/lib/kernel/logger';
import { startJobs } from './jobs';
import { metrics } from './metrics';

/** Before the first request: a safe database role, numbers being counted, background work under way. */
export async function prepare(): Promise<void> {
  await refuseUnsafeRole();
  metrics();
  if (env().JOBS !== 'inside') return;
  const ending = new AbortController();
  const runner = startJobs(ending.signal);
  runner.catch((error: unknown) => logger.error({ err: error }, 'background work didn’t start'));
  // The server ends by itself on a signal, after the requests under way; meanwhile nothing new is begun.
  const end = () => {
    ending.abort();
    void runner
      .then((running) => running?.stop())
      .then(() => Promise.all([closeOwner(), closePool()]))
      .catch((error: unknown) => logger.warn({ err: error }, 'background work didn’t end cleanly'));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
}
