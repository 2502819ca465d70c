import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { insertRows } from '@/db/insert-rows';
import { companies, companyAssignments } from '@/db/schema/companies';
import { record, recordAll } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { trioAssigned, trioAssignedMany, trioEnded } from '../entries';
import { type AssignAll, type AssignTrio, type BulkAssign, companyList, type TrioRole } from '../inputs';
import { canAssignTrio } from '../policy';
import { listCompanyIds } from '../queries/list';
import { membersById } from '../queries/members';
import { lastDayBefore, mayServeAs } from '../rules';

/** Who looks after one company in one role from today on; null ends it without a successor. */
export async function assignTrio(ctx: Ctx, input: z.output<typeof AssignTrio>): Promise<{ changed: number }> {
  allow(canAssignTrio(ctx.actor));
  const [company] = await ctx.db.select({ id: companies.id }).from(companies).where(eq(companies.id, input.company));
  return change(ctx, [{ companyId: found(company).id, role: input.role, membershipId: input.membership }]);
}

/** The same person for many companies at once. Companies the person looks after already are left alone. */
export async function assignMany(ctx: Ctx, input: z.output<typeof BulkAssign>): Promise<{ changed: number }> {
  allow(canAssignTrio(ctx.actor));
  return change(ctx, input.companies.map((companyId) => ({ companyId, role: input.role, membershipId: input.membership })));
}

/** As many as one batch takes. */
export const MOST_ASSIGNED = 20_000;

/**
 * The same for all companies that a list shows, as one batch: an entry for itself and one per company, and the person is
 * told once. @throws RuleError company.listMoved when the list shows other companies than the preview counted
 */
export async function assignAll(ctx: Ctx, input: z.output<typeof AssignAll>): Promise<{ changed: number }> {
  allow(canAssignTrio(ctx.actor));
  const { role, membership: membershipId } = input;
  const ids = await listCompanyIds(ctx, companyList.parse(Object.fromEntries(new URLSearchParams(input.list))), MOST_ASSIGNED + 1);
  ensure(ids.length <= MOST_ASSIGNED, 'company.tooManyAtOnce', { params: { max: MOST_ASSIGNED } });
  ensure(ids.length === input.expected, 'company.listMoved', { params: { count: ids.length } });
  const done = await change(ctx, ids.map((companyId) => ({ companyId, role, membershipId })), { quiet: true });
  const member = found((await membersById(ctx, [membershipId])).get(membershipId));
  if (done.changed > 0) {
    const data = { role, member: member.name, membershipId, count: done.changed };
    await record(ctx, trioAssignedMany, { subject: { type: 'membership', id: membershipId }, data });
  }
  return done;
}

export interface TrioChange {
  companyId: string;
  role: TrioRole;
  membershipId: string | null;
}

/**
 * Closes and opens dated rows, set-based. `quiet` leaves entries without telling anybody, for imports.
 * @returns how many companies have somebody else now
 */
export async function change(ctx: Ctx, wanted: readonly TrioChange[], options: { quiet?: boolean } = {}): Promise<{ changed: number }> {
  if (wanted.length === 0) return { changed: 0 };
  const today = dayOf(ctx.now);
  const ids = [...new Set(wanted.map((one) => one.companyId))];
  const names = new Map<string, string>();
  const open = new Map<string, { id: string; membershipId: string; fromOn: string }>();
  for (const part of chunks(ids, 5_000)) {
    const found = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(inArray(companies.id, part));
    for (const row of found) names.set(row.id, row.name);
    const rows = await ctx.db
      .select()
      .from(companyAssignments)
      .where(and(inArray(companyAssignments.companyId, part), isNull(companyAssignments.untilOn)))
      .for('update');
    for (const row of rows) open.set(`${row.companyId} ${row.role}`, row);
  }
  ensure(names.size === ids.length, 'notFound');
  const members = [...wanted.map((one) => one.membershipId).filter((id) => id !== null), ...[...open.values()].map((row) => row.membershipId)];
  const people = await membersById(ctx, members);

  const closing = new Map<string, string[]>();
  const opening: (typeof companyAssignments.$inferInsert)[] = [];
  const assigned: Parameters<typeof recordAll<typeof trioAssigned.data>>[2][number][] = [];
  const ended: Parameters<typeof recordAll<typeof trioEnded.data>>[2][number][] = [];
  for (const { companyId, role, membershipId } of wanted) {
    const now = open.get(`${companyId} ${role}`);
    if ((now?.membershipId ?? null) === membershipId) continue;
    if (now !== undefined) {
      const last = lastDayBefore(today, now.fromOn);
      closing.set(last, [...(closing.get(last) ?? []), now.id]);
    }
    const previous = now === undefined ? '' : (people.get(now.membershipId)?.name ?? '');
    const about = { subject: { type: 'company', id: companyId }, companyId };
    const data = { companyId, company: names.get(companyId) ?? '', role };
    if (membershipId === null) {
      if (now !== undefined) ended.push({ ...about, data: { ...data, member: previous, membershipId: now.membershipId } });
      continue;
    }
    const member = people.get(membershipId);
    ensure(member !== undefined && member.endedAt === null && mayServeAs(member.role, role), 'company.cannotServe', { field: 'membership' });
    opening.push({
      centerId: centerOf(ctx.actor),
      id: newId(),
      companyId,
      role,
      membershipId,
      fromOn: today,
      createdAt: ctx.now,
      createdBy: membershipOf(ctx.actor),
    });
    assigned.push({ ...about, data: { ...data, member: member.name, membershipId, previous } });
  }
  for (const [untilOn, rows] of closing) {
    for (const part of chunks(rows, 5_000)) await ctx.db.update(companyAssignments).set({ untilOn }).where(inArray(companyAssignments.id, part));
  }
  await insertRows(ctx.db, companyAssignments, opening);
  await recordAll(ctx, trioAssigned, assigned, options);
  await recordAll(ctx, trioEnded, ended, options);
  return { changed: assigned.length + ended.length };
}

function chunks<T>(rows: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
  return parts;
}
