import { eq } from 'drizzle-orm';
import { centers } from '@/db/schema/centers';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { centerOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';

export async function companyNameOf({ db }: Ctx, companyId: string): Promise<string | null> {
  const [row] = await db.select({ name: companies.name }).from(companies).where(eq(companies.id, companyId));
  return row?.name ?? null;
}

/** The actor's own center. */
export async function centerNameOf({ db, actor }: Ctx): Promise<string | null> {
  const [row] = await db.select({ name: centers.name }).from(centers).where(eq(centers.id, centerOf(actor)));
  return row?.name ?? null;
}

/** Who saved last, for the sentence that tells a second editor. */
export async function memberName({ db }: Ctx, membershipId: string | null): Promise<string | null> {
  if (membershipId === null) return null;
  const [row] = await db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, membershipId));
  return row?.name ?? null;
}
