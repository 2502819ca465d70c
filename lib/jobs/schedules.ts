import { type OwnerClient, ownerPool, ownerTransaction } from '@/db/owner';
import { newId } from '@/lib/kernel/ids';
import { logger } from '@/lib/kernel/logger';
import { allSchedules, type Rhythm, type Schedule } from './registry';

/** Begins every schedule whose slot has come and that no other process has taken. @returns how many began here */
export async function tickSchedules(clock: () => Date, schedules: readonly Schedule[] = allSchedules()): Promise<number> {
  let began = 0;
  for (const schedule of schedules) {
    try {
      if (!(await takeSlot(schedule.name, schedule.rhythm))) continue;
      began += 1;
      if ('topic' in schedule) await ownerTransaction((client) => askEveryCenter(client, schedule.topic, clock()));
      else await ownerTransaction((client) => alone(client, schedule.name, () => schedule.run({ client, now: clock() })));
    } catch (error) {
      logger.error({ err: error, schedule: schedule.name }, 'scheduled work failed');
    }
  }
  return began;
}

/** One row per schedule says when it last began; whoever moves it on has the slot. The database's clock decides. */
async function takeSlot(name: string, rhythm: Rhythm): Promise<boolean> {
  const [before, value] =
    'everySeconds' in rhythm
      ? ['now() - make_interval(secs => $2::int)', rhythm.everySeconds]
      : [
          `(date_trunc('day', now() at time zone 'Asia/Shanghai' - $2::interval) + $2::interval) at time zone 'Asia/Shanghai' - interval '1 microsecond'`,
          rhythm.dailyAt,
        ];
  const { rowCount } = await ownerPool().query(
    `insert into job_runs as r (name, ran_at) values ($1, now())
     on conflict (name) do update set ran_at = now() where r.ran_at <= ${before} returning name`,
    [name, value],
  );
  return rowCount === 1;
}

async function askEveryCenter(client: OwnerClient, topic: string, now: Date): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from job_centers() as id');
  for (const { id } of rows) {
    await client.query(`insert into outbox (center_id, id, topic, payload, created_at) values ($1, $2, $3, '{}', $4)`, [
      id,
      newId(),
      topic,
      now,
    ]);
  }
}

/** A run that lasts longer than its rhythm isn't overtaken by the next. */
async function alone(client: OwnerClient, name: string, run: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(hashtext($1)) as mine', [`schedule ${name}`]);
  if (rows[0]?.mine === true) await run();
}
