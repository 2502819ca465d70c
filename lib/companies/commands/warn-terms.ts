import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { companies, companyAssignments, termWarnings } from '@/db/schema/companies';
import { recordAll } from '@/lib/audit/commands';
import { centerOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addMonths, dayOf } from '@/lib/kernel/dates';
import { termWarned } from '../entries';
import { type Countdown, countdownOf } from '../road';

const months: Partial<Record<Countdown, number>> = { over: 0, month: 1, quarter: 3, half: 6 };

/** Warns of terms that end within six, three and one months or are over: each once a last day, however often this runs. */
export async function warnTerms(ctx: Ctx): Promise<{ warned: number }> {
  const today = dayOf(ctx.now);
  const ending = await ctx.db
    .select({ id: companies.id, name: companies.name, dueOn: companies.dueOn })
    .from(companies)
    .where(sql`${companies.dueOn} <= ${addMonths(today, 6)}`)
    .orderBy(asc(companies.dueOn), asc(companies.id));
  const wanted = ending.flatMap(({ id, name, dueOn }) => {
    const before = dueOn === null ? undefined : months[countdownOf(dueOn, today)];
    return dueOn === null || before === undefined ? [] : [{ id, name, dueOn, months: before }];
  });
  let warned = 0;
  for (let start = 0; start < wanted.length; start += 1_000) {
    const part = wanted.slice(start, start + 1_000);
    const fresh = await ctx.db
      .insert(termWarnings)
      .values(part.map((one) => ({ centerId: centerOf(ctx.actor), companyId: one.id, dueOn: one.dueOn, months: one.months, warnedAt: ctx.now })))
      .onConflictDoNothing()
      .returning({ companyId: termWarnings.companyId });
    const ids = fresh.map((row) => row.companyId);
    if (ids.length === 0) continue;
    const trios = await ctx.db
      .select({ companyId: companyAssignments.companyId, membershipId: companyAssignments.membershipId })
      .from(companyAssignments)
      .where(and(inArray(companyAssignments.companyId, ids), isNull(companyAssignments.untilOn), eq(companyAssignments.centerId, centerOf(ctx.actor))));
    const told = part.filter((one) => ids.includes(one.id));
    await recordAll(
      ctx,
      termWarned,
      told.map((one) => ({
        subject: { type: 'company', id: one.id },
        companyId: one.id,
        data: { companyId: one.id, company: one.name, due: one.dueOn, months: one.months, trio: trios.filter((row) => row.companyId === one.id).map((row) => row.membershipId) },
      })),
    );
    warned += told.length;
  }
  return { warned };
}
