import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const about = { companyId: z.string(), company: z.string(), year: z.number().int(), count: z.number().int() };
const page = (data: { companyId: string; year: number }, portal: 'desk' | 'my' | 'mentor') =>
  portal === 'desk' ? `/desk/companies/${data.companyId}/facts/${data.year}` : portal === 'my' ? `/my/company/facts/${data.year}` : '/mentor';

export const factsStated = defineEntry({
  name: 'facts.stated',
  data: z.object({ ...about, by: z.enum(['company', 'staff', 'import', 'collection']), liaison: z.string().default('') }),
  audience: ['center', 'company'],
  // Answers to a collection come by the hundred and are looked at together.
  tell: (data) => (data.by === 'company' && data.liaison !== '' ? [{ membership: data.liaison }] : []),
  path: page,
});

export const factsVerified = defineEntry({
  name: 'facts.verified',
  data: z.object(about),
  audience: ['center', 'company'],
  tell: (data) => [{ company: data.companyId }],
  path: page,
});

export const factDisputed = defineEntry({
  name: 'facts.disputed',
  data: z.object({ ...about, reason: z.string() }),
  audience: ['center', 'company'],
  tell: (data) => [{ company: data.companyId }],
  path: page,
});
