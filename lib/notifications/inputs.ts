import { z } from 'zod';
import { defineList } from '@/lib/kernel/list-params';
import { cleanLine } from '@/lib/kernel/text';
import { channelKinds, isTemplate, minutesOf, usualTemplate, type Way } from './rules';

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

const httpAddress = z.string().default('').transform((text) => text.trim()).pipe(
  z.string().min(1, 'required').max(1_000).refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'invalidUrl'),
);

const channelFields = {
  name: z.string().default('').transform(cleanLine).pipe(z.string().min(1, 'required').max(50)),
  kind: z.enum(channelKinds),
  url: httpAddress,
  /** Empty leaves the one that is there; a single dash takes it away. */
  secret: z.string().default('').transform((text) => text.trim()).pipe(z.string().max(200)),
  reach: z.enum(['desk', 'person']),
  kinds: z.array(z.string().max(30)).max(100).default([]),
  template: z.string().default('').transform((text) => text.trim()).pipe(z.string().max(4_000)),
  enabled: z.literal('on').optional().transform((value) => value === 'on'),
};

/** An empty template is the usual one of its kind. */
const withTemplate = <T extends { kind: (typeof channelKinds)[number]; template: string }>(given: T): T =>
  given.template === '' ? { ...given, template: usualTemplate(given.kind) } : given;
const templateIssue = { error: 'channel.template', path: ['template'] };

export const SaveChannel = z
  .object({ ...channelFields, channel: z.uuid().or(z.literal('').transform(() => undefined)).optional(), version: z.number().int().optional() })
  .transform(withTemplate)
  .refine((given) => isTemplate(given.template), templateIssue);
export const TryChannel = z.object({ channel: z.uuid() });
