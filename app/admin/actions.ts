'use server';

import { action } from '@/app/_server/action';
import { operator } from '@/app/_server/gates';
import { closeCenter } from '@/lib/centers/commands/center';
import { CloseCenter } from '@/lib/centers/inputs';
import { openCenter } from '@/lib/lifecycle/commands/open-center';
import { OpenCenter } from '@/lib/lifecycle/inputs';

export const openCenterAction = action(OpenCenter, openCenter, {
  words: 'centers',
  gate: operator,
  done: ({ id, name }) => ({ message: { key: 'admin.created', values: { name } }, redirect: `/admin/centers/${id}` }),
});
export const closeCenterAction = action(CloseCenter, closeCenter, {
  words: 'centers',
  gate: operator,
  done: ({ name }) => ({ message: { key: 'admin.closedDone', values: { name } }, redirect: '/admin' }),
});
