import type PgBoss from 'pg-boss';
import { logger } from '@/lib/kernel/logger';
import type { Ticket } from './queue';
import type { QueueName } from './registry';
import { runTicket } from './run';

type Job = PgBoss.JobWithMetadata<Ticket>;

/** Fetches and runs what waits, at most `atOnce` together. @returns how many were fetched */
export async function workOnce(boss: PgBoss, queue: QueueName, atOnce: number, clock: () => Date): Promise<number> {
  const slots = new Slots(boss, queue, atOnce, clock);
  const fetched = await slots.fill();
  await slots.drained();
  return fetched;
}

/** Runs so many jobs of a queue at once. One that takes its time holds up its own slot and nobody else's. */
export class Slots {
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly boss: PgBoss,
    private readonly queue: QueueName,
    private readonly slots: number,
    private readonly clock: () => Date,
  ) {}

  /** Fills the free slots with what waits; with none free it comes back when one is. @returns 0 when nothing waits */
  async fill(): Promise<number> {
    const free = this.slots - this.running.size;
    if (free === 0) {
      await Promise.race(this.running);
      return 1;
    }
    const jobs = await this.boss.fetch<Ticket>(this.queue, { includeMetadata: true, batchSize: free });
    for (const job of jobs) {
      const run: Promise<void> = this.work(job).finally(() => this.running.delete(run));
      this.running.add(run);
    }
    return jobs.length;
  }

  /** Resolves when nothing runs any more. */
  async drained(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Never rejects: what can't even be marked as failed is tried again when its time has run out. */
  private async work(job: Job): Promise<void> {
    const isLastTry = job.retryCount >= job.retryLimit;
    try {
      await runTicket(job.data, this.clock, isLastTry);
      await this.boss.complete(this.queue, job.id);
    } catch (error) {
      const { topic, centerId } = job.data;
      logger[isLastTry ? 'error' : 'warn']({ err: error, topic, centerId, job: job.id, isLastTry }, 'job failed');
      await this.boss
        .fail(this.queue, job.id, { message: error instanceof Error ? error.message : String(error) })
        .catch((failure: Error) => logger.warn({ err: failure.message, job: job.id }, 'a failed job could not be marked'));
    }
  }
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
