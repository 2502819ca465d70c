import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const visit = { visitId: z.string(), number: z.string(), companyId: z.string(), company: z.string(), membershipId: z.string(), mentor: z.string() };
const audience = ['center', 'company', 'mentor'] as const;

type Portal = 'desk' | 'my' | 'mentor';
const folder = { desk: '/desk/mentoring/visits', my: '/my/visits', mentor: '/mentor/visits' } as const;
const file = (data: { visitId: string }, portal: Portal) => `${folder[portal]}/${data.visitId}`;

export const visitRecorded = defineEntry({
  name: 'visit.recorded',
  data: z.object({ ...visit, on: z.string() }),
  audience,
  tell: (data) => [{ company: data.companyId }],
  path: file,
});

export const visitConfirmed = defineEntry({
  name: 'visit.confirmed',
  data: z.object(visit),
  audience,
  tell: (data) => [{ membership: data.membershipId }],
  path: file,
});

export const visitDisputed = defineEntry({
  name: 'visit.disputed',
  data: z.object({ ...visit, remark: z.string() }),
  audience,
  tell: (data) => [{ membership: data.membershipId }],
  path: file,
});

export const visitCorrected = defineEntry({
  name: 'visit.corrected',
  data: z.object(visit),
  audience,
  tell: (data) => [{ company: data.companyId }],
  path: file,
});

export const visitWithdrawn = defineEntry({
  name: 'visit.withdrawn',
  data: z.object({ ...visit, reason: z.string() }),
  audience,
  // Told to the company, which was asked to confirm it, and to the mentor where the desk withdrew it.
  tell: (data) => [{ company: data.companyId }, { membership: data.membershipId }],
  path: file,
});

const appointment = { membershipId: z.string(), mentor: z.string(), on: z.string() };
const mentorFile = (data: { membershipId: string }, portal: Portal) => (portal === 'desk' ? `/desk/mentoring/mentors/${data.membershipId}` : folder[portal]);

export const mentorAppointed = defineEntry({
  name: 'mentor.appointed',
  data: z.object(appointment),
  audience: ['center'],
  path: mentorFile,
});

export const appointmentEnded = defineEntry({
  name: 'mentor.appointmentEnded',
  data: z.object(appointment),
  audience: ['center'],
  path: mentorFile,
});
