'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { reopenRequest, withdrawRequest } from '@/lib/service-desk/commands/close-request';
import { discardDraft, saveDraft, startDraft } from '@/lib/service-desk/commands/draft-request';
import { rateAgain, rateRequest } from '@/lib/service-desk/commands/rate-request';
import { answerLanes } from '@/lib/service-desk/commands/return-request';
import { submitRequest } from '@/lib/service-desk/commands/submit-request';
import { urgeRequest } from '@/lib/service-desk/commands/watch-request';
import { sendMessage } from '@/lib/service-desk/commands/work-request';
import { AnswerLanes, OneRequest, RateRequest, ReopenRequest, SaveDraft, SendMessage, StartDraft, SubmitRequest, WithdrawRequest } from '@/lib/service-desk/inputs';

const words = { words: 'service-desk', gate: company };
const file = (id: string) => `/my/requests/${id}`;

export const startDraftAction = post(
  action(StartDraft, startDraft, { ...words, done: ({ id }) => ({ message: { key: 'done.drafted' }, redirect: file(id) }) }),
);
/** While typing: nothing to see but the version, and no page to draw again. */
export const autosaveAction = action(SaveDraft, saveDraft, { ...words, done: ({ version }) => ({ version }), refresh: () => [] });
export const submitAction = action(SubmitRequest, submitRequest, {
  ...words,
  done: ({ id, number, state, version }) =>
    state === 'saved'
      ? { message: { key: 'done.saved' }, version }
      : { message: { key: `done.${state}`, values: { number: number ?? '' } }, redirect: file(id) },
});
export const discardAction = post(
  action(OneRequest, discardDraft, { ...words, done: () => ({ message: { key: 'done.discarded' }, redirect: '/my/requests' }) }),
);
export const withdrawAction = action(WithdrawRequest, withdrawRequest, {
  ...words,
  done: ({ id }) => ({ message: { key: 'done.withdrawn' }, redirect: file(id) }),
});
export const reopenAction = action(ReopenRequest, reopenRequest, {
  ...words,
  done: ({ id, round }) => ({ message: { key: 'done.reopened', values: { round } }, redirect: file(id) }),
});
export const answerLanesAction = action(AnswerLanes, answerLanes, { ...words, done: ({ id }) => ({ message: { key: 'done.answered' }, redirect: file(id) }) });
export const urgeAction = post(action(OneRequest, urgeRequest, { ...words, done: () => ({ message: { key: 'done.urged' } }) }));
export const rateAction = action(RateRequest, rateRequest, { ...words, done: ({ id }) => ({ message: { key: 'done.rated' }, redirect: file(id) }) });
export const rateAgainAction = action(RateRequest, rateAgain, { ...words, done: ({ id }) => ({ message: { key: 'done.rated' }, redirect: file(id) }) });
export const myMessageAction = action(SendMessage, sendMessage, { ...words, done: () => ({ message: { key: 'done.messaged' } }) });
