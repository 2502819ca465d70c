'use server';

import { idle } from '@/components/form/form-state';
import { openNotification, readAllNotifications, sendEmailAgain } from '@/lib/notifications/commands';
import { OpenNotification, ReadAll, SendAgain } from '@/lib/notifications/inputs';
import { action } from './action';
import { post } from './post';

const open = action(OpenNotification, openNotification, { words: 'notifications', done: ({ path }) => ({ redirect: path }) });
const readAll = post(
  action(ReadAll, readAllNotifications, { words: 'notifications', done: ({ count }) => ({ message: { key: 'allRead', values: { count } } }) }),
);
const sendAgain = post(
  action(SendAgain, sendEmailAgain, {
    words: 'notifications',
    gate: ['administrator'],
    done: () => ({ message: { key: 'outbox.againDone' } }),
  }),
);

/** Marks it read and goes where it leads; one that is gone leaves the reader where they are. */
export async function openNotificationAction(formData: FormData): Promise<void> {
  await open(idle, formData);
}

export async function readAllAction(formData: FormData): Promise<void> {
  await readAll(formData);
}

export async function sendAgainAction(formData: FormData): Promise<void> {
  await sendAgain(formData);
}
