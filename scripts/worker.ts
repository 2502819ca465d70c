import { startJobs } from '@/app/_server/jobs';
import { closePool, refuseUnsafeRole } from '@/db/client';
import { closeOwner } from '@/db/owner';
import { logger } from '@/lib/kernel/logger';

/** How long work under way may take to end; what isn't done by then is done again by the next worker. */
const PATIENCE_MS = 20_000;

/** `npm run worker`: background work in a process of its own, beside app processes that run with JOBS=outside. */
export async function main(_args: string[], signal: AbortSignal): Promise<number> {
  await refuseUnsafeRole();
  const runner = await startJobs(signal);
  if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  await Promise.race([runner?.stop(), late]);
  await Promise.all([closeOwner(), closePool()]).catch((error: unknown) => logger.warn({ err: error }, 'connections didn’t close'));
  return 0;
}
