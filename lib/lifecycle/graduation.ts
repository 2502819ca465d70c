import type { Day } from '@/lib/kernel/dates';

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
