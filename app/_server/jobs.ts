import { ping } from '@/db/client';
import { startRunner, type Runner } from '@/lib/jobs/runner';
import { currentTime } from '@/lib/kernel/env';
import { logger } from '@/lib/kernel/logger';
// Whoever works in the background must know everything that can happen and everything that can be asked for.
// A capability adds its lines here.
import '@/lib/audit/jobs';
import './known-entries';
import '@/lib/companies/jobs';
import '@/lib/files/jobs';
import '@/lib/imports/jobs';
import '@/lib/lifecycle/jobs';
import '@/lib/notifications/jobs';
import '@/lib/people/jobs';
import '@/lib/service-desk/jobs';

/** Starts background work in this process. Waits for the database as long as it takes, so that a restart of both heals itself. */
export async function startJobs(signal: AbortSignal): Promise<Runner | null> {
  while (!signal.aborted) {
    try {
      await ping();
      return await startRunner(currentTime);
    } catch (error) {
      logger.warn({ err: error instanceof Error ? error.message : String(error) }, 'background work can’t start yet');
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
  }
  return null;
}
