import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const paper = z.object({ documentId: z.string(), number: z.string(), title: z.string(), companyId: z.string().nullable() });
const tellCompany = (data: { companyId: string | null }) => (data.companyId === null ? [] : [{ company: data.companyId }]);
const path = (data: { documentId: string }, portal: 'desk' | 'my' | 'mentor') =>
  portal === 'mentor' ? '/mentor' : `/${portal}/documents/${data.documentId}`;

export const documentIssued = defineEntry({ name: 'document.issued', data: paper, audience: ['center', 'company'] });

export const documentSuperseded = defineEntry({
  name: 'document.superseded',
  data: paper.extend({ by: z.string() }),
  audience: ['center', 'company'],
  tell: tellCompany,
  path,
});

export const documentRevoked = defineEntry({
  name: 'document.revoked',
  data: paper.extend({ reason: z.string() }),
  audience: ['center', 'company'],
  tell: tellCompany,
  path,
});

export const scanAttached = defineEntry({ name: 'document.scanAttached', data: paper, audience: ['center', 'company'] });
