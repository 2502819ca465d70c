import { and, asc, eq } from 'drizzle-orm';
import { counters, documents } from '@/db/schema/documents';
import { calendarDays, calendarYears } from '@/db/schema/centers';
import { requestRounds, requests } from '@/db/schema/service-desk';
import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { requestCodes, requestConfirmations, requestMaterials, requestReturns } from '@/db/schema/service-desk-filing';
import { requestRatings, requestRepairs } from '@/db/schema/service-desk-ratings';
import { requestLinks, requestMessageReads, requestMessages } from '@/db/schema/service-desk-talk';
import { requestSupervisions, requestUrges } from '@/db/schema/service-desk-watched';
import { requestAccepted, requestCompleted, requestRated, requestReturned, requestSubmitted, requestWithdrawn } from '@/lib/service-desk/entries';
import { documentKinds } from '@/lib/documents/inputs';
import { warnOn } from '@/lib/approvals/rules';
import { acceptDue, clockStart, dueColumns } from '@/lib/service-desk/rules';
import { repairSteps } from '@/lib/service-desk/rules/reminders';
import { addDays, daysBetween, type Day, dayOf, startOfDay } from '@/lib/kernel/dates';
import { type Calendar, makeCalendar } from '@/lib/kernel/working-days';
import { type Teller, Trail } from '../entries';
import { insertAll } from '../insert';
import type { Random } from '../random';
import type { SeededCompany, Story } from '../story';
import { answersTo } from './answers';
import { Lanes } from './lanes';
import { tellGranted } from './granted';
import { type Item, nextSerial, paperOf, type Row, workingDayAfter, workingDayBefore, type Written } from './request-parts';
import { tellStaged } from './staged-requests';
import { tellWait, waitDice } from './waits';
import wishes from './wishes.json' with { type: 'json' };

const HOW_MANY = 1_000;
/** Filed in the last days, so that the desk has work this morning. */
const ALIVE = 60;

/** A thousand requests of those companies that have somebody who files, from admission to this morning. */
export async function tellRequests(story: Story): Promise<void> {
  const { db, random, centerId, today } = story;
  const calendar = await calendarOf(story);
  const items = await itemsOf(story);
  const filing = story.companies.filter((company) => company.person !== null);
  const teller = new Map(story.people.map((person) => [person.membershipId, person]));
  const written: Written = {
    requests: [], messages: [], reads: [], links: [], returns: [], ratings: [], papers: [], rounds: [], repairs: [], confirmations: [], codes: [], urges: [], supervisions: [],
    paperSerials: new Map(), certificateSerials: new Map(), serials: new Map(), lanes: new Lanes(story, calendar),
  };
  const trail = new Trail(story);
  const dice = waitDice();

  const filed = Array.from({ length: HOW_MANY }, (_, index) => {
    const company = index >= HOW_MANY - 6 ? (filing[0] ?? random.pick(filing)) : random.pick(filing);
    const first = addDays(company.admittedOn, 10);
    const span = Math.max(1, daysBetween(first, today));
    const wanted = index >= HOW_MANY - ALIVE ? addDays(today, -random.int(0, 9)) : addDays(first, random.int(0, span - 1));
    return { company, on: workingDayBefore(calendar, wanted) };
  }).sort((a, b) => (a.on < b.on ? -1 : 1));

  const often = items.filter(({ key }) => key in wishes);
  for (const { company, on } of filed) {
    const liaison = company.liaison === null ? undefined : teller.get(company.liaison);
    if (liaison === undefined || company.person === null) continue;
    const item = random.chance(0.55) ? random.pick(often) : random.pick(items);
    tellOne({ story, calendar, item, company, liaison: { ...liaison, role: 'liaison' }, on, written, trail, dice });
  }
  tellStaged({ story, calendar, items, filing, written, trail });
  await tellGranted({ story, calendar, items, filing, written, trail });
  await insertAll(db, documents, written.papers);
  await insertAll(db, requests, written.requests);
  await written.lanes.write();
  await insertAll(db, requestMaterials, placesOf(story, items, written.requests));
  await insertAll(db, requestMessages, written.messages);
  await insertAll(db, requestMessageReads, written.reads);
  await insertAll(db, requestLinks, written.links);
  await insertAll(db, requestReturns, written.returns);
  await insertAll(db, requestRatings, written.ratings);
  await insertAll(db, requestRounds, written.rounds);
  await insertAll(db, requestRepairs, written.repairs);
  await insertAll(db, requestConfirmations, written.confirmations);
  await insertAll(db, requestCodes, written.codes);
  await insertAll(db, requestUrges, written.urges);
  await insertAll(db, requestSupervisions, written.supervisions);
  const counted = (kind: string, lasts: ReadonlyMap<string, number>) =>
    [...lasts].map(([year, last]) => ({ centerId, kind, year: Number(year), last }));
  await insertAll(db, counters, [...counted('FW', written.serials), ...counted(documentKinds.result, written.paperSerials), ...counted(documentKinds.certificate, written.certificateSerials)]);
  await trail.write();
}

const running = ['draft', 'confirming', 'submitted', 'accepted', 'returned'];

/** A place for each paper that a request under way wants. */
function placesOf({ random, centerId }: Story, items: readonly Item[], rows: readonly Row[]): (typeof requestMaterials.$inferInsert)[] {
  return rows
    .filter(({ state }) => running.includes(state))
    .flatMap((row) => {
      const version = items.find(({ id }) => id === row.itemId)?.version;
      const at = row.createdAt ?? new Date(0);
      return (version?.materials ?? []).map(({ key }, position) => ({ centerId, id: random.id(at), requestId: row.id, companyId: row.companyId, key, position, createdAt: at }));
    });
}

async function itemsOf({ db, centerId }: Story): Promise<Item[]> {
  return db
    .select({ id: serviceItems.id, key: serviceItems.key, version: serviceItemVersions })
    .from(serviceItems)
    .innerJoin(serviceItemVersions, and(eq(serviceItemVersions.centerId, serviceItems.centerId), eq(serviceItemVersions.itemId, serviceItems.id)))
    .where(eq(serviceItems.centerId, centerId))
    .orderBy(asc(serviceItems.position));
}

interface Telling {
  story: Story;
  calendar: Calendar;
  item: Item;
  company: SeededCompany;
  liaison: Teller;
  on: Day;
  written: Written;
  trail: Trail;
  dice: Random;
}

/** One request's life up to now: what is far enough back is done, what is new waits. */
function tellOne({ story, calendar, item, company, liaison, on, written, trail, dice }: Telling): void {
  const { random, centerId, now, today } = story;
  const { version } = item;
  const said: string[][] = item.key === 'materials' ? wishes.materials : item.key === 'repair' ? wishes.repair : wishes.consultation;
  const [title = version.name, body = ''] = version.asksBody ? random.pick<string[]>(said) : [version.name];
  const at = (day: Day, hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000 + random.int(0, 3_500) * 1_000);
  const atMost = (moment: Date) => (moment > now ? new Date(now.getTime() - random.int(60, 3_000) * 1_000) : moment);
  const submittedAt = atMost(at(on, random.int(9, 16)));
  const id = random.id(submittedAt);
  const number = nextSerial(written, on);
  const filer: Teller = { membershipId: company.person ?? '', name: story.names.get(company.person ?? '') ?? '', role: 'company_owner' };
  const accepts = dueColumns(acceptDue(calendar, on, version.acceptanceDays));
  const age = daysBetween(on, today);
  const fate = random.next();
  const late = random.chance(0.06);
  const takes = Math.max(0, Math.round(version.promisedDays * (0.3 + random.next() * 0.6)) + (late ? version.promisedDays : 0));
  const acceptedOn = workingDayAfter(calendar, on, random.chance(0.8) ? 0 : 1);
  const started = acceptedOn <= today && (age > 2 || fate > 0.45);
  const withdrawn = fate < 0.03 && age > 3;
  const channel = random.chance(0.8) ? ('portal' as const) : random.pick(['window', 'phone', 'visit'] as const);

  const row: Row = {
    centerId, id, number, itemId: item.id, versionId: version.id, companyId: company.id, title, body, answers: answersTo(version.fields, company, story), state: 'submitted',
    filedBy: channel === 'portal' ? filer.membershipId : liaison.membershipId, channel, declaredBy: filer.membershipId, declaredAt: submittedAt, ownerId: liaison.membershipId, submittedAt,
    acceptanceDays: version.acceptanceDays, promisedDays: version.promisedDays, receivedOn: on,
    acceptDueOn: accepts.known, nextDueOn: accepts.order, createdAt: submittedAt, updatedAt: submittedAt,
  };
  if (channel !== 'portal') {
    written.confirmations.push({
      centerId, requestId: id, companyId: company.id, typedBy: liaison.membershipId, typedAt: submittedAt, typed: { title, body, answers: row.answers ?? {} }, method: 'portal',
      confirmedBy: filer.membershipId, confirmedAt: submittedAt,
    });
  }
  const about = { request: id, number, title };
  const subject = { subject: { type: 'request', id }, companyId: company.id };
  const held = { ...about, owner: liaison.membershipId, companyId: company.id };
  trail.add(requestSubmitted, submittedAt, filer, { ...subject, data: { ...held, files: 0 } });

  if (started) {
    const acceptedAt = atMost(new Date(Math.max(at(acceptedOn, random.int(9, 16)).getTime(), submittedAt.getTime() + 600_000)));
    const clockFromOn = clockStart(dayOf(acceptedAt), on, accepts.known);
    const doneOn = workingDayAfter(calendar, clockFromOn, takes);
    const done = !withdrawn && doneOn < today;
    const returned = !done && !withdrawn && fate > 0.9;
    const lone = !done && !withdrawn && !returned && fate > 0.82;
    const passed = written.lanes.tell({
      request: id, company: company.id, holder: liaison.membershipId, version, clockFromOn, takes, until: done ? doneOn : today, done, ...(lone ? { stopped: fate > 0.86 ? ('company' as const) : ('outside' as const) } : {}),
    });
    Object.assign(row, {
      state: 'accepted', acceptedAt, acceptedBy: liaison.membershipId, ownerId: liaison.membershipId, firstOwnerId: liaison.membershipId,
      clockFromOn, dueOn: passed.dueOn, nextDueOn: passed.still ? null : passed.order, updatedAt: acceptedAt,
    } satisfies Partial<Row>);
    trail.add(requestAccepted, acceptedAt, liaison, {
      ...subject,
      data: { ...held, ownerName: liaison.name, due: passed.order, known: passed.dueOn === null ? 'no' : 'yes' },
    });
    if (random.chance(0.35)) {
      const [question, answer] = random.pick(wishes.messages) as [string, string];
      const asked = atMost(new Date(acceptedAt.getTime() + 1_800_000));
      const told = { centerId, requestId: id, companyId: company.id };
      const [asking, answering] = [random.id(asked), random.id(new Date(asked.getTime() + 1))];
      const answered = atMost(new Date(asked.getTime() + 1_500_000));
      written.messages.push(
        { ...told, id: asking, membershipId: filer.membershipId, fromCompany: true, body: question, createdAt: asked },
        { ...told, id: answering, membershipId: liaison.membershipId, fromCompany: false, body: answer, createdAt: answered },
      );
      written.reads.push({ centerId, messageId: asking, membershipId: liaison.membershipId, byCompany: false, readAt: answered });
      // What was answered in the last days nobody may have looked at yet.
      if (age > 3) written.reads.push({ centerId, messageId: answering, membershipId: filer.membershipId, byCompany: true, readAt: atMost(new Date(answered.getTime() + 5_400_000)) });
    }
    const missing = [random.pick(wishes.missing)];
    if (returned || passed.waiting !== null) {
      const returnedAt = atMost(new Date(acceptedAt.getTime() + 3_600_000));
      written.returns.push({
        centerId, id: random.id(returnedAt), requestId: id, companyId: company.id, round: 1, laneId: passed.waiting?.id ?? null, items: missing, afterAcceptance: true, returnedBy: liaison.membershipId, returnedAt,
      });
      if (returned) {
        written.lanes.stopAll(id, dayOf(returnedAt));
        Object.assign(row, { state: 'returned', returnedAt, nextDueOn: null, updatedAt: returnedAt } satisfies Partial<Row>);
        trail.add(requestReturned, returnedAt, liaison, { ...subject, data: { ...held, round: 1, count: 1, items: missing.join('；') } });
      } else row.laneWaits = true;
    }
    if (done) {
      const completedAt = atMost(at(doneOn, random.int(9, 17)));
      // Those still here have not graduated or left: what they asked for then was declined.
      const declined = version.effects.some((effect) => effect !== 'admission');
      const picked = random.pick(wishes.results);
      const result = declined ? wishes.declined : picked;
      const waited = random.chance(0.2) ? random.int(1, 4) : 0;
      // The board looks back sixty days: there more waits are told.
      const lately = daysBetween(doneOn, today) < 60 && dice.chance(0.4) ? dice.int(1, 3) : 0;
      const spent = tellWait({ story, item, row, clockFromOn, takes, days: Math.max(waited, lately), filer, held, written, trail, dice });
      const paper = paperOf({ story, item, company, liaison, row, result, outcome: declined ? 'declined' : 'granted', completedAt, written });
      Object.assign(row, {
        state: 'completed', decidedAt: completedAt, outcome: declined ? 'declined' : 'granted', delivery: 'portal', completedAt, completedBy: liaison.membershipId, result, resultDocumentId: paper.id, ...spent,
        nextDueOn: null, updatedAt: completedAt,
      } satisfies Partial<Row>);
      trail.add(requestCompleted, completedAt, liaison, { ...subject, data: { ...held, document: paper.number, outcome: declined ? 'declined' : 'granted' } });
      if (random.chance(0.7)) rate({ story, calendar, row, filer, liaison, completedAt, written, trail, held });
    }
    if (withdrawn) written.lanes.cancel(id);
  }
  if (withdrawn) {
    const withdrawnAt = atMost(new Date(submittedAt.getTime() + 90_000_000));
    Object.assign(row, { state: 'withdrawn', withdrawnAt, withdrawReason: '已自行解决', nextDueOn: null, laneWaits: false, updatedAt: withdrawnAt } satisfies Partial<Row>);
    trail.add(requestWithdrawn, withdrawnAt, filer, { ...subject, data: { ...held, reason: '已自行解决' } });
  }
  if (row.nextDueOn != null) {
    const [due, promised] = row.state === 'submitted' ? [row.acceptDueOn, version.acceptanceDays] : [row.dueOn, version.promisedDays];
    row.warnOn = warnOn(calendar, due ?? null, promised, 0);
  }
  written.requests.push(row);
}

/** A grade, and what a bad one led to. */
function rate({ story, calendar, row, filer, liaison, completedAt, written, trail, held }: {
  story: Story; calendar: Calendar; row: Row; filer: Teller; liaison: Teller; completedAt: Date; written: Written; trail: Trail;
  held: { request: string; number: string; title: string; owner: string | null; companyId: string };
}): void {
  const { random, now, centerId, today } = story;
  const moment = new Date(completedAt.getTime() + random.int(1, 40) * 3_600_000);
  const ratedAt = moment > now ? new Date(now.getTime() - 600_000) : moment;
  const grade = random.pick([5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 5, 4, 5, 2, 4, 5, 1]);
  const about = { centerId, requestId: row.id, companyId: row.companyId };
  const bad = grade <= 2;
  Object.assign(row, { grade, ratedAt } satisfies Partial<Row>);
  written.ratings.push({ ...about, membershipId: filer.membershipId, grade, ratedAt, comment: bad ? random.pick(wishes.badComments) : '', reasons: bad ? ['speed'] : [] });
  trail.add(requestRated, ratedAt, filer, { subject: { type: 'request', id: row.id }, companyId: row.companyId, data: { ...held, grade } });
  if (!bad) return;
  const on = dayOf(ratedAt);
  const dueOn = workingDayAfter(calendar, on, 5);
  const repairedOn = workingDayAfter(calendar, on, random.chance(0.85) ? random.int(1, 4) : 7);
  const repaired = repairedOn < today;
  const second = repaired && random.chance(0.7) ? random.int(3, 5) : null;
  row.repair = second !== null ? 'rated' : repaired ? 'done' : 'open';
  const contacted = repaired || workingDayAfter(calendar, on, 1) < today;
  const contactDueOn = workingDayAfter(calendar, on, 1);
  const days = { contactDueOn, contactedAt: contacted ? ratedAt : null, contactWarned: 0, dueOn, days: 5, repairedAt: repaired ? ratedAt : null, warned: 0 };
  // Whatever came before this morning was told then.
  const { contactWarned, warned, warnOn: tellOn } = repairSteps(calendar, days, addDays(today, -1));
  written.repairs.push({
    ...about, id: random.id(ratedAt), round: 1, grade, ownerId: liaison.membershipId, openedAt: ratedAt, contactDueOn, dueOn, contactWarned, warned, warnOn: tellOn,
    ...(contacted ? { contactedAt: new Date(ratedAt.getTime() + 3_600_000), contactedBy: liaison.membershipId, contactNote: wishes.contact } : {}),
    ...(repaired ? { repairedAt: startOfDay(repairedOn), repairedBy: liaison.membershipId, repairNote: wishes.repaired, inTime: repairedOn <= dueOn, secondGrade: second } : {}),
  });
  if (second !== null) written.ratings.push({ ...about, turn: 2, membershipId: filer.membershipId, grade: second, ratedAt: startOfDay(addDays(repairedOn, 1)) });
}

async function calendarOf({ db }: Story): Promise<Calendar> {
  const years = await db.select({ year: calendarYears.year }).from(calendarYears);
  const days = await db.select().from(calendarDays);
  return makeCalendar(years.map((row) => row.year), days.map(({ day, kind }) => ({ day, worked: kind === 'work' })));
}
