'use server';

import { z } from 'zod';
import { action } from '@/app/_server/action';
import { business, clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { decideRequest } from '@/lib/lifecycle/commands/decide-request';
import { DecideRequest } from '@/lib/lifecycle/inputs';
import { acceptMany, acceptNext, acceptRequest, refuseRequest } from '@/lib/service-desk/commands/accept-request';
import { reopenRequest } from '@/lib/service-desk/commands/close-request';
import { deliverRequest } from '@/lib/service-desk/commands/complete-request';
import { confirmByCode, fileOnBehalf, retypeOnBehalf } from '@/lib/service-desk/commands/confirm-request';
import { linkRequests, unlinkRequests } from '@/lib/service-desk/commands/link-requests';
import { logOnTheSpot } from '@/lib/service-desk/commands/log-on-the-spot';
import { contactAfterRating, finishRepair } from '@/lib/service-desk/commands/rate-request';
import { returnRequest } from '@/lib/service-desk/commands/return-request';
import { liftSupervision, superviseRequest } from '@/lib/service-desk/commands/watch-request';
import { assignMany, mergeRequest, sendMessage, transferRequest } from '@/lib/service-desk/commands/work-request';
import {
  AcceptMany, AssignMany, ConfirmByCode, ContactAfterRating, DeliverRequest, FileOnBehalf, FinishRepair, LiftSupervision, LinkRequest, LogOnTheSpot, MergeRequest,
  OneRequest, RefuseRequest, ReopenRequest, RetypeOnBehalf, ReturnRequest, SendMessage, SuperviseRequest, TransferRequest, UnlinkRequest,
} from '@/lib/service-desk/inputs';

const words = { words: 'service-desk', gate: business };
const file = (id: string) => `/desk/requests/${id}`;

export const acceptAction = post(
  action(OneRequest, acceptRequest, { ...words, done: ({ number }) => ({ message: { key: 'done.accepted', values: { number } } }) }),
);
export const acceptNextAction = post(
  action(z.object({}), acceptNext, { ...words, done: ({ id, number }) => ({ message: { key: 'done.accepted', values: { number } }, redirect: file(id) }) }),
);
export const acceptManyAction = post(
  action(AcceptMany, acceptMany, { ...words, done: (result) => ({ message: { key: 'done.acceptedMany', values: { ...result } } }) }),
);
export const assignManyAction = post(
  action(AssignMany, assignMany, { ...words, done: (result) => ({ message: { key: 'done.assigned', values: { ...result } } }) }),
);
export const refuseAction = action(RefuseRequest, refuseRequest, { ...words, done: ({ id }) => ({ message: { key: 'done.refused' }, redirect: file(id) }) });
export const returnAction = action(ReturnRequest, returnRequest, {
  ...words,
  done: ({ id, round }) => ({ message: { key: 'done.returned', values: { round } }, redirect: file(id) }),
});
export const decideAction = action(DecideRequest, decideRequest, {
  ...words,
  done: ({ id, document, delivered }) => ({ message: { key: delivered ? 'done.completed' : 'done.decided', values: { document } }, redirect: file(id) }),
});
export const deliverAction = action(DeliverRequest, deliverRequest, { ...words, done: ({ id }) => ({ message: { key: 'done.delivered' }, redirect: file(id) }) });
export const reopenAction = action(ReopenRequest, reopenRequest, {
  ...words,
  done: ({ id, round }) => ({ message: { key: 'done.reopened', values: { round } }, redirect: file(id) }),
});
const transferred = action(TransferRequest, transferRequest, {
  ...words,
  done: ({ id, owner }) => ({ message: { key: 'done.transferred', values: { owner } }, redirect: file(id) }),
});
export const transferAction = transferred;
/** Taking over is handing on to oneself, with one button. */
export const takeAction = post(transferred);
export const mergeAction = action(MergeRequest, mergeRequest, { ...words, done: ({ id, into }) => ({ message: { key: 'done.merged', values: { into } }, redirect: file(id) }) });
export const linkAction = action(LinkRequest, linkRequests, { ...words, done: ({ id, other }) => ({ message: { key: 'done.linked', values: { other } }, redirect: file(id) }) });
export const unlinkAction = post(action(UnlinkRequest, unlinkRequests, { ...words, done: () => ({ message: { key: 'done.unlinked' } }) }));
export const superviseAction = action(SuperviseRequest, superviseRequest, { ...words, done: ({ id }) => ({ message: { key: 'done.supervised' }, redirect: file(id) }) });
export const liftAction = action(LiftSupervision, liftSupervision, { ...words, done: ({ id }) => ({ message: { key: 'done.lifted' }, redirect: file(id) }) });
export const contactAction = action(ContactAfterRating, contactAfterRating, { ...words, done: ({ id }) => ({ message: { key: 'done.contacted' }, redirect: file(id) }) });
export const repairAction = action(FinishRepair, finishRepair, { ...words, done: ({ id, earlier }) => ({ message: { key: earlier ? 'done.repairedEarlier' : 'done.repaired' }, redirect: file(id) }) });
export const deskMessageAction = action(SendMessage, sendMessage, {
  ...words,
  done: ({ internal }) => ({ message: { key: internal ? 'done.noted' : 'done.messaged' } }),
});

export const fileOnBehalfAction = action(FileOnBehalf, fileOnBehalf, {
  words: 'service-desk',
  gate: clerks,
  done: ({ id, number }) => ({ message: { key: 'done.typed', values: { number } }, redirect: file(id) }),
});
export const retypeAction = action(RetypeOnBehalf, retypeOnBehalf, { words: 'service-desk', gate: clerks, done: ({ id }) => ({ message: { key: 'done.retyped' }, redirect: file(id) }) });
export const confirmByCodeAction = action(ConfirmByCode, confirmByCode, {
  words: 'service-desk',
  gate: clerks,
  done: ({ id, right, left }) => (right ? { message: { key: 'done.codeRight' }, redirect: file(id) } : { wrong: { field: 'spoken', key: 'done.codeWrong', values: { left } } }),
});
export const logOnTheSpotAction = action(LogOnTheSpot, logOnTheSpot, {
  words: 'service-desk',
  gate: clerks,
  done: ({ number }) => ({ message: { key: 'done.logged', values: { number } }, redirect: '/desk/requests/spot' }),
});
