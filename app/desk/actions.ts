'use server';

import { markLooked } from '@/lib/people/commands/looks';
import { MarkLooked } from '@/lib/people/inputs';
import { action } from '../_server/action';
import { desk } from '../_server/gates';
import { post } from '../_server/post';

export const markLookedAction = post(action(MarkLooked, markLooked, { words: 'service-desk', gate: desk, done: () => ({ message: { key: 'today.lookedDone' } }) }));
