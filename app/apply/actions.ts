'use server';

import { action } from '@/app/_server/action';
import { applicant } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import type { Ctx } from '@/lib/kernel/context';
import { saveApplication, startApplication, submitApplication, withdrawApplication } from '@/lib/lifecycle/commands/admission/draft';
import { OneApplication, SaveApplication, StartApplication, SubmitApplication } from '@/lib/lifecycle/inputs';

const words = { words: 'admission', gate: applicant };
const file = (id: string) => `/apply/${id}`;

async function start(ctx: Ctx) {
  return startApplication(ctx);
}
export const startApplicationAction = post(action(StartApplication, start, { ...words, done: ({ id }) => ({ message: { key: 'done.started' }, redirect: file(id) }) }));
export const autosaveApplicationAction = action(SaveApplication, saveApplication, { ...words, done: ({ version }) => ({ version }), refresh: () => [] });
export const submitApplicationAction = action(SubmitApplication, submitApplication, {
  ...words,
  done: ({ id, number, version }) => (number === null ? { message: { key: 'done.saved' }, version } : { message: { key: 'done.submitted', values: { number } }, redirect: file(id) }),
});
export const withdrawApplicationAction = post(action(OneApplication, withdrawApplication, { ...words, done: () => ({ message: { key: 'done.withdrawn' }, redirect: '/apply' }) }));
