import { z } from 'zod';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine, cleanText } from '@/lib/kernel/text';
import { isDay } from '@/lib/kernel/dates';
import { behalfChannels, channels, filerStates, itemEffects, situations } from './inputs/item';

export const requestStates = ['draft', 'confirming', 'submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

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
    if (!FIELD_NAME.test(name) || Object.keys(answers).length >= MOST_ANSWERS) continue;
    const many = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];
    const cleaned = cleanText(many.join('\n'));
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
      if (typed.title === '') ctx.addIssue({ code: 'custom', message: 'required', path: ['title'], input: '' });
    }
    const { request, intent, title, body, answer } = typed;
    return { request, intent, title, body, answer, version: typed.version, answers: answersOf(typed, ctx) };
  });

export const OneRequest = z.object({ request: id, version });

export const AcceptMany = z.object({ ids: z.array(id).min(1, 'chooseOne').max(100) });

export const AssignMany = z.object({ ids: z.array(id).min(1, 'chooseOne').max(100), owner: id });

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

const day = z.string().refine((typed) => isDay(typed), 'invalidDate');
const said = (max: number) => text(max).pipe(z.string().min(1, 'required'));

/** A correction asked by one lane alone. */
export const ReturnLane = z.object({ lane: id, items: ReturnRequest.shape.items, reason: text(500) });
export const AnswerLanes = z.object({ request: id, answer: said(1000) });

export const RefuseRequest = z.object({ request: id, reason: said(1000) });

export const outcomes = ['granted', 'declined'] as const;
export const deliveries = ['portal', 'collected', 'sent'] as const;

/** The result; `later` leaves handing it over for another step. */
export const CompleteRequest = z.object({
  request: id,
  result: said(3000),
  outcome: z.enum(outcomes).default('granted'),
  deliver: z.enum([...deliveries, 'later']).default('portal'),
  /** What was looked at, of the lanes that the result speaks for. */
  ticked: z.array(z.string().max(300)).max(50).optional(),
});
export const DeliverRequest = z.object({ request: id, delivery: z.enum(deliveries, { error: 'chooseOne' }) });

export const ReopenRequest = z.object({ request: id, reason: said(1000) });

export const SuperviseRequest = z.object({ request: id, until: day, reason: said(500) });
export const LiftSupervision = z.object({ request: id, note: said(500) });

/** 代帮办: what staff write for a company, and how it reached them. */
export const FileOnBehalf = z
  .looseObject({ item: id, company: id, channel: z.enum(behalfChannels, { error: 'chooseOne' }), title: line(100), body: text(5000) })
  .transform((typed, ctx) => {
    if (typed.title === '') ctx.addIssue({ code: 'custom', message: 'required', path: ['title'], input: '' });
    const { item, company, channel, title, body } = typed;
    return { item, company, channel, title, body, answers: answersOf(typed, ctx) };
  });

/** What the desk wrote for a company, mended before the company answers for it. */
export const RetypeOnBehalf = z
  .looseObject({ request: id, version: z.number().int(), title: line(100), body: text(5000) })
  .transform((typed, ctx) => {
    if (typed.title === '') ctx.addIssue({ code: 'custom', message: 'required', path: ['title'], input: '' });
    const { request, version, title, body } = typed;
    return { request, version, title, body, answers: answersOf(typed, ctx) };
  });

/** What the company reads out from its own page. */
export const ConfirmByCode = z.object({ request: id, spoken: z.string().default('').transform((typed) => typed.replace(/\D/g, '')).pipe(z.string().min(1, 'required').max(6)) });

/** 当场办结: company, question, answer. */
export const LogOnTheSpot = z.object({ company: id, channel: z.enum(behalfChannels).default('phone'), question: said(2000), answer: said(3000) });

const number = z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(30));
export const MergeRequest = z.object({ request: id, number, reason: said(500) });

/** 相关办件: the number of the other one, and why they belong together. */
export const LinkRequest = z.object({ request: id, number, reason: said(300) });
export const UnlinkRequest = z.object({ link: id });

export const WithdrawRequest = z.object({ request: id, reason: text(500) });

export const TransferRequest = z.object({ request: id, owner: id, reason: text(500) });

export const SendMessage = z.object({
  request: id,
  body: text(3000).pipe(z.string().min(1, 'required')),
  /** A note that stays at the desk. */
  internal: z.literal('on').optional().transform((value) => value === 'on'),
  /** A colleague to be told, as if named with an @ in the text. */
  mention: id.or(z.literal('')).optional(),
});

/** What a grade may be about. */
export const ratingReasons = ['speed', 'attitude', 'clarity', 'result', 'materials', 'visits'] as const;

export const RateRequest = z.object({
  request: id,
  grade: z.enum(['1', '2', '3', '4', '5']).transform(Number),
  reasons: z.array(z.enum(ratingReasons)).max(6).default([]),
  comment: text(1000),
});

/** The call back after a bad rating: what was said, and why it will take longer if it does. */
/** A round that was taken up again since; without it the latest is meant. */
const round = z.coerce.number().int().min(1).max(1_000).optional();
export const ContactAfterRating = z.object({ request: id, round, note: said(1000), long: z.literal('on').optional().transform((value) => value === 'on'), longReason: text(500) })
  .refine((typed) => !typed.long || typed.longReason !== '', { path: ['longReason'], message: 'required' });
export const FinishRepair = z.object({ request: id, round, note: said(2000) });

/** What a clerk opens in the morning. `mine`: whatever is in my hands; `accept`: waiting to be accepted by anybody. */
export const deskViews = ['mine', 'accept', 'confirm', 'week', 'late', 'supervised', 'open', 'spot', 'all'] as const;
export type DeskView = (typeof deskViews)[number];

export const requestList = defineList({
  filters: {
    /** Without it the page decides by role: those who serve see what is theirs, the others all that is open. */
    show: z.enum(deskViews),
    item: id,
    state: z.enum(['confirming', 'submitted', 'accepted', 'returned', 'refused', 'decided', 'completed', 'withdrawn']),
    company: id,
    owner: id,
    /** A lane by its name, as long as it is under way. */
    lane: z.string(),
    q: z.string(),
    /** Asks for the whole count, however many there are. */
    exact: z.literal('1'),
  },
  sorts: ['due', 'submitted'],
  defaultSort: 'due',
});
export type RequestListParams = ReturnType<typeof requestList.parse>;
export type RequestFilters = RequestListParams['filters'];

const days = (most: number) => z.coerce.number({ error: 'notANumber' }).int('notANumber').min(1).max(most);

/** A new item, worded like another where one is named. */
export const BeginItem = z.object({
  name: line(60).pipe(z.string().min(1, 'required')),
  nameEn: line(120).pipe(z.string().min(1, 'required')),
  like: id.or(z.literal('').transform(() => null)).nullable().default(null),
});

/** An item as it is worded: its form, papers and lanes as outlines of one thing a line. */
export const WordItem = z.object({
  item: id,
  version,
  name: line(60).pipe(z.string().min(1, 'required')),
  nameEn: line(120).pipe(z.string().min(1, 'required')),
  description: text(500),
  descriptionEn: text(1000),
  basis: text(300),
  basisEn: text(600),
  situations: z.array(z.enum(situations)).default([]),
  filers: z.array(z.enum(filerStates)).min(1, 'chooseOne'),
  channels: z.array(z.enum(channels)).min(1, 'chooseOne'),
  acceptanceDays: days(5),
  promisedDays: days(250),
  fields: text(6000),
  materials: text(4000),
  stages: text(4000).pipe(z.string().min(1, 'required')),
  asksBody: z.literal('on').optional().transform((value) => value === 'on'),
  effects: z.array(z.enum(itemEffects)).default([]),
  resultTitle: line(100),
  resultText: text(3000),
  granted: line(20),
  grantedEn: line(40),
  declined: line(20),
  declinedEn: line(40),
});
export const PublishItem = z.object({ item: id, from: day });
export const OneItem = z.object({ item: id });

/** What filing for a company has come to: whom was looked for, which company, which item. */
export const onBehalf = defineList({
  filters: { q: z.string(), company: id, item: id },
  sorts: ['name'],
  defaultSort: 'name',
});

/** The catalogue as a company looks through it. */
export const catalogueList = defineList({
  filters: { for: z.enum(situations), q: z.string() },
  sorts: ['position'],
  defaultSort: 'position',
});

export const ownRequestList = defineList({
  filters: { state: z.enum(requestStates) },
  sorts: ['newest'],
  defaultSort: 'newest',
  defaultDir: 'desc',
});
export type OwnRequestListParams = ReturnType<typeof ownRequestList.parse>;
