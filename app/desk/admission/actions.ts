'use server';

import { action } from '@/app/_server/action';
import { business, clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import type { Ctx } from '@/lib/kernel/context';
import { admitApplication, letWait, meetCondition, refuseApplication } from '@/lib/lifecycle/commands/admission/decide';
import { saveApplication, startApplication, submitApplication, withdrawApplication } from '@/lib/lifecycle/commands/admission/draft';
import { acceptApplication, returnApplication, scoreApplication } from '@/lib/lifecycle/commands/admission/review';
import { AdmitApplication, MeetCondition, OneApplication, SaveApplication, SayOfApplication, ScoreApplication, StartApplication, SubmitApplication } from '@/lib/lifecycle/inputs';

const words = { words: 'admission', gate: clerks };
const deciding = { words: 'admission', gate: business };
const file = ({ id }: { id: string }) => `/desk/admission/${id}`;
const said = (key: string) => (result: { id: string }) => ({ message: { key }, redirect: file(result) });

async function start(ctx: Ctx) {
  return startApplication(ctx);
}
export const fileApplicationAction = post(action(StartApplication, start, { ...words, done: ({ id }) => ({ message: { key: 'done.started' }, redirect: `/desk/admission/${id}/edit` }) }));
export const autosaveFiledAction = action(SaveApplication, saveApplication, { ...words, done: ({ version }) => ({ version }), refresh: () => [] });
export const submitFiledAction = action(SubmitApplication, submitApplication, {
  ...words,
  done: ({ id, number, version }) => (number === null ? { message: { key: 'done.saved' }, version } : { message: { key: 'done.submitted', values: { number } }, redirect: file({ id }) }),
});
export const withdrawFiledAction = post(action(OneApplication, withdrawApplication, { ...words, done: said('done.withdrawn') }));
export const acceptApplicationAction = post(action(OneApplication, acceptApplication, { ...words, done: said('done.accepted') }));
export const returnApplicationAction = action(SayOfApplication, returnApplication, { ...words, done: said('done.returned') });
export const scoreApplicationAction = action(ScoreApplication, scoreApplication, { ...words, done: said('done.scored') });
export const admitApplicationAction = action(AdmitApplication, admitApplication, { ...deciding, done: said('done.admitted') });
export const letWaitAction = action(SayOfApplication, letWait, { ...deciding, done: said('done.waits') });
export const refuseApplicationAction = action(SayOfApplication, refuseApplication, { ...deciding, done: said('done.refused') });
export const meetConditionAction = action(MeetCondition, meetCondition, { ...deciding, done: said('done.met') });
