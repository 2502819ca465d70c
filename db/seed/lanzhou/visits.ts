import { asc, eq } from 'drizzle-orm';
import { companyAssignments } from '@/db/schema/companies';
import { counters, documents } from '@/db/schema/documents';
import { mentorAppointments, visits } from '@/db/schema/mentoring';
import { memberships, persons } from '@/db/schema/people';
import { formatNumber } from '@/lib/documents/numbers';
import { addDays, type Day, dayOf, daysBetween, startOfDay, weekdayOf, yearOf } from '@/lib/kernel/dates';
import type { VisitState } from '@/lib/mentoring/inputs';
import { type Teller, Trail } from '../entries';
import { insertAll } from '../insert';
import { makeRandom } from '../random';
import type { SeededCompany, Story } from '../story';
import { personName } from './people';
import { answered, leaveEntries, paperOf, type Told, write } from './visit-records';

/** 全年开展创业导师进企业活动5次: the days of 2021, each with a signed record. */
const DAYS_OF_2021: readonly Day[] = ['2021-04-15', '2021-05-27', '2021-07-20', '2021-09-16', '2021-11-18'];
const SINCE_2022 = 595;
/** The demo mentor's own companies are told by hand from here on, so that every colour is on the first page. */
const STAGED_DAYS = 120;

/** Visits of 2021 as printed, some six hundred since, and what waits for an answer today. */
export async function tellVisits(given: Story): Promise<void> {
  // A generator of its own: another visit here moves nothing elsewhere in the demo.
  const story = { ...given, random: makeRandom(20_210_005) };
  const appointed = await appointments(story);
  const all = [...(await tellPrinted(story, appointed)), ...tellMany(story, appointed), ...tellToday(story)];
  all.sort((a, b) => moment(a).getTime() - moment(b).getTime() || (a.row.id < b.row.id ? -1 : 1));

  const trail = new Trail(story);
  const serials = new Map<string, number>();
  const numbered = (prefix: string, year: number) => {
    const key = `${prefix} ${year}`;
    const next = (serials.get(key) ?? 0) + 1;
    serials.set(key, next);
    return formatNumber(prefix, year, next);
  };
  const rows = all.map(({ row, ...rest }) => ({ ...rest, row: { ...row, number: numbered('DF', yearOf(dayOf(row.createdAt ?? row.visitedAt))) } }));
  const papers: (typeof documents.$inferInsert)[] = [];
  for (const one of rows.filter(({ row }) => row.state === 'confirmed').sort((a, b) => decided(a.row) - decided(b.row))) {
    papers.push(paperOf(story, one, numbered));
  }
  await insertAll(story.db, visits, rows.map(({ row }) => row));
  await insertAll(story.db, documents, papers);
  const byKey = [...serials].map(([key, last]) => ({ centerId: story.centerId, kind: key.slice(0, 2), year: Number(key.slice(3)), last }));
  await insertAll(story.db, counters, byKey);
  const paperByVisit = new Map(papers.map((paper) => [paper.subjectId, paper]));
  for (const one of rows) leaveEntries(trail, one, paperByVisit.get(one.row.id));
  await trail.write();
}

const moment = ({ row }: Told) => row.createdAt ?? row.visitedAt;
const decided = (row: Pick<Told['row'], 'decidedAt' | 'visitedAt'>) => (row.decidedAt ?? row.visitedAt).getTime();

async function appointments({ db, centerId }: Story): Promise<Map<string, Day>> {
  const rows = await db
    .select({ membershipId: mentorAppointments.membershipId, on: mentorAppointments.appointedOn })
    .from(mentorAppointments)
    .where(eq(mentorAppointments.centerId, centerId))
    .orderBy(asc(mentorAppointments.appointedOn));
  return new Map(rows.map((row) => [row.membershipId, row.on]));
}

/** Companies of that time, since graduated, with the mentor and the signature of that time. */
async function tellPrinted(story: Story, appointed: ReadonlyMap<string, Day>): Promise<Told[]> {
  const { db, random, centerId } = story;
  const hosts = story.companies.filter((one) => one.demo && one.state !== 'incubating' && one.admittedOn >= '2020-05-01' && one.admittedOn < '2021-02-28');
  const advisers = story.mentors.filter((one) => (appointed.get(one.membershipId) ?? '9') < '2021-02-01');
  const given: Told[] = [];
  for (const [index, day] of DAYS_OF_2021.entries()) {
    const company = hosts[index * 3];
    const mentor = advisers[index * 4];
    if (company === undefined || mentor === undefined) throw new Error('the demo of 2021 has nobody to meet');
    const startedAt = startOfDay(addDays(company.admittedOn, 3));
    const [personId, membershipId, name] = [random.id(startedAt), random.id(startedAt), personName(random)];
    await db.insert(persons).values({ id: personId, name, createdAt: startedAt });
    const endedAt = startOfDay('2022-01-05');
    await db.insert(memberships).values({ centerId, id: membershipId, personId, role: 'company_owner', name, companyId: company.id, startedAt, endedAt, createdAt: startedAt });
    await db.insert(companyAssignments).values({
      centerId,
      id: random.id(startedAt),
      companyId: company.id,
      role: 'mentor',
      membershipId: mentor.membershipId,
      fromOn: '2021-03-01',
      untilOn: '2021-12-31',
      createdAt: startOfDay('2021-03-01'),
    });
    const visit = write(story, company, mentor.membershipId, at(day, 14.5), 90);
    given.push({ ...answered(random, story.now, { ...visit, placeKind: 'company', place: '' }, membershipId, 'confirmed'), company: company.name, mentor: adviser(mentor), person: { membershipId, name, role: 'company_owner' } });
  }
  return given;
}

interface Host {
  company: SeededCompany;
  mentor: { membershipId: string; name: string };
  first: Day;
  /** Told by hand lately. */
  staged: boolean;
}

function hostsOf(story: Story, appointed: ReadonlyMap<string, Day>): Host[] {
  const mentors = new Map(story.mentors.map((one) => [one.membershipId, one]));
  const own = story.mentors[0]?.membershipId;
  return story.companies.flatMap((company) => {
    const mentor = company.mentor === null ? undefined : mentors.get(company.mentor);
    if (mentor === undefined) return [];
    const joined = addDays(company.admittedOn, 12);
    const since = appointed.get(mentor.membershipId) ?? joined;
    const first = daysBetween(joined, since) > 0 ? since : joined;
    const staged = mentor.membershipId === own && company.person !== null;
    return first < addDays(story.today, staged ? -STAGED_DAYS : -3) ? [{ company, mentor, first, staged }] : [];
  });
}

/** Most companies were met lately, some are due, a few have been forgotten; the rest lies scattered over the years. */
function tellMany(story: Story, appointed: ReadonlyMap<string, Day>): Told[] {
  const { random, today } = story;
  const hosts = hostsOf(story, appointed);
  const lately = hosts.flatMap((host) => {
    if (host.staged) return [];
    const band = random.next();
    const ago = band < 0.55 ? random.int(2, 29) : band < 0.8 ? random.int(31, 58) : random.int(61, 150);
    const day = addDays(today, -ago);
    return day > host.first ? [tellOne(story, host, day)] : [];
  });
  const scattered = Array.from({ length: SINCE_2022 - lately.length }, () => {
    const host = random.pick(hosts);
    const last = addDays(today, host.staged ? -STAGED_DAYS : -3);
    return tellOne(story, host, addDays(host.first, random.int(0, daysBetween(host.first, last))));
  });
  return [...lately, ...scattered];
}

function tellOne(story: Story, { company, mentor, staged }: Host, wanted: Day): Told {
  const { random, now, today } = story;
  const day = workday(wanted);
  const visit = write(story, company, mentor.membershipId, at(day, random.int(18, 33) / 2), random.pick([30, 45, 60, 60, 90, 120]));
  const state = fateOf(daysBetween(day, today), random.next(), staged);
  const names = { company: company.name, mentor: adviser(mentor) };
  if (company.person !== null) return { ...answered(random, now, visit, company.person, state), ...names, person: teller(story, company.person) };
  // Companies whose people don't sign in yet have signed on paper.
  return { ...answered(random, now, visit, null, state === 'disputed' ? 'confirmed' : state), ...names, person: null };
}

/** A company answers within days; after a season nothing is open any more. */
function fateOf(age: number, fate: number, staged: boolean): VisitState {
  if (staged || age > 90) return 'confirmed';
  if (age > 14) return fate < 0.93 ? 'confirmed' : fate < 0.97 ? 'disputed' : 'recorded';
  return fate < 0.6 ? 'confirmed' : fate < 0.68 ? 'disputed' : 'recorded';
}

/** What the demo's mentor and company find this morning: by company in the order they were admitted, days ago, how it stands. */
const STAGED: readonly (readonly [number, number, VisitState])[] = [
  [0, 75, 'confirmed'],
  [0, 34, 'confirmed'],
  [0, 8, 'disputed'],
  [0, 1, 'recorded'],
  [1, 3, 'recorded'],
  [2, 19, 'confirmed'],
  [3, 45, 'confirmed'],
  [5, 11, 'confirmed'],
  [1, 3, 'withdrawn'],
];

function tellToday(story: Story): Told[] {
  const mentor = story.mentors[0];
  if (mentor === undefined) return [];
  const hosts = story.companies.filter((one) => one.mentor === mentor.membershipId && one.person !== null);
  return STAGED.flatMap(([index, ago, state]): Told[] => {
    const company = hosts[index];
    const day = addDays(story.today, -ago);
    if (company === undefined || company.person === null || day < company.admittedOn) return [];
    const visit = write(story, company, mentor.membershipId, at(day, 14.5), 60);
    return [{ ...answered(story.random, story.now, visit, company.person, state), company: company.name, mentor: adviser(mentor), person: teller(story, company.person) }];
  });
}

const adviser = (mentor: { membershipId: string; name: string }): Teller => ({ ...mentor, role: 'mentor' });
const teller = (story: Story, membershipId: string): Teller => ({ membershipId, name: story.names.get(membershipId) ?? '', role: 'company_owner' });
const at = (day: Day, hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000);

function workday(day: Day): Day {
  const late = weekdayOf(day) - 5;
  return late > 0 ? addDays(day, -late) : day;
}

