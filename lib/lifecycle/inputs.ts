import { z } from 'zod';
import { CreateCenter } from '@/lib/centers/inputs';
import { creditCode } from '@/lib/companies/inputs';
import { parseArea } from '@/lib/kernel/area';
import { parseDay } from '@/lib/kernel/date-text';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { parseWan } from '@/lib/kernel/money';
import { parsePhone } from '@/lib/kernel/phone';
import { cleanLine, cleanText } from '@/lib/kernel/text';
import { InviteMember } from '@/lib/people/inputs';
import { CompleteRequest } from '@/lib/service-desk/inputs';
import { itemEffects } from '@/lib/service-desk/inputs/item';
import { asked, type Criterion, places, technologyBases } from './admission';
import { graduationConditions } from './graduation';

const { name, phone } = InviteMember.shape;

/** A new center and who begins in it. */
export const OpenCenter = CreateCenter.extend({ adminName: name, adminPhone: phone });

const id = z.string().refine((value) => isId(value), 'invalidChoice');
const required = (max: number) => z.string().default('').transform(cleanText).pipe(z.string().min(1, 'required').max(max));
const optional = (max: number) => z.string().default('').transform(cleanText).pipe(z.string().max(max));
const refused = (message: string) => (text: string, ctx: z.RefinementCtx) => {
  ctx.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : message });
  return z.NEVER;
};
const day = z.string().default('').transform((text, ctx) => parseDay(text) ?? refused('invalidDate')(text, ctx));
const dayOrNone = z.string().default('').transform((text, ctx) => (text.trim() === '' ? null : (parseDay(text) ?? refused('invalidDate')(text, ctx))));
const areaOrNone = z.string().default('').transform((text, ctx) => (text.trim() === '' ? null : (parseArea(text) ?? refused('invalidArea')(text, ctx))));
const wanOrNone = z.string().default('').transform((text, ctx) => (text.trim() === '' ? null : (parseWan(text) ?? refused('invalidWan')(text, ctx))));
const anyPhone = z.string().default('').transform((text, ctx) => parsePhone(text) ?? refused('invalidPhone')(text, ctx));
const email = z.string().default('').transform(cleanLine).pipe(z.email('invalidEmail').or(z.literal(''))).transform((text) => (text === '' ? null : text));
const whole = (max: number) => z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const value = Number(text);
  return /^\d{1,6}$/.test(text.trim()) && value <= max ? value : refused('admission.number')(text, ctx);
});

export const termFields = ['general', 'biomedicine', 'modern_agriculture', 'integrated_circuits'] as const;

/** An application as it is handed in. Money in 万元, area in ㎡. */
export const ApplicationFields = z.object({
  name: required(100).pipe(z.string().min(2)),
  creditCode,
  contactName: required(50),
  contactPhone: anyPhone,
  contactEmail: email,
  legalRepresentative: optional(50),
  establishedOn: dayOrNone,
  registeredCapital: wanOrNone,
  registered: z.enum(places, 'required'),
  works: z.enum(places, 'required'),
  technology: z.array(z.enum(technologyBases)).default([]),
  termField: z.enum(termFields, 'required'),
  product: required(1_000),
  team: whole(100_000),
  area: areaOrNone,
  plan: optional(2_000),
});
export type ApplicationFields = z.output<typeof ApplicationFields>;

const raw = z.string().max(3_000).default('');
/** The same while it is being written: as typed, however unfinished. */
const Typed = z.object({
  application: id,
  version: z.number().int().optional(),
  intent: z.string().optional(),
  ...{ name: raw, creditCode: raw, contactName: raw, contactPhone: raw, contactEmail: raw, legalRepresentative: raw, establishedOn: raw, registeredCapital: raw },
  ...{ registered: raw, works: raw, termField: raw, product: raw, team: raw, area: raw, plan: raw },
  technology: z.array(z.string().max(20)).max(10).default([]),
});
export const SaveApplication = Typed;
export type TypedApplication = z.output<typeof Typed>;
/** Everything that is missing is said at once; with the intent `save` it is only kept. */
export const SubmitApplication = Typed.superRefine((typed, ctx) => {
  if (typed.intent === 'save') return;
  for (const issue of ApplicationFields.safeParse(typed).error?.issues ?? []) ctx.addIssue({ ...issue, code: 'custom', path: issue.path });
});

export const OneApplication = z.object({ application: id });
export const SayOfApplication = z.object({ application: id, said: required(1_000) });
/** Points arrive as `points.<criterion>`, one field each. */
export const ScoreApplication = z.looseObject({ application: id, words: required(2_000) }).transform((typed) => ({
  application: typed.application,
  words: typed.words,
  points: Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (name.startsWith('points_') && typeof value === 'string' ? [[name.slice(7), value]] : []))),
}));
const place = { carrierId: id.or(z.literal('').transform(() => null)).nullable().default(null), room: optional(50), area: areaOrNone };
const condition = { conditionText: optional(500), conditionDueOn: dayOrNone };
const isWhole = (typed: { conditionText: string; conditionDueOn: string | null }) => (typed.conditionText === '') === (typed.conditionDueOn === null);
const notWhole = { message: 'admission.conditionBoth', path: ['conditionDueOn'] };
export const AdmitApplication = z.object({ application: id, admittedOn: day, ...place, ...condition }).refine(isWhole, notWhole);
export const MeetCondition = z.object({ application: id, metOn: day });

export const AddRules = z.object({
  name: required(60),
  source: optional(200),
  effectiveFrom: day,
  registeredHere: z.enum(asked),
  worksHere: z.enum(asked),
  ageMonths: whole(600),
  technology: z.array(z.enum(technologyBases)).default([]),
  leastTeam: whole(1_000),
  leastScore: whole(100),
});
/** One criterion a line: its title, then its points. */
export const AddRubric = z.object({
  name: required(60),
  effectiveFrom: day,
  criteria: z.string().default('').transform((text, ctx): Criterion[] => {
    const lines = text.split('\n').map(cleanLine).filter((line) => line !== '');
    const criteria = lines.map((line, index) => {
      const [, title = '', points = ''] = /^(.*?)[\s,，:：|]+(\d{1,3})\s*分?$/.exec(line) ?? [];
      return { key: `c${index + 1}`, title, points: Number(points) };
    });
    if (criteria.length === 0 || criteria.length > 12 || criteria.some((one) => one.title === '' || one.points < 1)) ctx.addIssue({ code: 'custom', message: 'admission.rubricLines' });
    else if (criteria.reduce((sum, one) => sum + one.points, 0) !== 100) ctx.addIssue({ code: 'custom', message: 'admission.rubricHundred' });
    return criteria;
  }),
});

export const applicationViews = ['open', 'waiting', 'conditions', 'decided', 'all'] as const;
export const applicationList = defineList({
  filters: { show: z.enum(applicationViews), q: z.string().max(100) },
  sorts: ['submitted'],
  defaultSort: 'submitted',
  defaultDir: 'desc',
});
export type ApplicationListParams = ReturnType<typeof applicationList.parse>;
export const StartApplication = z.object({});

const ticked = z.literal('on').optional().transform((value) => value === 'on');
const yearOrNone = z.string().default('').transform((text, ctx) => (text.trim() === '' ? null : /^(19|20)\d{2}$/.test(text.trim()) ? Number(text) : refused('graduation.yearNeeded')(text, ctx)));

/** Amounts in 万元. Venture money needs its amount, revenue its year as well. */
export const GiveEvidence = z
  .object({ company: id, condition: z.enum(graduationConditions, 'required'), onDay: dayOrNone, amount: wanOrNone, year: yearOrNone, words: required(300) })
  .superRefine(({ condition, amount, year }, ctx) => {
    if ((condition === 'venture' || condition === 'revenue') && (amount === null || amount <= 0n)) ctx.addIssue({ code: 'custom', message: 'graduation.amountNeeded', path: ['amount'] });
    if (condition === 'revenue' && year === null) ctx.addIssue({ code: 'custom', message: 'graduation.yearNeeded', path: ['year'] });
  });
export const WithdrawEvidence = z.object({ evidence: id });
export const Graduate = z.object({ company: id, onDay: day, endTrio: ticked });
export const Leave = z.object({ company: id, kind: z.enum(['exited', 'removed']), onDay: day, reason: required(500), endTrio: ticked, endLogins: ticked });

/** A decision with what its effect asks for: which of the item's, from what day, what ends with it, where the company sits. */
export const DecideRequest = CompleteRequest.extend({ effect: z.enum(itemEffects).optional(), onDay: dayOrNone, endTrio: ticked, endLogins: ticked, ...place, ...condition }).refine(isWhole, notWhole);
