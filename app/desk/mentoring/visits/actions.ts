'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { withdrawVisit } from '@/lib/mentoring/commands/withdraw-visit';
import { WithdrawVisit } from '@/lib/mentoring/inputs';

export const withdrawVisitAction = action(WithdrawVisit, withdrawVisit, {
  words: 'mentoring',
  gate: business,
  done: ({ id, number }) => ({ message: { key: 'withdraw.done', values: { number } }, redirect: `/desk/mentoring/visits/${id}` }),
});
