'use server';

import { action } from '@/app/_server/action';
import { post } from '@/app/_server/post';
import { beginItem } from '@/lib/service-desk/commands/begin-item';
import { publishItem, turnItem, wordItem } from '@/lib/service-desk/commands/word-item';
import { BeginItem, OneItem, PublishItem, WordItem } from '@/lib/service-desk/inputs';

const words = { words: 'service-desk', gate: ['director', 'manager'] as const };
const file = (id: string) => `/desk/catalogue/${id}`;

export const beginItemAction = action(BeginItem, beginItem, { ...words, done: ({ id }) => ({ message: { key: 'done.itemBegun' }, redirect: `${file(id)}/edit` }) });
export const wordItemAction = action(WordItem, wordItem, { ...words, done: ({ id }) => ({ message: { key: 'done.itemSaved' }, redirect: `${file(id)}?version=draft` }) });
export const publishItemAction = action(PublishItem, publishItem, {
  ...words,
  done: ({ id, version, from }) => ({ message: { key: 'done.itemPublished', values: { version, from } }, redirect: file(id) }),
});
export const turnItemAction = post(action(OneItem, turnItem, { ...words, done: ({ closed }) => ({ message: { key: closed ? 'done.itemClosed' : 'done.itemOpened' } }) }));
