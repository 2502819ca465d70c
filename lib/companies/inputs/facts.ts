import { z } from 'zod';
import { cleanLine, cleanText } from '@/lib/kernel/text';
import { parseDecimal, parseWan } from '@/lib/kernel/money';
import { id } from '../inputs';

/** What is asked about a company's year, in the order people fill it in. */
export const factGroups = {
  income: ['revenue', 'mainRevenue', 'highTechRevenue', 'totalIncome', 'exports', 'costExpense', 'netProfit'],
  assets: ['totalAssets', 'liabilities', 'netAssets'],
  taxes: ['taxesPaid', 'taxesRelieved', 'grants'],
  research: ['rdAccounting', 'rdAccountingDomestic', 'rdHnte', 'rdHnteDomestic', 'rdDeduction', 'rdDeductionDomestic'],
  people: ['staff', 'rdStaff', 'scienceStaff', 'master', 'phd', 'college', 'returned', 'freshGraduates'],
} as const;

export type FactGroup = keyof typeof factGroups;
export type FactKey = (typeof factGroups)[FactGroup][number];
export const factGroupNames = Object.keys(factGroups) as FactGroup[];
export const factKeys: readonly FactKey[] = Object.values(factGroups).flat();
export const factSources = ['company', 'staff', 'import', 'collection'] as const;
export type FactSource = (typeof factSources)[number];
export type FactState = 'proposed' | 'verified' | 'disputed' | 'superseded';

/** Money is kept in fen, heads are counted. */
export function unitOf(key: FactKey): 'money' | 'count' {
  return (factGroups.people as readonly string[]).includes(key) ? 'count' : 'money';
}

export function isFactKey(text: string): text is FactKey {
  return (factKeys as readonly string[]).includes(text);
}

/** Only these may be below zero: a loss, and debts beyond what is owned. */
export function mayBeNegative(key: FactKey): boolean {
  return key === 'netProfit' || key === 'netAssets';
}

/** One figure as typed: money in 万元, heads as a whole number; null when nothing was typed. */
const figure = (key: FactKey) =>
  z.string().default('').transform((text, ctx): bigint | null => {
    if (text.trim() === '') return null;
    const money = unitOf(key) === 'money';
    const value = money ? parseWan(text) : parseDecimal(text, 0);
    if (value === null || value >= 10n ** 17n || value <= -(10n ** 17n)) ctx.addIssue({ code: 'custom', message: money ? 'invalidWan' : 'facts.notHeads' });
    else if (value < 0n && !mayBeNegative(key)) ctx.addIssue({ code: 'custom', message: money ? 'negativeAmount' : 'facts.notHeads' });
    else if (!money && value > 1_000_000n) ctx.addIssue({ code: 'custom', message: 'facts.notHeads' });
    else return value;
    return z.NEVER;
  });

export const factFigures = Object.fromEntries(factKeys.map((key) => [key, figure(key)])) as Record<FactKey, ReturnType<typeof figure>>;

export const year = z.string().regex(/^(19|20)\d{2}$/, 'facts.noYear').transform(Number);
const word = z.string().default('').transform(cleanText).pipe(z.string().max(500));
const ticked = z.literal('on').optional().transform((value) => value === 'on');

/** `seen` names the latest row of every value as the form was drawn: whoever saved since is not overwritten. */
export const seenRows = z.string().default('').transform((text) => new Map(text.split(',').flatMap((pair) => {
  const [key = '', row = ''] = pair.split(':');
  return isFactKey(key) && row !== '' ? [[key, row] as const] : [];
})));

export const StateFacts = z.object({ company: id, year, seen: seenRows, word, sure: ticked, ...factFigures });
export const VerifyFacts = z.object({ facts: z.array(id, 'chooseOne').min(1).max(500) });
export const DisputeFact = z.object({
  fact: id,
  reason: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').min(4).max(200)),
});
