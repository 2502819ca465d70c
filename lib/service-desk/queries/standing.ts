import { and, eq, isNull, sql } from 'drizzle-orm';
import { requests } from '@/db/schema/service-desk';
import { serviceItems } from '@/db/schema/service-desk-catalogue';
import { requestCodes, requestConfirmations } from '@/db/schema/service-desk-filing';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import { isId } from '@/lib/kernel/ids';

/** What the policy needs to know of a request; null for a foreign one. */
export async function standingOf(ctx: Ctx, requestId: string) {
  if (!isId(requestId)) return null;
  const [row] = await ctx.db
    .select({
      state: requests.state,
      companyId: requests.companyId,
      ownerId: requests.ownerId,
      grade: requests.grade,
      repair: requests.repair,
      laneWaits: requests.laneWaits,
      supervisedUntil: requests.supervisedUntil,
    })
    .from(requests)
    .where(eq(requests.id, requestId));
  return row ?? null;
}

/** Whether an item can still be asked for. */
export async function itemIsOpen(ctx: Ctx, itemId: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: serviceItems.id }).from(serviceItems).where(and(eq(serviceItems.id, itemId), isNull(serviceItems.closedAt)));
  return row !== undefined;
}

/** What the desk wrote for the company, and how the company confirmed; null where the company filed itself. */
export async function confirmationOf(ctx: Ctx, requestId: string) {
  const [row] = await ctx.db
    .select({
      typed: requestConfirmations.typed,
      typedAt: requestConfirmations.typedAt,
      typedBy: memberships.name,
      method: requestConfirmations.method,
      confirmedAt: requestConfirmations.confirmedAt,
      letterFileId: requestConfirmations.letterFileId,
    })
    .from(requestConfirmations)
    .leftJoin(memberships, eq(memberships.id, requestConfirmations.typedBy))
    .where(eq(requestConfirmations.requestId, requestId));
  return row ?? null;
}

/** The code to read out. Only people of the company find one. */
export async function codeOf(ctx: Ctx, requestId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ spoken: requestCodes.spoken }).from(requestCodes).where(eq(requestCodes.requestId, requestId));
  return row?.spoken ?? null;
}

/** Tries a code that was read out. Every try counts. */
export async function tryCode(ctx: Ctx, requestId: string, typed: string): Promise<{ right: boolean; left: number }> {
  const [row] = await ctx.db
    .select({ right: sql<boolean>`was_right`, left: sql<number>`tries_left` })
    .from(sql`request_code_tried(${requestId}::uuid, ${typed})`);
  return row ?? { right: false, left: 0 };
}

/** Puts another code in the place of the one that stands in the company's portal. */
export async function renewCode(ctx: Ctx, requestId: string, spoken: string): Promise<void> {
  await ctx.db.select({ done: sql`request_code_renewed(${requestId}::uuid, ${spoken})` }).from(sql`(select 1) as once`);
}
