'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { answerNotice, saveAnswer } from '@/lib/notices/commands/answer-notice';
import { SaveAnswer, SendAnswer } from '@/lib/notices/inputs';

const words = { words: 'notices', gate: company };

/** While typing: nothing to see but the version, and no page to draw again. */
export const autosaveAnswerAction = action(SaveAnswer, saveAnswer, { ...words, done: ({ version }) => ({ version }), refresh: () => [] });
export const answerNoticeAction = action(SendAnswer, answerNotice, {
  ...words,
  done: ({ notice, state, version }) =>
    state === 'saved'
      ? { message: { key: 'my.saved' }, ...(version === undefined ? {} : { version }) }
      : { message: { key: state === 'changed' ? 'my.doneAgain' : 'my.done' }, redirect: `/my/notices/${notice}` },
});
