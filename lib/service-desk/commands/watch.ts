import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { requests } from '@/db/schema/service-desk';
import { recountRound } from '@/lib/approvals/commands/round';
import { warnLanes } from '@/lib/approvals/commands/warn-lanes';
import { subjectsStopped } from '@/lib/approvals/queries';
import { warnOn, warnSteps } from '@/lib/approvals/rules';
import { record } from '@/lib/audit/commands';
import { getCalendar } from '@/lib/centers/queries';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import type { Calendar } from '@/lib/kernel/working-days';
import { requestDueKnown, requestLaneWarned, requestWarned } from '../entries';
import { hasManager } from '../queries/people';
import { acceptDue, dueColumns } from '../rules';
import { acceptByDefault } from './accept-request';
import { tellOfRepairs, tellPassedSupervisions } from './watch-days';
import { aboutRequest, clockColumns, type HeldRequest, holdRequest, saveRequest, subjectOf, subjectOfLanes } from './held-request';

/** How many rows one run takes on; the next run takes the rest. */
const BATCH = 300;

/**
 * What time alone brings about, in one run: what nobody answered counts as accepted, those concerned are told of what
 * is due and late, of supervisions and repairs whose day has come, days move on while a lane stands still, and days that couldn't be known get known. A second run on
 * the same day changes nothing. @returns how many rows changed
 */
export async function watchClocks(ctx: Ctx): Promise<number> {
  const calendar = await getCalendar(ctx);
  const accepted = await acceptOverdue(ctx);
  const moved = await moveStopped(ctx, calendar);
  const known = await recountUnknown(ctx, calendar);
  const warned = (await warn(ctx, calendar)) + (await warnOfLanes(ctx, calendar));
  return accepted + moved + known + warned + (await tellPassedSupervisions(ctx, BATCH)) + (await tellOfRepairs(ctx, calendar, BATCH));
}

async function acceptOverdue(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .select()
    .from(requests)
    .where(and(eq(requests.state, 'submitted'), lt(requests.nextDueOn, dayOf(ctx.now)), isNotNull(requests.acceptDueOn)))
    .orderBy(asc(requests.nextDueOn), asc(requests.id))
    .limit(BATCH)
    .for('update', { skipLocked: true });
  for (const request of rows) await acceptByDefault(ctx, request);
  return rows.length;
}

/** Amber tells whoever holds it, late the manager, two working days late the director; each once, also where days passed unwatched. */
async function warn(ctx: Ctx, calendar: Calendar): Promise<number> {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select()
    .from(requests)
    .where(and(lte(requests.warnOn, today), inArray(requests.state, ['submitted', 'accepted'])))
    .orderBy(asc(requests.warnOn), asc(requests.id))
    .limit(BATCH)
    .for('update', { skipLocked: true });
  for (const request of rows) {
    const due = request.state === 'submitted' ? request.acceptDueOn : request.dueOn;
    const promised = (request.state === 'submitted' ? request.acceptanceDays : request.promisedDays) ?? 0;
    const { from, to, next } = warnSteps(calendar, { dueOn: due, promised, warned: request.warned, warnOn: request.warnOn }, today);
    await saveRequest(ctx, request.id, { warned: to, warnOn: next });
    await record(ctx, requestWarned, { ...subjectOf(request), data: { ...aboutRequest(request), ...lateness(from, to), due: due ?? '' } });
  }
  return rows.length;
}

/** The same of each lane by its own day: whoever has it, then who leads its department, then the director. */
async function warnOfLanes(ctx: Ctx, calendar: Calendar): Promise<number> {
  const late = await warnLanes(ctx, calendar, 'request', BATCH);
  if (late.length === 0) return 0;
  const rows = await ctx.db.select().from(requests).where(inArray(requests.id, [...new Set(late.map(({ subjectId }) => subjectId))]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { subjectId, name, nameEn, party, ownerId, departmentId, role, dueOn, from, to } of late) {
    const request = byId.get(subjectId);
    // Where the holder's own lane ends with the whole, the whole was told of.
    if (request === undefined || (party === 'holder' && dueOn === request.dueOn)) continue;
    const led = departmentId !== null && (await hasManager(ctx, departmentId));
    await record(ctx, requestLaneWarned, {
      ...subjectOf(request),
      data: { ...aboutRequest(request), lane: name, laneEn: nameEn, laneOwner: ownerId, department: departmentId, role, led, ...lateness(from, to), due: dueOn ?? '' },
    });
  }
  return late.length;
}

/** The level reached, and whom of owner, manager and director nobody has told yet. */
function lateness(from: number, to: number): { level: number; told: string } {
  return { level: Math.min(Math.max(to, 1), 3), told: '123'.slice(from, to) };
}

/** While a lane stands still the day of the whole moves on with every day. */
async function moveStopped(ctx: Ctx, calendar: Calendar): Promise<number> {
  let moved = 0;
  for (const id of await subjectsStopped(ctx, 'request', BATCH)) {
    const request = await holdRequest(ctx, id);
    if (request.state !== 'accepted') continue;
    if (await recount(ctx, calendar, request)) moved += 1;
  }
  return moved;
}

async function recount(ctx: Ctx, calendar: Calendar, request: HeldRequest): Promise<boolean> {
  const clock = await recountRound(ctx, calendar, subjectOfLanes(request.id));
  if (clock === null) return false;
  const columns = clockColumns(calendar, clock, request);
  if (columns.dueOn === request.dueOn && columns.nextDueOn === request.nextDueOn) return false;
  await saveRequest(ctx, request.id, columns);
  return true;
}

/** Once a missing year is entered, open requests whose day couldn't be known get it. */
async function recountUnknown(ctx: Ctx, calendar: Calendar): Promise<number> {
  const unknown = or(and(eq(requests.state, 'submitted'), isNull(requests.acceptDueOn)), and(eq(requests.state, 'accepted'), isNull(requests.dueOn)));
  const rows = await ctx.db.select().from(requests).where(and(unknown, isNotNull(requests.nextDueOn))).orderBy(requests.id).limit(BATCH).for('update');
  let known = 0;
  for (const request of rows) {
    const day = request.state === 'submitted' ? await recountAcceptance(ctx, calendar, request) : await recountResult(ctx, calendar, request);
    if (day === null) continue;
    await record(ctx, requestDueKnown, { ...subjectOf(request), data: { ...aboutRequest(request), due: day } });
    known += 1;
  }
  return known;
}

async function recountAcceptance(ctx: Ctx, calendar: Calendar, request: HeldRequest): Promise<string | null> {
  const { known } = dueColumns(acceptDue(calendar, request.receivedOn ?? dayOf(ctx.now), request.acceptanceDays ?? 1));
  if (known !== null) await saveRequest(ctx, request.id, { nextDueOn: known, acceptDueOn: known, warnOn: warnOn(calendar, known, request.acceptanceDays ?? 1, request.warned) });
  return known;
}

async function recountResult(ctx: Ctx, calendar: Calendar, request: HeldRequest): Promise<string | null> {
  const clock = await recountRound(ctx, calendar, subjectOfLanes(request.id));
  if (clock === null || clock.due.kind === 'missing') return null;
  await saveRequest(ctx, request.id, clockColumns(calendar, clock, request));
  return clock.due.day;
}
