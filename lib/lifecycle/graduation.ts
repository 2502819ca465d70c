import { yearProblem } from '@/lib/companies/rules/facts';
import { type Day, yearOf } from '@/lib/kernel/dates';
import { toHalfWidth } from '@/lib/kernel/text';

/** 毕业: at least one of four conditions (国科发区〔2018〕300号 第八条), each by the evidence that meets it. Pure. */

export const graduationConditions = ['hnte', 'venture', 'revenue', 'capital'] as const;
export type GraduationCondition = (typeof graduationConditions)[number];

/** 累计获得天使投资或风险投资超过 500 万元: exactly that much isn't more. In fen. */
export const VENTURE_OVER = 500_000_000n;
/** 连续 2 年营业收入累计超过 1,000 万元. In fen. */
export const REVENUE_OVER = 1_000_000_000n;

export interface Evidence {
  /** Unique within its source. */
  id: string;
  source: 'facts' | 'staff';
  condition: GraduationCondition;
  /** When it happened, where that is known. */
  onDay: Day | null;
  /** Of revenue: the year it was earned in. */
  year: number | null;
  /** Money in fen, for venture money and revenue. */
  amount: bigint | null;
  /** What it is, in somebody's words. */
  words: string;
  /** Only what somebody vouches for counts. */
  verified: boolean;
}

export interface ConditionMet {
  condition: GraduationCondition;
  met: boolean;
  /** What of the evidence was added up. */
  used: Evidence[];
  /** What it adds up to, in fen; null where nothing is added up or nothing is known. */
  sum: bigint | null;
  /** Of revenue: the two years. */
  years: [number, number] | null;
}

/** 国科发火〔2008〕172号: the first certificates with such numbers are of that year. */
const FIRST_CERTIFICATES = 2008;

export interface EvidenceProblem {
  field: 'onDay' | 'year' | 'words';
  key: string;
  params?: Record<string, string>;
}

/**
 * Why evidence can't be what it is said to be: a field and a key under `errors.`, null when nothing speaks against it. Nobody is
 * paid tomorrow or before being founded, and a high-tech certificate has its number: GR, the year, two digits of the region, six of its own.
 */
export function evidenceProblem(
  given: { condition: GraduationCondition; onDay: Day | null; year: number | null; words: string },
  known: { today: Day; establishedOn: Day | null },
): EvidenceProblem | null {
  const { condition, onDay, year, words } = given;
  const { today, establishedOn } = known;
  if (onDay !== null && onDay > today) return { field: 'onDay', key: 'graduation.dayLater' };
  if (onDay !== null && establishedOn !== null && onDay < establishedOn) return { field: 'onDay', key: 'graduation.dayBeforeEstablished', params: { since: establishedOn } };
  const wrongYear = year === null ? null : yearProblem(year, { thisYear: yearOf(today), establishedOn });
  if (wrongYear !== null) return { field: 'year', ...wrongYear };
  return condition === 'hnte' ? certificateProblem(words, yearOf(today)) : null;
}

/** Words about a certificate name its number, and every number in them is whole. */
function certificateProblem(words: string, thisYear: number): EvidenceProblem | null {
  const numbers = [...toHalfWidth(words).toUpperCase().matchAll(/(?<![A-Z])GR[\s-]*([A-Z\d]*)/g)].map(([, digits = '']) => digits);
  if (numbers.length === 0 || numbers.some((digits) => !/^\d{12}$/.test(digits))) return { field: 'words', key: 'graduation.certificate' };
  const odd = numbers.map((digits) => Number(digits.slice(0, 4))).find((year) => year < FIRST_CERTIFICATES || year > thisYear);
  return odd === undefined ? null : { field: 'words', key: 'graduation.certificateYear', params: { year: String(odd), first: String(FIRST_CERTIFICATES) } };
}

/** Each condition with the evidence behind it. Of several statements about one year's revenue the first given counts. */
export function graduationOf(evidence: readonly Evidence[]): ConditionMet[] {
  const counted = evidence.filter((one) => one.verified);
  return graduationConditions.map((condition) => conditionOf(condition, counted.filter((one) => one.condition === condition)));
}

function conditionOf(condition: GraduationCondition, mine: readonly Evidence[]): ConditionMet {
  switch (condition) {
    case 'hnte':
    case 'capital':
      return { condition, met: mine.length > 0, used: [...mine], sum: null, years: null };
    case 'venture': {
      const used = mine.filter((one) => one.amount !== null);
      const sum = used.length === 0 ? null : used.reduce((total, one) => total + (one.amount ?? 0n), 0n);
      return { condition, met: sum !== null && sum > VENTURE_OVER, used, sum, years: null };
    }
    case 'revenue':
      return revenueOf(mine);
  }
}

function revenueOf(evidence: readonly Evidence[]): ConditionMet {
  const byYear = new Map<number, Evidence>();
  for (const one of evidence) if (one.year !== null && one.amount !== null && !byYear.has(one.year)) byYear.set(one.year, one);
  let best: ConditionMet = { condition: 'revenue', met: false, used: [], sum: null, years: null };
  for (const [year, first] of byYear) {
    const second = byYear.get(year + 1);
    if (second === undefined) continue;
    const sum = (first.amount ?? 0n) + (second.amount ?? 0n);
    if (best.sum === null || sum > best.sum) best = { condition: 'revenue', met: sum > REVENUE_OVER, used: [first, second], sum, years: [year, year + 1] };
  }
  return best;
}
