'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { endStandIn, setStandIn } from '@/lib/approvals/commands/stand-in';
import { GiveOpinion, OneAbsence, OneLane, StandIn, StopLane, TransferLane } from '@/lib/approvals/inputs';
import { returnLane } from '@/lib/service-desk/commands/return-request';
import { giveOpinion, resumeLane, stopLane, transferLane } from '@/lib/service-desk/commands/work-lane';
import { ReturnLane } from '@/lib/service-desk/inputs';

const words = { words: 'service-desk', gate: business };
const file = (id: string) => `/desk/requests/${id}#lanes`;

export const opinionAction = action(GiveOpinion, giveOpinion, {
  ...words,
  done: ({ id, lane }) => ({ message: { key: 'done.opinion', values: { lane } }, redirect: file(id) }),
});
export const returnLaneAction = action(ReturnLane, returnLane, {
  ...words,
  done: ({ id, lane }) => ({ message: { key: 'done.laneReturned', values: { lane } }, redirect: file(id) }),
});
export const stopLaneAction = action(StopLane, stopLane, {
  ...words,
  done: ({ id, lane }) => ({ message: { key: 'done.laneStopped', values: { lane } }, redirect: file(id) }),
});
export const transferLaneAction = action(TransferLane, transferLane, {
  ...words,
  done: ({ id, owner }) => ({ message: { key: 'done.laneHanded', values: { owner } }, redirect: file(id) }),
});
export const resumeLaneAction = post(
  action(OneLane, resumeLane, { ...words, done: ({ id, lane }) => ({ message: { key: 'done.laneResumed', values: { lane } }, redirect: file(id) }) }),
);
export const standInAction = action(StandIn, setStandIn, {
  ...words,
  done: ({ standIn }) => ({ message: { key: 'done.standIn', values: { standIn } }, redirect: '/desk/requests/lanes' }),
});
export const endStandInAction = post(action(OneAbsence, endStandIn, { ...words, done: () => ({ message: { key: 'done.standInEnded' } }) }));
