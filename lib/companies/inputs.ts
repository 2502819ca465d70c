import { z } from 'zod';
import { fieldKinds, isFieldKey } from './fields';
import { consentKinds, consentScenes, consentWays, erasureReasons, personKinds } from './personal';
import { parseArea } from '@/lib/kernel/area';
import { checkCreditCode } from '@/lib/kernel/credit-code';
import { parseDay } from '@/lib/kernel/date-text';
import { isDay } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { defineList } from '@/lib/kernel/list-params';
import { parseWan } from '@/lib/kernel/money';
import { parsePhone } from '@/lib/kernel/phone';
import { cleanLine, cleanText, compactCode } from '@/lib/kernel/text';

export const companyStates = ['prospect', 'incubating', 'graduated', 'exited', 'removed'] as const;
export const leadingIndustries = ['biomedicine', 'smart_manufacturing', 'new_materials', 'energy_saving', 'big_data', 'other'] as const;
export const trioRoles = ['liaison', 'counsellor', 'mentor'] as const;
export const carrierKinds = ['makerspace', 'incubator', 'accelerator', 'park'] as const;
/** Technical fields as far as they set how long incubation lasts. */
export const termFields = ['general', 'biomedicine', 'modern_agriculture', 'integrated_circuits'] as const;
export type CompanyState = (typeof companyStates)[number];
export type LeadingIndustry = (typeof leadingIndustries)[number];
export type TrioRole = (typeof trioRoles)[number];
export type CarrierKind = (typeof carrierKinds)[number];

export const id = z.string().refine((value) => isId(value), 'invalidChoice');

/** Tags as people write them in one line, each once, in the order written. */
export function tagsOf(text: string): string[] {
  const tags = text.split(/[、,，;；\n|]/).map(cleanLine).filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/** One line; an empty one is null. */
const line = (max: number) =>
  z.string().default('').transform(cleanLine).pipe(z.string().max(max)).transform((text) => (text === '' ? null : text));

const day = z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const found = parseDay(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidDate' });
  return z.NEVER;
});

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).or(z.literal('').transform(() => null)).nullable().default(null);

export const creditCode = z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const checked = checkCreditCode(text);
  if (checked.ok) return checked.code;
  ctx.addIssue({ code: 'custom', message: checked.problem });
  return z.NEVER;
});

const capital = z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const amount = parseWan(text);
  if (amount !== null && amount >= 0n && amount < 10n ** 16n) return amount;
  ctx.addIssue({ code: 'custom', message: amount !== null && amount < 0n ? 'negativeAmount' : 'invalidWan' });
  return z.NEVER;
});

const area = z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const found = parseArea(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidArea' });
  return z.NEVER;
});

const ticked = z.literal('on').optional().transform((on) => on === 'on');

/** What a person types about a company. Money in 万元, area in ㎡, tags apart by 、 or a comma. */
export const CompanyFields = z.object({
  name: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').min(2).max(100)),
  shortName: line(50).transform((text) => text ?? ''),
  creditCode,
  registrationNumber: z.string().default('').transform(compactCode).pipe(z.string().max(30)).transform((text) => (text === '' ? null : text)),
  legalRepresentative: line(50),
  registeredCapital: capital,
  establishedOn: day,
  address: line(200),
  industry: line(100),
  leadingIndustry: choice(leadingIndustries),
  carrierId: id.or(z.literal('').transform(() => null)).nullable().default(null),
  room: line(50),
  area,
  state: z.enum(companyStates),
  admittedOn: day,
  leftOn: day,
  tags: z.string().default('').transform(tagsOf).pipe(z.array(z.string().max(20)).max(20)),
  note: z.string().default('').transform(cleanText).pipe(z.string().max(2_000)).transform((text) => (text === '' ? null : text)),
});
export type CompanyFields = z.output<typeof CompanyFields>;
/** `sure` says that capital which looks as if it were in the wrong unit was looked at. */
export const CreateCompany = CompanyFields.extend({ sure: ticked });

/** What of a file is edited in place: where it stands and since when follows from its road. A new name holds from `renamedOn`, or today. */
export const CompanyEdits = CompanyFields.omit({ state: true, admittedOn: true, leftOn: true, carrierId: true }).extend({ termField: choice(termFields), renamedOn: day, sure: ticked });
export const EditCompany = CompanyEdits.extend({ company: id, version: z.number().int() });

/** A phone as typed; null when emptied, undefined when it still shows the mask and so stays as it is. */
const phone = z.string().default('').transform((text, ctx) => {
  if (text.includes('*')) return undefined;
  if (text.trim() === '') return null;
  const found = parsePhone(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidPhone' });
  return z.NEVER;
});

export const ContactFields = z.object({
  company: id,
  contact: id.or(z.literal('').transform(() => undefined)).optional(),
  name: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(50)),
  title: line(50).transform((text) => text ?? ''),
  phone,
  email: line(200).pipe(z.email('invalidEmail').nullable()),
  isPrimary: z.literal('on').optional().transform((ticked) => ticked === 'on'),
  version: z.number().int().optional(),
});
export const RemoveContact = z.object({ contact: id });
export const RevealContact = z.object({
  contact: id,
  reason: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').min(4).max(200)),
});

const members = id.or(z.literal('').transform(() => null)).nullable().default(null);
export const AssignTrio = z.object({ company: id, role: z.enum(trioRoles), membership: members });
export const BulkAssign = z.object({
  companies: z.array(id, 'chooseOne').min(1).max(500),
  role: z.enum(trioRoles),
  membership: id,
});

/** Everybody a list shows, however many: `list` is its address, `expected` how many the preview counted. */
export const AssignAll = z.object({
  list: z.string().max(2_000).default(''),
  expected: z.coerce.number().int().min(1),
  role: z.enum(trioRoles),
  membership: id,
});

export const AddCarrier = z.object({
  name: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(50)),
  kind: z.enum(carrierKinds),
  campus: line(50).transform((text) => text ?? ''),
});
export const CloseCarrier = z.object({ carrier: id });

const year = z.string().regex(/^(19|20)\d{2}$/).optional();

/** The list's address: its filters, sorts and sizes. `exact` asks for the whole count. */
export const companyList = defineList({
  filters: {
    q: z.string().max(100).optional(),
    state: z.enum(companyStates).optional(),
    carrier: id.optional(),
    leading: z.enum(leadingIndustries).optional(),
    /** A membership, or `none`: nobody looks after the company in that role. */
    liaison: id.or(z.literal('none')).optional(),
    mentor: id.or(z.literal('none')).optional(),
    year,
    /** The state as it was on that day, by the roads; without a state, those in incubation. */
    asOf: z.string().refine((text) => isDay(text)).optional(),
    /** In incubation past the last day, or within six months of it. */
    due: z.enum(['over', 'soon']).optional(),
    tag: z.string().max(20).optional(),
    /** One of the center's own fields, and the value or range it shall hold. */
    field: id.optional(),
    value: z.string().max(100).optional(),
    exact: z.literal('1').optional(),
  },
  sorts: ['updated', 'name', 'admitted', 'established', 'due'],
  defaultSort: 'updated',
  defaultDir: 'desc',
  pageSizes: [20, 50, 100],
});
export type CompanyListParams = ReturnType<typeof companyList.parse>;

const givenDay = z.string().default('').transform((text, ctx) => {
  const found = parseDay(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'invalidDate' });
  return z.NEVER;
});
const reason = z.string().default('').transform(cleanText).pipe(z.string().min(1, 'required').min(2).max(500));

export const MoveCompany = z.object({ company: id, carrierId: id, room: line(50), area, onDay: givenDay, reason });
export const ExtendTerm = z.object({ company: id, untilOn: givenDay, reason });
/** One that was granted in the past and stands on paper alone: when, and by which paper. */
export const EnterExtension = z.object({ company: id, onDay: givenDay, untilOn: givenDay, paper: line(80), reason });
export const StrikeStep = z.object({ step: id, reason });

export const InviteContacts = z.object({ contacts: z.array(id, 'chooseOne').min(1).max(200) });

const fieldName = z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(30));
const choices = z.string().default('').transform(tagsOf).pipe(z.array(z.string().max(30)).max(50));

/** A field of the center's own; choices apart by 、 or a comma. */
export const AddField = z.object({ name: fieldName, kind: z.enum(fieldKinds), choices, inList: ticked });
export const EditField = z.object({ field: id, name: fieldName, choices, inList: ticked, version: z.number().int().optional() });
export const CloseField = z.object({ field: id });

/** Values as typed, by `fieldKey`; what they mean is the field's to say. */
export const SaveFieldValues = z
  .object({ company: id })
  .catchall(z.unknown())
  .transform(({ company, ...rest }) => ({
    company,
    typed: Object.fromEntries(Object.entries(rest).flatMap(([key, value]) => (isFieldKey(key) && typeof value === 'string' ? [[key, value.slice(0, 400)]] : []))) as Record<string, string>,
  }));

/**
 * Of two files one goes on; `take` names the fields in which the other one is right, 'road' its whole road. `rows` are the other's
 * figures and rights that stand instead of the survivor's, by their ids, and own fields by theirs.
 */
export const MergeCompanies = z.object({ company: id, with: id, take: z.array(z.string().max(40)).max(60).default([]), rows: z.array(id).max(2_000).default([]) });
export const UndoMerge = z.object({ merge: id });

export const SaveSegment = z.object({ name: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(40)), query: z.string().max(1_000).default('') });
export const RemoveSegment = z.object({ segment: id });

/** One field of many companies: those ticked, or all that a list's filters match. An empty value clears. */
export const BulkEdit = z.object({
  companies: z.array(id).max(500).default([]),
  query: z.string().max(1_000).default(''),
  field: z.string().min(1, 'required').max(60),
  value: z.string().default('').transform(cleanText).pipe(z.string().max(2_000)),
  title: z.string().default('').transform(cleanLine).pipe(z.string().min(1).max(80)),
});

export const GiveConsent = z.object({
  kind: z.enum(consentKinds),
  person: id,
  scene: z.enum(consentScenes, 'chooseOne'),
  givenOn: givenDay,
  how: z.enum(consentWays, 'chooseOne'),
  evidence: line(200).transform((text) => text ?? ''),
});
/** Without a day it is withdrawn today. */
export const WithdrawConsent = z.object({ consent: id, withdrawnOn: day });
/** `mentions` are places of a name that somebody else of the company bears, and `told` that whoever sent it saw them. */
export const ErasePerson = z.object({
  kind: z.enum(personKinds),
  person: id,
  reason: z.enum(erasureReasons, 'chooseOne'),
  told: ticked,
  mentions: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(2_000).default([]),
});
