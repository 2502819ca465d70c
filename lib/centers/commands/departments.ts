import { eq, max, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { centers, departments } from '@/db/schema/centers';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { departmentClosed, departmentCreated, departmentMoved, departmentRenamed, departmentReopened } from '../entries';
import type { CloseDepartment, CreateDepartment, MoveDepartment, RenameDepartment } from '../inputs';
import { canEditDepartments } from '../policy';
import { departmentNamed, getDepartment, memberNameOf, neighbourOf } from '../queries';

const saved = (ctx: Ctx) => ({ updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor), version: sql`${departments.version} + 1` });

/** Departments of one center change one after the other, so that names stay unique and the order whole. */
async function lockCenter(ctx: Ctx): Promise<void> {
  await ctx.db.select({ id: centers.id }).from(centers).where(eq(centers.id, centerOf(ctx.actor))).for('no key update');
}

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(departments).where(eq(departments.id, id)).for('update');
  return found(row);
}

const subject = (id: string) => ({ type: 'department', id });

export async function createDepartment(ctx: Ctx, input: z.output<typeof CreateDepartment>): Promise<{ id: string; name: string }> {
  allow(canEditDepartments(ctx.actor));
  await lockCenter(ctx);
  ensure((await departmentNamed(ctx, input.name)) === null, 'alreadyExists', { field: 'name' });
  const [last] = await ctx.db.select({ position: max(departments.position) }).from(departments);
  const id = newId();
  const made = { createdAt: ctx.now, createdBy: membershipOf(ctx.actor), updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) };
  await ctx.db.insert(departments).values({ centerId: centerOf(ctx.actor), id, ...input, position: (last?.position ?? -1) + 1, ...made });
  await record(ctx, departmentCreated, { subject: subject(id), data: { name: input.name }, after: input });
  return { id, name: input.name };
}

/** @throws StaleError when somebody else saved since the form was drawn */
export async function renameDepartment(ctx: Ctx, { id, version, ...names }: z.output<typeof RenameDepartment>): Promise<{ name: string; version: number }> {
  allow(canEditDepartments(ctx.actor));
  await lockCenter(ctx);
  const row = await load(ctx, id);
  ensureVersion({ ...row, updatedByName: await memberNameOf(ctx, row.updatedBy) }, version);
  const other = await departmentNamed(ctx, names.name);
  ensure(other === null || other === id, 'alreadyExists', { field: 'name' });
  await ctx.db.update(departments).set({ ...names, ...saved(ctx) }).where(eq(departments.id, id));
  const before = { name: row.name, nameEn: row.nameEn };
  await record(ctx, departmentRenamed, { subject: subject(id), data: { name: names.name, from: row.name }, before, after: names });
  return { name: names.name, version: row.version + 1 };
}

/** One place up or down among the open ones; the first stays first. */
export async function moveDepartment(ctx: Ctx, { id, direction }: z.output<typeof MoveDepartment>): Promise<{ name: string }> {
  allow(canEditDepartments(ctx.actor));
  await lockCenter(ctx);
  const row = await load(ctx, id);
  const other = await neighbourOf(ctx, row.position, direction);
  if (other === null) return { name: row.name };
  await ctx.db.update(departments).set({ position: other.position, ...saved(ctx) }).where(eq(departments.id, id));
  await ctx.db.update(departments).set({ position: row.position }).where(eq(departments.id, other.id));
  await record(ctx, departmentMoved, { subject: subject(id), data: { name: row.name }, before: { position: row.position }, after: { position: other.position } });
  return { name: row.name };
}

/** Nobody may work in it any more. Its name stays on what was done in it. */
export async function closeDepartment(ctx: Ctx, { id }: z.output<typeof CloseDepartment>): Promise<{ name: string }> {
  allow(canEditDepartments(ctx.actor));
  const row = await load(ctx, id);
  ensure(row.closedAt === null, 'department.closed');
  const people = (await getDepartment(ctx, id))?.people ?? 0;
  ensure(people === 0, 'department.inUse', { params: { people } });
  await ctx.db.update(departments).set({ closedAt: ctx.now, ...saved(ctx) }).where(eq(departments.id, id));
  await record(ctx, departmentClosed, { subject: subject(id), data: { name: row.name } });
  return { name: row.name };
}

export async function reopenDepartment(ctx: Ctx, { id }: z.output<typeof CloseDepartment>): Promise<{ name: string }> {
  allow(canEditDepartments(ctx.actor));
  const row = await load(ctx, id);
  ensure(row.closedAt !== null, 'department.open');
  await ctx.db.update(departments).set({ closedAt: null, ...saved(ctx) }).where(eq(departments.id, id));
  await record(ctx, departmentReopened, { subject: subject(id), data: { name: row.name } });
  return { name: row.name };
}
