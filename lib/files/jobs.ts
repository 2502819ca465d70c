import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { fileContents } from '@/db/schema/files';
import { defineMachineSchedule, defineWork } from '@/lib/jobs/registry';
import { forget, sweepIncoming } from '@/lib/kernel/storage';

defineMachineSchedule('files.sweep', { everySeconds: 6 * 3600 }, async ({ now }) => {
  await sweepIncoming(now);
});

// Bytes that nobody keeps any more go after the transaction that let them go; those somebody brought again meanwhile stay.
defineWork('files.forget', z.object({ contents: z.array(z.string().regex(/^[0-9a-f]{64}$/)) }), async (work, { contents }) => {
  const kept = await work.read((ctx) => ctx.db.select({ sha256: fileContents.sha256 }).from(fileContents).where(inArray(fileContents.sha256, contents)));
  for (const sha256 of contents) if (!kept.some((row) => row.sha256 === sha256)) await forget(work.centerId, sha256);
});
