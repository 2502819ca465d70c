import { asc, eq } from 'drizzle-orm';
import { counters, documents } from '@/db/schema/documents';
import { calendarDays, calendarYears } from '@/db/schema/centers';
import { requestMessages, requestRatings, requestReturns, requests, serviceItems } from '@/db/schema/service-desk';
import { requestAccepted, requestCompleted, requestRated, requestReturned, requestSubmitted, requestWithdrawn } from '@/lib/service-desk/entries';
import { hashOf } from '@/lib/audit/commands';
import { documentKinds } from '@/lib/documents/inputs';
import { hashedFacts, type StoredContent, writeCode } from '@/lib/documents/rules';
import { acceptDue, clockStart, dueColumns, resultDue } from '@/lib/service-desk/rules';
import { translator } from '@/lib/kernel/i18n';
import { addDays, daysBetween, type Day, dayOf, startOfDay } from '@/lib/kernel/dates';
import { addWorkingDays, type Calendar, dayKind, makeCalendar } from '@/lib/kernel/working-days';
import { type Teller, Trail } from '../entries';
import { insertAll } from '../insert';
import type { SeededCompany, Story } from '../story';
import { CENTER } from './people';
import wishes from './wishes.json' with { type: 'json' };

const HOW_MANY = 1_000;
/** Filed in the last days, so that the desk has work this morning. */
const ALIVE = 60;

type Row = typeof requests.$inferInsert;
type Item = typeof serviceItems.$inferSelect;
type Key = 'consultation' | 'materials' | 'repair';

/** A thousand requests of those companies that have somebody who files, from admission to this morning. */
export async function tellRequests(story: Story): Promise<void> {
  const { db, random, centerId, today } = story;
  const calendar = await calendarOf(story);
  const items = await db.select().from(serviceItems).where(eq(serviceItems.centerId, centerId)).orderBy(asc(serviceItems.position));
  const filing = story.companies.filter((company) => company.person !== null);
  const teller = new Map(story.people.map((person) => [person.membershipId, person]));
  const written: Written = { requests: [], messages: [], returns: [], ratings: [], papers: [], paperSerials: new Map() };
  const trail = new Trail(story);

  const filed = Array.from({ length: HOW_MANY }, (_, index) => {
    const company = index >= HOW_MANY - 6 ? (filing[0] ?? random.pick(filing)) : random.pick(filing);
    const first = addDays(company.admittedOn, 10);
    const span = Math.max(1, daysBetween(first, today));
    const wanted = index >= HOW_MANY - ALIVE ? addDays(today, -random.int(0, 9)) : addDays(first, random.int(0, span - 1));
    return { company, on: workingDayBefore(calendar, wanted) };
  }).sort((a, b) => (a.on < b.on ? -1 : 1));

  const serials = new Map<string, number>();
  for (const { company, on } of filed) {
    const liaison = company.liaison === null ? undefined : teller.get(company.liaison);
    if (liaison === undefined || company.person === null) continue;
    const year = on.slice(0, 4);
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    const number = `FW-${year}-${String(serial).padStart(6, '0')}`;
    tellOne({ story, calendar, item: random.pick(items), company, liaison: { ...liaison, role: 'liaison' }, on, number, written, trail });
  }
  await insertAll(db, documents, written.papers);
  await insertAll(db, requests, written.requests);
  await insertAll(db, requestMessages, written.messages);
  await insertAll(db, requestReturns, written.returns);
  await insertAll(db, requestRatings, written.ratings);
  const counted = (kind: string, lasts: ReadonlyMap<string, number>) =>
    [...lasts].map(([year, last]) => ({ centerId, kind, year: Number(year), last }));
  await insertAll(db, counters, [...counted('FW', serials), ...counted(documentKinds.result, written.paperSerials)]);
  await trail.write();
}

interface Written {
  requests: Row[];
  messages: (typeof requestMessages.$inferInsert)[];
  returns: (typeof requestReturns.$inferInsert)[];
  ratings: (typeof requestRatings.$inferInsert)[];
  papers: (typeof documents.$inferInsert)[];
  paperSerials: Map<string, number>;
}

interface Telling {
  story: Story;
  calendar: Calendar;
  item: Item;
  company: SeededCompany;
  liaison: Teller;
  on: Day;
  number: string;
  written: Written;
  trail: Trail;
}

/** One request's life up to now: what is far enough back is done, what is new waits. */
function tellOne({ story, calendar, item, company, liaison, on, number, written, trail }: Telling): void {
  const { random, centerId, now, today } = story;
  const key = item.key as Key;
  const [title, body] = random.pick(wishes[key] ?? wishes.consultation) as [string, string];
  const at = (day: Day, hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000 + random.int(0, 3_500) * 1_000);
  const atMost = (moment: Date) => (moment > now ? new Date(now.getTime() - random.int(60, 3_000) * 1_000) : moment);
  const submittedAt = atMost(at(on, random.int(9, 16)));
  const id = random.id(submittedAt);
  const filer: Teller = { membershipId: company.person ?? '', name: story.names.get(company.person ?? '') ?? '', role: 'company_owner' };
  const accepts = dueColumns(acceptDue(calendar, on, item.acceptanceDays));
  const age = daysBetween(on, today);
  const fate = random.next();
  const late = random.chance(0.06);
  const takes = Math.max(0, Math.round(item.promisedDays * (0.3 + random.next() * 0.6)) + (late ? item.promisedDays : 0));
  const acceptedOn = workingDayAfter(calendar, on, random.chance(0.8) ? 0 : 1);
  const started = acceptedOn <= today && (age > 2 || fate > 0.45);
  const doneOn = workingDayAfter(calendar, acceptedOn, takes);
  const withdrawn = fate < 0.03 && age > 3;
  const done = started && !withdrawn && doneOn < today;
  const returned = started && !done && !withdrawn && fate > 0.86;

  const row: Row = {
    centerId, id, number, itemId: item.id, companyId: company.id, title, body, answers: answersTo(key, random), state: 'submitted',
    filedBy: filer.membershipId, ownerId: liaison.membershipId, submittedAt, acceptanceDays: item.acceptanceDays, promisedDays: item.promisedDays, receivedOn: on,
    acceptDueOn: accepts.known, nextDueOn: accepts.order, createdAt: submittedAt, updatedAt: submittedAt,
  };
  const about = { request: id, number, title };
  const subject = { subject: { type: 'request', id }, companyId: company.id };
  const held = { ...about, owner: liaison.membershipId, companyId: company.id };
  trail.add(requestSubmitted, submittedAt, filer, { ...subject, data: { ...held, files: 0 } });

  if (started) {
    const acceptedAt = atMost(new Date(Math.max(at(acceptedOn, random.int(9, 16)).getTime(), submittedAt.getTime() + 600_000)));
    const clockFromOn = clockStart(dayOf(acceptedAt), on, accepts.known);
    const due = dueColumns(resultDue(calendar, clockFromOn, item.promisedDays, []));
    Object.assign(row, {
      state: 'accepted', acceptedAt, acceptedBy: liaison.membershipId, ownerId: liaison.membershipId, firstOwnerId: liaison.membershipId,
      clockFromOn, dueOn: due.known, nextDueOn: due.order, updatedAt: acceptedAt,
    } satisfies Partial<Row>);
    trail.add(requestAccepted, acceptedAt, liaison, {
      ...subject,
      data: { ...held, ownerName: liaison.name, due: due.known ?? due.order, known: due.known === null ? 'no' : 'yes' },
    });
    if (random.chance(0.35)) {
      const [question, answer] = random.pick(wishes.messages) as [string, string];
      const asked = atMost(new Date(acceptedAt.getTime() + 1_800_000));
      const told = { centerId, requestId: id, companyId: company.id };
      written.messages.push(
        { ...told, id: random.id(asked), membershipId: filer.membershipId, fromCompany: true, body: question, createdAt: asked },
        { ...told, id: random.id(new Date(asked.getTime() + 1)), membershipId: liaison.membershipId, fromCompany: false, body: answer, createdAt: atMost(new Date(asked.getTime() + 1_500_000)) },
      );
    }
    if (returned) {
      const returnedAt = atMost(new Date(acceptedAt.getTime() + 3_600_000));
      const missing = [random.pick(wishes.missing)];
      written.returns.push({ centerId, id: random.id(returnedAt), requestId: id, companyId: company.id, round: 1, items: missing, afterAcceptance: true, returnedBy: liaison.membershipId, returnedAt });
      Object.assign(row, { state: 'returned', returnedAt, nextDueOn: null, updatedAt: returnedAt } satisfies Partial<Row>);
      trail.add(requestReturned, returnedAt, liaison, { ...subject, data: { ...held, round: 1, count: 1, items: missing.join('；') } });
    }
    if (done) {
      const completedAt = atMost(at(doneOn, random.int(9, 17)));
      const result = random.pick(wishes.results);
      const paper = paperOf({ story, item, company, liaison, row, result, completedAt, written });
      Object.assign(row, {
        state: 'completed', completedAt, completedBy: liaison.membershipId, result, resultDocumentId: paper.id, nextDueOn: null, updatedAt: completedAt,
      } satisfies Partial<Row>);
      trail.add(requestCompleted, completedAt, liaison, { ...subject, data: { ...held, document: paper.number } });
      if (random.chance(0.7)) {
        const ratedAt = atMost(new Date(completedAt.getTime() + random.int(1, 40) * 3_600_000));
        const grade = random.pick([5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1]);
        Object.assign(row, { grade, ratedAt } satisfies Partial<Row>);
        written.ratings.push({ centerId, requestId: id, companyId: company.id, membershipId: filer.membershipId, grade, ratedAt });
        trail.add(requestRated, ratedAt, filer, { ...subject, data: { ...held, grade } });
      }
    }
  }
  if (withdrawn) {
    const withdrawnAt = atMost(new Date(submittedAt.getTime() + 90_000_000));
    Object.assign(row, { state: 'withdrawn', withdrawnAt, withdrawReason: '已自行解决', nextDueOn: null, updatedAt: withdrawnAt } satisfies Partial<Row>);
    trail.add(requestWithdrawn, withdrawnAt, filer, { ...subject, data: { ...held, reason: '已自行解决' } });
  }
  written.requests.push(row);
}

/** The item's own fields, as a company would have filled them in. */
function answersTo(key: Key, random: Story['random']): Record<string, string> {
  switch (key) {
    case 'repair':
      return { place: `${random.pick(['A', 'B', 'C'])}-${random.int(2, 18)}${String(random.int(1, 24)).padStart(2, '0')}`, contact: '13700000000' };
    case 'materials':
      return { purpose: wishes.purpose };
    case 'consultation':
      return {};
  }
}

/** The numbered result, as completing a request issues it. */
function paperOf({ story, item, company, liaison, row, result, completedAt, written }: {
  story: Story;
  item: Item;
  company: SeededCompany;
  liaison: Teller;
  row: Row;
  result: string;
  completedAt: Date;
  written: Written;
}): { id: string; number: string } {
  const { random, centerId } = story;
  const t = translator('zh-CN', 'service-desk');
  const issuedOn = dayOf(completedAt);
  const year = issuedOn.slice(0, 4);
  const serial = (written.paperSerials.get(year) ?? 0) + 1;
  written.paperSerials.set(year, serial);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => random.int(0, 255));
  const content: StoredContent = {
    paragraphs: [result],
    rows: [
      { label: t('paper.number'), value: row.number ?? '' },
      { label: t('paper.item'), value: item.name },
      { label: t('paper.subject'), value: row.title ?? '' },
      { label: t('paper.company'), value: company.name },
      { label: t('paper.completed'), value: issuedOn },
    ],
    tables: [],
    signatures: [{ role: t('paper.handler'), name: liaison.name, day: issuedOn }],
    issuer: CENTER,
    party: company.name,
  };
  const facts = {
    kind: 'result',
    number: `${documentKinds.result}-${year}-${String(serial).padStart(6, '0')}`,
    title: t('paper.title', { item: item.name }),
    issuedOn,
    revision: 1,
    content,
  };
  const id = random.id(completedAt);
  written.papers.push({
    ...facts, centerId, id, companyId: company.id, party: company.name, contentHash: hashOf(hashedFacts(facts)), code: writeCode(bytes(16)),
    checkCode: writeCode(bytes(5)), subjectType: 'request', subjectId: row.id, createdAt: completedAt, createdBy: liaison.membershipId,
  });
  return { id, number: facts.number };
}

async function calendarOf({ db }: Story): Promise<Calendar> {
  const years = await db.select({ year: calendarYears.year }).from(calendarYears);
  const days = await db.select().from(calendarDays);
  return makeCalendar(years.map((row) => row.year), days.map(({ day, kind }) => ({ day, worked: kind === 'work' })));
}

function workingDayBefore(calendar: Calendar, day: Day): Day {
  let found = day;
  while (dayKind(calendar, found) !== 'working') found = addDays(found, -1);
  return found;
}

function workingDayAfter(calendar: Calendar, day: Day, days: number): Day {
  const due = addWorkingDays(calendar, day, days);
  return due.kind === 'day' ? due.day : due.earliest;
}
