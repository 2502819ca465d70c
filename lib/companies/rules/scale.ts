import { sectionOf } from '../industries';

export type Scale = 'micro' | 'small' | 'medium' | 'large';
export type ScaleIndustry =
  | 'agriculture' | 'industry' | 'construction' | 'wholesale' | 'retail' | 'transport' | 'storage' | 'post' | 'hospitality'
  | 'telecom' | 'software' | 'leasing' | 'other';

type Measure = 'staff' | 'revenue' | 'assets';

/** 万元 in fen. */
const wan = (amount: number) => BigInt(amount) * 1_000_000n;
const money = (...amounts: readonly [number, number, number]) => amounts.map(wan) as [bigint, bigint, bigint];
const heads = (...counts: readonly [number, number, number]) => counts.map(BigInt) as [bigint, bigint, bigint];

/**
 * 《中小企业划型标准规定》(工信部联企业〔2011〕300号)，行业按《统计上大中小微型企业划分办法》(国统字〔2017〕213号)。
 * The least a large, medium and small company has of each measure.
 */
const limits: Record<ScaleIndustry, Partial<Record<Measure, [large: bigint, medium: bigint, small: bigint]>>> = {
  agriculture: { revenue: money(20_000, 500, 50) },
  industry: { staff: heads(1_000, 300, 20), revenue: money(40_000, 2_000, 300) },
  construction: { revenue: money(80_000, 6_000, 300), assets: money(80_000, 5_000, 300) },
  wholesale: { staff: heads(200, 20, 5), revenue: money(40_000, 5_000, 1_000) },
  retail: { staff: heads(300, 50, 10), revenue: money(20_000, 500, 100) },
  transport: { staff: heads(1_000, 300, 20), revenue: money(30_000, 3_000, 200) },
  storage: { staff: heads(200, 100, 20), revenue: money(30_000, 1_000, 100) },
  post: { staff: heads(1_000, 300, 20), revenue: money(30_000, 2_000, 100) },
  hospitality: { staff: heads(300, 100, 10), revenue: money(10_000, 2_000, 100) },
  telecom: { staff: heads(2_000, 100, 10), revenue: money(100_000, 1_000, 100) },
  software: { staff: heads(300, 100, 10), revenue: money(10_000, 1_000, 50) },
  leasing: { staff: heads(300, 100, 10), assets: money(120_000, 8_000, 100) },
  other: { staff: heads(300, 100, 10) },
};

/**
 * The standard's industry of a GB/T 4754 division; null where the standard speaks of none (rail, finance, schools, hospitals,
 * public bodies) or tells apart what a division does not (real estate developers from property managers).
 */
export function scaleIndustryOf(division: string): ScaleIndustry | null {
  const [section, number] = [sectionOf(division), Number(division)];
  switch (section) {
    case 'A':
      return 'agriculture';
    case 'B': case 'C': case 'D':
      return 'industry';
    case 'E':
      return 'construction';
    case 'F':
      return number === 51 ? 'wholesale' : 'retail';
    case 'G':
      return number === 53 ? null : number === 59 ? 'storage' : number === 60 ? 'post' : 'transport';
    case 'H':
      return 'hospitality';
    case 'I':
      return number === 65 ? 'software' : 'telecom';
    case 'L':
      return 'leasing';
    case 'M': case 'N': case 'O': case 'R':
      return 'other';
    case 'Q':
      return number === 85 ? 'other' : null;
    default:
      return null;
  }
}

export type ScaleVerdict =
  | { kind: 'scale'; scale: Scale; industry: ScaleIndustry }
  | { kind: 'notCovered' }
  | { kind: 'missing'; measures: Measure[]; industry: ScaleIndustry | null };

const tiers: readonly Scale[] = ['large', 'medium', 'small'];

/**
 * 划型: each measure alone puts a company into a tier, and the lowest of them holds, since large, medium and small need all
 * their measures (第四条)。 Money in fen. A measure that is missing decides nothing unless the others make it micro already.
 */
export function scaleOf(division: string | null, facts: { staff?: bigint | undefined; revenue?: bigint | undefined; assets?: bigint | undefined }): ScaleVerdict {
  if (division === null) return { kind: 'missing', measures: [], industry: null };
  const industry = scaleIndustryOf(division);
  if (industry === null) return { kind: 'notCovered' };
  const missing: Measure[] = [];
  let lowest = 0;
  for (const [measure, steps] of Object.entries(limits[industry]) as [Measure, [bigint, bigint, bigint]][]) {
    const value = facts[measure];
    if (value === undefined) missing.push(measure);
    else lowest = Math.max(lowest, steps.findIndex((least) => value >= least) === -1 ? tiers.length : steps.findIndex((least) => value >= least));
  }
  const scale = tiers[lowest] ?? 'micro';
  return missing.length > 0 && scale !== 'micro' ? { kind: 'missing', measures: missing, industry } : { kind: 'scale', scale, industry };
}
