'use server';

import { action } from '../_server/action';
import { post } from '../_server/post';
import { getSession, selfOf } from '../_server/session';
import type { PersonActor } from '@/lib/kernel/actor';
import { RuleError } from '@/lib/kernel/errors';
import { endAllOtherSessions, endSession, proveAgain, setPreferences } from '@/lib/people/commands/account';
import { changePassword } from '@/lib/people/commands/passwords';
import { countCodeTry, enrolSecondFactor, removeSecondFactor, renewRecoveryCodes } from '@/lib/people/commands/second-factor';
import type { Asking } from '@/lib/people/commands/sign-in';
import { ChangePassword, EndSession, Enrol, Nothing, Preferences, ProveAgain } from '@/lib/people/inputs';

/** What people do to their own sign-in they do as themselves, whichever role they act in. */
async function self(): Promise<PersonActor> {
  const session = await getSession();
  if (session === null) throw new RuleError('signedOut');
  return selfOf(session);
}

async function selfWithPassword(asking: Asking, { currentPassword }: { currentPassword: string }): Promise<PersonActor> {
  const actor = await self();
  await proveAgain(asking, actor, currentPassword);
  return actor;
}

export const changePasswordAction = action(ChangePassword, changePassword, {
  words: 'people',
  identify: selfWithPassword,
  done: ({ ended }) => ({ redirect: '/account', message: { key: 'passwordPage.done', values: { ended } } }),
});

export const enrolAction = action(Enrol, enrolSecondFactor, {
  words: 'people',
  identify: async (asking) => {
    const actor = await self();
    await countCodeTry(asking, actor.personId);
    return actor;
  },
  done: () => ({ redirect: '/account/second-factor', message: { key: 'secondFactor.done' } }),
});

export const renewCodesAction = action(ProveAgain, renewRecoveryCodes, {
  words: 'people',
  identify: selfWithPassword,
  done: () => ({ redirect: '/account/second-factor', message: { key: 'secondFactor.renewed' } }),
});

export const removeSecondFactorAction = action(ProveAgain, removeSecondFactor, {
  words: 'people',
  identify: selfWithPassword,
  done: () => ({ redirect: '/account/second-factor', message: { key: 'secondFactor.removed' } }),
});

export const endSessionAction = post(
  action(EndSession, endSession, {
    words: 'people',
    identify: self,
    done: ({ device }) => ({ message: { key: 'sessions.ended', values: { device } } }),
  }),
);

export const endOthersAction = post(
  action(Nothing, endAllOtherSessions, {
    words: 'people',
    identify: self,
    done: ({ count }) => ({ message: { key: 'sessions.endedOthers', values: { count } } }),
  }),
);

export const preferencesAction = action(Preferences, setPreferences, {
  words: 'people',
  identify: self,
  done: () => ({ message: { key: 'preferences.done' } }),
});
