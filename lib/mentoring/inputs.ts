import { z } from 'zod';
import { parseDay, parseMoment } from '@/lib/kernel/date-text';
import { isDay } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine, cleanText } from '@/lib/kernel/text';

export const visitStates = ['recorded', 'confirmed', 'disputed', 'withdrawn'] as const;
export const visitTopics = ['hnte', 'financing', 'ip', 'market', 'finance', 'team', 'policy', 'technology'] as const;
export const placeKinds = ['company', 'center', 'online', 'elsewhere'] as const;
export const mentorFields = ['finance', 'technology', 'accounting', 'management', 'law', 'market'] as const;
export type VisitState = (typeof visitStates)[number];
export type VisitTopic = (typeof visitTopics)[number];
export type PlaceKind = (typeof placeKinds)[number];
export type MentorField = (typeof mentorFields)[number];

/** The lengths offered to a thumb; any other between 5 minutes and a long day is taken as well. */
export const usualMinutes = [30, 45, 60, 90, 120, 180] as const;
export const LONGEST_ADVICE = 4_000;

const id = z.string().refine((value) => isId(value), 'invalidChoice');

const moment = z.string('required').transform((text, ctx) => {
  const found = parseMoment(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'invalidDate' });
  return z.NEVER;
});

const minutes = z
  .string('required')
  .min(1, 'required')
  .transform(Number)
  .pipe(z.int('notANumber').min(5).max(720));

/** What a mentor writes down about a visit. Moments are typed on the clock of Shanghai. */
const visitFields = z.object({
  visitedAt: moment,
  minutes,
  placeKind: z.enum(placeKinds),
  place: z.string().default('').transform(cleanLine).pipe(z.string().max(100)),
  topics: z.array(z.enum(visitTopics), 'chooseOne').min(1, 'chooseOne').transform((given) => visitTopics.filter((topic) => given.includes(topic))),
  advice: z.string('required').transform(cleanText).pipe(z.string().min(1, 'required').max(LONGEST_ADVICE)),
});

/** Where somebody met is said in words when no choice says it. */
const saysWhere = (visit: { placeKind: PlaceKind; place: string }) => visit.placeKind !== 'elsewhere' || visit.place !== '';
const whereIssue = { error: 'required', path: ['place'] };

export const RecordVisit = visitFields
  // The visit's id is made where it is written: however often it is sent, it is one visit.
  .extend({ visit: id, company: z.string('required').min(1, 'required').pipe(id) })
  .refine(saysWhere, whereIssue);
export type RecordVisit = z.output<typeof RecordVisit>;

export const CorrectVisit = visitFields.extend({ visit: id, version: z.number().int() }).refine(saysWhere, whereIssue);
export type CorrectVisit = z.output<typeof CorrectVisit>;

export const ConfirmVisit = z.object({ visit: id, version: z.number().int() });
export type ConfirmVisit = z.output<typeof ConfirmVisit>;

export const DisputeVisit = z.object({
  visit: id,
  version: z.number().int(),
  remark: z.string('required').transform(cleanText).pipe(z.string().min(1, 'required').max(1_000)),
});
export type DisputeVisit = z.output<typeof DisputeVisit>;

export const WithdrawVisit = z.object({
  visit: id,
  version: z.number().int(),
  reason: z.string('required').transform(cleanLine).pipe(z.string().min(1, 'required').max(200)),
});
export type WithdrawVisit = z.output<typeof WithdrawVisit>;

const typedDay = z.string().transform((text, ctx) => {
  if (text.trim() === '') return null;
  const found = parseDay(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidDate' });
  return z.NEVER;
});

/** 聘任: `endedOn` is the last day, null for an appointment without an end. */
export const AppointMentor = z
  .object({
    membership: id,
    field: z.enum(mentorFields),
    organisation: z.string().default('').transform(cleanLine).pipe(z.string().max(100)),
    appointedOn: typedDay.pipe(z.string('required')),
    endedOn: typedDay.nullable().default(null),
  })
  .refine((given) => given.endedOn === null || given.endedOn >= given.appointedOn, { error: 'endBeforeStart', path: ['endedOn'] });
export type AppointMentor = z.output<typeof AppointMentor>;

export const EndAppointment = z.object({ appointment: id });
export type EndAppointment = z.output<typeof EndAppointment>;

const day = z.string().refine((value) => isDay(value)).optional();

/** The desk's list of visits. Days are the first and the last of the period, both included. */
export const visitList = defineList({
  filters: {
    q: z.string().max(100).optional(),
    state: z.enum(visitStates).optional(),
    topic: z.enum(visitTopics).optional(),
    mentor: id.optional(),
    from: day,
    to: day,
  },
  sorts: ['visited', 'number'],
  defaultSort: 'visited',
  defaultDir: 'desc',
  pageSizes: [20, 50, 100],
});
export type VisitListParams = ReturnType<typeof visitList.parse>;

/** A mentor's or a company's own visits. */
export const ownVisitList = defineList({
  filters: { state: z.enum(visitStates).optional() },
  sorts: ['visited'],
  defaultSort: 'visited',
  defaultDir: 'desc',
  pageSizes: [20, 50],
});
export type OwnVisitListParams = ReturnType<typeof ownVisitList.parse>;

/** The center's mentors; `now` keeps those whose appointment runs. */
export const mentorList = defineList({
  filters: {
    q: z.string().max(50).optional(),
    field: z.enum(mentorFields).optional(),
    appointed: z.enum(['now', 'ended']).optional(),
  },
  sorts: ['name', 'appointed', 'companies', 'last'],
  defaultSort: 'appointed',
  defaultDir: 'desc',
  pageSizes: [50, 100],
});
export type MentorListParams = ReturnType<typeof mentorList.parse>;
