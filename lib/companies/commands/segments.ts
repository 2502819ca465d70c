import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companySegments } from '@/db/schema/companies';
import { record } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { segmentRemoved, segmentSaved } from '../entries';
import { companyList, type RemoveSegment, type SaveSegment } from '../inputs';
import { canKeepSegments } from '../policy';
import { paramsOf } from '../queries/segments';

const MOST = 60;

/** Keeps a list's filters under a name everybody at the desk knows. @throws RuleError 'segment.nameTaken' | 'segment.all' | 'segment.tooMany' */
export async function saveSegment(ctx: Ctx, input: z.output<typeof SaveSegment>): Promise<{ name: string }> {
  allow(canKeepSegments(ctx.actor));
  // Kept as the list itself would write it: an address from elsewhere brings nothing along.
  const params = paramsOf(input.query);
  const query = companyList.toSearch({ ...params, page: 1, filters: { ...params.filters, exact: undefined } });
  ensure(Object.values(params.filters).some((value) => value !== undefined), 'segment.all', { field: 'name' });
  ensure((await ctx.db.$count(companySegments)) < MOST, 'segment.tooMany', { params: { max: MOST } });
  const [same] = await ctx.db.select({ id: companySegments.id }).from(companySegments).where(and(sql`company_key(${companySegments.name}) = company_key(${input.name})`, ne(companySegments.query, ''))).limit(1);
  ensure(same === undefined, 'segment.nameTaken', { field: 'name' });
  const id = newId();
  const by = membershipOf(ctx.actor);
  await ctx.db.insert(companySegments).values({ centerId: centerOf(ctx.actor), id, name: input.name, query, createdAt: ctx.now, createdBy: by });
  await record(ctx, segmentSaved, { subject: { type: 'segment', id }, data: { segment: input.name }, after: { query } });
  return { name: input.name };
}

export async function removeSegment(ctx: Ctx, input: z.output<typeof RemoveSegment>): Promise<{ name: string }> {
  allow(canKeepSegments(ctx.actor));
  const [row] = await ctx.db.delete(companySegments).where(eq(companySegments.id, input.segment)).returning({ name: companySegments.name });
  const { name } = found(row);
  await record(ctx, segmentRemoved, { subject: { type: 'segment', id: input.segment }, data: { segment: name } });
  return { name };
}
