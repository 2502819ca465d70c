import { requestLaneAnswered, requestLaneResumed, requestLaneReturned, requestLaneStopped } from '@/lib/service-desk/entries';
import type { Day } from '@/lib/kernel/dates';
import type { Teller, Trail } from '../entries';
import { makeRandom, type Random } from '../random';
import type { Story } from '../story';
import type { Item, Row, Written } from './request-parts';
import wishes from './wishes.json' with { type: 'json' };

/** Dice of their own: the rest of the demo stays as it is told without them. */
export const waitDice = (): Random => makeRandom(57);

interface Waiting {
  story: Story;
  item: Item;
  row: Row;
  clockFromOn: Day;
  /** Working days it took to the result, all together. */
  takes: number;
  /** At most so many of them weren't the desk's. */
  days: number;
  filer: Teller;
  held: { request: string; number: string; title: string; owner: string | null; companyId: string };
  written: Written;
  trail: Trail;
  dice: Random;
}

/**
 * A finished request in which one lane waited: mostly for the company, which was asked for something and answered, else for
 * a review outside. Stop, correction, opinion and entries stand as the commands would have left them. @returns the row's columns
 */
export function tellWait({ story, item, row, clockFromOn, takes, days, filer, held, written, trail, dice }: Waiting): Partial<Row> {
  const kind = dice.chance(0.7) ? ('company' as const) : ('outside' as const);
  const stood = days === 0 ? null : written.lanes.standStill(row.id, { version: item.version, clockFromOn, kind, days, dice });
  if (stood === null) return { usedDays: takes, waitedDays: 0, companyDays: 0 };
  const { centerId } = story;
  const about = { subject: { type: 'request', id: row.id }, companyId: row.companyId };
  const lane = { ...held, lane: stood.name, laneEn: stood.nameEn };
  const member = story.people.find(({ membershipId }) => membershipId === stood.by);
  const by: Teller = { membershipId: stood.by, name: member?.name ?? '', role: (member?.role ?? 'liaison') as Teller['role'] };
  if (kind === 'company') {
    written.returns.push({
      centerId, id: dice.id(stood.began), requestId: row.id, companyId: row.companyId, round: 1, laneId: stood.lane, items: [stood.reason], afterAcceptance: true, returnedBy: stood.by, returnedAt: stood.began,
      resubmittedAt: stood.ended, answer: wishes.supplied,
    });
    trail.add(requestLaneReturned, stood.began, by, { ...about, data: { ...lane, round: 1, count: 1, items: stood.reason } }, dice);
    trail.add(requestLaneAnswered, stood.ended, filer, { ...about, data: held }, dice);
  } else {
    trail.add(requestLaneStopped, stood.began, by, { ...about, data: { ...lane, kind, party: wishes.outside, reason: 'none' } }, dice);
    trail.add(requestLaneResumed, stood.ended, by, { ...about, data: lane }, dice);
  }
  return { usedDays: takes - stood.days, waitedDays: stood.days, companyDays: kind === 'company' ? stood.days : 0, dueOn: stood.dueOn };
}
