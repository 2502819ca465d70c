import { z } from 'zod';
import { parseDay } from '@/lib/kernel/date-text';
import { defineList } from '@/lib/kernel/list-params';
import { cleanText } from '@/lib/kernel/text';
import { id } from '../inputs';
import { type FactKey, factFigures, factKeys, seenRows, year } from './facts';

/** 毕业企业年度更新: three numbers on one page, so that nobody who left is lost. */
export const shortKeys: readonly FactKey[] = ['revenue', 'staff', 'taxesPaid'];
export const answerStates = ['waiting', 'draft', 'answered'] as const;
export type AnswerState = (typeof answerStates)[number];

const day = z.string().default('').transform((typed, ctx): string => {
  const found = parseDay(typed);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'invalidDate' });
  return z.NEVER;
});

export const OpenRound = z.object({
  year,
  dueOn: day,
  keys: z.array(z.enum(factKeys as [FactKey, ...FactKey[]]), 'chooseOne').min(1),
  graduates: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  note: z.string().default('').transform(cleanText).pipe(z.string().max(500)),
});
export const OneRound = z.object({ round: id });

const typed = Object.fromEntries(factKeys.map((key) => [key, z.string().max(40).optional()])) as Record<FactKey, z.ZodOptional<z.ZodString>>;
/** What is kept while somebody types: the text as it stands, however unfinished. */
export const SaveAnswer = z.object({ round: id, version: z.number().int(), word: z.string().max(500).default(''), ...typed });
/** Sending it, or keeping it for later. */
export const SubmitAnswer = z.discriminatedUnion('intent', [
  SaveAnswer.extend({ intent: z.literal('save') }),
  z.object({
    intent: z.literal('submit'),
    round: id,
    version: z.number().int(),
    seen: seenRows,
    word: z.string().default('').transform(cleanText).pipe(z.string().max(500)),
    sure: z.literal('on').optional().transform((ticked) => ticked === 'on'),
    ...factFigures,
  }),
]);
export const VerifyAnswers = z.object({ round: id, companies: z.array(id, 'chooseOne').min(1).max(200) });

export const answerList = defineList({
  filters: { state: z.enum(answerStates).optional(), form: z.enum(['full', 'short']).optional(), q: z.string().max(100).optional(), jumped: z.literal('1').optional() },
  sorts: ['company', 'answered'],
  defaultSort: 'company',
  pageSizes: [50, 100, 200],
});
export type AnswerListParams = ReturnType<typeof answerList.parse>;
