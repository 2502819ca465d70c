import { z } from 'zod';
import { defineList } from '@/lib/kernel/list-params';
import { minutesOf, type Way } from './rules';

export const OpenNotification = z.object({ id: z.uuid() });
export const ReadAll = z.object({});
export const SendAgain = z.object({ id: z.uuid() });

export const notificationList = defineList({
  filters: { show: z.enum(['unread']).optional() },
  sorts: ['time'],
  defaultSort: 'time',
  defaultDir: 'desc',
});

export const emailList = defineList({
  filters: { state: z.enum(['waiting', 'sent', 'failed']).optional() },
  sorts: ['time'],
  defaultSort: 'time',
  defaultDir: 'desc',
});

/** Fields that stand once per kind: its ticks under `app`, its letter under `mail_<kind>`. */
export const MAIL_PREFIX = 'mail_';
export const mailWays = ['now', 'digest', 'off'] as const;
const kind = /^[a-zA-Z]{1,30}$/;

const clock = z.string().default('').transform((text, ctx) => {
  if (text.trim() === '') return null;
  const found = minutesOf(text);
  if (found !== null) return found;
  ctx.addIssue({ code: 'custom', message: 'invalidTime' });
  return z.NEVER;
});

/** What one member wants to be told how. A kind that isn't among the fields is left as it comes. */
export const ChooseWays = z
  .looseObject({
    app: z.array(z.string().max(30)).max(100).default([]),
    quietFrom: clock,
    quietUntil: clock,
    digestHour: z.string().default('8').transform(Number).pipe(z.int('notANumber').min(0).max(23)),
  })
  .refine((given) => (given.quietFrom === null) === (given.quietUntil === null), { error: 'required', path: ['quietUntil'] })
  .transform(({ app, quietFrom, quietUntil, digestHour, ...rest }) => {
    const ways: Record<string, Way> = {};
    for (const [name, value] of Object.entries(rest)) {
      const named = name.startsWith(MAIL_PREFIX) ? name.slice(MAIL_PREFIX.length) : '';
      const mail = mailWays.find((way) => way === value);
      if (mail === undefined || !kind.test(named)) continue;
      ways[named] = { app: app.includes(named), mail };
    }
    return { ways, quietFrom, quietUntil, digestHour };
  });
