import { z } from 'zod';
import { parseDay } from '@/lib/kernel/date-text';
import { parseWan } from '@/lib/kernel/money';
import { cleanLine, cleanText, compactCode } from '@/lib/kernel/text';
import { id } from '../inputs';
import { sectionOf } from '../industries';

/** 国家重点支持的高新技术领域 (国科发火〔2016〕32号 附件): exactly these eight. */
export const techFields = ['electronics', 'biomedicine', 'aerospace', 'newMaterials', 'services', 'newEnergy', 'environment', 'manufacturing'] as const;
export const founderTraits = ['student', 'returnee', 'scientist', 'serial'] as const;
export const taxpayerKinds = ['general', 'small'] as const;
/** 登记注册类型 of the statistical classification, as the yearly report of incubators asks for it. */
export const registrationTypes = [
  '110', '120', '130', '141', '142', '143', '149', '151', '159', '160', '171', '172', '173', '174', '190',
  '210', '220', '230', '240', '290', '310', '320', '330', '340', '390',
] as const;
export const degrees = ['doctor', 'master', 'bachelor', 'college', 'other'] as const;
export const relationKinds = ['parent', 'subsidiary', 'spun_off_from', 'spin_off', 'merged_into', 'took_over'] as const;
export const partKinds = ['person', 'product', 'account', 'note', 'relation'] as const;
export type PartKind = (typeof partKinds)[number];

const orNull = <T extends readonly [string, ...string[]]>(values: T) => z.enum(values).or(z.literal('').transform(() => null)).nullable().default(null);
const text = (max: number) => z.string().default('').transform(cleanLine).pipe(z.string().max(max));
const needed = (max: number) => z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(max));

export const capital = z.string().default('').transform((typed, ctx): bigint | null => {
  if (typed.trim() === '') return null;
  const amount = parseWan(typed);
  if (amount !== null && amount >= 0n && amount < 10n ** 16n) return amount;
  ctx.addIssue({ code: 'custom', message: amount !== null && amount < 0n ? 'negativeAmount' : 'invalidWan' });
  return z.NEVER;
});
const division = z.string().default('').refine((code) => code === '' || sectionOf(code) !== null, 'invalidChoice').transform((code) => (code === '' ? null : code));
const day = z.string().default('').transform((typed, ctx): string | null => {
  if (typed.trim() === '') return null;
  const found = parseDay(typed);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidDate' });
  return z.NEVER;
});
const ticked = z.literal('on').optional().transform((value) => value === 'on');

const profile = {
  paidInCapital: capital,
  industryDivision: division,
  techField: orNull(techFields),
  founderTraits: z.array(z.enum(founderTraits)).max(4).default([]),
  taxpayerKind: orNull(taxpayerKinds),
  registrationType: orNull(registrationTypes),
};

/** `sure` says that capital in a suspicious unit was looked at. */
export const SaveProfile = z.object({ company: id, version: z.number().int(), sure: ticked, ...profile });

/** The register's own fields that a company may say have changed, beside its profile. */
export const ProposeChange = z.object({
  company: id,
  word: z.string().default('').transform(cleanText).pipe(z.string().max(500)),
  sure: ticked,
  name: needed(100),
  legalRepresentative: text(50).transform((typed) => (typed === '' ? null : typed)),
  registeredCapital: capital,
  address: text(200).transform((typed) => (typed === '' ? null : typed)),
  ...profile,
});
export const WithdrawProposal = z.object({ proposal: id });
/** Where it renames: from when the new name holds, or today. */
export const AcceptProposal = z.object({ proposal: id, renamedOn: day });
export const RefuseProposal = z.object({ proposal: id, reason: needed(200).pipe(z.string().min(4)) });

export const AddPerson = z.object({ company: id, name: needed(50), title: text(50), degree: orNull(degrees), founder: ticked });
export const AddProduct = z.object({ company: id, name: needed(100), summary: z.string().default('').transform(cleanText).pipe(z.string().max(500)), highTech: ticked });
export const AddAccount = z.object({
  company: id,
  holder: needed(100),
  bank: needed(100),
  number: z.string().default('').transform((typed) => compactCode(typed).replaceAll('-', '')).pipe(z.string().min(1, 'required').regex(/^\d{8,30}$/, 'profile.accountNumber')),
  branchCode: z.string().default('').transform(compactCode).pipe(z.string().regex(/^(\d{12})?$/, 'profile.branchCode')).transform((typed) => (typed === '' ? null : typed)),
});
export const AddNote = z.object({ company: id, body: z.string().default('').transform(cleanText).pipe(z.string().min(1, 'required').max(2_000)) });
export const AddRelation = z.object({ company: id, kind: z.enum(relationKinds), otherName: needed(100), sinceOn: day });
const givenDay = z.string().default('').transform((typed, ctx): string => {
  const found = parseDay(typed);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'invalidDate' });
  return z.NEVER;
});
/** A name the company bore until a day, from which the next one held. */
export const AddFormerName = z.object({ company: id, formerName: needed(100).pipe(z.string().min(2)), untilOn: givenDay });
export const RemoveFormerName = z.object({ company: id, row: id });
export const RemovePart = z.object({ company: id, part: z.enum(partKinds), row: id });
export const RevealAccount = z.object({ company: id, row: id, reason: needed(200).pipe(z.string().min(4)) });
