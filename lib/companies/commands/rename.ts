import { desc, eq } from 'drizzle-orm';
import { insertRows } from '@/db/insert-rows';
import { companyNames } from '@/db/schema/companies-file';
import { recordAll } from '@/lib/audit/commands';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { type Day, dayOf } from '@/lib/kernel/dates';
import { RuleError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { companyRenamed, companyRenamedEarlier } from '../entries/profile';
import { renamingProblem } from '../rules/profile';

export interface Renamed {
  companyId: string;
  previous: string;
  name: string;
  /** From when the new name holds; today where nobody says. */
  on?: Day;
}

/** @throws RuleError 'company.renamedLater' | 'company.renamedBeforeFounded' | 'company.renamedBeforeLast' */
export async function ensureRenaming(ctx: Ctx, company: { id: string; establishedOn: Day | null }, on: Day): Promise<void> {
  const [last] = await ctx.db.select({ untilOn: companyNames.untilOn }).from(companyNames).where(eq(companyNames.companyId, company.id)).orderBy(desc(companyNames.untilOn)).limit(1);
  const today = dayOf(ctx.now);
  const problem = renamingProblem(on, { today, establishedOn: company.establishedOn, lastUntil: last?.untilOn ?? null });
  if (problem !== null) throw new RuleError(problem, { field: 'renamedOn', params: { last: last?.untilOn ?? '' } });
}

/** Keeps the names companies had until now. The callers have written the new ones. */
export async function keepFormerNames(ctx: Ctx, renamed: readonly Renamed[], options: { quiet?: boolean } = {}): Promise<void> {
  if (renamed.length === 0) return;
  const today = dayOf(ctx.now);
  const earlier = renamed.filter(({ on }) => on !== undefined && on !== today);
  await insertRows(
    ctx.db,
    companyNames,
    renamed.map(({ companyId, previous, on }) => ({
      centerId: centerOf(ctx.actor), id: newId(), companyId, name: previous, untilOn: on ?? today, createdAt: ctx.now, createdBy: membershipOf(ctx.actor),
    })),
  );
  await recordAll(
    ctx,
    companyRenamed,
    renamed.filter((one) => !earlier.includes(one)).map(({ companyId, previous, name }) => ({ subject: { type: 'company', id: companyId }, companyId, data: { companyId, company: name, previous } })),
    options,
  );
  await recordAll(
    ctx,
    companyRenamedEarlier,
    earlier.map(({ companyId, previous, name, on = today }) => ({ subject: { type: 'company', id: companyId }, companyId, data: { companyId, company: name, previous, on } })),
    options,
  );
}
