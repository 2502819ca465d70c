import { z } from 'zod';
import { staffRoles } from '@/lib/kernel/actor';
import { parsePhone } from '@/lib/kernel/phone';
import { cleanLine, cleanText } from '@/lib/kernel/text';

const line = (max: number) => z.string().transform(cleanLine).pipe(z.string().min(1, 'required').max(max, 'tooLong'));
const optionalLine = (max: number) => z.string().default('').transform(cleanLine).pipe(z.string().max(max, 'tooLong'));
const id = z.uuid();
const version = z.number().int().optional();

export const CreateDepartment = z.object({ name: line(40), nameEn: optionalLine(60) });
export const RenameDepartment = CreateDepartment.extend({ id, version });
export const MoveDepartment = z.object({ id, direction: z.enum(['up', 'down']) });
export const CloseDepartment = z.object({ id });

export const SaveAnswerTemplate = z.object({
  template: id.or(z.literal('').transform(() => undefined)).optional(),
  title: line(40),
  body: z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(3_000, 'tooLong')),
  version,
});
export const RemoveAnswerTemplate = z.object({ template: id });

export const NameCenter = z.object({
  name: line(60),
  nameEn: line(120),
  shortName: line(20),
  address: optionalLine(120),
  phone: optionalLine(30).refine((text) => text === '' || parsePhone(text) !== null, 'invalidPhone'),
  version,
});

export const SecureCenter = z.object({
  secondFactorRoles: z.array(z.enum(staffRoles)).default([]),
  staffIdleMinutes: z.coerce.number({ error: 'notANumber' }).int().min(5).max(240),
  version,
});

/** Addresses of the house itself: a center's public page can't stand there. */
const taken = ['account', 'admin', 'api', 'apply', 'bare', 'choose', 'desk', 'foreign', 'forgot', 'invitation', 'link', 'mentor', 'my', 'setup', 'sign-in', 'sign-out', 'verify'];

export const CreateCenter = NameCenter.omit({ version: true }).extend({
  slug: z.string().transform(cleanLine).pipe(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'center.slug').refine((slug) => !taken.includes(slug), 'center.slug')),
});
export const CloseCenter = z.object({ id, name: optionalLine(60) });

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** A year's arrangement as people paste it: one day or span a line. `seen` is what the form was drawn from, empty for a new year. */
export const EnterYear = z.object({
  year: z.coerce.number({ error: 'notANumber' }).int().min(FIRST_YEAR).max(LAST_YEAR),
  document: line(60),
  days: z.string().default('').transform(cleanText).pipe(z.string().max(20_000, 'tooLong')),
  file: z.instanceof(File).refine((file) => file.size <= 1_000_000, 'fileTooLarge').optional(),
  seen: z.string().default(''),
});
