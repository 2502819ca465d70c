import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

/** What happens on the way in and out. The applicant reads the state of their application on their own page. */
const application = { applicationId: z.string(), number: z.string(), name: z.string() };
const path = (data: { applicationId: string }, portal: string) => (portal === 'desk' ? `/desk/admission/${data.applicationId}` : '/my/company');
const deciders = () => [{ role: 'manager' as const }];

export const applicationSubmitted = defineEntry({ name: 'application.submitted', data: z.object(application), audience: ['center'], tell: deciders, path });
export const applicationWithdrawn = defineEntry({ name: 'application.withdrawn', data: z.object(application), audience: ['center'], tell: deciders, path });
export const applicationAccepted = defineEntry({ name: 'application.accepted', data: z.object(application), audience: ['center'], path });
export const applicationReturned = defineEntry({ name: 'application.returned', data: z.object({ ...application, said: z.string() }), audience: ['center'], path });
export const applicationScored = defineEntry({ name: 'application.scored', data: z.object({ ...application, total: z.number() }), audience: ['center'], path });
export const applicationWaits = defineEntry({ name: 'application.waits', data: z.object({ ...application, said: z.string() }), audience: ['center'], path });
export const applicationRefused = defineEntry({ name: 'application.refused', data: z.object({ ...application, said: z.string() }), audience: ['center'], path });
export const applicationAdmitted = defineEntry({
  name: 'application.admitted',
  data: z.object({ ...application, companyId: z.string(), condition: z.string(), until: z.string() }),
  audience: ['center', 'company'],
  tell: (data) => [{ company: data.companyId }, { role: 'liaison' }],
  path,
});
export const conditionMet = defineEntry({ name: 'application.conditionMet', data: z.object({ ...application, on: z.string() }), audience: ['center', 'company'], path });
export const rulesAdded = defineEntry({ name: 'admissionRules.added', data: z.object({ name: z.string(), from: z.string() }), audience: ['center'], path: () => '/desk/settings/admission' });
export const rubricAdded = defineEntry({ name: 'rubric.added', data: z.object({ name: z.string(), from: z.string() }), audience: ['center'], path: () => '/desk/settings/admission' });

const company = { companyId: z.string(), company: z.string() };
/** The number of the request that it answers. */
const request = z.string().default('none');
const road = (data: { companyId: string }, portal: string) => (portal === 'desk' ? `/desk/companies/${data.companyId}/road` : portal === 'my' ? '/my/company' : `/mentor/companies/${data.companyId}`);

export const evidenceGiven = defineEntry({ name: 'graduation.evidenceGiven', data: z.object({ ...company, condition: z.string(), words: z.string() }), audience: ['center'], path: road });
export const evidenceWithdrawn = defineEntry({ name: 'graduation.evidenceWithdrawn', data: z.object({ ...company, condition: z.string(), words: z.string() }), audience: ['center'], path: road });
export const companyGraduated = defineEntry({
  name: 'company.graduatedWith',
  data: z.object({ ...company, day: z.string(), number: z.string(), documentId: z.string(), request }),
  audience: ['center', 'company', 'mentor'],
  tell: (data) => [{ company: data.companyId }],
  path: (data, portal) => (portal === 'my' ? `/my/documents/${data.documentId}` : road(data, portal)),
});
export const companyLeft = defineEntry({
  name: 'company.left',
  data: z.object({ ...company, kind: z.enum(['exited', 'removed']), day: z.string(), reason: z.string() }),
  audience: ['center', 'company', 'mentor'],
  tell: (data) => [{ company: data.companyId }],
  path: road,
});
