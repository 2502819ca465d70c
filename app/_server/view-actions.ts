'use server';

import { removeView, saveView } from '@/lib/people/commands/views';
import { RemoveView, SaveView } from '@/lib/people/inputs';
import { action } from './action';
import { desk } from './gates';
import { post } from './post';

export const saveViewAction = post(action(SaveView, saveView, { words: 'list', gate: desk, done: () => ({ message: { key: 'viewSaved' } }) }));
export const removeViewAction = post(action(RemoveView, removeView, { words: 'list', gate: desk, done: () => ({ message: { key: 'viewRemoved' } }) }));
