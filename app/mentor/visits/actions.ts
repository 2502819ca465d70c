'use server';

import { action } from '@/app/_server/action';
import { mentor } from '@/app/_server/gates';
import { correctVisit, recordVisit } from '@/lib/mentoring/commands/record-visit';
import { withdrawVisit } from '@/lib/mentoring/commands/withdraw-visit';
import { CorrectVisit, RecordVisit, WithdrawVisit } from '@/lib/mentoring/inputs';

export const recordVisitAction = action(RecordVisit, recordVisit, {
  words: 'mentoring',
  gate: mentor,
  done: ({ id, number }) => ({ message: { key: 'record.done', values: { number } }, redirect: `/mentor/visits/${id}` }),
});

export const correctVisitAction = action(CorrectVisit, correctVisit, {
  words: 'mentoring',
  gate: mentor,
  done: ({ id, number }) => ({ message: { key: 'correct.done', values: { number } }, redirect: `/mentor/visits/${id}` }),
});

export const withdrawVisitAction = action(WithdrawVisit, withdrawVisit, {
  words: 'mentoring',
  gate: mentor,
  done: ({ id, number }) => ({ message: { key: 'withdraw.done', values: { number } }, redirect: `/mentor/visits/${id}` }),
});
