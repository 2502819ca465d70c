import { eq, sql } from 'drizzle-orm';
import { notices } from '@/db/schema/notices';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { found, StaleError } from '@/lib/kernel/errors';
import { memberName } from '../queries/names';

export type HeldNotice = typeof notices.$inferSelect;

/** The row, held until the transaction ends: of two who send or close at once, the second sees what the first did. */
export async function holdNotice(ctx: Ctx, id: string): Promise<HeldNotice> {
  const [row] = await ctx.db.select().from(notices).where(eq(notices.id, id)).for('update');
  return found(row);
}

interface Versioned {
  version: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/**
 * One's own autosave may be under way while one submits: it is the one version that may lie between.
 * @throws StaleError with the name of whoever saved after the form was drawn
 */
export async function ensureLatest(ctx: Ctx, row: Versioned, version: number | undefined): Promise<void> {
  if (version === undefined || version === row.version) return;
  if (version === row.version - 1 && row.updatedBy !== null && row.updatedBy === membershipOf(ctx.actor)) return;
  throw new StaleError(await memberName(ctx, row.updatedBy), row.updatedAt);
}

/** Saves and counts the version on. @returns the new version */
export async function updateNotice(ctx: Ctx, id: string, values: Partial<typeof notices.$inferInsert>): Promise<number> {
  const [row] = await ctx.db
    .update(notices)
    .set({ ...values, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${notices.version} + 1` })
    .where(eq(notices.id, id))
    .returning({ version: notices.version });
  return found(row).version;
}

export const subjectOf = (notice: { id: string }) => ({ subject: { type: 'notice', id: notice.id } });
export const aboutNotice = (notice: Pick<HeldNotice, 'id' | 'title' | 'number'>) => ({ notice: notice.id, title: notice.title, number: notice.number ?? '' });
