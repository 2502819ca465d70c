'use server';

import { action } from '@/app/_server/action';
import { house } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { addField, closeField, editField } from '@/lib/companies/commands/fields';
import { AddField, CloseField, EditField } from '@/lib/companies/inputs';

const room = { words: 'fields', gate: house };

export const addFieldAction = action(AddField, addField, { ...room, done: (values) => ({ message: { key: 'done.added', values } }) });
export const editFieldAction = action(EditField, editField, { ...room, done: (values) => ({ message: { key: 'done.changed', values }, redirect: '/desk/settings/fields' }) });
export const closeFieldAction = post(action(CloseField, closeField, { ...room, done: ({ name, closed }) => ({ message: { key: closed === 'yes' ? 'done.closed' : 'done.reopened', values: { name } } }) }));
