import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { approvalLanes } from '@/db/schema/approvals';
import { as, owner, reading, testNow } from '@/db/testing/factories';
import { getCalendar } from '@/lib/centers/queries';
import { acceptRequest } from './commands/accept-request';
import { answerLanes, returnLane } from './commands/return-request';
import { giveOpinion, resumeLane, stopLane } from './commands/work-lane';
import { requestList } from './inputs';
import { countLanes, countWaits } from './queries/board';
import { listRequests } from './queries/list';
import { openDesk, submitted } from './testing';

const monday = new Date('2026-11-23T02:00:00Z');
const wednesday = new Date('2026-11-25T02:00:00Z');
const friday = new Date('2026-11-27T02:00:00Z');

it('the board opens the requests of a lane that is under way, and says for whom lanes waited', async () => {
  const desk = await openDesk();
  const [id, other] = [await submitted(desk, testNow, 'certificate'), await submitted(desk)];
  for (const request of [id, other]) await as(desk.liaison, (ctx) => acceptRequest(ctx, { request }));
  const lanes = await owner().select().from(approvalLanes).where(eq(approvalLanes.subjectId, id));
  const laneOf = (key: string) => lanes.find((one) => one.key === key)?.id ?? '';
  const shown = async (lane: string) => (await reading(desk.manager, (ctx) => listRequests(ctx, requestList.parse({ show: 'open', lane })))).rows.map((row) => row.id);
  expect(await shown('核实租赁')).toEqual([id]);
  expect(await shown('答复')).toEqual([other]);
  // The seal's turn has not come.
  expect(await shown('综合部用印')).toEqual([]);
  expect((await reading(desk.manager, async (ctx) => countLanes(ctx, await getCalendar(ctx)))).map(({ name }) => name).sort()).toEqual(['核实在孵', '核实租赁', '答复'].sort());

  // Two working days for the company in one lane, two for somebody outside in the other.
  await as(desk.property, (ctx) => returnLane(ctx, { lane: laneOf('rooms'), items: ['合同首页'], reason: '' }), monday);
  await as(desk.service, (ctx) => stopLane(ctx, { lane: laneOf('check'), kind: 'outside', party: '税务所', reason: '' }), monday);
  await as(desk.company, (ctx) => answerLanes(ctx, { request: id, answer: '已补' }), wednesday);
  await as(desk.service, (ctx) => resumeLane(ctx, { lane: laneOf('check') }), wednesday);
  const checks = (lane: string) => lanes.find((one) => one.key === lane)?.checklist.map(({ text }) => text) ?? [];
  const agree = (actor: typeof desk.property, lane: string) => as(actor, (ctx) => giveOpinion(ctx, { lane: laneOf(lane), opinion: 'agree', body: '', ticked: checks(lane) }), friday);
  await agree(desk.property, 'rooms');
  await agree(desk.service, 'check');
  expect(await reading(desk.director, async (ctx) => countWaits(ctx, await getCalendar(ctx)), friday)).toEqual({ company: 2, outside: 2, pause: 0 });
  expect(await shown('综合部用印')).toEqual([id]);
});
