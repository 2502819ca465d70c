import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

export const emailSentAgain = defineEntry({
  name: 'email.sentAgain',
  data: z.object({ subject: z.string() }),
  audience: ['center'],
});

/** How somebody wants to be told is their own affair: only the trail of the center's own people keeps it. */
export const waysChosen = defineEntry({ name: 'notifications.chosen', data: z.object({}), audience: [] });

const channel = z.object({ channel: z.string() });
export const channelAdded = defineEntry({ name: 'channel.added', data: channel, audience: ['center'] });
export const channelChanged = defineEntry({ name: 'channel.changed', data: channel.extend({ on: z.enum(['yes', 'no']) }), audience: ['center'] });
export const channelTried = defineEntry({ name: 'channel.tried', data: channel, audience: ['center'] });
