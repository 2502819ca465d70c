import type { z } from 'zod';
import type { Params } from './errors';

/** What is wrong with one field: `path` is dotted ('contacts.0.phone', '' for the form as a whole), `key` a message key under `errors.`. */
export type FieldIssue = { path: string; key: string; params: Params };

/** A message that a schema gave itself is a key such as 'required' or 'creditCode.checkDigit'; zod's own are sentences. */
const KEY = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/**
 * Turns the issues of a failed parse into message keys, the first of each field only: one sentence per field is enough.
 * With the parsed `input` at hand a choice that was left open is told from one that doesn't exist.
 */
export function fieldIssues(error: z.ZodError, input?: unknown): FieldIssue[] {
  const byPath = new Map<string, FieldIssue>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    if (byPath.has(path)) continue;
    const leftOpen = input !== undefined && isEmpty(valueAt(input, issue.path));
    byPath.set(path, { path, ...keyOf(issue, leftOpen) });
  }
  return [...byPath.values()];
}

function keyOf(issue: z.core.$ZodIssue, leftOpen: boolean): { key: string; params: Params } {
  const key = KEY.test(issue.message) ? issue.message : keyByCode(issue);
  return { key: key === 'invalidChoice' && leftOpen ? 'required' : key, params: paramsOf(issue) };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined,
    input,
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function keyByCode(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return keyByType(issue);
    case 'too_small':
      return keyBySize(issue.origin, issue.minimum, 'small');
    case 'too_big':
      return keyBySize(issue.origin, issue.maximum, 'large');
    case 'invalid_format':
      return keyByFormat(issue.format);
    case 'not_multiple_of':
      return 'notAMultiple';
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_key':
      return 'invalidChoice';
    case 'unrecognized_keys':
      return 'unexpectedField';
    case 'invalid_element':
    case 'custom':
      return 'invalid';
  }
}

function keyByType(issue: z.core.$ZodIssueInvalidType): string {
  // zod keeps no value in its issues, only this word in the sentence: nothing was sent at all.
  if (/received (undefined|null)$/.test(issue.message)) return 'required';
  switch (issue.expected) {
    case 'number':
    case 'int':
    case 'bigint':
    case 'nan':
      return 'notANumber';
    case 'date':
      return 'invalidDate';
    default:
      return 'invalid';
  }
}

function keyBySize(origin: string, limit: number | bigint, side: 'small' | 'large'): string {
  switch (origin) {
    case 'string':
      return side === 'large' ? 'tooLong' : Number(limit) <= 1 ? 'required' : 'tooShort';
    case 'array':
    case 'set':
    case 'map':
      return side === 'large' ? 'tooMany' : Number(limit) <= 1 ? 'chooseOne' : 'tooFew';
    case 'file':
      return side === 'large' ? 'fileTooLarge' : 'fileEmpty';
    case 'date':
      return side === 'large' ? 'dateTooLate' : 'dateTooEarly';
    default:
      return side === 'large' ? 'tooLarge' : 'tooSmall';
  }
}

function keyByFormat(format: string): string {
  switch (format) {
    case 'email':
      return 'invalidEmail';
    case 'url':
      return 'invalidUrl';
    case 'date':
    case 'datetime':
    case 'time':
      return 'invalidDate';
    default:
      return 'invalid';
  }
}

/** Limits, and whatever a schema's own check gave in `params`, as far as a sentence can show it. */
function paramsOf(issue: z.core.$ZodIssue): Params {
  switch (issue.code) {
    case 'too_small':
      return { min: shown(issue.minimum) };
    case 'too_big':
      return { max: shown(issue.maximum) };
    case 'not_multiple_of':
      return { step: issue.divisor };
    case 'custom': {
      const given = Object.entries(issue.params ?? {});
      return Object.fromEntries(
        given.filter((one): one is [string, string | number | Date] => isShown(one[1])),
      );
    }
    default:
      return {};
  }
}

function isShown(value: unknown): value is string | number | Date {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Date;
}

/** A bigint beyond what a number holds is shown by its digits. */
function shown(limit: number | bigint): number | string {
  return typeof limit === 'number' ||
    (limit <= 9_007_199_254_740_991n && limit >= -9_007_199_254_740_991n)
    ? Number(limit)
    : limit.toString();
}
