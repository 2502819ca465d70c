import { z } from 'zod';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine, cleanText } from '@/lib/kernel/text';

export const requestStates = ['draft', 'submitted', 'accepted', 'returned', 'completed', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** The items every center begins with, in the order a company sees them. */
export const firstItems = ['consultation', 'materials', 'repair'] as const;
export type FirstItem = (typeof firstItems)[number];

export const grades = [5, 4, 3, 2, 1] as const;

const id = z.string().refine((value) => isId(value), 'notFound');
const version = z.number().int().optional();
const line = (max: number) => z.string().default('').transform(cleanLine).pipe(z.string().max(max));
const text = (max: number) => z.string().default('').transform(cleanText).pipe(z.string().max(max));

/** Fields of the item itself travel as `field_<key>`. */
export const FIELD_PREFIX = 'field_';
const LONGEST_ANSWER = 1000;

/** More fields than any item asks for; what is beyond was no form of ours. */
const MOST_ANSWERS = 50;
const FIELD_NAME = new RegExp(`^${FIELD_PREFIX}[A-Za-z][A-Za-z0-9_]{0,39}$`);

function answersOf(typed: Record<string, unknown>, ctx: z.RefinementCtx): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries(typed)) {
    if (!FIELD_NAME.test(name) || typeof value !== 'string' || Object.keys(answers).length >= MOST_ANSWERS) continue;
    const cleaned = cleanText(value);
    if (cleaned.length > LONGEST_ANSWER) {
      ctx.addIssue({ code: 'too_big', origin: 'string', maximum: LONGEST_ANSWER, path: [name], input: value });
    }
    answers[name.slice(FIELD_PREFIX.length)] = cleaned;
  }
  return answers;
}

const written = { request: id, version, title: line(100), body: text(5000) };

export const StartDraft = z.object({ item: id });

/** A draft may be as unfinished as it likes. */
export const SaveDraft = z.looseObject(written).transform((typed, ctx) => ({
  request: typed.request,
  version: typed.version,
  title: typed.title,
  body: typed.body,
  answers: answersOf(typed, ctx),
}));

/** Saves what is typed; with `intent` submit it also goes to the desk, and then it must say what it is about. */
export const SubmitRequest = z
  .looseObject({ ...written, intent: z.enum(['save', 'submit']).default('submit'), answer: text(1000) })
  .transform((typed, ctx) => {
    if (typed.intent === 'submit') {
      for (const name of ['title', 'body'] as const) {
        if (typed[name] === '') ctx.addIssue({ code: 'custom', message: 'required', path: [name], input: '' });
      }
    }
    const { request, intent, title, body, answer } = typed;
    return { request, intent, title, body, answer, version: typed.version, answers: answersOf(typed, ctx) };
  });

export const OneRequest = z.object({ request: id, version });

export const AcceptMany = z.object({ ids: z.array(id).min(1, 'chooseOne').max(100) });

/** Everything that is missing, one thing a line: told in one go. */
export const ReturnRequest = z.object({
  request: id,
  items: z
    .string()
    .default('')
    .transform((typed) => cleanText(typed).split('\n').map((item) => cleanLine(item).replace(/^(\d{1,2}[.、)）]|[-•·])\s*/, '')).filter((item) => item !== ''))
    .pipe(z.array(z.string().max(300)).min(1, 'required').max(30)),
  reason: text(500),
});

export const CompleteRequest = z.object({ request: id, result: text(3000).pipe(z.string().min(1, 'required')) });

export const WithdrawRequest = z.object({ request: id, reason: text(500) });

export const TransferRequest = z.object({ request: id, owner: id, reason: text(500) });

export const SendMessage = z.object({
  request: id,
  body: text(3000).pipe(z.string().min(1, 'required')),
  /** A note that stays at the desk. */
  internal: z.literal('on').optional().transform((value) => value === 'on'),
});

export const RateRequest = z.object({
  request: id,
  grade: z.enum(['1', '2', '3', '4', '5']).transform(Number),
  comment: text(1000),
});

/** What a clerk opens in the morning. `mine`: whatever is in my hands; `accept`: waiting to be accepted by anybody. */
export const deskViews = ['mine', 'accept', 'week', 'late', 'open', 'all'] as const;
export type DeskView = (typeof deskViews)[number];

export const requestList = defineList({
  filters: {
    /** Without it the page decides by role: those who serve see what is theirs, the others all that is open. */
    show: z.enum(deskViews),
    item: id,
    state: z.enum(['submitted', 'accepted', 'returned', 'completed', 'withdrawn']),
    company: id,
    owner: id,
    q: z.string(),
    /** Asks for the whole count, however many there are. */
    exact: z.literal('1'),
  },
  sorts: ['due', 'submitted'],
  defaultSort: 'due',
});
export type RequestListParams = ReturnType<typeof requestList.parse>;
export type RequestFilters = RequestListParams['filters'];

export const ownRequestList = defineList({
  filters: { state: z.enum(requestStates) },
  sorts: ['newest'],
  defaultSort: 'newest',
  defaultDir: 'desc',
});
export type OwnRequestListParams = ReturnType<typeof ownRequestList.parse>;
