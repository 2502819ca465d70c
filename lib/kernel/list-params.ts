import type { z } from 'zod';

/** What a URL carries, as Next hands it to a page. */
export type SearchParams = Record<string, string | string[] | undefined>;
export type Filters = Record<string, z.ZodType>;
export type FilterValues<F extends Filters> = { [K in keyof F]: z.output<F[K]> | undefined };

export type ListParams<F extends Filters, S extends string> = {
  page: number;
  size: number;
  sort: S;
  dir: 'asc' | 'desc';
  filters: FilterValues<F>;
  /** The saved view this list was opened from. */
  view?: string;
};

export type ListOverrides<F extends Filters, S extends string> = Partial<
  Omit<ListParams<F, S>, 'filters' | 'view'>
> & {
  filters?: Partial<FilterValues<F>>;
  view?: string | undefined;
};

/** Rows behind this are reached by narrowing the filters: a deep offset costs the database all rows before it. */
export const REACHABLE_ROWS = 10_000;
const LONGEST_VALUE = 200;
const MOST_VALUES = 50;
const RESERVED = ['page', 'size', 'sort', 'dir', 'view'];

/**
 * One list's URL: its filters, its whitelisted sorts and its page sizes. Names of filters are the names in the URL.
 * A parameter that is missing or makes no sense falls back to its default; parsing never fails.
 */
export function defineList<const F extends Filters, const S extends string>(list: {
  filters: F;
  sorts: readonly S[];
  defaultSort: NoInfer<S>;
  defaultDir?: 'asc' | 'desc';
  pageSizes?: readonly [number, ...number[]];
}) {
  const { filters, sorts, defaultSort, defaultDir = 'asc', pageSizes = [20, 50, 100] } = list;
  for (const name of Object.keys(filters))
    if (RESERVED.includes(name)) throw new TypeError(`a filter can't be called ${name}`);
  const defaults = parseFilters(filters, {});

  /** Whatever the URL says, as parameters that can be trusted. */
  function parse(search: SearchParams): ListParams<F, S> {
    const sizeAsked = wholeNumber(first(search.size));
    const size = pageSizes.find((one) => one === sizeAsked) ?? pageSizes[0];
    const sort = sorts.find((one) => one === first(search.sort)) ?? defaultSort;
    const dirAsked = first(search.dir);
    const dir = dirAsked === 'asc' || dirAsked === 'desc' ? dirAsked : defaultDir;
    const page = Math.min(
      Math.max(wholeNumber(first(search.page)) ?? 1, 1),
      Math.ceil(REACHABLE_ROWS / size),
    );
    const view = first(search.view);
    const params = { page, size, sort, dir, filters: parseFilters(filters, search) };
    return view !== undefined && /^[\w-]{1,64}$/.test(view) ? { ...params, view } : params;
  }

  /** The query string, '?' included, of these parameters with some changed; '' when all are defaults. Changing anything but the page begins at page 1. */
  function toSearch(params: ListParams<F, S>, overrides: ListOverrides<F, S> = {}): string {
    const turnsPageOnly = Object.keys(overrides).every((name) => name === 'page');
    const next = {
      ...params,
      ...(turnsPageOnly ? {} : { page: 1 }),
      ...overrides,
      filters: { ...params.filters, ...overrides.filters },
    };
    const query = new URLSearchParams();
    for (const name of Object.keys(filters)) {
      const values = written(next.filters[name]);
      if (values.join('\n') === written(defaults[name]).join('\n')) continue;
      for (const value of values.length > 0 ? values : ['']) query.append(name, value);
    }
    if (next.sort !== defaultSort) query.set('sort', next.sort);
    if (next.dir !== defaultDir) query.set('dir', next.dir);
    if (next.size !== pageSizes[0]) query.set('size', String(next.size));
    if (next.view !== undefined) query.set('view', next.view);
    if (next.page !== 1) query.set('page', String(next.page));
    const text = query.toString();
    return text === '' ? '' : `?${text}`;
  }

  return {
    parse,
    toSearch,
    sorts,
    pageSizes,
    defaultSort,
    defaultDir,
    filterNames: Object.keys(filters),
  };
}

/** How many rows come before the page. */
export function offsetOf(params: { page: number; size: number }): number {
  return (params.page - 1) * params.size;
}

/** How many pages can be turned to, at least one. */
export function pageCount(total: number, size: number): number {
  return Math.max(1, Math.ceil(Math.min(total, REACHABLE_ROWS) / size));
}

function parseFilters<F extends Filters>(filters: F, search: SearchParams): FilterValues<F> {
  const entries = Object.entries(filters).map(([name, schema]) => [
    name,
    parseFilter(schema, search[name]),
  ]);
  return Object.fromEntries(entries) as FilterValues<F>;
}

function parseFilter(schema: z.ZodType, raw: string | string[] | undefined): unknown {
  const given = (raw === undefined ? [] : [raw].flat()).slice(0, MOST_VALUES).map(harmless);
  const all = given.filter((value) => value !== '');
  // An empty value is a filter that was emptied on purpose: it must not fall back to the default.
  if (given.length > 0 && all.length === 0) return undefined;
  const candidates = all.length > 1 ? [all, all[0]] : all.length === 1 ? [all[0], all] : [];
  for (const candidate of candidates) {
    const result = schema.safeParse(candidate);
    if (result.success) return result.data;
  }
  const fallback = schema.safeParse(undefined);
  return fallback.success ? fallback.data : undefined;
}

/** PostgreSQL takes no NUL, and nobody types 200 characters into a filter. */
function harmless(value: string): string {
  return value
    .replace(/[\p{Cc}\u200b\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim()
    .slice(0, LONGEST_VALUE);
}

function written(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((one) => one !== undefined && one !== null && one !== '')
    .map(String);
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
