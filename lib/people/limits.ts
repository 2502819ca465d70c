import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { transaction } from '@/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { RuleError } from '@/lib/kernel/errors';

/**
 * Tries, counted in PostgreSQL so that every process counts the same ones, and outside the request's transaction so that
 * a refused request still counts. One SECURITY DEFINER function instead of a library: the libraries send named prepared
 * statements, which a transaction-pooling pgbouncer loses, and want a table the app's role could read and empty.
 */
const nobody: Actor = { kind: 'public', centerId: null };

export interface Limit {
  /** What is counted; what is personal in it is hashed before it reaches the table. */
  key: string;
  allowed: number;
  seconds: number;
}

/** @returns tries left after this one; @throws RuleError tooManyTries once they are used up */
export async function takeTry(limit: Limit, now: Date): Promise<number> {
  const rows = await transaction(nobody, 'write', now, (db) =>
    db
      .select({ used: sql<number>`used`, resetsAt: sql<string>`resets_at` })
      .from(sql`limit_take(${keyOf(limit.key)}, ${limit.allowed}::int, ${limit.seconds}::int, ${now.toISOString()}::timestamptz)`),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a limit answered nothing');
  if (row.used > limit.allowed) throw lockedUntil(new Date(row.resetsAt), now);
  return limit.allowed - row.used;
}

/** Forgets the tries: the right password was given. */
export async function clearTries(keys: readonly string[], now: Date): Promise<void> {
  await transaction(nobody, 'write', now, async (db) => {
    for (const key of keys) await db.select({ key: sql`cleared.key` }).from(sql`limit_clear(${keyOf(key)}) as cleared(key)`);
  });
}

export function lockedUntil(until: Date, now: Date): RuleError {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return new RuleError('tooManyTries', { params: { minutes } });
}

function keyOf(key: string): string {
  const [kind = '', ...about] = key.split(':');
  return `${kind}:${createHash('sha256').update(about.join(':')).digest('base64url').slice(0, 32)}`;
}
