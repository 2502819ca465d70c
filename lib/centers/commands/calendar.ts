import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { calendarDays, calendarYears } from '@/db/schema/centers';
import { record } from '@/lib/audit/commands';
import { readSheets } from '@/lib/imports/read-sheet';
import { cellText } from '@/lib/imports/workbook';
import { membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, RuleError } from '@/lib/kernel/errors';
import { calendarCorrected, calendarEntered } from '../entries';
import type { EnterYear } from '../inputs';
import { canCorrectYear, canEditCalendar } from '../policy';
import { getCalendarYear, inCenter, listCenters } from '../queries';
import { readArrangement } from '../rules';

/**
 * Enters a year's 放假安排 from pasted lines or a sheet, or corrects it. Deadlines are counted by it in every center from then on;
 * what the operator changes is left in every center's trail, and its leaders are told.
 * @throws RuleError naming the first line that can't be meant, when the year was entered by somebody else meanwhile, or isn't theirs to correct
 */
export async function enterYear(ctx: Ctx, { year, document, days: typed, file, seen }: z.output<typeof EnterYear>): Promise<{ year: number; days: number }> {
  allow(canEditCalendar(ctx.actor));
  const field = file === undefined ? 'days' : 'file';
  const text = file === undefined ? typed : await linesOf(file);
  const { days, problems } = readArrangement(year, text);
  const [problem] = problems;
  if (problem !== undefined) throw new RuleError(problem.key, { field, params: { line: problem.line, year } });
  ensure(days.some((day) => day.kind === 'off'), 'calendar.empty', { field });

  const before = await getCalendarYear(ctx, year);
  ensure(seen !== '' || before === null, 'calendar.known', { field: 'year', params: { year } });
  ensure(seen === '' || seen === before?.seen, 'stale', { params: { at: ctx.now } });
  const by = { document, createdAt: ctx.now, createdBy: membershipOf(ctx.actor) };
  if (before === null) {
    const byCenter = ctx.actor.kind === 'member' ? ctx.actor.centerId : null;
    const made = await ctx.db.insert(calendarYears).values({ year, byCenter, ...by }).onConflictDoNothing().returning({ year: calendarYears.year });
    ensure(made.length === 1, 'calendar.known', { field: 'year', params: { year } });
  } else {
    ensure(canCorrectYear(ctx.actor, before, ctx.now), 'calendar.inForce', { params: { year } });
    await ctx.db.update(calendarYears).set(by).where(eq(calendarYears.year, year));
    await ctx.db.delete(calendarDays).where(eq(calendarDays.year, year));
  }
  await ctx.db.insert(calendarDays).values(days.map((day) => ({ ...day, year })));
  const left = {
    subject: { type: 'calendar', id: null },
    data: { year: String(year), document, days: days.length },
    before: before === null ? null : { document: before.document, days: before.days },
    after: { document, days },
  };
  if (ctx.actor.kind !== 'operator') await record(ctx, calendarEntered, left);
  else for (const center of await listCenters(ctx)) if (center.closedAt === null) await record(await inCenter(ctx, center.id), calendarCorrected, left);
  return { year, days: days.length };
}

async function linesOf(file: File): Promise<string> {
  const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()), { rows: 1_000, columns: 20 });
  const rows = sheets[0]?.rows ?? [];
  return rows.map((row) => row.cells.map(cellText).join(' ')).join('\n');
}
