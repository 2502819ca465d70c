import { and, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { memberships, sessions } from '@/db/schema/people';
import { record } from '@/lib/audit/commands';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { companyLeftAlone, membershipEdited, membershipEnded, roleChanged, sessionsClosed } from '../entries';
import type { ChangeRole, EditMembership, EndMembership, OfMembership } from '../inputs';
import { canChangeRole, canEditMembership, canEndMembership, canEndSessionsOf, kindOf } from '../policy';
import { companyNameOf, memberName } from '../queries/names';

type Row = typeof memberships.$inferSelect;

async function openMembership(ctx: Ctx, id: string, version?: number): Promise<Row> {
  const [row] = await ctx.db.select().from(memberships).where(eq(memberships.id, id)).for('update');
  const membership = found(row);
  ensure(membership.endedAt === null, 'people.membershipEnded');
  if (version !== undefined) ensureVersion({ ...membership, updatedByName: await memberName(ctx, membership.updatedBy) }, version);
  return membership;
}

const keyed = (row: Row) => and(eq(memberships.centerId, row.centerId), eq(memberships.id, row.id));

/** A center nobody can administer would have to call the operator. Two who take each other's role at once go one after the other. */
async function ensureOtherAdministrator(ctx: Ctx, membership: Row): Promise<void> {
  if (membership.role !== 'administrator') return;
  await ctx.db.select({ held: sql`held.held` }).from(sql`pg_advisory_xact_lock(hashtextextended(${`administrators ${membership.centerId}`}, 0)) as held(held)`);
  const [others] = await ctx.db
    .select({ left: count() })
    .from(memberships)
    .where(and(eq(memberships.centerId, membership.centerId), eq(memberships.role, 'administrator'), isNull(memberships.endedAt), ne(memberships.id, membership.id)));
  ensure((others?.left ?? 0) > 0, 'people.lastAdministrator');
}

/**
 * Name, title, department, and the role within its kind; a new role counts from the person's next click.
 * @throws ForbiddenError, StaleError; RuleError people.lastAdministrator, people.alreadyMember
 */
export async function editMembership(ctx: Ctx, input: EditMembership): Promise<{ version: number; name: string }> {
  const { db, actor, now } = ctx;
  const before = await openMembership(ctx, input.membership, input.version);
  allow(canEditMembership(actor, before));
  const { name, title, role } = input;
  const departmentId = kindOf(role) === 'Staff' ? input.department : null;
  if (departmentId !== before.departmentId) allow(canEditMembership(actor, { ...before, departmentId }));
  if (role !== before.role) {
    allow(canChangeRole(actor, before, role));
    await ensureOtherAdministrator(ctx, before);
    const [twin] = await db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.personId, before.personId), eq(memberships.role, role), isNull(memberships.endedAt), ne(memberships.id, before.id), before.companyId === null ? isNull(memberships.companyId) : eq(memberships.companyId, before.companyId)));
    ensure(twin === undefined, 'people.alreadyMember', { field: 'role' });
  }
  await db
    .update(memberships)
    .set({ name, title, role, departmentId, updatedAt: now, updatedBy: membershipOf(actor), version: sql`${memberships.version} + 1` })
    .where(keyed(before));
  const subject = { type: 'membership', id: before.id };
  const changed = { before: { name: before.name, title: before.title, role: before.role, departmentId: before.departmentId }, after: { name, title, role, departmentId } };
  const { companyId } = before;
  if (role !== before.role) await record(ctx, roleChanged, { subject, companyId, data: { name, before: before.role, after: role, membership: before.id }, ...changed });
  else await record(ctx, membershipEdited, { subject, companyId, data: { name, role, membership: before.id }, ...changed });
  return { version: before.version + 1, name };
}

/** Another role, everything else as it is. @throws as editMembership */
export async function changeRole(ctx: Ctx, input: ChangeRole): Promise<{ version: number; name: string }> {
  const [row] = await ctx.db.select().from(memberships).where(eq(memberships.id, input.membership));
  const { name, title, departmentId } = found(row);
  return editMembership(ctx, { ...input, name, title, department: departmentId });
}

/**
 * Takes a role away; it is gone at the person's next click. Ended, never deleted: what they did keeps their name.
 * @throws ForbiddenError, StaleError; RuleError people.lastAdministrator
 */
export async function endMembership(ctx: Ctx, input: EndMembership): Promise<{ name: string }> {
  const { db, actor, now } = ctx;
  const row = await openMembership(ctx, input.membership, input.version);
  allow(canEndMembership(actor, row));
  await ensureOtherAdministrator(ctx, row);
  await db
    .update(memberships)
    .set({ endedAt: now, endedBy: membershipOf(actor), updatedAt: now, updatedBy: membershipOf(actor), version: sql`${memberships.version} + 1` })
    .where(keyed(row));
  const { name, role, companyId } = row;
  const subject = { type: 'membership', id: row.id };
  await record(ctx, membershipEnded, { subject, companyId, data: { name, role, reason: input.reason }, before: { role }, after: { role: null } });
  if (companyId !== null) {
    const [left] = await db.select({ people: count() }).from(memberships).where(and(eq(memberships.centerId, row.centerId), eq(memberships.companyId, companyId), isNull(memberships.endedAt)));
    if (left?.people === 0) {
      const company = (await companyNameOf(ctx, companyId)) ?? '';
      await record(ctx, companyLeftAlone, { subject, companyId, data: { name, company } });
    }
  }
  return { name };
}

/** Signs somebody out everywhere: a lost phone, a computer left open. @throws ForbiddenError */
export async function endSessionsOf(ctx: Ctx, input: OfMembership): Promise<{ name: string; count: number }> {
  const { db, actor, now } = ctx;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, input.membership));
  const { id, personId, name, centerId, ...target } = found(row);
  allow(canEndSessionsOf(actor, { ...target, id, personId }));
  const ended = await db
    .update(sessions)
    .set({ endedAt: now, endedBy: 'administrator' })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  await record(ctx, sessionsClosed, { subject: { type: 'person', id: personId }, centerId, data: { name, membership: id, count: ended.length } });
  return { name, count: ended.length };
}
