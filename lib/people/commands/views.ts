import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { savedViews } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import { centerOf, isDeskRole, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { viewRemoved, viewSaved } from '../entries';
import type { RemoveView, SaveView } from '../inputs';
import { listViews } from '../queries/views';

const MOST_VIEWS = 30;

/** Keeps a list's filters under a name of one's own; the same name again replaces what it kept. */
export async function saveView(ctx: Ctx, input: z.output<typeof SaveView>): Promise<{ name: string }> {
  const membershipId = membershipOf(ctx.actor);
  allow(membershipId !== null && ctx.actor.kind === 'member' && isDeskRole(ctx.actor.role));
  if (membershipId === null) throw new Error('a view belongs to a membership');
  ensure((await listViews(ctx, input.page)).length < MOST_VIEWS, 'tooManyViews', { field: 'name', params: { max: MOST_VIEWS } });
  const target = [savedViews.centerId, savedViews.membershipId, savedViews.page, savedViews.name];
  await ctx.db
    .insert(savedViews)
    .values({ centerId: centerOf(ctx.actor), id: newId(), membershipId, ...input, createdAt: ctx.now, createdBy: membershipId })
    .onConflictDoUpdate({ target, set: { query: input.query } });
  await record(ctx, viewSaved, { subject: { type: 'view', id: null }, data: { name: input.name } });
  return { name: input.name };
}

export async function removeView(ctx: Ctx, { id }: z.output<typeof RemoveView>): Promise<{ name: string }> {
  const [row] = await ctx.db.delete(savedViews).where(and(eq(savedViews.centerId, centerOf(ctx.actor)), eq(savedViews.id, id))).returning({ name: savedViews.name });
  const { name } = found(row);
  await record(ctx, viewRemoved, { subject: { type: 'view', id }, data: { name } });
  return { name };
}
