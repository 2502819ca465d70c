import { z } from 'zod';
import { parseDay } from '@/lib/kernel/date-text';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine, cleanText } from '@/lib/kernel/text';

export const noticeStates = ['draft', 'sent', 'closed'] as const;
export type NoticeState = (typeof noticeStates)[number];

export const LONGEST_BODY = 10_000;
export const LONGEST_ANSWER = 5_000;
/** Companies one notice goes to at most: one center's register, not a mistake. */
export const MOST_RECIPIENTS = 20_000;
export const MOST_TICKED = 500;

const id = z.string().refine((value) => isId(value), 'invalidChoice');
const version = z.number().int().optional();
const ticked = z.literal('on').optional().transform((value) => value === 'on');
const word = z.string().default('').transform(cleanText).pipe(z.string().min(1, 'required').max(500));

const typedDay = z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const found = parseDay(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidDate' });
  return z.NEVER;
});

/** Nothing to choose yet: the page it leads to is the draft. */
export const StartNotice = z.object({});

const written = {
  notice: id,
  title: z.string().default('').transform(cleanLine).pipe(z.string().max(100)),
  body: z.string().default('').transform(cleanText).pipe(z.string().max(LONGEST_BODY)),
  wantsText: ticked,
  wantsFiles: ticked,
  version,
};

/** While somebody writes: nothing has to be there yet, and half a date isn't one. */
export const SaveNotice = z.object({ ...written, dueOn: z.string().default('').transform((text) => parseDay(text)) });
export type SaveNotice = z.output<typeof SaveNotice>;

/** `intent` says which button: keep it, go on to the recipients, or send it. */
export const WriteNotice = z
  .object({ ...written, dueOn: typedDay, intent: z.enum(['save', 'recipients', 'send']).default('save') })
  .refine((given) => given.intent === 'save' || given.title !== '', { error: 'required', path: ['title'] })
  .refine((given) => given.intent !== 'send' || given.body !== '', { error: 'required', path: ['body'] })
  .refine((given) => given.intent !== 'send' || !(given.wantsText || given.wantsFiles) || given.dueOn !== null, { error: 'required', path: ['dueOn'] });
export type WriteNotice = z.output<typeof WriteNotice>;

export const OneNotice = z.object({ notice: id });

/** Every company that the list shows under `query` on the day of sending, or the ticked ones alone. */
export const ChooseRecipients = z
  .object({
    notice: id,
    by: z.enum(['filter', 'ticked']),
    query: z.string().max(1_000).default(''),
    companies: z.array(id).max(MOST_TICKED, 'tooMany').default([]),
  })
  .refine((given) => given.by === 'filter' || given.companies.length > 0, { error: 'chooseOne', path: ['companies'] });
export type ChooseRecipients = z.output<typeof ChooseRecipients>;

export const CloseNotice = z.object({ notice: id, word, version });
export const ExtendNotice = z.object({ notice: id, dueOn: typedDay.pipe(z.string('required')), word, version });

/** The recipient's row names both the notice and the company. */
export const SaveAnswer = z.object({
  recipient: id,
  text: z.string().default('').transform(cleanText).pipe(z.string().max(LONGEST_ANSWER)),
  version,
});
export type SaveAnswer = z.output<typeof SaveAnswer>;

/** `intent` says which button: keep what is typed, or send it. */
export const SendAnswer = SaveAnswer.extend({ intent: z.enum(['save', 'send']).default('send') });
export type SendAnswer = z.output<typeof SendAnswer>;

/** The desk's list. */
export const noticeList = defineList({
  filters: {
    q: z.string().max(100).optional(),
    show: z.enum(['draft', 'running', 'overdue', 'closed']).optional(),
    mine: z.literal('1').optional(),
  },
  sorts: ['time', 'due'],
  defaultSort: 'time',
  defaultDir: 'desc',
  pageSizes: [20, 50, 100],
});
export type NoticeListParams = ReturnType<typeof noticeList.parse>;

/** Whom a notice went to. */
export const recipientList = defineList({
  filters: {
    q: z.string().max(100).optional(),
    show: z.enum(['unread', 'read', 'waiting', 'late', 'answered']).optional(),
  },
  sorts: ['name', 'read', 'answered'],
  defaultSort: 'name',
  pageSizes: [50, 20, 100],
});
export type RecipientListParams = ReturnType<typeof recipientList.parse>;

/** A company's own notices. */
export const ownNoticeList = defineList({
  filters: { show: z.enum(['todo']).optional() },
  sorts: ['time'],
  defaultSort: 'time',
  defaultDir: 'desc',
  pageSizes: [20, 50],
});
export type OwnNoticeListParams = ReturnType<typeof ownNoticeList.parse>;
