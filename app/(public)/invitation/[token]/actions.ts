'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { describeBrowser, enterAs, knownDevice, setPending } from '@/app/_server/browser';
import { getSession, selfOf } from '@/app/_server/session';
import type { Ctx } from '@/lib/kernel/context';
import { currentTime } from '@/lib/kernel/env';
import { acceptAsKnown, acceptAsNew, newcomer, openInvitationOf } from '@/lib/people/commands/invitations';
import { openSession, personActor, provePassword, signIn } from '@/lib/people/commands/sign-in';
import { AcceptKnown, AcceptNew, AcceptSignedIn } from '@/lib/people/inputs';

const welcome = { redirect: '/', message: { key: 'invitation.welcome' } };

async function joinAsNew(ctx: Ctx, typed: AcceptNew) {
  const { membershipId, centerId } = await acceptAsNew(ctx, typed);
  return openSession(ctx, { ...(await describeBrowser()), secondFactor: false, membership: { id: membershipId, centerId } });
}

export const acceptNewAction = action(AcceptNew, joinAsNew, {
  words: 'people',
  gate: 'public',
  identify: (asking, typed) => newcomer(asking, typed),
  done: async ({ sessionId }) => {
    await enterAs(sessionId);
    return welcome;
  },
});

async function joinAsKnown(ctx: Ctx, typed: AcceptKnown) {
  const membership = await acceptAsKnown(ctx, typed);
  return signIn(ctx, await describeBrowser(), { id: membership.membershipId, centerId: membership.centerId });
}

export const acceptKnownAction = action(AcceptKnown, joinAsKnown, {
  words: 'people',
  gate: 'public',
  identify: async (asking, typed) => {
    const { centerId } = await openInvitationOf(asking, typed.token);
    return personActor({ ...(await provePassword(asking, typed, await knownDevice())), centerId });
  },
  done: async (result) => {
    if (result.step === 'code') {
      await setPending(result.person, currentTime());
      return { redirect: '/sign-in/verify' };
    }
    await enterAs(result.sessionId);
    return welcome;
  },
});

export const acceptSignedInAction = action(AcceptSignedIn, acceptAsKnown, {
  words: 'people',
  identify: async (asking, typed) => {
    const session = await getSession();
    if (session === null) redirect(`/invitation/${encodeURIComponent(typed.token)}`);
    const { centerId } = await openInvitationOf(asking, typed.token);
    return { ...selfOf(session), centerId };
  },
  done: () => welcome,
});
