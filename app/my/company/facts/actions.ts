'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { stateFacts } from '@/lib/companies/commands/state-facts';
import { StateFacts } from '@/lib/companies/inputs/facts';

export const stateMyFactsAction = action(StateFacts, stateFacts, {
  words: 'facts',
  gate: company,
  done: ({ changed }) => ({ message: { key: 'done.proposed', values: { count: changed } }, redirect: '/my/company/facts' }),
});
