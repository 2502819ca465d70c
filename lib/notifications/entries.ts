import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

export const emailSentAgain = defineEntry({
  name: 'email.sentAgain',
  data: z.object({ subject: z.string() }),
  audience: ['center'],
});

/** How somebody wants to be told is their own affair: only the trail of the center's own people keeps it. */
export const waysChosen = defineEntry({ name: 'notifications.chosen', data: z.object({}), audience: [] });
