import pino from 'pino';
import { logLevel } from './env';

/**
 * What a failed query may leave in the log: its text and which rule of the database it broke. Its values are people's, and
 * so are the details the database adds ("Key (phone)=(…) already exists").
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { cause } = error;
  const inner = cause === undefined ? {} : { cause: withoutValues(cause) };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
  if ('query' in error) return { type: error.name, message: 'failed query', query: error.query, stack: frames, ...inner };
  if ('severity' in error && 'code' in error) {
    const { code, constraint, table, column } = error as { code: unknown; constraint?: unknown; table?: unknown; column?: unknown };
    return { type: 'DatabaseError', code, constraint, table, column, stack: frames };
  }
  return { type: error.name, message: error.message, stack: error.stack, ...('digest' in error ? { digest: error.digest } : {}), ...inner };
}

/** JSON lines on stdout. Personal data never goes in: log ids and the request's id, not names, phones or bodies. */
export const logger = pino({
  level: logLevel(),
  base: { app: 'dianxiaoer' },
  serializers: { err: withoutValues },
  redact: {
    paths: ['password', '*.password', 'phone', '*.phone', 'email', '*.email', 'token', '*.token', 'cookie', '*.cookie'],
    censor: '[redacted]',
  },
});
