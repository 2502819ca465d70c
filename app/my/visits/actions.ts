'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { confirmVisit, disputeVisit } from '@/lib/mentoring/commands/answer-visit';
import { ConfirmVisit, DisputeVisit } from '@/lib/mentoring/inputs';

export const confirmVisitAction = action(ConfirmVisit, confirmVisit, {
  words: 'mentoring',
  gate: company,
  done: ({ id, number }) => ({ message: { key: 'answer.confirmed', values: { number } }, redirect: `/my/visits/${id}` }),
});

export const disputeVisitAction = action(DisputeVisit, disputeVisit, {
  words: 'mentoring',
  gate: company,
  done: ({ id }) => ({ message: { key: 'answer.disputed' }, redirect: `/my/visits/${id}` }),
});
