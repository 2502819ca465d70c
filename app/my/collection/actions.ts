'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { saveAnswer, submitAnswer } from '@/lib/companies/commands/answer-round';
import { SaveAnswer, SubmitAnswer } from '@/lib/companies/inputs/collection';

const options = { words: 'collection', gate: company };

export const autosaveAnswerAction = action(SaveAnswer, saveAnswer, { ...options, done: ({ version }) => ({ version }), refresh: () => [] });
export const submitAnswerAction = action(SubmitAnswer, submitAnswer, {
  ...options,
  done: ({ state, version }) => (state === 'saved' ? { message: { key: 'done.saved' }, version } : { message: { key: 'done.answered' }, redirect: '/my' }),
});
