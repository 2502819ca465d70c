import { v7 } from 'uuid';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A new uuid v7: it grows with time, so the newest rows sit together in an index. */
export function newId(): string {
  return v7();
}

/** True for a well-formed uuid. Ask before sending a URL's id to the database, which would refuse it with an error. */
export function isId(value: string): boolean;
export function isId(value: unknown): value is string;
export function isId(value: unknown): boolean {
  return typeof value === 'string' && ID.test(value);
}
