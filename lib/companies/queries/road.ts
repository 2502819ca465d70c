import { and, asc, count, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { carriers, companies, companyRoad } from '@/db/schema/companies';
import { files } from '@/db/schema/files';
import { memberships } from '@/db/schema/people';
import type { Ctx } from '@/lib/kernel/context';
import type { Day } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import type { CompanyState } from '../inputs';
import type { Step } from '../road';

const striker = alias(memberships, 'striker');

const columns = {
  id: companyRoad.id,
  companyId: companyRoad.companyId,
  company: companies.name,
  kind: companyRoad.kind,
  onDay: companyRoad.onDay,
  basis: companyRoad.basis,
  position: companyRoad.position,
  carrierId: companyRoad.carrierId,
  carrier: carriers.name,
  carrierKind: carriers.kind,
  room: companyRoad.room,
  area: companyRoad.area,
  untilOn: companyRoad.untilOn,
  reason: companyRoad.reason,
  by: memberships.name,
  createdAt: companyRoad.createdAt,
  struckAt: companyRoad.struckAt,
  struckBy: striker.name,
  struckReason: companyRoad.struckReason,
};

function steps(ctx: Ctx) {
  return ctx.db
    .select(columns)
    .from(companyRoad)
    .innerJoin(companies, eq(companies.id, companyRoad.companyId))
    .leftJoin(carriers, eq(carriers.id, companyRoad.carrierId))
    .leftJoin(memberships, eq(memberships.id, companyRoad.createdBy))
    .leftJoin(striker, eq(striker.id, companyRoad.struckBy));
}

export type RoadLine = Awaited<ReturnType<typeof roadOfCompany>>[number];

/** What happened to a company on its way, in order, with how many papers hang on each step. Struck rows are told apart. */
export async function roadOfCompany(ctx: Ctx, companyId: string) {
  const rows = await steps(ctx).where(eq(companyRoad.companyId, companyId)).orderBy(asc(companyRoad.onDay), asc(companyRoad.position));
  const papers = new Map<string, number>();
  if (rows.length > 0) {
    const counted = await ctx.db
      .select({ id: files.subjectId, n: count() })
      .from(files)
      .where(and(eq(files.subjectType, 'road'), inArray(files.subjectId, rows.map((row) => row.id)), isNull(files.removedAt)))
      .groupBy(files.subjectId);
    for (const { id, n } of counted) papers.set(id, n);
  }
  return rows.map((row) => ({ ...row, papers: papers.get(row.id) ?? 0 }));
}

export async function getStep(ctx: Ctx, id: string) {
  if (!isId(id)) return null;
  const [row] = await steps(ctx).where(eq(companyRoad.id, id));
  return row ?? null;
}

/** The steps of these companies that stand, for the fold. */
export async function stepsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, (Step & { id: string })[]>> {
  const found = new Map<string, (Step & { id: string })[]>();
  for (let start = 0; start < ids.length; start += 5_000) {
    const rows = await ctx.db
      .select({
        companyId: companyRoad.companyId,
        id: companyRoad.id,
        kind: companyRoad.kind,
        onDay: companyRoad.onDay,
        basis: companyRoad.basis,
        position: companyRoad.position,
        carrierId: companyRoad.carrierId,
        area: companyRoad.area,
        untilOn: companyRoad.untilOn,
      })
      .from(companyRoad)
      .where(and(inArray(companyRoad.companyId, ids.slice(start, start + 5_000)), isNull(companyRoad.struckAt)));
    for (const { companyId, ...step } of rows) found.set(companyId, [...(found.get(companyId) ?? []), step]);
  }
  return found;
}

/** Narrows companies to those that stood in `state` on a day, by their roads. */
export function stoodIn(ctx: Ctx, state: CompanyState, day: Day): SQL {
  const last = ctx.db
    .selectDistinctOn([companyRoad.companyId], { companyId: companyRoad.companyId, kind: companyRoad.kind })
    .from(companyRoad)
    .where(and(isNull(companyRoad.struckAt), sql`${companyRoad.onDay} <= ${day}`, sql`${companyRoad.kind} not in ('moved', 'extended')`))
    .orderBy(companyRoad.companyId, sql`${companyRoad.onDay} desc`, sql`${companyRoad.position} desc`)
    .as('last_step');
  const kinds = state === 'incubating' ? ['admitted'] : state === 'prospect' ? ['applied', 'under_review', 'declined'] : [state];
  return inArray(companies.id, ctx.db.select({ id: last.companyId }).from(last).where(sql`${last.kind} in (${sql.join(kinds.map((kind) => sql`${kind}`), sql`, `)})`));
}
