'use server';

import { action } from '@/app/_server/action';
import { clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { closeRound, openRound, remindRest, verifyAnswers } from '@/lib/companies/commands/run-collection';
import { OneRound, OpenRound, VerifyAnswers } from '@/lib/companies/inputs/collection';

const options = { words: 'collection', gate: clerks };
const page = ({ id }: { id: string }) => `/desk/companies/collection/${id}`;

export const openRoundAction = action(OpenRound, openRound, { ...options, done: (made) => ({ message: { key: 'done.opened', values: { count: made.count } }, redirect: page(made) }) });
export const closeRoundAction = post(action(OneRound, closeRound, { ...options, done: () => ({ message: { key: 'done.closed' } }) }));
export const remindRestAction = post(action(OneRound, remindRest, { ...options, done: ({ count }) => ({ message: { key: 'done.reminded', values: { count } } }) }));
export const verifyAnswersAction = post(action(VerifyAnswers, verifyAnswers, { ...options, done: ({ count, companies }) => ({ message: { key: 'done.verified', values: { count, companies } } }) }));
