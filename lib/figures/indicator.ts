import type { Ctx } from '@/lib/kernel/context';
import type { Period } from './inputs';

export interface FigureRow {
  id: string;
  day: string;
  label: string;
  /** Of a request that was taken up again: which of its rounds. */
  round?: number;
  detail: string;
  href: string;
}

/** A number the product computes from rows, and the very rows behind it: both read one condition, so they can't drift. */
export interface Indicator {
  key: string;
  /** 'cumulative' counts up to the period's last day, 'flow' within its days. */
  kind: 'cumulative' | 'flow';
  /** A key under `figures.units`. */
  unit: 'companies' | 'requests' | 'persons' | 'times' | 'items' | 'days';
  /** The key of the indicator this one is a share of: the page prints the percentage beside it. */
  of?: string;
  value(ctx: Ctx, period: Period): Promise<bigint>;
  /** How many rows it opens, where the number itself doesn't say so: a sum of days. */
  count?(ctx: Ctx, period: Period): Promise<bigint>;
  rows(ctx: Ctx, period: Period, page: { limit: number; offset: number; dir: 'asc' | 'desc' }): Promise<FigureRow[]>;
}
