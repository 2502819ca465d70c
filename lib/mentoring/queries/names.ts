import { eq } from 'drizzle-orm';
import { centers } from '@/db/schema/centers';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { centerOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';

/** @throws NotFoundError for a company that isn't the reader's to see */
export async function companyName(ctx: Ctx, id: string): Promise<string> {
  const [row] = await ctx.db.select({ name: companies.name }).from(companies).where(eq(companies.id, id));
  return found(row).name;
}

/** The name people of the center know a member by; empty for nobody. */
export async function memberName(ctx: Ctx, id: string | null): Promise<string> {
  if (id === null) return '';
  const [row] = await ctx.db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, id));
  return row?.name ?? '';
}

/** Who issues the center's papers, and the words people use for the place. */
export async function centerNames(ctx: Ctx): Promise<{ name: string; nameEn: string; shortName: string; address: string | null }> {
  const { name, nameEn, shortName, address } = centers;
  const [row] = await ctx.db.select({ name, nameEn, shortName, address }).from(centers).where(eq(centers.id, centerOf(ctx.actor)));
  return found(row);
}
