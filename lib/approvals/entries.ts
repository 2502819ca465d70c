import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const away = z.object({ membershipId: z.string(), standInId: z.string(), who: z.string(), standIn: z.string(), from: z.string(), until: z.string() });

/** What is decided in lanes is told by the capability whose subject it is; who stands in for whom is told here. */
export const standInSet = defineEntry({
  name: 'standIn.set',
  data: away,
  audience: ['center'],
  tell: (data) => [{ membership: data.standInId }],
  path: () => '/desk/requests/lanes',
});
export const standInEnded = defineEntry({ name: 'standIn.ended', data: away, audience: ['center'] });
