import { ownerPool } from '@/db/owner';
import { logger } from '@/lib/kernel/logger';
import './jobs';
import { Loop, Slots } from './poller';
import { openQueue } from './queue';
import { relayOnce } from './relay';
import { tickSchedules } from './schedules';

export interface Runner {
  /** Lets the work under way end, then closes. */
  stop(): Promise<void>;
}

/** The row of job_runs by which readiness sees that somebody works. */
export const HEARTBEAT = 'heartbeat';

/** Relays, works and keeps the schedules until stopped. Any number of processes may do so on one database. */
export async function startRunner(clock: () => Date): Promise<Runner> {
  const boss = await openQueue();
  const [quick, slow, long] = [new Slots(boss, 'quick', 6, clock), new Slots(boss, 'slow', 2, clock), new Slots(boss, 'long', 1, clock)];
  const loops = [
    new Loop('relay', 700, () => relayOnce(boss)),
    new Loop('quick', 1_000, () => quick.fill()),
    new Loop('slow', 2_000, () => slow.fill()),
    new Loop('long', 1_500, () => long.fill()),
    new Loop('heartbeat', 5_000, async () => {
      await ownerPool().query(
        `insert into job_runs (name, ran_at) values ($1, now()) on conflict (name) do update set ran_at = now()`,
        [HEARTBEAT],
      );
      return 0;
    }),
    // Apart from the heartbeat: sealing a large import takes its time.
    new Loop('schedules', 5_000, async () => {
      await tickSchedules(clock);
      return 0;
    }),
  ];
  logger.info('background work started');
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all([quick, slow, long].map((slots) => slots.drained()));
      await boss.stop({ graceful: false, close: false });
      logger.info('background work stopped');
    },
  };
}
