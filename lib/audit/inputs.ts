import { z } from 'zod';
import { isDay } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine } from '@/lib/kernel/text';

/** What entries can be about: the first part of their names. */
export const subjects = [
  'request', 'company', 'contact', 'carrier', 'visit', 'mentor', 'document', 'file', 'import', 'catalogue', 'figure',
  'membership', 'invitation', 'person', 'session', 'department', 'center', 'calendar', 'email', 'view', 'field', 'list',
] as const;

const day = z.string().refine((text) => isDay(text));
const id = z.string().refine((text) => isId(text));

export const trailList = defineList({
  filters: {
    from: day.optional(),
    to: day.optional(),
    who: z.string().max(60).optional(),
    what: z.enum(subjects).optional(),
    /** One subject's own id, one company's, one member's: for links from other pages. */
    subject: id.optional(),
    company: id.optional(),
    member: id.optional(),
  },
  sorts: ['when'],
  defaultSort: 'when',
  defaultDir: 'desc',
});

/** The operator's trail: one center at a time, or what operators did to their own sign-in. */
export const OPERATORS = 'operators';
export const operatorTrailList = defineList({
  filters: { center: z.union([id, z.literal(OPERATORS)]).optional(), from: day.optional(), to: day.optional(), who: z.string().max(60).optional(), what: z.enum(subjects).optional() },
  sorts: ['when'],
  defaultSort: 'when',
  defaultDir: 'desc',
});

/** Why somebody needs to read what is masked; it stands in the trail. */
export const Reason = z.string().transform(cleanLine).pipe(z.string().min(4, 'tooShort').max(200, 'tooLong'));
export const Reveal = z.object({ subject: z.uuid('notFound'), reason: Reason });
