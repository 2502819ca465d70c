'use server';

import { action } from '@/app/_server/action';
import { chooseWays } from '@/lib/notifications/commands';
import { ChooseWays } from '@/lib/notifications/inputs';

export const chooseWaysAction = action(ChooseWays, chooseWays, { words: 'notifications', done: () => ({ message: { key: 'settings.done' } }) });
