'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { closeNotice, extendNotice, remindRest } from '@/lib/notices/commands/run-notice';
import { chooseRecipients, discardNotice, saveNotice, startNotice, writeNotice } from '@/lib/notices/commands/write-notice';
import { ChooseRecipients, CloseNotice, ExtendNotice, OneNotice, SaveNotice, StartNotice, WriteNotice } from '@/lib/notices/inputs';

const words = { words: 'notices', gate: business };
const file = (id: string) => `/desk/notices/${id}`;

export const startNoticeAction = post(action(StartNotice, startNotice, { ...words, done: ({ id }) => ({ redirect: file(id) }) }));
/** While typing: nothing to see but the version, and no page to draw again. */
export const autosaveNoticeAction = action(SaveNotice, saveNotice, { ...words, done: ({ version }) => ({ version }), refresh: () => [] });
export const writeNoticeAction = action(WriteNotice, writeNotice, {
  ...words,
  done: ({ id, version, intent, count }) => {
    switch (intent) {
      case 'save':
        return { message: { key: 'draft.saved' }, version };
      case 'recipients':
        return { redirect: `${file(id)}/recipients` };
      case 'send':
        return { message: { key: 'draft.sent', values: { count } }, redirect: file(id) };
    }
  },
});
export const discardNoticeAction = post(action(OneNotice, discardNotice, { ...words, done: () => ({ message: { key: 'draft.discarded' }, redirect: '/desk/notices' }) }));

const choose = action(ChooseRecipients, chooseRecipients, { ...words, done: ({ id, count }) => ({ message: { key: 'choose.done', values: { count } }, redirect: file(id) }) });
export const chooseRecipientsAction = post(choose);

export const remindRestAction = post(action(OneNotice, remindRest, { ...words, done: ({ count }) => ({ message: { key: 'file.reminded', values: { count } } }) }));
export const extendNoticeAction = action(ExtendNotice, extendNotice, {
  ...words,
  done: ({ id, due }) => ({ message: { key: 'file.extended', values: { due } }, redirect: file(id) }),
});
export const closeNoticeAction = action(CloseNotice, closeNotice, { ...words, done: ({ id }) => ({ message: { key: 'file.closed' }, redirect: file(id) }) });
