import { markDiskFull } from '@/lib/kernel/disk-full';

/**
 * A query that failed, as everybody above the database may see it: its text, and which rule of the database it broke.
 * Its values are people's, and so are the sentences the database adds ("Key (phone)=(…) already exists"); what a page
 * throws is printed by the framework as it is, so they are gone before it gets there.
 */
export class QueryError extends Error {
  constructor(
    readonly query: string,
    cause: DatabaseError | undefined,
  ) {
    super('failed query', cause === undefined ? {} : { cause });
    this.name = 'QueryError';
  }
}

export class DatabaseError extends Error {
  readonly severity: unknown;
  readonly code: unknown;
  readonly constraint: unknown;
  readonly table: unknown;
  readonly column: unknown;

  constructor(given: object) {
    super('refused by the database');
    this.name = 'DatabaseError';
    const { severity, code, constraint, table, column } = given as Partial<DatabaseError>;
    this.severity = severity;
    this.code = code;
    this.constraint = constraint;
    this.table = table;
    this.column = column;
  }
}

/** The same error without anybody's values in it; errors of other kinds as they are. A full disk stays known as one. */
export function valuesLeftOut(error: unknown): unknown {
  return markDiskFull(withoutValues(error));
}

function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('query' in error && 'params' in error) {
    const { cause } = error;
    return alike(error, new QueryError(String(error.query), cause instanceof Error && isOfDatabase(cause) ? alike(cause, new DatabaseError(cause)) : undefined));
  }
  return isOfDatabase(error) ? alike(error, new DatabaseError(error)) : error;
}

const isOfDatabase = (error: Error) => 'severity' in error && 'code' in error;

/** Where it happened is kept; the sentence before it isn't. */
function alike<E extends Error>(error: Error, bare: E): E {
  const frames = (error.stack ?? '').replace(`${error.name}: `, '').replace('Error: ', '').replace(error.message, '');
  bare.stack = `${bare.name}: ${bare.message}${frames.slice(Math.max(0, frames.indexOf('\n    at ')))}`;
  return bare;
}
