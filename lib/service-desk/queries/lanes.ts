import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { approvalLanes } from '@/db/schema/approvals';
import { companies } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { requests } from '@/db/schema/service-desk';
import { standsInFor } from '@/lib/approvals/queries';
import type { Ctx } from '@/lib/kernel/context';

const MOST = 200;

/** The open lanes that wait for the reader, by what is due: their own, their department's, their role's, and of those they stand in for. */
export async function listLanesFor(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'member') return [];
  const away = await standsInFor(ctx);
  const deciders = [{ membershipId: actor.membershipId, role: actor.role, departmentId: actor.departmentId }, ...away];
  const departments = deciders.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));
  const mine = or(
    inArray(approvalLanes.ownerId, deciders.map(({ membershipId }) => membershipId)),
    departments.length === 0 ? undefined : inArray(approvalLanes.departmentId, departments),
    and(eq(approvalLanes.party, 'role'), inArray(approvalLanes.role, deciders.map(({ role }) => role))),
  );
  return ctx.db
    .select({
      id: approvalLanes.id,
      name: approvalLanes.name,
      nameEn: approvalLanes.nameEn,
      days: approvalLanes.days,
      dueOn: approvalLanes.dueOn,
      owner: memberships.name,
      requestId: requests.id,
      title: requests.title,
      number: requests.number,
      company: companies.name,
    })
    .from(approvalLanes)
    .innerJoin(requests, eq(requests.id, approvalLanes.subjectId))
    .innerJoin(companies, eq(companies.id, requests.companyId))
    .leftJoin(memberships, eq(memberships.id, approvalLanes.ownerId))
    .where(and(eq(approvalLanes.state, 'open'), eq(approvalLanes.subjectType, 'request'), mine))
    .orderBy(asc(approvalLanes.nextDueOn), asc(approvalLanes.id))
    .limit(MOST);
}
