'use server';

import { action } from '@/app/_server/action';
import { currentTime } from '@/lib/kernel/env';
import { changePhone, holderOfLink, proveHolder, resetPassword, resetSecondFactor, unlock } from '@/lib/people/commands/links';
import { ChangePhone, ResetPassword, ResetSecondFactor } from '@/lib/people/inputs';

const done = (purpose: string) => ({ redirect: '/sign-in', message: { key: `link.${purpose}.done` } });

export const resetPasswordAction = action(ResetPassword, resetPassword, {
  words: 'people',
  gate: 'public',
  identify: (asking, typed) => holderOfLink(asking, typed.token, 'reset_password'),
  done: async ({ personId }) => {
    await unlock({ now: currentTime(), requestId: '' }, personId);
    return done('reset_password');
  },
});

export const changePhoneAction = action(ChangePhone, changePhone, {
  words: 'people',
  gate: 'public',
  identify: (asking, typed) => proveHolder(asking, typed.token, 'change_phone', typed.currentPassword),
  done: () => done('change_phone'),
});

export const resetSecondFactorAction = action(ResetSecondFactor, resetSecondFactor, {
  words: 'people',
  gate: 'public',
  identify: (asking, typed) => proveHolder(asking, typed.token, 'reset_second_factor', typed.currentPassword),
  done: () => done('reset_second_factor'),
});
