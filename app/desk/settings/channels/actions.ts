'use server';

import { action } from '@/app/_server/action';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { post } from '@/app/_server/post';
import { getOwnCenter } from '@/lib/centers/queries';
import { personOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { origin } from '@/lib/kernel/env';
import { saveChannel, tryChannel } from '@/lib/notifications/commands';
import { SaveChannel, TryChannel } from '@/lib/notifications/inputs';
import { getAccount } from '@/lib/people/queries/account';

const words = { words: 'notifications', gate: ['administrator'] as const };
const path = '/desk/settings/channels';

export const saveChannelAction = action(SaveChannel, saveChannel, { ...words, done: () => ({ message: { key: 'channels.saved' }, redirect: path }) });

/** A trial says who asked for it, and goes to the asker's own phone where it goes to phones. */
async function tryOne(ctx: Ctx, input: { channel: string }): Promise<void> {
  const [t, locale] = [await getT('notifications'), await getLocale()];
  const center = nameIn(locale, await getOwnCenter(ctx));
  const { phone } = await getAccount(ctx, personOf(ctx.actor) ?? '');
  const name = 'name' in ctx.actor ? ctx.actor.name : '';
  await tryChannel(ctx, input, { text: t('channels.trial', { name, center }), center, phone: phone ?? '', link: new URL('/desk/notifications', origin()).href });
}
export const tryChannelAction = post(action(TryChannel, tryOne, { ...words, done: () => ({ message: { key: 'channels.tried' } }) }));
