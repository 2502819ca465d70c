import './tasks';
import { defineMachineSchedule } from './registry';

// What was relayed, and forms that can no longer come back, are kept for a while and swept.
defineMachineSchedule('outbox.sweep', { dailyAt: '03:10' }, async ({ client }) => {
  await client.query(`delete from outbox where relayed_at < now() - interval '14 days'`);
});
defineMachineSchedule('form_keys.sweep', { everySeconds: 3600 }, async ({ client }) => {
  await client.query(`delete from form_keys where created_at < now() - interval '2 days'`);
});
