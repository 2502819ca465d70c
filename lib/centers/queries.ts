import { and, asc, eq, gt, isNull, lt, desc, sql } from 'drizzle-orm';
import { narrowToCenter } from '@/db/client';
import { answerTemplates, calendarDays, calendarYears, centers, centerSettings, departments } from '@/db/schema/centers';
import { memberships } from '@/db/schema/people';
import { KEPT } from '@/db/kept';
import { writtenOnce } from '@/db/written-once';
import { hashOf } from '@/lib/audit/commands';
import { centerOf, type OperatorActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { ForbiddenError, found } from '@/lib/kernel/errors';
import { keptOffer } from '@/lib/kernel/kept-offer';
import { type Calendar, makeCalendar } from '@/lib/kernel/working-days';
import { type CalendarDay, yearToEnter } from './rules';

export interface Department {
  id: string;
  name: string;
  nameEn: string;
  closedAt: Date | null;
  version: number;
  /** People who work in it now. */
  people: number;
}

// Written out: of a single table the builder leaves the table's name away, and the inner one's column would be meant.
const peopleIn = sql<number>`(select count(*)::int from memberships m where m.center_id = departments.center_id
  and m.department_id = departments.id and m.ended_at is null)`;

const departmentShape = {
  id: departments.id,
  name: departments.name,
  nameEn: departments.nameEn,
  closedAt: departments.closedAt,
  version: departments.version,
  people: peopleIn,
};

/** In the order the center gave them, closed ones last. */
export async function listDepartments({ db }: Ctx): Promise<Department[]> {
  return db
    .select(departmentShape)
    .from(departments)
    .orderBy(sql`${departments.closedAt} is not null`, asc(departments.position), asc(departments.id));
}

/** Open departments as choices of a form. */
export async function departmentChoices(ctx: Ctx): Promise<readonly { id: string; name: string; nameEn: string }[]> {
  return keptOffer(ctx, 'departments', () => departmentsAsked(ctx.db).execute());
}

const departmentsAsked = writtenOnce((db) =>
  db
    .select({ id: departments.id, name: departments.name, nameEn: departments.nameEn })
    .from(departments)
    .where(isNull(departments.closedAt))
    .orderBy(asc(departments.position), asc(departments.id))
    .prepare(KEPT),
);

export async function getDepartment({ db }: Ctx, id: string): Promise<Department | null> {
  const [row] = await db.select(departmentShape).from(departments).where(eq(departments.id, id));
  return row ?? null;
}

/** The id of the department with exactly this name, closed ones included. */
export async function departmentNamed({ db }: Ctx, name: string): Promise<string | null> {
  const [row] = await db.select({ id: departments.id }).from(departments).where(eq(departments.name, name));
  return row?.id ?? null;
}

/** The open departments of one center, id by name; also for the owner's connection, which sees every center. */
export async function departmentsByName(db: Pick<Ctx['db'], 'select'>, centerId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(and(eq(departments.centerId, centerId), isNull(departments.closedAt)));
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** The open department before or after one in the center's order; for moving it. */
export async function neighbourOf({ db }: Ctx, position: number, direction: 'up' | 'down') {
  const [row] = await db
    .select({ id: departments.id, position: departments.position })
    .from(departments)
    .where(and(isNull(departments.closedAt), direction === 'up' ? lt(departments.position, position) : gt(departments.position, position)))
    .orderBy(direction === 'up' ? desc(departments.position) : asc(departments.position))
    .limit(1);
  return row ?? null;
}

/** Who saved a row last, by the name this center knows them by. */
export async function memberNameOf({ db }: Ctx, membershipId: string | null): Promise<string | null> {
  if (membershipId === null) return null;
  const [row] = await db.select({ name: memberships.name }).from(memberships).where(eq(memberships.id, membershipId));
  return row?.name ?? null;
}

const centerShape = {
  id: centers.id,
  slug: centers.slug,
  name: centers.name,
  nameEn: centers.nameEn,
  shortName: centers.shortName,
  address: centers.address,
  phone: centers.phone,
  closedAt: centers.closedAt,
  createdAt: centers.createdAt,
  version: centers.version,
};

export async function getCenter({ db }: Ctx, id: string) {
  const [row] = await db.select(centerShape).from(centers).where(eq(centers.id, id));
  return row ?? null;
}

export async function centerBySlug({ db }: Ctx, slug: string): Promise<string | null> {
  const [row] = await db.select({ id: centers.id }).from(centers).where(eq(centers.slug, slug));
  return row?.id ?? null;
}

/** An open center by its public address, for anybody; null when there is none. */
export async function publicCenter({ db }: Ctx, slug: string) {
  const [row] = await db
    .select({ id: sql<string>`id`, slug: sql<string>`slug`, name: sql<string>`name`, nameEn: sql<string>`name_en`, address: sql<string | null>`address`, phone: sql<string | null>`phone` })
    .from(sql`public_center(${slug})`);
  return row ?? null;
}

export async function getOwnCenter(ctx: Ctx) {
  return found(await getCenter(ctx, centerOf(ctx.actor)));
}

/** Every center of the installation; names only. */
export async function listCenters({ db }: Ctx) {
  return db.select(centerShape).from(centers).orderBy(sql`${centers.closedAt} is not null`, asc(centers.createdAt), asc(centers.id));
}

export async function getSecurity({ db, actor }: Ctx) {
  const [row] = await db
    .select({
      secondFactorRoles: centerSettings.secondFactorRoles,
      staffIdleMinutes: centerSettings.staffIdleMinutes,
      isDemo: centerSettings.isDemo,
      version: centerSettings.version,
    })
    .from(centerSettings)
    .where(eq(centerSettings.centerId, centerOf(actor)));
  return found(row);
}

/**
 * An operator looks into one center at a time: the transaction's rows are those of `id` from here on.
 * @throws NotFoundError for a center that doesn't exist
 */
export async function inCenter(ctx: Ctx, id: string): Promise<Ctx<OperatorActor>> {
  const { actor } = ctx;
  if (actor.kind !== 'operator') throw new ForbiddenError();
  found(await getCenter(ctx, id));
  await narrowToCenter(ctx.db, id);
  return { ...ctx, actor: { ...actor, centerId: id } };
}

// ── Calendar ─────────────────────────────────────────────────────────────────────────────────────────────

let kept: { stamp: string; calendar: Calendar } | undefined;

const stampsAsked = writtenOnce((db) =>
  db
    .select({ year: calendarYears.year, stamp: sql<string>`coalesce(sum(hashtext(${calendarDays.day}::text || ${calendarDays.kind})), 0)::text` })
    .from(calendarYears)
    .leftJoin(calendarDays, eq(calendarDays.year, calendarYears.year))
    .groupBy(calendarYears.year)
    .orderBy(asc(calendarYears.year))
    .prepare(KEPT),
);

/** The calendar deadlines are counted by. Kept in the process as long as the rows stay what they were. */
export async function getCalendar(ctx: Pick<Ctx, 'actor' | 'db' | 'offerStamp'>): Promise<Calendar> {
  return keptOffer(ctx, 'calendar', () => loadCalendar(ctx));
}

async function loadCalendar({ db }: Pick<Ctx, 'db'>): Promise<Calendar> {
  const years = await stampsAsked(db).execute();
  const stamp = years.map((row) => `${row.year}:${row.stamp}`).join(' ');
  if (kept?.stamp === stamp) return kept.calendar;
  const days = await db.select({ day: calendarDays.day, kind: calendarDays.kind }).from(calendarDays);
  const calendar = makeCalendar(
    years.map((row) => row.year),
    days.map(({ day, kind }) => ({ day, worked: kind === 'work' })),
  );
  kept = { stamp, calendar };
  return calendar;
}

export async function listCalendarYears({ db }: Ctx) {
  const count = (kind: CalendarDay['kind']) => sql<number>`count(*) filter (where ${calendarDays.kind} = ${kind})::int`;
  return db
    .select({ year: calendarYears.year, document: calendarYears.document, byCenter: calendarYears.byCenter, off: count('off'), work: count('work') })
    .from(calendarYears)
    .leftJoin(calendarDays, eq(calendarDays.year, calendarYears.year))
    .groupBy(calendarYears.year)
    .orderBy(desc(calendarYears.year));
}

/** One year with its days in order; `seen` is what a form drawn from it sends back. */
export async function getCalendarYear({ db }: Ctx, year: number): Promise<{ year: number; document: string; byCenter: string | null; days: CalendarDay[]; seen: string } | null> {
  const [row] = await db.select({ year: calendarYears.year, document: calendarYears.document, byCenter: calendarYears.byCenter }).from(calendarYears).where(eq(calendarYears.year, year));
  if (row === undefined) return null;
  const days = await db
    .select({ day: calendarDays.day, kind: calendarDays.kind, name: calendarDays.name })
    .from(calendarDays)
    .where(eq(calendarDays.year, year))
    .orderBy(asc(calendarDays.day));
  return { ...row, days, seen: hashOf({ document: row.document, days }) };
}

/** The year whose arrangement somebody should enter now, or null. */
export async function missingYearWarning({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number | null> {
  const rows = await db.select({ year: calendarYears.year }).from(calendarYears);
  return yearToEnter(now, new Set(rows.map((row) => row.year)));
}

/** 常用答复, by title: for the settings page and for whoever writes a message. */
export async function listAnswerTemplates(ctx: Ctx) {
  return keptOffer(ctx, 'answers', () =>
    ctx.db
      .select({ id: answerTemplates.id, title: answerTemplates.title, body: answerTemplates.body, version: answerTemplates.version })
      .from(answerTemplates)
      .where(isNull(answerTemplates.removedAt))
      .orderBy(asc(answerTemplates.title), asc(answerTemplates.id)),
  );
}
export type AnswerTemplate = Awaited<ReturnType<typeof listAnswerTemplates>>[number];
