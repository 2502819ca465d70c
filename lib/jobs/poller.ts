import type PgBoss from 'pg-boss';
import { logger } from '@/lib/kernel/logger';
import type { Ticket } from './queue';
import type { QueueName } from './registry';
import { runTicket } from './run';

/** Fetches and runs what waits, at most `atOnce` together. @returns how many were fetched */
export async function workOnce(boss: PgBoss, queue: QueueName, atOnce: number, clock: () => Date): Promise<number> {
  const jobs = await boss.fetch<Ticket>(queue, { includeMetadata: true, batchSize: atOnce });
  await Promise.all(
    jobs.map(async (job) => {
      const isLastTry = job.retryCount >= job.retryLimit;
      try {
        await runTicket(job.data, clock, isLastTry);
        await boss.complete(queue, job.id);
      } catch (error) {
        const { topic, centerId } = job.data;
        logger[isLastTry ? 'error' : 'warn']({ err: error, topic, centerId, job: job.id, isLastTry }, 'job failed');
        await boss.fail(queue, job.id, { message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );
  return jobs.length;
}

/** Repeats `step` until stopped: at once while there is something to do, then after a pause. */
export class Loop {
  private stopped = false;
  private wake: (() => void) | undefined;
  private readonly running: Promise<void>;

  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    private readonly step: () => Promise<number>,
  ) {
    this.running = this.run();
  }

  /** Resolves when the step under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let moved = 0;
      let pause = this.pauseMs;
      try {
        moved = await this.step();
      } catch (error) {
        // The database may be restarting: say so once per try and come back.
        if (!this.stopped) logger.warn({ err: error instanceof Error ? error.message : String(error), loop: this.name }, 'background loop stumbled');
        pause = this.pauseMs * 3;
      }
      if (moved === 0 && !this.stopped) await this.rest(pause);
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
