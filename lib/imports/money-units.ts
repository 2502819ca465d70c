import { parseDecimal, plainDecimal } from '@/lib/kernel/money';
import { amountIn } from './cells';
import type { MatchedColumn } from './match-columns';
import type { PlannedRow } from './registry';
import type { ReadRow } from './rows';
import type { MoneyUnit, SheetSpec } from './sheet-spec';
import { cellText, type Sheet } from './workbook';

/** In which unit the bare numbers of one column are meant: asked before anything is written. */
export interface UnitQuestion {
  /** The sheet's column, from 0. */
  index: number;
  key: string;
  /** Nothing says it, or what it says makes amounts that no company has. */
  why: 'noUnit' | 'magnitude';
  /** The unit the header names; null where it names none. */
  named: MoneyUnit | null;
  suggested: MoneyUnit;
  /** The number in the middle of the column as it is written. */
  middle: string;
}

/** Numbers are compared in millionths of whatever they count. */
const PLACES = 6;
const ONE = 1_000_000n;
/** One of a unit, in fen. */
const FEN: Record<MoneyUnit, bigint> = { yuan: 100n, thousand: 100_000n, wan: 1_000_000n, yi: 10_000_000_000n };
/** A company of an incubator with 亿 in the middle of a register: its numbers were yuan. */
const YUAN_FROM = 10_000n * ONE;
/** What a header may claim before it is doubted: 10亿元 in the middle of a column, and a thousand yuan. */
const DOUBTED: Record<MoneyUnit, { from?: bigint; below?: bigint; meant: MoneyUnit }> = {
  yuan: { below: 1_000n * ONE, meant: 'wan' },
  thousand: { from: 1_000_000n * ONE, meant: 'yuan' },
  wan: { from: 100_000n * ONE, meant: 'yuan' },
  yi: { from: 10n * ONE, meant: 'wan' },
};

/** What is doubtful about a column whose middle number is this (in millionths), under the unit its header names; null where nothing is. */
export function unitDoubt(named: MoneyUnit | null, middle: bigint): Pick<UnitQuestion, 'why' | 'suggested'> | null {
  if (named === null) return { why: 'noUnit', suggested: middle >= YUAN_FROM ? 'yuan' : 'wan' };
  const { from, below, meant } = DOUBTED[named];
  const odd = (from !== undefined && middle >= from) || (below !== undefined && middle < below);
  return odd ? { why: 'magnitude', suggested: meant } : null;
}

/** The units a question offers: what it suggests first, then what the header says. */
export function unitsOffered({ named, suggested }: Pick<UnitQuestion, 'named' | 'suggested'>): MoneyUnit[] {
  return [...new Set<MoneyUnit>([suggested, ...(named === null ? [] : [named]), 'wan', 'yuan'])];
}

/** What a number of such a question is in fen under a unit. */
export function fenOf(middle: string, unit: MoneyUnit): bigint {
  const size = parseDecimal(middle, PLACES) ?? 0n;
  return (size * FEN[unit]) / ONE;
}

/** By column, the size of every number that names no unit of its own, by row. */
export type BareAmounts = ReadonlyMap<number, ReadonlyMap<number, bigint>>;

export function bareAmounts(spec: SheetSpec, sheet: Sheet, rows: readonly ReadRow<SheetSpec>[], columns: readonly MatchedColumn[]): BareAmounts {
  const money = columns.filter(({ key }) => key !== null && spec.columns[key]?.kind.type === 'money');
  const cells = new Map(money.length === 0 ? [] : sheet.rows.map((row) => [row.number, row.cells]));
  return new Map(
    money.map(({ index }) => {
      const sizes = new Map<number, bigint>();
      for (const { number } of rows) {
        const amount = amountIn(cellText(cells.get(number)?.[index]), PLACES);
        if (amount !== null && amount.unit === null && amount.size !== 0n) sizes.set(number, amount.size < 0n ? -amount.size : amount.size);
      }
      return [index, sizes];
    }),
  );
}

/**
 * Which columns have to be asked about. Only numbers that would change something count: what stands in the register already proves
 * its unit, so a sheet of ours that comes back asks nothing. `answered` are the columns a person has spoken about.
 */
export function unitQuestions(columns: readonly (MatchedColumn & { named: MoneyUnit | null })[], amounts: BareAmounts, planned: readonly PlannedRow[], answered: ReadonlySet<number>): UnitQuestion[] {
  const writes = planned.filter((row) => row.verdict === 'new' || row.verdict === 'changed');
  return columns.flatMap(({ index, key, named }) => {
    const sizes = amounts.get(index);
    if (key === null || sizes === undefined || answered.has(index)) return [];
    const counting = writes
      .filter((row) => row.verdict === 'new' || (row.before !== null && key in row.before))
      .flatMap(({ row }) => sizes.get(row) ?? [])
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const middle = counting[Math.floor((counting.length - 1) / 2)];
    if (middle === undefined) return [];
    const doubt = unitDoubt(named, middle);
    return doubt === null ? [] : [{ index, key, named, ...doubt, middle: plainDecimal(middle, PLACES) }];
  });
}
