import { eq } from 'drizzle-orm';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';

/** @throws NotFoundError for a company that isn't the reader's to see */
export async function companyName(ctx: Ctx, id: string): Promise<string> {
  const [row] = await ctx.db.select({ name: companies.name }).from(companies).where(eq(companies.id, id));
  return found(row).name;
}

/** The name people of the center know a member by; null for nobody. */
export async function memberName(ctx: Ctx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await ctx.db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, id));
  return row?.name ?? null;
}
