import { z } from 'zod';
import { parseDay } from '@/lib/kernel/date-text';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine, cleanText } from '@/lib/kernel/text';
import { id } from '../inputs';

/** Class I first, as 国科发火〔2016〕195号 lists them, then class II, then what counts in neither. */
export const ipKinds = ['invention', 'layout', 'plant', 'crop', 'drug', 'tcm', 'utility', 'design', 'software', 'trademark'] as const;
export type IpKind = (typeof ipKinds)[number];
export const waysAcquired = ['own', 'transferred', 'donated', 'merged'] as const;
export const ipStates = ['filed', 'valid', 'expired', 'ended'] as const;
export type IpState = (typeof ipStates)[number];

const text = (max: number) => z.string().default('').transform(cleanLine).pipe(z.string().max(max));
const day = z.string().default('').transform((typed, ctx): string | null => {
  if (typed.trim() === '') return null;
  const found = parseDay(typed);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidDate' });
  return z.NEVER;
});
const ticked = z.literal('on').optional().transform((value) => value === 'on');

/** The number is checked by the command, since what it may be depends on the kind. */
export const SaveIp = z.object({
  company: id,
  right: id.or(z.literal('').transform(() => undefined)).optional(),
  version: z.number().int().optional(),
  kind: z.enum(ipKinds),
  number: text(40),
  title: text(200).pipe(z.string().min(1, 'required')),
  filedOn: day,
  grantedOn: day,
  acquired: z.enum(waysAcquired).default('own'),
  owner: text(200),
  endedOn: day,
  pledged: ticked,
  usedBefore: ticked,
  note: z.string().default('').transform(cleanText).pipe(z.string().max(500)),
});
export const RemoveIp = z.object({ company: id, right: id });

export const ipList = defineList({
  filters: {
    q: z.string().max(100).optional(),
    kind: z.enum(ipKinds).optional(),
    class: z.enum(['1', '2']).optional(),
    state: z.enum(ipStates).optional(),
    company: id.optional(),
    pledged: z.literal('1').optional(),
    year: z.string().regex(/^(19|20)\d{2}$/).optional(),
  },
  sorts: ['granted', 'filed', 'expires'],
  defaultSort: 'granted',
  defaultDir: 'desc',
  pageSizes: [20, 50, 100],
});
export type IpListParams = ReturnType<typeof ipList.parse>;
