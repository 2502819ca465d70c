import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { centers, centerSettings } from '@/db/schema/centers';
import { record } from '@/lib/audit/commands';
import { enqueue } from '@/lib/jobs/commands';
import { centerOf, membershipOf, type OperatorActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parsePhone } from '@/lib/kernel/phone';
import { centerClosed, centerNamed, centerOpened, centerSecured } from '../entries';
import type { CloseCenter, CreateCenter, NameCenter, SecureCenter } from '../inputs';
import { canEditCenter, canRunCenters } from '../policy';
import { centerBySlug, inCenter, memberNameOf } from '../queries';

const namesOf = ({ name, nameEn, shortName, address, phone }: { name: string; nameEn: string; shortName: string; address: string; phone: string }) => ({
  name,
  nameEn,
  shortName,
  address: address === '' ? null : address,
  phone: phone === '' ? null : parsePhone(phone),
});

/** Names, address and phone as the public pages and papers print them. @throws StaleError */
export async function nameCenter(ctx: Ctx, { version, ...input }: z.output<typeof NameCenter>): Promise<{ version: number }> {
  allow(canEditCenter(ctx.actor));
  const id = centerOf(ctx.actor);
  const [row] = await ctx.db.select().from(centers).where(eq(centers.id, id)).for('no key update');
  const center = found(row);
  ensureVersion({ ...center, updatedByName: await memberNameOf(ctx, center.updatedBy) }, version);
  const after = namesOf(input);
  await ctx.db
    .update(centers)
    .set({ ...after, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${centers.version} + 1` })
    .where(eq(centers.id, id));
  const before = { name: center.name, nameEn: center.nameEn, shortName: center.shortName, address: center.address, phone: center.phone };
  await record(ctx, centerNamed, { subject: { type: 'center', id }, data: { name: after.name }, before, after });
  return { version: center.version + 1 };
}

/** Which roles need a second factor, and after how many quiet minutes staff are signed out. @throws StaleError */
export async function secureCenter(ctx: Ctx, { version, ...after }: z.output<typeof SecureCenter>): Promise<{ version: number }> {
  allow(canEditCenter(ctx.actor));
  const id = centerOf(ctx.actor);
  const [row] = await ctx.db.select().from(centerSettings).where(eq(centerSettings.centerId, id)).for('no key update');
  const settings = found(row);
  ensureVersion({ ...settings, updatedByName: await memberNameOf(ctx, settings.updatedBy) }, version);
  await ctx.db
    .update(centerSettings)
    .set({ ...after, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${centerSettings.version} + 1` })
    .where(eq(centerSettings.centerId, id));
  const before = { secondFactorRoles: settings.secondFactorRoles, staffIdleMinutes: settings.staffIdleMinutes };
  await record(ctx, centerSecured, { subject: { type: 'center', id }, data: { minutes: after.staffIdleMinutes }, before, after });
  return { version: settings.version + 1 };
}

/** A new center with its settings, empty of people. @returns the context that acts in it, for what comes next in the same transaction */
export async function createCenter(ctx: Ctx, input: z.output<typeof CreateCenter>): Promise<{ id: string; inside: Ctx<OperatorActor> }> {
  allow(canRunCenters(ctx.actor));
  ensure((await centerBySlug(ctx, input.slug)) === null, 'center.slugTaken', { field: 'slug' });
  const id = newId();
  await ctx.db.insert(centers).values({ id, slug: input.slug, ...namesOf(input), createdAt: ctx.now, updatedAt: ctx.now });
  const inside = await inCenter(ctx, id);
  await ctx.db.insert(centerSettings).values({ centerId: id, createdAt: ctx.now, updatedAt: ctx.now });
  // What a center begins with (its services) belongs to others: they make it ready in the background.
  await enqueue(inside, 'center.opened', {});
  await record(inside, centerOpened, { subject: { type: 'center', id }, data: { name: input.name }, after: { slug: input.slug, ...namesOf(input) } });
  return { id, inside };
}

/** Nobody signs in to a closed center any more; its rows stay. The name is typed to be sure it is the one meant. */
export async function closeCenter(ctx: Ctx, { id, name }: z.output<typeof CloseCenter>): Promise<{ name: string }> {
  allow(canRunCenters(ctx.actor));
  const inside = await inCenter(ctx, id);
  const [row] = await ctx.db.select().from(centers).where(eq(centers.id, id)).for('no key update');
  const center = found(row);
  ensure(center.closedAt === null, 'center.closed');
  ensure(name === center.name, 'center.nameDiffers', { field: 'name' });
  await ctx.db.update(centers).set({ closedAt: ctx.now, updatedAt: ctx.now, version: sql`${centers.version} + 1` }).where(eq(centers.id, id));
  await record(inside, centerClosed, { subject: { type: 'center', id }, data: { name: center.name } });
  return { name: center.name };
}
