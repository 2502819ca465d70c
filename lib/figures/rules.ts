import type { Period } from './inputs';

export type Hedge = 'exact' | 'at_least' | 'about' | 'range' | 'undisclosed';

export interface Printed {
  hedge: Hedge;
  /** In units of 10^-decimals; null when undisclosed. */
  value: bigint | null;
  valueTo: bigint | null;
  decimals: number;
}

export type Comparison =
  | { kind: 'matches' }
  /** How far our rows are from the print, in units of 10^-decimals: positive when ours is more. */
  | { kind: 'differs'; by: bigint }
  /** Undisclosed is not zero: there is nothing to compare with. */
  | { kind: 'incomparable' };

/**
 * Whether our rows still give what was printed. `computed` in the print's own unit and decimals.
 * "about" (余、近、以上 without a bound) is taken as within a twentieth of the printed value.
 */
export function compare(printed: Printed, computed: bigint): Comparison {
  const { value, valueTo } = printed;
  if (value === null) return { kind: 'incomparable' };
  switch (printed.hedge) {
    case 'undisclosed':
      return { kind: 'incomparable' };
    case 'exact':
      return computed === value ? { kind: 'matches' } : { kind: 'differs', by: computed - value };
    case 'at_least':
      return computed >= value ? { kind: 'matches' } : { kind: 'differs', by: computed - value };
    case 'about': {
      const off = computed > value ? computed - value : value - computed;
      return off * 20n <= value ? { kind: 'matches' } : { kind: 'differs', by: computed - value };
    }
    case 'range':
      if (computed < value) return { kind: 'differs', by: computed - value };
      if (valueTo !== null && computed > valueTo) return { kind: 'differs', by: computed - valueTo };
      return { kind: 'matches' };
  }
}

/** @throws for a period that ends before it begins: a figure over no days is no figure */
export function checkPeriod(period: Period): Period {
  if (period.from !== null && period.from > period.to) throw new RangeError(`period ${period.from}..${period.to} ends before it begins`);
  return period;
}
