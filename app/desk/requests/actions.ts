'use server';

import { z } from 'zod';
import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { acceptMany, acceptNext, acceptRequest } from '@/lib/service-desk/commands/accept-request';
import { completeRequest } from '@/lib/service-desk/commands/complete-request';
import { returnRequest } from '@/lib/service-desk/commands/return-request';
import { sendMessage, transferRequest } from '@/lib/service-desk/commands/work-request';
import { AcceptMany, CompleteRequest, OneRequest, ReturnRequest, SendMessage, TransferRequest } from '@/lib/service-desk/inputs';

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
export const returnAction = action(ReturnRequest, returnRequest, {
  ...words,
  done: ({ id, round }) => ({ message: { key: 'done.returned', values: { round } }, redirect: file(id) }),
});
export const completeAction = action(CompleteRequest, completeRequest, {
  ...words,
  done: ({ id, document }) => ({ message: { key: 'done.completed', values: { document } }, redirect: file(id) }),
});
const transferred = action(TransferRequest, transferRequest, {
  ...words,
  done: ({ id, owner }) => ({ message: { key: 'done.transferred', values: { owner } }, redirect: file(id) }),
});
export const transferAction = transferred;
/** Taking over is handing on to oneself, with one button. */
export const takeAction = post(transferred);
export const deskMessageAction = action(SendMessage, sendMessage, {
  ...words,
  done: ({ internal }) => ({ message: { key: internal ? 'done.noted' : 'done.messaged' } }),
});
