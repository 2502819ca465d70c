import { z } from 'zod';

/** Who may read that something happened. Before and after are for the center and the auditor alone. */
export type Audience = 'center' | 'company' | 'mentor';

/** Whom to tell: one member, everybody of a company, or everybody at the desk in a role. */
export type Recipient =
  | { membership: string }
  | { company: string }
  | { role: 'director' | 'manager' | 'liaison' | 'counsellor' | 'finance' | 'administrator' | 'auditor'; department?: string };

/**
 * A kind of thing that can happen: past-tense name ("request.assigned"), typed data for its sentence
 * (message `entries.<name>` of the capability), who may read it and who is told.
 */
export interface EntryKind<D extends z.ZodType = z.ZodType> {
  name: string;
  data: D;
  audience: readonly Audience[];
  /** Keys in before/after that hold personal values: masked in the trail, kept apart where they can be erased. */
  personal?: readonly string[];
  tell?: (data: z.output<D>) => readonly Recipient[];
  /** Whom it concerns is told at once whatever they have chosen: what touches their sign-in, and what is late. */
  always?: boolean;
  /** Where a notification leads, by the reader's portal. */
  path?: (data: z.output<D>, portal: 'desk' | 'my' | 'mentor') => string;
}

const kinds = new Map<string, EntryKind>();

export function defineEntry<D extends z.ZodType>(kind: EntryKind<D>): EntryKind<D> {
  kinds.set(kind.name, kind as unknown as EntryKind);
  return kind;
}

/** Every kind that tells somebody, as far as this process has loaded the capabilities. */
export function tellingKinds(): EntryKind[] {
  return [...kinds.values()].filter((kind) => kind.tell !== undefined);
}

/** @throws for a name nobody defined: the process that reads an entry must have loaded its capability */
export function entryKind(name: string): EntryKind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`unknown entry ${name}`);
  return kind;
}

/** Somebody read a masked value in full, and said why. */
export const fieldRevealed = defineEntry({
  name: 'field.revealed',
  data: z.object({ field: z.string(), of: z.string(), reason: z.string() }),
  audience: ['center'],
});
/** A list left the house as a sheet. */
export const listExported = defineEntry({ name: 'list.exported', data: z.object({ list: z.string(), count: z.number(), query: z.string() }), audience: ['center'] });
