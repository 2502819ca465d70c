import pino from 'pino';
import { logLevel } from './env';

/** JSON lines on stdout. Personal data never goes in: log ids and the request's id, not names, phones or bodies. */
export const logger = pino({
  level: logLevel(),
  base: { app: 'dianxiaoer' },
  redact: {
    paths: ['password', '*.password', 'phone', '*.phone', 'email', '*.email', 'token', '*.token', 'cookie', '*.cookie'],
    censor: '[redacted]',
  },
});
