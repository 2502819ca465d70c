import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';
import { ipKinds } from '../inputs/ip';

export const ipKept = defineEntry({
  name: 'ip.kept',
  data: z.object({ companyId: z.string(), company: z.string(), right: z.string(), kind: z.enum(ipKinds), title: z.string(), act: z.enum(['added', 'changed', 'removed', 'imported']) }),
  audience: ['center', 'company', 'mentor'],
  path: (data, portal) => (portal === 'desk' ? `/desk/companies/${data.companyId}/ip` : portal === 'my' ? '/my/company/ip' : `/mentor/companies/${data.companyId}`),
});
