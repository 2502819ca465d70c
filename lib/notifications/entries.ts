import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

export const emailSentAgain = defineEntry({
  name: 'email.sentAgain',
  data: z.object({ subject: z.string() }),
  audience: ['center'],
});
