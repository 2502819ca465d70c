import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { companies, companyAssignments } from '@/db/schema/companies';
import { applications } from '@/db/schema/lifecycle';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import type { Ctx } from '@/lib/kernel/context';
import { found } from '@/lib/kernel/errors';

/** The company that a decision is about, held until it is made. @throws NotFoundError */
export async function companyOf(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name, admittedOn: companies.admittedOn, establishedOn: companies.establishedOn, creditCode: companies.creditCode }).from(companies).where(eq(companies.id, id)).for('update');
  return found(row);
}

export async function openLogins(ctx: Ctx, companyId: string) {
  return ctx.db
    .select({ id: memberships.id, version: memberships.version, name: memberships.name })
    .from(memberships)
    .where(and(eq(memberships.companyId, companyId), isNull(memberships.endedAt)));
}

/** What still hangs on a company that goes: said before it is confirmed. */
export async function leavingChecklist(ctx: Ctx, companyId: string) {
  const [open] = await ctx.db.select({ n: count() }).from(requests).where(and(eq(requests.companyId, companyId), inArray(requests.state, ['submitted', 'accepted', 'returned'])));
  const trio = await ctx.db
    .select({ role: companyAssignments.role, name: memberships.name })
    .from(companyAssignments)
    .innerJoin(memberships, eq(memberships.id, companyAssignments.membershipId))
    .where(and(eq(companyAssignments.companyId, companyId), isNull(companyAssignments.untilOn)));
  const conditions = await ctx.db
    .select({ text: applications.conditionText, dueOn: applications.conditionDueOn })
    .from(applications)
    .where(and(eq(applications.companyId, companyId), eq(applications.state, 'admitted'), isNull(applications.conditionMetOn)));
  return { requests: open?.n ?? 0, trio, logins: (await openLogins(ctx, companyId)).map((one) => one.name), conditions: conditions.filter((one) => one.dueOn !== null) };
}
