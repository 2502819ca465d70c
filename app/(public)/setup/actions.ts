'use server';

import { action } from '@/app/_server/action';
import { describeBrowser, enterAs } from '@/app/_server/browser';
import type { Ctx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { beginInstallation } from '@/lib/lifecycle/commands/begin-installation';
import { SetUp } from '@/lib/people/inputs';

async function beginHere(ctx: Ctx, typed: SetUp) {
  return beginInstallation(ctx, typed, await describeBrowser());
}

export const setUpAction = action(SetUp, beginHere, {
  words: 'people',
  gate: 'public',
  identify: (_asking, typed) => Promise.resolve({ kind: 'operator', personId: newId(), name: typed.name, sessionId: null }),
  done: async ({ sessionId }) => {
    await enterAs(sessionId);
    return { redirect: '/account/second-factor', message: { key: 'setup.done' } };
  },
});
