import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const batch = { batchId: z.string(), kind: z.string(), file: z.string() };
const path = ({ batchId }: { batchId: string }) => `/desk/imports/${batchId}`;

export const importStarted = defineEntry({ name: 'import.started', data: z.object(batch), audience: ['center'], path });
export const importAdjusted = defineEntry({ name: 'import.adjusted', data: z.object(batch), audience: ['center'], path });
export const importConfirmed = defineEntry({ name: 'import.confirmed', data: z.object(batch), audience: ['center'], path });
export const importDiscarded = defineEntry({ name: 'import.discarded', data: z.object(batch), audience: ['center'], path });
export const importChecked = defineEntry({
  name: 'import.checked',
  data: z.object({ ...batch, fresh: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() }),
  audience: ['center'],
  path,
});

/** The one entry of the batch itself; every row that changed has its own beside it. */
export const importApplied = defineEntry({
  name: 'import.applied',
  data: z.object({ ...batch, membershipId: z.string(), fresh: z.number(), changed: z.number() }),
  audience: ['center'],
  tell: ({ membershipId }) => [{ membership: membershipId }],
  path,
});

/** A batch taken back. Every row that was written back has its own entry beside it. */
export const importUndone = defineEntry({
  name: 'import.undone',
  data: z.object({ ...batch, membershipId: z.string(), undone: z.number(), left: z.number() }),
  audience: ['center'],
  tell: ({ membershipId }) => [{ membership: membershipId }],
  path,
});

/** One row that was written back. What stood in it is in the batch's own list, where the law can erase it. */
export const importRowUndone = defineEntry({ name: 'import.rowUndone', data: z.object({ ...batch, row: z.number().int() }), audience: ['center'], path });
