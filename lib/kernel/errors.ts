/** Errors that may speak to a person. Anything else is logged with a reference and answered by a general sentence. */

export type Params = Record<string, string | number | Date>;

/** A rule of the house said no. `code` is a message key under `errors.`; `field` puts it on the field it concerns. */
export class RuleError extends Error {
  constructor(
    readonly code: string,
    /** `fields`: all that the same is wrong with; people mend them at once instead of one a try. */
    readonly options: { field?: string; fields?: readonly string[]; params?: Params } = {},
  ) {
    super(code);
    this.name = 'RuleError';
  }
}

/** The actor may see the row but not do this. */
export class ForbiddenError extends RuleError {
  constructor(code = 'forbidden') {
    super(code);
    this.name = 'ForbiddenError';
  }
}

/** Unknown, or not the actor's to see: the two are never told apart. */
export class NotFoundError extends RuleError {
  constructor() {
    super('notFound');
    this.name = 'NotFoundError';
  }
}

/** Somebody else saved first; nothing is overwritten. */
export class StaleError extends RuleError {
  constructor(who: string | null, at: Date) {
    super(who === null ? 'stale' : 'staleBy', { params: who === null ? { at } : { who, at } });
    this.name = 'StaleError';
  }
}

export function ensure(
  condition: boolean,
  code: string,
  options: { field?: string; fields?: readonly string[]; params?: Params } = {},
): asserts condition {
  if (!condition) throw new RuleError(code, options);
}

export function allow(condition: boolean, code?: string): asserts condition {
  if (!condition) throw new ForbiddenError(code);
}

/** @throws NotFoundError when the row is missing or hidden by row-level security */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new NotFoundError();
  return row;
}

/** @throws StaleError when the form was rendered from an older version of the row */
export function ensureVersion(
  row: { version: number; updatedAt: Date; updatedByName?: string | null },
  version: number | undefined,
): void {
  if (version !== undefined && row.version !== version) {
    throw new StaleError(row.updatedByName ?? null, row.updatedAt);
  }
}
