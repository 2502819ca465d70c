'use server';

import { action } from '@/app/_server/action';
import { clerks } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { stateFacts } from '@/lib/companies/commands/state-facts';
import { disputeFact, verifyFacts } from '@/lib/companies/commands/verify-facts';
import { DisputeFact, StateFacts, VerifyFacts } from '@/lib/companies/inputs/facts';

const words = { words: 'facts', gate: clerks };

export const stateFactsAction = action(StateFacts, stateFacts, {
  ...words,
  done: ({ company, changed }) => ({ message: { key: 'done.stated', values: { count: changed } }, redirect: `/desk/companies/${company}/facts` }),
});
export const verifyFactsAction = post(action(VerifyFacts, verifyFacts, { ...words, done: ({ count }) => ({ message: { key: 'done.verified', values: { count } } }) }));
export const disputeFactAction = action(DisputeFact, disputeFact, {
  ...words,
  done: ({ company, year }) => ({ message: { key: 'done.disputed' }, redirect: `/desk/companies/${company}/facts/${year}` }),
});
