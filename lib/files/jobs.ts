import { defineMachineSchedule } from '@/lib/jobs/registry';
import { sweepIncoming } from '@/lib/kernel/storage';

defineMachineSchedule('files.sweep', { everySeconds: 6 * 3600 }, async ({ now }) => {
  await sweepIncoming(now);
});
