'use server';

import { action } from '@/app/_server/action';
import { askForReset, whoForgot } from '@/lib/people/commands/links';
import { Forgot } from '@/lib/people/inputs';

/** Longer than either answer takes, so that the time tells no more than the words do. */
const ANSWER_MS = 400;

export const forgotAction = action(Forgot, askForReset, {
  words: 'people',
  gate: 'public',
  identify: async (asking, typed) => {
    const [who] = await Promise.all([whoForgot(asking, typed), new Promise((resolve) => setTimeout(resolve, ANSWER_MS))]);
    return who;
  },
  done: () => ({ message: { key: 'forgot.sent' } }),
  refresh: () => [],
});
