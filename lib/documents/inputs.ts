import { z } from 'zod';
import { isDay } from '@/lib/kernel/dates';
import { cleanText } from '@/lib/kernel/text';

/** Kinds of numbered papers and the prefix of their numbers. Their names are messages `documents.kinds.<kind>`. */
export const documentKinds = {
  result: 'BJ',
  visit: 'FD',
  decision: 'JD',
  receipt: 'SJ',
  notice: 'TZ',
  certificate: 'ZM',
  lease: 'HT',
} as const;
export type DocumentKind = keyof typeof documentKinds;

export function isDocumentKind(kind: string): kind is DocumentKind {
  return kind in documentKinds;
}

const line = z.string().max(2_000);

/** What stands on the paper, in the paper's own language, as it was printed on the day of issue. */
export const DocumentContent = z.object({
  /** Who issues it; printed by the seal. */
  issuer: line,
  paragraphs: z.array(z.string().max(20_000)).default([]),
  rows: z.array(z.object({ label: line, value: z.string().max(20_000) })).default([]),
  tables: z
    .array(z.object({ title: line.optional(), head: z.array(line), rows: z.array(z.array(line)) }))
    .default([]),
  /** Of a decision: on what it was, and how it ended. Whoever holds the paper reads it when they verify it. */
  outcome: z.object({ item: line, itemEn: line, result: line, resultEn: line }).optional(),
  signatures: z.array(z.object({ role: line, name: line.optional(), day: line.optional() })).default([]),
});
export type DocumentContent = z.output<typeof DocumentContent>;

export const IssueDocument = z.object({
  kind: z.enum(Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]]),
  title: z.string().min(1).max(200),
  /** The party the paper speaks of, in full. Strangers see it masked. */
  party: z.string().min(1).max(200),
  companyId: z.uuid().nullable(),
  subject: z.object({ type: z.string().min(1), id: z.uuid() }),
  issuedOn: z.string().refine(isDay, 'invalidDate'),
  content: DocumentContent,
});

export const RevokeDocument = z.object({
  id: z.uuid(),
  reason: z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(500, 'tooLong')),
});

const code = (length: number) =>
  z
    .string()
    .transform(readCode)
    .pipe(z.string().length(length).regex(/^[0-9A-Z]+$/));

/** What the QR code opens. */
export const VerifyCode = code(26);

/** What somebody types who holds the paper and no camera. */
export const VerifyNumber = z.object({
  center: z.uuid(),
  number: z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}-\d{4}-\d{6,9}$/)),
  check: code(8),
});

/** Codes are read aloud and copied by hand: case, blanks and dashes don't matter, and O, I, L stand for 0 and 1. */
export function readCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
