import { asc, eq } from 'drizzle-orm';
import { createTranslator } from 'use-intl/core';
import { companyAssignments } from '@/db/schema/companies';
import { counters, documents } from '@/db/schema/documents';
import { mentorAppointments, visits } from '@/db/schema/mentoring';
import { memberships, persons } from '@/db/schema/people';
import { hashOf } from '@/lib/audit/commands';
import { documentIssued } from '@/lib/documents/entries';
import { IssueDocument } from '@/lib/documents/inputs';
import { formatNumber } from '@/lib/documents/numbers';
import { hashedFacts, writeCode } from '@/lib/documents/rules';
import { addDays, type Day, dayOf, daysBetween, startOfDay, weekdayOf, yearOf } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';
import words from '@/lib/kernel/messages/zh-CN/mentoring.json' with { type: 'json' };
import { visitPaper } from '@/lib/mentoring/commands/visit-paper';
import { visitConfirmed, visitDisputed, visitRecorded } from '@/lib/mentoring/entries';
import { visitTopics, type VisitState } from '@/lib/mentoring/inputs';
import { type Teller, Trail } from '../entries';
import { insertAll } from '../insert';
import { makeRandom, type Random } from '../random';
import type { SeededCompany, Story } from '../story';
import { personName } from './people';
import told from './visits.json' with { type: 'json' };

/** 全年开展创业导师进企业活动5次: the days of 2021, each with a signed record. */
const DAYS_OF_2021: readonly Day[] = ['2021-04-15', '2021-05-27', '2021-07-20', '2021-09-16', '2021-11-18'];
const SINCE_2022 = 595;
/** The demo mentor's own companies are told by hand from here on, so that every colour is on the first page. */
const STAGED_DAYS = 120;

type Row = typeof visits.$inferInsert;

interface Told {
  row: Omit<Row, 'number'>;
  company: string;
  mentor: Teller;
  person: Teller;
}

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
const decided = (row: Pick<Row, 'decidedAt' | 'visitedAt'>) => (row.decidedAt ?? row.visitedAt).getTime();

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

function tellMany(story: Story, appointed: ReadonlyMap<string, Day>): Told[] {
  const { random, today } = story;
  const mentors = new Map(story.mentors.map((one) => [one.membershipId, one]));
  const own = story.mentors[0]?.membershipId;
  const hosts = story.companies.flatMap((company) => {
    const mentor = company.mentor === null ? undefined : mentors.get(company.mentor);
    if (mentor === undefined || company.person === null) return [];
    const joined = addDays(company.admittedOn, 12);
    const since = appointed.get(mentor.membershipId) ?? joined;
    const first = since > joined ? since : joined;
    const last = addDays(today, mentor.membershipId === own ? -STAGED_DAYS : -2);
    return first < last ? [{ company, mentor, person: company.person, first, last }] : [];
  });
  return Array.from({ length: SINCE_2022 }, () => {
    const { company, mentor, person, first, last } = random.pick(hosts);
    const day = workday(addDays(first, random.int(0, daysBetween(first, last))));
    const visit = write(story, company, mentor.membershipId, at(day, random.int(18, 33) / 2), random.pick([30, 45, 60, 60, 90, 120]));
    const state = fateOf(daysBetween(day, today), random.next(), mentor.membershipId === own);
    return { ...answered(random, story.now, visit, person, state), company: company.name, mentor: adviser(mentor), person: teller(story, person) };
  });
}

/** A company answers within days; after a season nothing is open any more. */
function fateOf(age: number, fate: number, staged: boolean): VisitState {
  if (staged || age > 90) return 'confirmed';
  if (age > 14) return fate < 0.9 ? 'confirmed' : fate < 0.95 ? 'disputed' : 'recorded';
  return fate < 0.45 ? 'confirmed' : fate < 0.55 ? 'disputed' : 'recorded';
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

type Draft = Omit<Row, 'number'>;

/** One record as the mentor typed it, some minutes after the visit. */
function write({ random, centerId, now }: Story, company: SeededCompany, membershipId: string, visitedAt: Date, minutes: number): Draft {
  const topics = visitTopics.filter(() => random.chance(0.16));
  const main = topics[0] ?? random.pick(visitTopics);
  const placeKind = random.pick(['company', 'company', 'company', 'center', 'online', 'elsewhere'] as const);
  const place = placeKind === 'center' ? random.pick(told.rooms) : placeKind === 'elsewhere' ? random.pick(told.streets) : '';
  const written = new Date(visitedAt.getTime() + (minutes + random.int(5, 180)) * 60_000);
  const createdAt = written > now ? now : written;
  return {
    centerId,
    id: random.id(createdAt),
    companyId: company.id,
    membershipId,
    visitedAt,
    minutes,
    placeKind,
    place,
    topics: topics.length > 0 ? [...topics] : [main],
    advice: random.pick(told.advice[main]),
    state: 'recorded',
    createdAt,
    createdBy: membershipId,
    updatedAt: createdAt,
    updatedBy: membershipId,
  };
}

function answered(random: Random, now: Date, draft: Draft, person: string, state: VisitState): { row: Draft } {
  if (state === 'recorded') return { row: draft };
  const created = draft.createdAt ?? draft.visitedAt;
  const said = new Date(created.getTime() + random.int(2, 72) * 3_600_000);
  const decidedAt = said > now ? new Date((created.getTime() + now.getTime()) / 2) : said;
  const remark = state === 'disputed' ? random.pick(told.remarks) : null;
  return { row: { ...draft, state, remark, decidedBy: person, decidedAt, updatedAt: decidedAt, updatedBy: person, version: 2 } };
}

type Numbered = Omit<Told, 'row'> & { row: Row };

const t = createTranslator({ locale: 'zh-CN', messages: { mentoring: words }, namespace: 'mentoring', timeZone: 'Asia/Shanghai' }) as unknown as Translate;

/** The paper that confirming issues. The demo's codes come from the story, so that they are the same every time. */
function paperOf(story: Story, { row, company, mentor, person }: Numbered, numbered: (prefix: string, year: number) => string): typeof documents.$inferInsert {
  const { random, centerId } = story;
  const confirmedAt = row.decidedAt ?? row.visitedAt;
  const names = { company, mentor: mentor.name, confirmedBy: person.name, confirmedAt, issuer: '兰州高新区创业服务中心' };
  const paper = IssueDocument.parse(visitPaper(t, { ...row, place: row.place ?? '', createdAt: row.createdAt ?? row.visitedAt, ...names }));
  const { kind, title, party, companyId, issuedOn, subject } = paper;
  const content = { ...paper.content, party };
  const number = numbered('FD', yearOf(issuedOn));
  const bytes = (length: number) => Uint8Array.from({ length }, () => random.int(0, 255));
  return {
    centerId,
    id: random.id(confirmedAt),
    kind,
    number,
    title,
    companyId,
    party,
    issuedOn,
    content,
    contentHash: hashOf(hashedFacts({ kind, number, title, issuedOn, revision: 1, content })),
    code: writeCode(bytes(16)),
    checkCode: writeCode(bytes(5)),
    subjectType: subject.type,
    subjectId: subject.id,
    createdAt: confirmedAt,
    createdBy: person.membershipId,
  };
}

function leaveEntries(trail: Trail, { row, company, mentor, person }: Numbered, paper: typeof documents.$inferInsert | undefined): void {
  const { id: visitId, number, companyId, membershipId } = row;
  const about = { subject: { type: 'visit', id: visitId }, companyId };
  const data = { visitId, number, companyId, company, membershipId, mentor: mentor.name };
  trail.add(visitRecorded, row.createdAt ?? row.visitedAt, mentor, { ...about, data: { ...data, on: dayOf(row.visitedAt) } });
  const answeredAt = row.decidedAt ?? null;
  if (answeredAt === null) return;
  if (row.state === 'disputed') trail.add(visitDisputed, answeredAt, person, { ...about, data: { ...data, remark: row.remark ?? '' } });
  else trail.add(visitConfirmed, answeredAt, person, { ...about, data });
  if (paper === undefined) return;
  const facts = { documentId: paper.id, number: paper.number, title: paper.title, companyId };
  trail.add(documentIssued, answeredAt, person, { subject: { type: 'document', id: paper.id }, companyId, data: facts });
}
