import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const named = z.object({ name: z.string() });

export const departmentCreated = defineEntry({ name: 'department.created', data: named, audience: ['center'] });
export const departmentRenamed = defineEntry({ name: 'department.renamed', data: named.extend({ from: z.string() }), audience: ['center'] });
export const departmentMoved = defineEntry({ name: 'department.moved', data: named, audience: ['center'] });
export const departmentClosed = defineEntry({ name: 'department.closed', data: named, audience: ['center'] });
export const departmentReopened = defineEntry({ name: 'department.reopened', data: named, audience: ['center'] });

export const centerNamed = defineEntry({ name: 'center.named', data: named, audience: ['center'] });
export const centerSecured = defineEntry({ name: 'center.secured', data: z.object({ minutes: z.number() }), audience: ['center'] });
export const centerOpened = defineEntry({ name: 'center.opened', data: named, audience: ['center'] });
export const centerClosed = defineEntry({ name: 'center.closed', data: named, audience: ['center'] });

export const calendarEntered = defineEntry({
  name: 'calendar.entered',
  data: z.object({ year: z.string(), document: z.string(), days: z.number() }),
  audience: ['center'],
});

/** Not by the center itself: its days are counted by a calendar that the operator has put right. */
export const calendarCorrected = defineEntry({
  name: 'calendar.corrected',
  data: z.object({ year: z.string(), document: z.string(), days: z.number() }),
  audience: ['center'],
  tell: () => [{ role: 'director' }, { role: 'manager' }, { role: 'administrator' }],
  always: true,
  path: (data) => `/desk/settings/calendar/${data.year}`,
});

const answer = z.object({ title: z.string() });
export const answerAdded = defineEntry({ name: 'answer.added', data: answer, audience: ['center'] });
export const answerChanged = defineEntry({ name: 'answer.changed', data: answer, audience: ['center'] });
export const answerRemoved = defineEntry({ name: 'answer.removed', data: answer, audience: ['center'] });
