import { defineMachineSchedule } from '@/lib/jobs/registry';

// Tries that no longer count, and devices nobody came from for over a year, are forgotten.
defineMachineSchedule('rate_limits.sweep', { everySeconds: 3_600 }, async ({ client, now }) => {
  await client.query('delete from rate_limits where resets_at < $1', [now]);
});
defineMachineSchedule('known_devices.sweep', { dailyAt: '03:40' }, async ({ client, now }) => {
  await client.query(`delete from known_devices where last_seen_at < $1::timestamptz - interval '400 days'`, [now]);
});
