import { and, asc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { companies, companyAssignments } from '@/db/schema/companies';
import { memberships } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { keptOffer } from '@/lib/kernel/kept-offer';

const serving = ['director', 'manager', 'liaison', 'counsellor'] as const;

/** The name this center knows a member by. */
export async function memberName(ctx: Ctx, membershipId: string): Promise<string> {
  const [row] = await ctx.db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, membershipId));
  return row?.name ?? '';
}

/** What deciding whether a company may file needs; null for one the reader can't see. */
export async function companyStanding(ctx: Ctx, companyId: string): Promise<{ name: string; state: string } | null> {
  const [row] = await ctx.db.select({ name: companies.name, state: companies.state }).from(companies).where(eq(companies.id, companyId));
  return row ?? null;
}

/** Null for a company the reader can't see. */
export async function findCompanyName(ctx: Ctx, companyId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ name: companies.name }).from(companies).where(eq(companies.id, companyId));
  return row?.name ?? null;
}

/** @throws NotFoundError */
export async function companyName(ctx: Ctx, companyId: string): Promise<string> {
  return found(await findCompanyName(ctx, companyId));
}

/** The company's own liaison today, as long as they are still here; null when it has none. */
export async function liaisonOf(ctx: Ctx, companyId: string): Promise<string | null> {
  const today = dayOf(ctx.now);
  const [row] = await ctx.db
    .select({ id: memberships.id })
    .from(companyAssignments)
    .innerJoin(memberships, eq(memberships.id, companyAssignments.membershipId))
    .where(
      and(
        eq(companyAssignments.companyId, companyId),
        eq(companyAssignments.role, 'liaison'),
        lte(companyAssignments.fromOn, today),
        or(isNull(companyAssignments.untilOn), gte(companyAssignments.untilOn, today)),
        isNull(memberships.endedAt),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

/** The names of the companies that the reader looks after today, for a choice while typing. */
export async function ownCompanyNames(ctx: Ctx, limit = 200): Promise<string[]> {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .selectDistinct({ name: companies.name })
    .from(companyAssignments)
    .innerJoin(companies, eq(companies.id, companyAssignments.companyId))
    .where(
      and(
        eq(companyAssignments.membershipId, membershipOf(ctx.actor) ?? ''),
        lte(companyAssignments.fromOn, today),
        or(isNull(companyAssignments.untilOn), gte(companyAssignments.untilOn, today)),
      ),
    )
    .orderBy(asc(companies.name))
    .limit(limit);
  return rows.map(({ name }) => name);
}

/** Somebody who may hold a request, or null. */
export async function servingMember(ctx: Ctx, membershipId: string): Promise<{ id: string; name: string } | null> {
  const [row] = await ctx.db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(and(eq(memberships.id, membershipId), inArray(memberships.role, [...serving]), isNull(memberships.endedAt)));
  return row ?? null;
}

/** Whether anybody leads a department. */
export async function hasManager(ctx: Ctx, departmentId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.departmentId, departmentId), eq(memberships.role, 'manager'), isNull(memberships.endedAt)))
    .limit(1);
  return row !== undefined;
}

/** Whether somebody still works at the center. */
export async function isStillHere(ctx: Ctx, membershipId: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: memberships.id }).from(memberships).where(and(eq(memberships.id, membershipId), isNull(memberships.endedAt)));
  return row !== undefined;
}

/** The department in which a member works and somebody else leads; null where there is none, and every manager is meant. */
export async function ledDepartmentOf(ctx: Ctx, membershipId: string | null): Promise<string | null> {
  if (membershipId === null) return null;
  const led = alias(memberships, 'led');
  const [row] = await ctx.db
    .select({ id: memberships.departmentId })
    .from(memberships)
    .innerJoin(led, and(eq(led.departmentId, memberships.departmentId), eq(led.role, 'manager'), isNull(led.endedAt), ne(led.id, memberships.id)))
    .where(eq(memberships.id, membershipId))
    .limit(1);
  return row?.id ?? null;
}

/** Everybody who may hold a request, for a choice. */
export async function listServing(ctx: Ctx): Promise<readonly { id: string; name: string; role: string }[]> {
  return keptOffer(ctx, 'serving', () => servingAsked(ctx.db).execute());
}

const servingAsked = writtenOnce((db) =>
  db
    .select({ id: memberships.id, name: memberships.name, role: memberships.role })
    .from(memberships)
    .where(and(inArray(memberships.role, [...serving]), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.role), asc(memberships.name), asc(memberships.id))
    .prepare(KEPT),
);

/** Whoever may be named with an @: everybody who does the desk's work now. */
export async function listColleagues(ctx: Ctx): Promise<readonly { id: string; name: string; role: string }[]> {
  return keptOffer(ctx, 'colleagues', () =>
    ctx.db
      .select({ id: memberships.id, name: memberships.name, role: memberships.role })
      .from(memberships)
      .where(and(inArray(memberships.role, [...serving, 'finance']), isNull(memberships.endedAt)))
      .orderBy(asc(memberships.role), asc(memberships.name), asc(memberships.id)),
  );
}
