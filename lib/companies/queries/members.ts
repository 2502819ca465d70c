import { and, eq, inArray, isNull } from 'drizzle-orm';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';

export interface Member {
  id: string;
  name: string;
  role: string;
  endedAt: Date | null;
}

const member = { id: memberships.id, name: memberships.name, role: memberships.role, endedAt: memberships.endedAt };

export async function memberName(ctx: Ctx, membership: string | null): Promise<string | null> {
  if (membership === null) return null;
  const [row] = await ctx.db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, membership));
  return row?.name ?? null;
}

export async function membersById(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Member>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.select(member).from(memberships).where(inArray(memberships.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody who may look after companies now. */
export async function servingMembers(ctx: Ctx): Promise<Member[]> {
  return ctx.db
    .select(member)
    .from(memberships)
    .where(and(inArray(memberships.role, ['director', 'manager', 'liaison', 'counsellor', 'mentor']), isNull(memberships.endedAt)))
    .orderBy(memberships.name, memberships.id);
}
