import { defineMachineSchedule } from '@/lib/jobs/registry';
import { exportHeads } from './heads';
import { sealAll } from './seal';

/** At most a minute behind, even when one round is missed. */
defineMachineSchedule('audit.seal', { everySeconds: 20 }, async ({ client, now }) => {
  await sealAll(client, now);
});

defineMachineSchedule('audit.heads', { dailyAt: '00:05' }, async ({ client, now }) => {
  await sealAll(client, now);
  await exportHeads(client, now);
});
