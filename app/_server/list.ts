import type { Translate } from '@/lib/kernel/i18n';
import { type Filters, type ListOverrides, type ListParams, pageCount, REACHABLE_ROWS } from '@/lib/kernel/list-params';

/** What a list's queries answer: a page of rows, and how many there are (exact to 10,000 unless asked for all). */
export interface Listed<R> {
  rows: R[];
  total: number;
  /** There are more than `total`; counting them would cost more than the page. */
  over?: boolean;
}

interface ListUrl<F extends Filters, S extends string> {
  toSearch(params: ListParams<F, S>, overrides?: ListOverrides<F, S>): string;
  pageSizes: readonly number[];
}

/** The words and addresses of a list's pager; `t` is the `list` namespace. */
export function pagerProps<F extends Filters, S extends string>(
  t: Translate,
  path: string,
  list: ListUrl<F, S>,
  params: ListParams<F, S>,
  found: { total: number; over?: boolean; rows: readonly unknown[] },
) {
  const href = (overrides: ListOverrides<F, S>) => path + list.toSearch(params, overrides);
  const from = (params.page - 1) * params.size + 1;
  const last = pageCount(found.over === true ? REACHABLE_ROWS : found.total, params.size);
  const total = t(found.over === true ? 'totalOver' : 'total', { count: found.total });
  return {
    summary: found.rows.length === 0 ? t('none') : t('range', { total, from, to: from + found.rows.length - 1 }),
    ...(params.page > 1 ? { previous: href({ page: params.page - 1 } as ListOverrides<F, S>) } : {}),
    ...(params.page < last ? { next: href({ page: params.page + 1 } as ListOverrides<F, S>) } : {}),
    sizes: list.pageSizes.map((size) => ({
      size,
      href: href({ size } as ListOverrides<F, S>),
      current: size === params.size,
      label: t('size', { size }),
    })),
    labels: { nav: t('pages'), previous: t('previous'), next: t('next') },
  };
}

/** Header sorting of a `DataTable`. */
export function sortState<F extends Filters, S extends string>(path: string, list: ListUrl<F, S>, params: ListParams<F, S>) {
  return {
    key: params.sort as string,
    dir: params.dir,
    href: (key: string, dir: 'asc' | 'desc') => path + list.toSearch(params, { sort: key, dir } as ListOverrides<F, S>),
  };
}
