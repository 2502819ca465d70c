import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { carriers } from '@/db/schema/companies';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { carrierAdded, carrierClosed } from '../entries';
import type { AddCarrier, CloseCarrier } from '../inputs';
import { canKeepCarriers } from '../policy';

export async function addCarrier(ctx: Ctx, input: z.output<typeof AddCarrier>): Promise<{ id: string }> {
  allow(canKeepCarriers(ctx.actor));
  const same = await ctx.db.select({ id: carriers.id }).from(carriers).where(eq(carriers.name, input.name)).limit(1);
  ensure(same.length === 0, 'alreadyExists', { field: 'name' });
  const id = newId();
  const by = membershipOf(ctx.actor);
  await ctx.db
    .insert(carriers)
    .values({ centerId: centerOf(ctx.actor), id, ...input, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by });
  await record(ctx, carrierAdded, { subject: { type: 'carrier', id }, data: { carrier: input.name }, after: input });
  return { id };
}

/** A closed carrier keeps its companies and takes no new ones. */
export async function closeCarrier(ctx: Ctx, input: z.output<typeof CloseCarrier>): Promise<{ id: string }> {
  allow(canKeepCarriers(ctx.actor));
  const [loaded] = await ctx.db.select().from(carriers).where(eq(carriers.id, input.carrier)).for('update');
  const row = found(loaded);
  if (row.closedOn !== null) return { id: row.id };
  const closedOn = dayOf(ctx.now);
  await ctx.db
    .update(carriers)
    .set({ closedOn, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: row.version + 1 })
    .where(eq(carriers.id, row.id));
  await record(ctx, carrierClosed, { subject: { type: 'carrier', id: row.id }, data: { carrier: row.name }, after: { closedOn } });
  return { id: row.id };
}
