import { addDays, type Day, startOfDay } from '@/lib/kernel/dates';
import { type Calendar, workingDaysBetween } from '@/lib/kernel/working-days';
import {
  requestAbsorbed, requestAccepted, requestCompleted, requestDecided, requestLinked, requestMerged, requestRated, requestRefused, requestReopened, requestSubmitted, requestSupervised, requestTyped,
} from '@/lib/service-desk/entries';
import { repairWarnOn } from '@/lib/service-desk/rules/reminders';
import type { Teller, Trail } from '../entries';
import { makeRandom } from '../random';
import type { SeededCompany, Story } from '../story';
import { answersTo } from './answers';
import { type Item, nextSerial, paperOf, type Row, workingDayAfter, workingDayBefore, type Written } from './request-parts';
import wishes from './wishes.json' with { type: 'json' };

interface Stage {
  story: Story;
  calendar: Calendar;
  items: readonly Item[];
  filing: readonly SeededCompany[];
  written: Written;
  trail: Trail;
}

/** What the demo's company and its liaison find this morning in every state there is, and the calls answered on the spot. */
export function tellStaged({ story, calendar, items, filing, written, trail }: Stage): void {
  const [company] = filing;
  const liaison = story.people.find((one) => one.membershipId === company?.liaison);
  if (company === undefined || liaison === undefined || company.person === null) return;
  const { random, centerId, today, now } = story;
  const dice = makeRandom(31);
  const person = company.person;
  const at = (day: Day, hour = 10) => new Date(startOfDay(day).getTime() + hour * 3_600_000 > now.getTime() ? now.getTime() - 1_800_000 : startOfDay(day).getTime() + hour * 3_600_000);
  const daysAgo = (days: number) => workingDayBefore(calendar, addDays(today, -days));
  const item = (key: string) => {
    const found = items.find((one) => one.key === key);
    if (found === undefined) throw new Error(`no item ${key}`);
    return found;
  };
  const staged: Row[] = [];
  const begin = (key: string, on: Day, more: Partial<Row>): Row => {
    const { id, version } = item(key);
    const submittedAt = at(on);
    const row: Row = {
      centerId, id: random.id(submittedAt), number: nextSerial(written, on), itemId: id, versionId: version.id, companyId: company.id, title: version.name,
      body: version.asksBody ? (wishes.texts[1] ?? '') : '', answers: answersTo(version.fields, company, story), state: 'submitted', filedBy: person, declaredBy: person, declaredAt: submittedAt,
      ownerId: liaison.membershipId, firstOwnerId: liaison.membershipId, submittedAt, acceptanceDays: version.acceptanceDays, promisedDays: version.promisedDays, receivedOn: on,
      createdAt: submittedAt, updatedAt: submittedAt, ...more,
    };
    written.requests.push(row);
    staged.push(row);
    return row;
  };

  begin('tech-sme', today, { number: null, state: 'draft', submittedAt: null, acceptanceDays: null, promisedDays: null, receivedOn: null, ownerId: null, firstOwnerId: null, declaredBy: null, declaredAt: null });

  // Typed at the window yesterday; the company has not confirmed yet.
  const waiting = begin('policy', daysAgo(1), { state: 'confirming', channel: 'window', filedBy: liaison.membershipId, submittedAt: null, receivedOn: null, declaredBy: null, declaredAt: null, acceptanceDays: null, promisedDays: null });
  written.confirmations.push({ centerId, requestId: waiting.id, companyId: company.id, typedBy: liaison.membershipId, typedAt: at(daysAgo(1)), typed: { title: waiting.title ?? '', body: waiting.body ?? '', answers: waiting.answers ?? {} } });
  written.codes.push({ centerId, requestId: waiting.id, companyId: company.id, spoken: '417203' });

  begin('registration', daysAgo(6), { state: 'refused', refusedAt: at(daysAgo(5)), refuseReason: wishes.refuse });

  const laned = begin('rent-reduction', daysAgo(4), {});
  accept(laned, 'rent-reduction', { stopped: 'company', takes: 12 });
  const watched = begin('admission', daysAgo(9), {});
  accept(watched, 'admission', { takes: 12 });
  watched.supervisedUntil = addDays(today, 4);
  const director = story.people.find(({ role }) => role === 'director');
  written.supervisions.push({
    centerId, id: random.id(now), requestId: watched.id, companyId: company.id, untilOn: addDays(today, 4), reason: wishes.supervise, placedBy: director?.membershipId ?? liaison.membershipId, placedAt: at(daysAgo(1)),
  });
  // Another one's day passed yesterday, and nobody has lifted it.
  const overdue = workingDayBefore(calendar, addDays(today, -1));
  laned.supervisedUntil = overdue;
  written.supervisions.push({
    centerId, id: dice.id(now), requestId: laned.id, companyId: company.id, untilOn: overdue, reason: wishes.supervise, placedBy: director?.membershipId ?? liaison.membershipId, placedAt: at(daysAgo(3)),
  });
  written.urges.push({ centerId, requestId: watched.id, companyId: company.id, urgedOn: daysAgo(1), membershipId: person, urgedAt: at(daysAgo(1)) });

  const decided = begin('certificate', daysAgo(5), {});
  finish(decided, 'certificate', daysAgo(2), false);

  // A bad rating yesterday: it is to be called back today.
  const bad = begin('meeting-room', daysAgo(7), {});
  finish(bad, 'meeting-room', daysAgo(5), true);
  const ratedAt = at(daysAgo(1), 11);
  Object.assign(bad, { grade: 2, ratedAt, repair: 'open' } satisfies Partial<Row>);
  const about = { centerId, requestId: bad.id, companyId: company.id };
  written.ratings.push({ ...about, membershipId: person, grade: 2, reasons: ['speed'], comment: wishes.badComments[0] ?? '', ratedAt });
  const days = { contactDueOn: workingDayAfter(calendar, daysAgo(1), 1), dueOn: workingDayAfter(calendar, daysAgo(1), 5) };
  const warnOn = repairWarnOn(calendar, { ...days, days: 5, contactedAt: null, contactWarned: 0, repairedAt: null, warned: 0 });
  written.repairs.push({ ...about, id: random.id(ratedAt), round: 1, grade: 2, ownerId: liaison.membershipId, openedAt: ratedAt, ...days, warnOn });

  const again = begin('contests', daysAgo(12), {});
  finish(again, 'contests', daysAgo(9), true);
  const first = { decidedAt: again.decidedAt ?? null, delivery: again.delivery ?? null, companyDays: again.companyDays ?? null, completedAt: again.completedAt ?? null, result: again.result ?? null, resultDocumentId: again.resultDocumentId ?? null, dueOn: again.dueOn ?? null };
  written.rounds.push({ centerId, requestId: again.id, round: 1, companyId: company.id, state: 'completed', outcome: 'granted', usedDays: again.usedDays ?? null, waitedDays: 0, reason: wishes.reopen, reopenedBy: person, reopenedAt: at(daysAgo(1)), ...first });
  Object.assign(again, {
    state: 'submitted', round: 2, receivedOn: daysAgo(1), acceptDueOn: workingDayAfter(calendar, daysAgo(1), 1), nextDueOn: workingDayAfter(calendar, daysAgo(1), 1), acceptedAt: null, acceptedBy: null,
    clockFromOn: null, dueOn: null, decidedAt: null, outcome: null, completedAt: null, completedBy: null, delivery: null, result: null, resultDocumentId: null, usedDays: null, waitedDays: null, companyDays: null,
  } satisfies Partial<Row>);

  // The same was asked twice this week; and what the reduction waits for is told in another request.
  const twin = begin('rent-reduction', daysAgo(3), { state: 'refused', refusedAt: at(daysAgo(2), 9), refuseReason: wishes.merge });
  twin.duplicateOf = laned.id;
  const [firstId = '', secondId = ''] = [laned.id, watched.id].sort();
  written.links.push({ centerId, id: random.id(at(daysAgo(1), 9)), requestId: firstId, otherId: secondId, reason: wishes.link, linkedBy: liaison.membershipId, linkedAt: at(daysAgo(1), 9) });
  talkOn(laned);

  tellSpots({ story, items, filing, written, calendar });
  tellTrail();

  /** A question that was read and answered; the answer is still new to the company. */
  function talkOn(row: Row): void {
    if (liaison === undefined || company === undefined) return;
    const [asked, answered] = [at(daysAgo(1), 9), at(today, 8)];
    const told = { centerId, requestId: row.id, companyId: company.id };
    const [asking, noting, answering] = [random.id(asked), random.id(answered), random.id(new Date(answered.getTime() + 60_000))];
    const finance = story.people.find(({ role }) => role === 'finance');
    written.messages.push(
      { ...told, id: asking, membershipId: person, fromCompany: true, body: wishes.talk.asked, createdAt: asked },
      { ...told, id: noting, membershipId: liaison.membershipId, fromCompany: false, internal: true, body: `@${finance?.name ?? ''} ${wishes.talk.noted}`, createdAt: answered },
      { ...told, id: answering, membershipId: liaison.membershipId, fromCompany: false, body: wishes.talk.answered, createdAt: new Date(answered.getTime() + 60_000) },
    );
    written.reads.push({ centerId, messageId: asking, membershipId: liaison.membershipId, byCompany: false, readAt: answered });
  }

  /** What its timeline tells of each, as the commands would have left it. */
  function tellTrail(): void {
    if (liaison === undefined || company === undefined) return;
    const desk: Teller = { ...liaison, role: 'liaison' };
    const filer: Teller = { membershipId: person, name: story.names.get(person) ?? '', role: 'company_owner' };
    for (const row of staged) {
      if (row.state === 'draft') continue;
      const held = { request: row.id, number: row.number ?? '', title: row.title ?? '', owner: liaison.membershipId, companyId: company.id };
      const about = { subject: { type: 'request', id: row.id }, companyId: company.id };
      const filed = row.createdAt ?? now;
      if (row.state === 'confirming') trail.add(requestTyped, filed, desk, { ...about, data: { ...held, channel: row.channel ?? 'window' } });
      else trail.add(requestSubmitted, filed, filer, { ...about, data: { ...held, files: 0 } });
      if (row.refusedAt != null && row.duplicateOf != null) {
        const into = staged.find(({ id }) => id === row.duplicateOf);
        trail.add(requestMerged, row.refusedAt, desk, { ...about, data: { ...held, into: into?.number ?? '', intoId: row.duplicateOf, reason: row.refuseReason ?? '' } });
        trail.add(requestAbsorbed, row.refusedAt, desk, {
          subject: { type: 'request', id: row.duplicateOf }, companyId: company.id, data: { ...held, request: row.duplicateOf, number: into?.number ?? '', title: into?.title ?? '', other: row.number ?? '' },
        });
      } else if (row.refusedAt != null) trail.add(requestRefused, row.refusedAt, desk, { ...about, data: { ...held, reason: row.refuseReason ?? '' } });
      const other = row === laned ? watched : row === watched ? laned : null;
      if (other !== null) trail.add(requestLinked, at(daysAgo(1), 9), desk, { ...about, data: { ...held, other: other.number ?? '', reason: wishes.link } });
      if (row.acceptedAt != null) {
        trail.add(requestAccepted, row.acceptedAt, desk, { ...about, data: { ...held, ownerName: liaison.name, due: row.dueOn ?? '', known: row.dueOn == null ? 'no' : 'yes' } });
      }
      const round = written.rounds.find(({ requestId }) => requestId === row.id);
      if (round?.completedAt != null && round.dueOn != null) {
        trail.add(requestAccepted, new Date(filed.getTime() + 3_600_000), desk, { ...about, data: { ...held, ownerName: liaison.name, due: round.dueOn, known: 'yes' } }, dice);
        trail.add(requestReopened, round.reopenedAt ?? now, filer, { ...about, data: { ...held, round: round.round + 1, reason: round.reason } }, dice);
      }
      const ended = row.decidedAt ?? round?.decidedAt;
      if (ended != null) {
        const paper = written.papers.find(({ id }) => id === (row.resultDocumentId ?? round?.resultDocumentId));
        const data = { ...held, document: paper?.number ?? '', outcome: 'granted' as const };
        if (row.state === 'decided') trail.add(requestDecided, ended, desk, { ...about, data }, dice);
        else trail.add(requestCompleted, ended, desk, { ...about, data }, dice);
      }
      if (row.supervisedUntil != null) {
        const data = { ...held, until: row.supervisedUntil, reason: wishes.supervise };
        if (row === laned) trail.add(requestSupervised, at(daysAgo(3)), desk, { ...about, data }, dice);
        else trail.add(requestSupervised, at(daysAgo(1)), desk, { ...about, data });
      }
      if (row.ratedAt != null) trail.add(requestRated, row.ratedAt, filer, { ...about, data: { ...held, grade: row.grade ?? 1 } });
    }
  }

  function accept(row: Row, key: string, { takes, stopped }: { takes: number; stopped?: 'company' }): void {
    const { version } = item(key);
    const on = row.receivedOn ?? today;
    const passed = written.lanes.tell({ request: row.id, company: row.companyId, holder: liaison?.membershipId ?? '', version, clockFromOn: on, takes, until: today, done: false, ...(stopped === undefined ? {} : { stopped }) });
    Object.assign(row, {
      state: 'accepted', acceptedAt: at(on, 11), acceptedBy: row.ownerId ?? null, clockFromOn: on, acceptDueOn: workingDayAfter(calendar, on, version.acceptanceDays), dueOn: passed.dueOn,
      nextDueOn: passed.still ? null : passed.order, laneWaits: passed.waiting !== null,
    } satisfies Partial<Row>);
    if (passed.waiting === null) return;
    written.returns.push({
      centerId, id: random.id(now), requestId: row.id, companyId: row.companyId, round: 1, laneId: passed.waiting.id, items: wishes.missing.slice(0, 2), afterAcceptance: true,
      returnedBy: row.ownerId ?? '', returnedAt: at(daysAgo(1)),
    });
  }

  function finish(row: Row, key: string, on: Day, delivered: boolean): void {
    const { version } = item(key);
    const from = row.receivedOn ?? on;
    const span = workingDaysBetween(calendar, from, on);
    const takes = span.kind === 'count' ? span.days : 0;
    const passed = written.lanes.tell({ request: row.id, company: row.companyId, holder: liaison?.membershipId ?? '', version, clockFromOn: from, takes, until: on, done: true });
    const moment = at(on, 15);
    Object.assign(row, { acceptedAt: at(from, 11), acceptedBy: row.ownerId ?? null, clockFromOn: from, dueOn: passed.dueOn } satisfies Partial<Row>);
    if (company === undefined || liaison === undefined) return;
    const result = version.resultText === '' ? (wishes.results[3] ?? '') : version.resultText;
    const paper = paperOf({ story, item: item(key), company, liaison: { ...liaison, role: 'liaison' }, row, result, completedAt: moment, written });
    Object.assign(row, {
      state: delivered ? 'completed' : 'decided', decidedAt: moment, outcome: 'granted', completedBy: liaison.membershipId, result, resultDocumentId: paper.id, usedDays: takes, waitedDays: 0, companyDays: 0, updatedAt: moment,
      ...(delivered ? { completedAt: moment, delivery: 'portal' as const } : {}),
    } satisfies Partial<Row>);
  }
}

const SPOTS = 40;

function tellSpots({ story, items, filing, written, calendar }: Omit<Stage, 'trail'>): void {
  const { random, centerId, today, now } = story;
  const item = items.find(({ key }) => key === 'consultation');
  if (item === undefined) return;
  for (let index = 0; index < SPOTS; index += 1) {
    const company = random.pick(filing);
    if (company.liaison === null) continue;
    const on = workingDayBefore(calendar, addDays(today, -random.int(0, 60)));
    const moment = new Date(Math.min(startOfDay(on).getTime() + random.int(9, 17) * 3_600_000, now.getTime() - 60_000));
    const [question = '', answer = ''] = random.pick(wishes.spot);
    written.requests.push({
      centerId, id: random.id(moment), number: nextSerial(written, on), itemId: item.id, versionId: item.version.id, companyId: company.id, title: question, body: question, answers: {}, state: 'completed',
      spot: true, channel: 'phone', filedBy: company.liaison, ownerId: company.liaison, firstOwnerId: company.liaison, submittedAt: moment, acceptanceDays: 1, promisedDays: item.version.promisedDays,
      acceptedAt: moment, acceptedBy: company.liaison, decidedAt: moment, outcome: 'granted', completedAt: moment, completedBy: company.liaison, delivery: 'portal', result: answer, usedDays: 0,
      waitedDays: 0, companyDays: 0, createdAt: moment, updatedAt: moment,
    });
  }
}
