'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { describeBrowser, enterAs, getPending, knownDevice, setPending } from '@/app/_server/browser';
import type { Ctx } from '@/lib/kernel/context';
import { currentTime } from '@/lib/kernel/env';
import { countCodeTry, openWithCode } from '@/lib/people/commands/second-factor';
import { personActor, provePassword, signIn } from '@/lib/people/commands/sign-in';
import { SecondFactor, SignIn } from '@/lib/people/inputs';

async function signInHere(ctx: Ctx, _typed: SignIn) {
  return signIn(ctx, await describeBrowser());
}

export const signInAction = action(SignIn, signInHere, {
  words: 'people',
  gate: 'public',
  identify: async (asking, typed) => personActor(await provePassword(asking, typed, await knownDevice())),
  done: async (result, typed) => {
    const way = typed.next === null ? '' : `?next=${encodeURIComponent(typed.next)}`;
    if (result.step === 'code') {
      await setPending(result.person, currentTime());
      return { redirect: `/sign-in/verify${way}` };
    }
    await enterAs(result.sessionId);
    return { redirect: typed.next ?? '/' };
  },
});

async function enterCodeHere(ctx: Ctx, typed: SecondFactor) {
  return openWithCode(ctx, { ...(await describeBrowser()), code: typed.code });
}

export const enterCodeAction = action(SecondFactor, enterCodeHere, {
  words: 'people',
  gate: 'public',
  identify: async (asking, typed) => {
    const pending = await getPending(asking.now);
    if (pending === null) redirect(typed.next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(typed.next)}`);
    await countCodeTry(asking, pending.personId);
    return personActor(pending);
  },
  done: async (opened, typed) => {
    await enterAs(opened.sessionId);
    return { redirect: typed.next ?? '/' };
  },
});
