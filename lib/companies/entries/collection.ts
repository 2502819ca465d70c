import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const about = { round: z.string(), year: z.number().int() };
const page = (data: { round: string }, portal: 'desk' | 'my' | 'mentor') => (portal === 'desk' ? `/desk/companies/collection/${data.round}` : portal === 'my' ? `/my/collection/${data.round}` : '/mentor');

export const roundOpened = defineEntry({
  name: 'collection.opened',
  data: z.object({ ...about, dueOn: z.string(), count: z.number().int() }),
  audience: ['center'],
  path: page,
});

export const roundClosed = defineEntry({ name: 'collection.closed', data: z.object({ ...about, answered: z.number().int(), count: z.number().int() }), audience: ['center'], path: page });

export const answerAsked = defineEntry({
  name: 'collection.asked',
  data: z.object({ ...about, companyId: z.string(), company: z.string(), dueOn: z.string() }),
  audience: ['center', 'company'],
  tell: (data) => [{ company: data.companyId }],
  path: page,
});

export const answerReminded = defineEntry({
  name: 'collection.reminded',
  data: z.object({ ...about, companyId: z.string(), company: z.string(), dueOn: z.string() }),
  audience: ['center', 'company'],
  tell: (data) => [{ company: data.companyId }],
  path: page,
});

export const answerGiven = defineEntry({
  name: 'collection.answered',
  data: z.object({ ...about, companyId: z.string(), company: z.string(), changed: z.number().int() }),
  audience: ['center', 'company'],
  path: page,
});
