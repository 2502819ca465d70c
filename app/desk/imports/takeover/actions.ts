'use server';

import { action } from '@/app/_server/action';
import { clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { askUndoGroup, confirmGroup, discardGroup, recheckGroup } from '@/lib/imports/commands';
import { ConfirmGroup, OneGroup } from '@/lib/imports/inputs';
import '@/lib/companies/jobs';

const options = { words: 'takeover', gate: clerks };

export const confirmGroupAction = action(ConfirmGroup, confirmGroup, { ...options, done: ({ group }) => ({ redirect: `/desk/imports/takeover/${group}` }) });
export const recheckGroupAction = post(action(OneGroup, recheckGroup, { ...options, done: () => ({}) }));
export const undoGroupAction = post(action(OneGroup, askUndoGroup, { ...options, done: () => ({}) }));
export const discardGroupAction = post(action(OneGroup, discardGroup, { ...options, done: () => ({ message: { key: 'discarded' } }) }));
