import { z } from 'zod';
import { defineEntry, type Recipient } from '@/lib/audit/entries';

const about = { request: z.string(), number: z.string(), title: z.string() };
const held = { ...about, owner: z.string().nullable(), companyId: z.string() };
type About = { request: string };

const file = (data: About, portal: 'desk' | 'my' | 'mentor') => (portal === 'my' ? `/my/requests/${data.request}` : `/desk/requests/${data.request}`);
const holder = (data: { owner: string | null }): readonly Recipient[] => (data.owner === null ? [{ role: 'liaison' }] : [{ membership: data.owner }]);
const company = (data: { companyId: string }): readonly Recipient[] => [{ company: data.companyId }];
const shared = ['center', 'company'] as const;

/** Drafts are the company's own affair: the desk reads nothing of them. */
export const requestDrafted = defineEntry({ name: 'request.drafted', data: z.object({ request: z.string(), item: z.string() }), audience: ['company'], path: file });
export const requestEdited = defineEntry({ name: 'request.edited', data: z.object({ request: z.string(), title: z.string() }), audience: ['company'], path: file });
export const requestDiscarded = defineEntry({ name: 'request.discarded', data: z.object({ title: z.string() }), audience: ['company'] });

export const requestSubmitted = defineEntry({ name: 'request.submitted', data: z.object({ ...held, files: z.number().int() }), audience: shared, tell: holder, path: file });
export const requestAccepted = defineEntry({
  name: 'request.accepted',
  data: z.object({ ...held, ownerName: z.string(), due: z.string(), known: z.enum(['yes', 'no']) }),
  audience: shared,
  tell: company,
  path: file,
});
export const requestReturned = defineEntry({
  name: 'request.returned',
  data: z.object({ ...held, round: z.number().int(), count: z.number().int(), items: z.string() }),
  audience: shared,
  tell: company,
  path: file,
});
export const requestResubmitted = defineEntry({ name: 'request.resubmitted', data: z.object({ ...held, round: z.number().int() }), audience: shared, tell: holder, path: file });
export const requestMessaged = defineEntry({
  name: 'request.messaged',
  data: z.object({ ...held, from: z.enum(['company', 'desk']) }),
  audience: shared,
  tell: (data) => (data.from === 'company' ? holder(data) : company(data)),
  path: file,
});
export const requestNoted = defineEntry({
  name: 'request.noted',
  data: z.object(held),
  audience: ['center'],
  tell: (data) => (data.owner === null ? [] : [{ membership: data.owner }]),
  path: file,
});
export const requestTransferred = defineEntry({
  name: 'request.transferred',
  data: z.object({ ...held, ownerName: z.string(), reason: z.string() }),
  audience: shared,
  tell: (data) => (data.owner === null ? [] : [{ membership: data.owner }]),
  path: file,
});
export const requestCompleted = defineEntry({
  name: 'request.completed',
  data: z.object({ ...held, document: z.string() }),
  audience: shared,
  tell: company,
  path: file,
});
export const requestWithdrawn = defineEntry({ name: 'request.withdrawn', data: z.object({ ...held, reason: z.string() }), audience: shared, tell: holder, path: file });
/** The desk sees the grade at once; whose it is stands only in the rating. */
export const requestRated = defineEntry({
  name: 'request.rated',
  data: z.object({ ...held, grade: z.number().int() }),
  audience: shared,
  tell: (data) => (data.owner === null ? [] : [{ membership: data.owner }]),
  path: file,
});
export const requestDueKnown = defineEntry({ name: 'request.dueKnown', data: z.object({ ...held, due: z.string() }), audience: shared, path: file });
export const catalogueEnsured = defineEntry({ name: 'catalogue.ensured', data: z.object({ count: z.number().int() }), audience: ['center'] });
