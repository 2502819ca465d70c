import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { companies, companyAssignments } from '@/db/schema/companies';
import { mentorAppointments, visits } from '@/db/schema/mentoring';
import { memberships } from '@/db/schema/people';
import { isMentor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { addDays, type Day, dayOf } from '@/lib/kernel/dates';
import { isId } from '@/lib/kernel/ids';
import { offsetOf } from '@/lib/kernel/list-params';
import { nameKey } from '@/lib/kernel/text';
import type { MentorField, MentorListParams } from '../inputs';
import { type AppointmentState, appointmentState, type Contact, contactOf, isAssignedOn } from '../rules';

/** A company that left its mentor stays visible to them for so many days. */
const HANDOVER_DAYS = 30;

export interface MentoredCompany {
  id: string;
  name: string;
  room: string | null;
  address: string | null;
  fromOn: Day;
  untilOn: Day | null;
  assignedNow: boolean;
  lastVisitAt: Date | null;
  lastVisitId: string | null;
  contact: Contact;
}

const lastOf = (column: typeof visits.visitedAt | typeof visits.id) => sql`(
  select ${column} from ${visits}
   where ${visits.companyId} = ${companyAssignments.companyId} and ${visits.membershipId} = ${companyAssignments.membershipId} and ${visits.state} <> 'withdrawn'
   order by ${visits.visitedAt} desc, ${visits.id} desc limit 1)`;

async function companiesOf(ctx: Ctx, where: SQL | undefined): Promise<(MentoredCompany & { mentorId: string })[]> {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select({
      id: companies.id,
      name: companies.name,
      room: companies.room,
      address: companies.address,
      mentorId: companyAssignments.membershipId,
      fromOn: companyAssignments.fromOn,
      untilOn: companyAssignments.untilOn,
      lastVisitAt: sql<Date | null>`${lastOf(visits.visitedAt)}`.mapWith(visits.visitedAt),
      lastVisitId: sql<string | null>`${lastOf(visits.id)}`,
    })
    .from(companyAssignments)
    .innerJoin(companies, eq(companies.id, companyAssignments.companyId))
    .where(and(eq(companyAssignments.role, 'mentor'), where))
    .orderBy(desc(companyAssignments.fromOn), desc(companyAssignments.id));
  const seen = new Set<string>();
  const found: (MentoredCompany & { mentorId: string })[] = [];
  for (const row of rows) {
    // Somebody who left and came back has two rows for one company; the later one speaks.
    const key = `${row.mentorId} ${row.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ ...row, assignedNow: isAssignedOn(row, today), contact: contactOf(row.lastVisitAt, row.fromOn, today) });
  }
  return found;
}

/** The reader's own companies: assigned now, or until 30 days ago; those not met for longest first, those handed over last. */
export async function listMyCompanies(ctx: Ctx): Promise<MentoredCompany[]> {
  if (!isMentor(ctx.actor)) return [];
  const today = dayOf(ctx.now);
  const rows = await companiesOf(
    ctx,
    and(
      eq(companyAssignments.membershipId, ctx.actor.membershipId),
      lte(companyAssignments.fromOn, today),
      or(isNull(companyAssignments.untilOn), gte(companyAssignments.untilOn, addDays(today, -HANDOVER_DAYS))),
    ),
  );
  return rows.sort((a, b) => Number(b.assignedNow) - Number(a.assignedNow) || b.contact.days - a.contact.days || a.name.localeCompare(b.name, 'zh-CN'));
}

export async function getMyCompany(ctx: Ctx, companyId: string): Promise<MentoredCompany | null> {
  return (await listMyCompanies(ctx)).find((company) => company.id === companyId) ?? null;
}

/** The mentor's dated assignments to one company; empty for a company that was never theirs. */
export async function assignmentsTo(ctx: Ctx, membershipId: string, companyId: string): Promise<{ fromOn: Day; untilOn: Day | null }[]> {
  return ctx.db
    .select({ fromOn: companyAssignments.fromOn, untilOn: companyAssignments.untilOn })
    .from(companyAssignments)
    .where(and(eq(companyAssignments.companyId, companyId), eq(companyAssignments.membershipId, membershipId), eq(companyAssignments.role, 'mentor')))
    .orderBy(asc(companyAssignments.fromOn));
}

export interface MentorRow {
  id: string;
  name: string;
  field: MentorField | null;
  organisation: string;
  appointedOn: Day | null;
  endedOn: Day | null;
  state: AppointmentState | null;
  companies: number;
  lastVisitAt: Date | null;
  /** The company of theirs that has waited longest. */
  longest: Contact | null;
}

// An open assignment of a mentor whose own day hasn't come yet can't be made, so open means now.
const openOnes = (ctx: Ctx) =>
  ctx.db
    .select({ membershipId: companyAssignments.membershipId, many: sql<number>`count(*)::int`.as('many') })
    .from(companyAssignments)
    .where(and(eq(companyAssignments.role, 'mentor'), isNull(companyAssignments.untilOn)))
    .groupBy(companyAssignments.membershipId)
    .as('open_ones');

const latestAppointment = (ctx: Ctx) =>
  ctx.db
    .selectDistinctOn([mentorAppointments.membershipId], {
      membershipId: mentorAppointments.membershipId,
      field: mentorAppointments.field,
      organisation: mentorAppointments.organisation,
      appointedOn: mentorAppointments.appointedOn,
      endedOn: mentorAppointments.endedOn,
    })
    .from(mentorAppointments)
    .orderBy(mentorAppointments.membershipId, desc(mentorAppointments.appointedOn), desc(mentorAppointments.id))
    .as('latest');

/** The center's mentors with their latest appointment and how long their companies have waited. */
export async function listMentors(ctx: Ctx, params: MentorListParams): Promise<{ rows: MentorRow[]; total: number; over: boolean }> {
  const today = dayOf(ctx.now);
  const { q, field, appointed } = params.filters;
  const latest = latestAppointment(ctx);
  const open = openOnes(ctx);
  const last = sql`(select max(${visits.visitedAt}) from ${visits} where ${visits.membershipId} = ${memberships.id} and ${visits.state} <> 'withdrawn')`;
  const key = q === undefined ? '' : nameKey(q);
  const ended = sql`(${memberships.endedAt} is not null or ${latest.endedOn} < ${today})`;
  const where = and(
    eq(memberships.role, 'mentor'),
    key === '' ? undefined : sql`strpos(lower(${memberships.name}), ${key}) > 0`,
    field === undefined ? undefined : eq(latest.field, field),
    appointed === undefined ? undefined : appointed === 'ended' ? ended : sql`${ended} is not true`,
  );
  const down = params.dir === 'desc';
  const turned = (value: SQL) => (down ? sql`${value} desc nulls last` : sql`${value} asc nulls first`);
  const order: Record<MentorListParams['sort'], SQL> = {
    name: turned(sql`${memberships.name}`),
    appointed: turned(sql`${latest.appointedOn}`),
    companies: turned(sql`coalesce(${open.many}, 0)`),
    last: turned(last),
  };
  const rows = await ctx.db
    .select({
      id: memberships.id,
      name: memberships.name,
      field: latest.field,
      organisation: latest.organisation,
      appointedOn: latest.appointedOn,
      endedOn: latest.endedOn,
      companies: sql<number>`coalesce(${open.many}, 0)`,
      lastVisitAt: sql<Date | null>`${last}`.mapWith(visits.visitedAt),
      many: sql<number>`count(*) over ()::int`,
    })
    .from(memberships)
    .leftJoin(latest, eq(latest.membershipId, memberships.id))
    .leftJoin(open, eq(open.membershipId, memberships.id))
    .where(where)
    .orderBy(order[params.sort], turned(sql`${memberships.id}`))
    .limit(params.size)
    .offset(offsetOf(params));
  const waiting = await longestWaits(ctx, rows.map((row) => row.id));
  return {
    total: rows[0]?.many ?? 0,
    over: false,
    rows: rows.map(({ many: _many, organisation, ...row }) => ({
      ...row,
      organisation: organisation ?? '',
      state: row.appointedOn === null ? null : appointmentState({ appointedOn: row.appointedOn, endedOn: row.endedOn }, today),
      longest: waiting.get(row.id) ?? null,
    })),
  };
}

async function longestWaits(ctx: Ctx, mentorIds: readonly string[]): Promise<Map<string, Contact>> {
  const longest = new Map<string, Contact>();
  if (mentorIds.length === 0) return longest;
  const rows = await companiesOf(ctx, and(inArray(companyAssignments.membershipId, [...mentorIds]), isNull(companyAssignments.untilOn)));
  for (const { mentorId, contact } of rows) {
    const known = longest.get(mentorId);
    if (known === undefined || contact.days > known.days) longest.set(mentorId, contact);
  }
  return longest;
}

export interface MentorFile {
  id: string;
  name: string;
  title: string;
  endedAt: Date | null;
  appointments: { id: string; field: MentorField; organisation: string; appointedOn: Day; endedOn: Day | null; state: AppointmentState }[];
  companies: MentoredCompany[];
  visits: { total: number; confirmed: number; thisYear: number };
}

/** One mentor: appointments, the companies of now, what was recorded. Null for anybody who is no mentor here. */
export async function getMentor(ctx: Ctx, membershipId: string): Promise<MentorFile | null> {
  if (!isId(membershipId)) return null;
  const today = dayOf(ctx.now);
  const [member] = await ctx.db
    .select({ id: memberships.id, name: memberships.name, title: memberships.title, endedAt: memberships.endedAt })
    .from(memberships)
    .where(and(eq(memberships.id, membershipId), eq(memberships.role, 'mentor')));
  if (member === undefined) return null;
  const appointments = await ctx.db
    .select({
      id: mentorAppointments.id,
      field: mentorAppointments.field,
      organisation: mentorAppointments.organisation,
      appointedOn: mentorAppointments.appointedOn,
      endedOn: mentorAppointments.endedOn,
    })
    .from(mentorAppointments)
    .where(eq(mentorAppointments.membershipId, membershipId))
    .orderBy(desc(mentorAppointments.appointedOn), desc(mentorAppointments.id));
  const now = await companiesOf(ctx, and(eq(companyAssignments.membershipId, membershipId), isNull(companyAssignments.untilOn)));
  const [counted] = await ctx.db
    .select({
      total: sql<number>`count(*)::int`,
      confirmed: sql<number>`count(*) filter (where ${visits.state} = 'confirmed')::int`,
      thisYear: sql<number>`count(*) filter (where ${visits.visitedAt} >= ${`${today.slice(0, 4)}-01-01T00:00:00+08:00`}::timestamptz)::int`,
    })
    .from(visits)
    .where(and(eq(visits.membershipId, membershipId), ne(visits.state, 'withdrawn')));
  return {
    ...member,
    appointments: appointments.map((one) => ({ ...one, state: appointmentState(one, today) })),
    companies: now.sort((a, b) => b.contact.days - a.contact.days),
    visits: counted ?? { total: 0, confirmed: 0, thisYear: 0 },
  };
}

/** The mentors a list of visits can be narrowed to. */
export async function mentorChoices(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(eq(memberships.role, 'mentor'))
    .orderBy(memberships.name, memberships.id)
    .limit(2_000);
}
