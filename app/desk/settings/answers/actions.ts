'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { removeAnswerTemplate, saveAnswerTemplate } from '@/lib/centers/commands/answer-templates';
import { RemoveAnswerTemplate, SaveAnswerTemplate } from '@/lib/centers/inputs';

const words = { words: 'centers', gate: business };

export const saveAnswerAction = action(SaveAnswerTemplate, saveAnswerTemplate, { ...words, done: () => ({ message: { key: 'answers.saved' }, redirect: '/desk/settings/answers' }) });
export const removeAnswerAction = post(action(RemoveAnswerTemplate, removeAnswerTemplate, { ...words, done: ({ title }) => ({ message: { key: 'answers.removed', values: { title } } }) }));
