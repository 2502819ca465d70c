import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';
import { partKinds, relationKinds } from '../inputs/profile';

const about = { companyId: z.string(), company: z.string() };
const page = (data: { companyId: string }, portal: 'desk' | 'my' | 'mentor') =>
  portal === 'desk' ? `/desk/companies/${data.companyId}/profile` : portal === 'my' ? '/my/company/profile' : `/mentor/companies/${data.companyId}`;

export const companyRenamed = defineEntry({
  name: 'company.renamed',
  data: z.object({ ...about, previous: z.string() }),
  audience: ['center', 'company', 'mentor'],
  path: page,
});

/** On a day that was past when it was entered. */
export const companyRenamedEarlier = defineEntry({
  name: 'company.renamedEarlier',
  data: z.object({ ...about, previous: z.string(), on: z.string() }),
  audience: ['center', 'company', 'mentor'],
  path: page,
});

/** A name from before the register knew the company was entered, or one that was a mistake taken out. */
export const formerNameKept = defineEntry({
  name: 'company.formerKept',
  data: z.object({ ...about, former: z.string(), until: z.string(), act: z.enum(['added', 'removed']) }),
  audience: ['center', 'company'],
  path: page,
});

export const profileSaved = defineEntry({
  name: 'profile.saved',
  data: z.object({ ...about, fields: z.number().int() }),
  audience: ['center', 'company'],
  path: page,
});

export const changeProposed = defineEntry({
  name: 'proposal.made',
  data: z.object({ ...about, fields: z.number().int(), liaison: z.string() }),
  audience: ['center', 'company'],
  personal: ['legalRepresentative'],
  tell: (data) => (data.liaison === '' ? [] : [{ membership: data.liaison }]),
  path: page,
});

export const proposalDecided = defineEntry({
  name: 'proposal.decided',
  data: z.object({ ...about, fields: z.number().int(), verdict: z.enum(['accepted', 'refused', 'withdrawn']), reason: z.string() }),
  audience: ['center', 'company'],
  personal: ['legalRepresentative'],
  tell: (data) => (data.verdict === 'withdrawn' ? [] : [{ company: data.companyId }]),
  path: page,
});

/** Whose name it is stays out of the sentence; it is kept where the law can erase it. */
export const partKept = defineEntry({
  name: 'part.kept',
  data: z.object({ ...about, part: z.enum(partKinds), act: z.enum(['added', 'removed']) }),
  audience: ['center', 'company'],
  personal: ['name', 'number', 'holder'],
  path: page,
});

/** A note of the desk is nobody else's business. */
export const noteKept = defineEntry({
  name: 'note.kept',
  data: z.object({ ...about, act: z.enum(['added', 'removed']) }),
  audience: ['center'],
  path: page,
});

export const relationKept = defineEntry({
  name: 'relation.kept',
  data: z.object({ ...about, kind: z.enum(relationKinds), other: z.string() }),
  audience: ['center', 'company'],
  path: page,
});
