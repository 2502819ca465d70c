'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { describeBrowser, enterAs } from '@/app/_server/browser';
import { getSession, selfOf } from '@/app/_server/session';
import type { Ctx } from '@/lib/kernel/context';
import { becomeApplicant, newApplicant, registerApplicant } from '@/lib/people/commands/applicants';
import { openSession } from '@/lib/people/commands/sign-in';
import { BecomeApplicant, RegisterApplicant } from '@/lib/people/inputs';

const welcome = { redirect: '/apply', message: { key: 'register.done' } };

async function register(ctx: Ctx, typed: RegisterApplicant) {
  const { applicantId, centerId } = await registerApplicant(ctx, typed);
  return openSession(ctx, { ...(await describeBrowser()), secondFactor: false, membership: { id: applicantId, centerId } });
}

export const registerAction = action(RegisterApplicant, register, {
  words: 'admission',
  gate: 'public',
  identify: (asking, typed) => newApplicant(asking, typed),
  done: async ({ sessionId }) => {
    await enterAs(sessionId);
    return welcome;
  },
});

export const applyAsSelfAction = action(BecomeApplicant, becomeApplicant, {
  words: 'admission',
  identify: async (_asking, typed) => {
    const session = await getSession();
    if (session === null) redirect('/sign-in');
    return { ...selfOf(session), centerId: typed.center };
  },
  done: () => welcome,
});
