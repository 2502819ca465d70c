import { approvalLanes, approvalOpinions, approvalRounds, approvalStages, approvalStops } from '@/db/schema/approvals';
import type { serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { laneDue, roundDue, warnOn } from '@/lib/approvals/rules';
import { type Day, dayOf, startOfDay } from '@/lib/kernel/dates';
import { addWorkingDays, type Calendar, workingDaysBetween } from '@/lib/kernel/working-days';
import { insertAll } from '../insert';
import type { Random } from '../random';
import type { Story } from '../story';
import wishes from './wishes.json' with { type: 'json' };

type Version = typeof serviceItemVersions.$inferSelect;
type Lane = typeof approvalLanes.$inferInsert;

interface Passage {
  request: string;
  company: string;
  holder: string;
  version: Version;
  clockFromOn: Day;
  /** Working days it takes to the result. */
  takes: number;
  /** The day up to which it has come. */
  until: Day;
  /** One lane waits for the company, or for a review outside. */
  stopped?: 'company' | 'outside';
  done: boolean;
}

export interface Passed {
  dueOn: Day | null;
  order: Day;
  /** The lane that asks the company for something. */
  waiting: { id: string; name: string } | null;
  /** Every running lane stands still. */
  still: boolean;
}

/** What stood still in a finished request, and from when until when. */
export interface StoodStill {
  lane: string;
  name: string;
  nameEn: string;
  /** Who has the lane. */
  by: string;
  /** What the company was asked for. */
  reason: string;
  days: number;
  began: Date;
  ended: Date;
  /** The day of the whole, lengthened as far as this lane was its longest. */
  dueOn: Day | null;
}

const hourOf = (day: Day, hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000);

/** The passages of the demo's requests through their lanes, as approving them would have left the rows. */
export class Lanes {
  private readonly rounds: (typeof approvalRounds.$inferInsert)[] = [];
  private readonly stages: (typeof approvalStages.$inferInsert)[] = [];
  private readonly lanes: Lane[] = [];
  private readonly opinions: (typeof approvalOpinions.$inferInsert)[] = [];
  private readonly stops: (typeof approvalStops.$inferInsert)[] = [];

  constructor(
    private readonly story: Story,
    private readonly calendar: Calendar,
  ) {}

  tell(passage: Passage): Passed {
    const { calendar } = this;
    const { centerId, random } = this.story;
    const { version, clockFromOn, takes, until, done, request, company } = passage;
    const at = (day: Day) => startOfDay(day);
    const roundId = random.id(at(clockFromOn));
    const day = (n: number) => this.after(clockFromOn, n);
    const total = version.promisedDays;
    let spent = 0;
    let begins = 0;
    let running = true;
    let waiting: Passed['waiting'] = null;
    let open = 0;
    let stopped = 0;
    const round = { centerId, roundId, companyId: company };
    for (const [position, stage] of version.stages.entries()) {
      const longest = Math.max(...stage.lanes.map(({ days }) => days));
      spent += longest;
      const ends = Math.round((takes * spent) / total);
      const isBegun: boolean = running && day(begins) <= until;
      let allDecided: boolean = isBegun;
      for (const [place, lane] of stage.lanes.entries()) {
        const decides = Math.min(ends, begins + Math.max(0, Math.round(((ends - begins) * lane.days) / longest)));
        const fromOn = isBegun ? day(begins) : null;
        const decidedOn = isBegun && (done || (day(decides) < until && lane.party !== 'holder')) ? day(decides) : null;
        if (decidedOn === null) allDecided = false;
        const id = random.id(at(fromOn ?? clockFromOn));
        const owner = this.ownerOf(lane, passage.holder);
        const isStopped = passage.stopped !== undefined && isBegun && decidedOn === null && stopped === 0;
        const due = fromOn === null ? null : laneDue(calendar, fromOn, { days: lane.days, stops: [] }, until);
        const order = due === null ? null : due.kind === 'day' ? due.day : due.earliest;
        if (isBegun && decidedOn === null) open += 1;
        if (isStopped && fromOn !== null) {
          stopped += 1;
          if (passage.stopped === 'company') waiting = { id, name: lane.name };
          const stoppedOn = this.after(fromOn, 0);
          this.stops.push({
            centerId, id: random.id(at(stoppedOn)), laneId: id, companyId: company, kind: passage.stopped ?? 'outside', party: passage.stopped === 'outside' ? wishes.outside : '',
            reason: passage.stopped === 'company' ? (wishes.missing[0] ?? '') : '', fromOn: until, startedBy: owner, createdAt: this.story.now,
          });
        }
        this.lanes.push({
          ...lane, centerId, id, roundId, subjectType: 'request', subjectId: request, companyId: company, stage: position, position: place,
          state: decidedOn !== null ? 'agreed' : isStopped ? 'stopped' : isBegun ? 'open' : done ? 'cancelled' : 'waiting',
          ownerId: decidedOn !== null || lane.party === 'holder' || isStopped ? owner : null,
          firstOwnerId: decidedOn !== null || lane.party === 'holder' || isStopped ? owner : null,
          fromOn, dueOn: due?.kind === 'day' ? due.day : null, nextDueOn: decidedOn === null && !isStopped ? order : null,
          warnOn: decidedOn === null && !isStopped && !done && due?.kind === 'day' ? warnOn(calendar, due.day, lane.days, 0) : null,
          ...(decidedOn === null || fromOn === null ? {} : this.decision(owner, decidedOn, fromOn)),
        });
        if (decidedOn !== null) {
          this.opinions.push({
            centerId, id: random.id(at(decidedOn)), laneId: id, companyId: company, kind: 'agree', body: random.pick(wishes.opinions), ticked: lane.checklist.map(({ text }) => text),
            membershipId: owner, createdAt: new Date(at(decidedOn).getTime() + 36_000_000), createdBy: owner,
          });
        }
      }
      this.stages.push({
        ...round, id: random.id(at(clockFromOn)), position, name: stage.name, nameEn: stage.nameEn, startedOn: isBegun ? day(begins) : null,
        endedAt: allDecided ? at(day(ends)) : null,
      });
      begins = ends;
      running = allDecided;
    }
    this.rounds.push({
      centerId, id: roundId, subjectType: 'request', subjectId: request, companyId: company, state: done || running ? 'agreed' : 'open', fromOn: clockFromOn, openedAt: at(clockFromOn),
      closedAt: done || running ? at(day(takes)) : null,
    });
    const due = roundDue(calendar, clockFromOn, version.stages.map(({ lanes }) => ({ lanes: lanes.map(({ days }) => ({ days, stops: [] })) })), until);
    return { dueOn: due.kind === 'day' ? due.day : null, order: due.kind === 'day' ? due.day : due.earliest, waiting, still: open > 0 && open === stopped };
  }

  /**
   * A lane of a finished request stood still for at most so many working days: its own day moves by them, what it used is
   * less, and the day of the whole follows only where it was the longest. Null where no lane took long enough.
   */
  standStill(request: string, { version, clockFromOn, kind, days, dice }: { version: Version; clockFromOn: Day; kind: 'company' | 'outside'; days: number; dice: Random }): StoodStill | null {
    const { calendar } = this;
    const own = this.lanes.filter((lane) => lane.subjectId === request);
    const spanOf = ({ fromOn, decidedAt }: Lane) => (fromOn == null || decidedAt == null ? 0 : this.between(fromOn, dayOf(decidedAt)));
    const lane = own.reduce<Lane | null>((longest, one) => (longest === null || spanOf(one) > spanOf(longest) ? one : longest), null);
    const span = lane === null ? 0 : spanOf(lane);
    if (lane?.fromOn == null || span < 2) return null;
    const stood = Math.min(days, span - 1);
    const fromOn = this.after(lane.fromOn, dice.int(0, span - 1 - stood));
    const toOn = this.after(fromOn, stood);
    const stops = [{ fromOn, toOn }];
    const due = laneDue(calendar, lane.fromOn, { days: lane.days, stops }, toOn);
    Object.assign(lane, { dueOn: due.kind === 'day' ? due.day : null, usedDays: span - stood, stoppedDays: stood });
    const [by, reason] = [lane.decidedBy ?? '', kind === 'company' ? dice.pick(wishes.missing) : ''];
    const common = { centerId: this.story.centerId, laneId: lane.id, companyId: lane.companyId ?? null };
    const [began, ended] = [hourOf(fromOn, 17.5), hourOf(toOn, 9)];
    this.stops.push({ ...common, id: dice.id(began), kind, party: kind === 'outside' ? wishes.outside : '', reason, fromOn, toOn, startedBy: by, endedBy: kind === 'outside' ? by : null, createdAt: began });
    if (kind === 'company') this.opinions.push({ ...common, id: dice.id(began), kind: 'return', body: reason, membershipId: by, createdAt: began, createdBy: by });
    const whole = roundDue(
      calendar,
      clockFromOn,
      version.stages.map(({ lanes }, stage) => ({ lanes: lanes.map((planned, position) => ({ days: planned.days, stops: lane.stage === stage && lane.position === position ? stops : [] })) })),
      toOn,
    );
    return { lane: lane.id, name: lane.name, nameEn: lane.nameEn ?? '', by, reason, days: stood, began, ended, dueOn: whole.kind === 'day' ? whole.day : null };
  }

  /** It was taken back: nothing runs any more. */
  cancel(request: string): void {
    for (const lane of this.lanes) if (lane.subjectId === request && lane.decidedAt == null) Object.assign(lane, { state: 'cancelled', nextDueOn: null, warnOn: null });
    for (const round of this.rounds) if (round.subjectId === request) Object.assign(round, { state: 'cancelled', closedAt: round.openedAt });
  }

  /** The whole request waits for its company. */
  stopAll(request: string, on: Day): void {
    for (const lane of this.lanes) {
      if (lane.subjectId !== request || lane.state !== 'open') continue;
      Object.assign(lane, { state: 'stopped', nextDueOn: null, warnOn: null });
      this.stops.push({
        centerId: this.story.centerId, id: this.story.random.id(startOfDay(on)), laneId: lane.id, companyId: lane.companyId ?? null, kind: 'company', reason: wishes.missing[0] ?? '', fromOn: on,
        createdAt: startOfDay(on),
      });
    }
  }

  async write(): Promise<void> {
    const { db } = this.story;
    await insertAll(db, approvalRounds, this.rounds);
    await insertAll(db, approvalStages, this.stages);
    await insertAll(db, approvalLanes, this.lanes);
    await insertAll(db, approvalOpinions, this.opinions);
    await insertAll(db, approvalStops, this.stops);
  }

  private decision(owner: string, on: Day, fromOn: Day): Partial<Lane> {
    const span = workingDaysBetween(this.calendar, fromOn, on);
    return { decidedAt: new Date(startOfDay(on).getTime() + 36_000_000), decidedBy: owner, usedDays: span.kind === 'count' ? span.days : null, stoppedDays: 0 };
  }

  private between(from: Day, to: Day): number {
    const span = workingDaysBetween(this.calendar, from, to);
    return span.kind === 'count' ? span.days : 0;
  }

  private after(day: Day, days: number): Day {
    const due = addWorkingDays(this.calendar, day, days);
    return due.kind === 'day' ? due.day : due.earliest;
  }

  private ownerOf(lane: Version['stages'][number]['lanes'][number], holder: string): string {
    const { people, random } = this.story;
    const able =
      lane.party === 'department'
        ? people.filter((one) => one.departmentId === lane.departmentId && !['administrator', 'auditor'].includes(one.role) && (lane.decides === 'anyone' || one.role === 'manager'))
        : lane.party === 'role'
          ? people.filter((one) => one.role === lane.role)
          : [];
    return able.length === 0 ? holder : random.pick(able).membershipId;
  }
}
