import { addDays, type Day, dayOf, startOfDay } from '@/lib/kernel/dates';

export interface Way {
  app: boolean;
  mail: 'now' | 'digest' | 'off';
}

export interface Settings {
  ways: Record<string, Way>;
  /** Minutes after midnight in Shanghai; both null without quiet hours. */
  quietFrom: number | null;
  quietUntil: number | null;
  digestHour: number;
  digestedOn: Day | null;
}

/** Whoever has chosen nothing is told everything at once. */
export const usual: Settings = { ways: {}, quietFrom: null, quietUntil: null, digestHour: 8, digestedOn: null };

const atOnce: Way = { app: true, mail: 'now' };

/** What people choose about: all that happens to requests, to visits, to notices … */
export function kindOf(entry: string): string {
  return entry.split('.', 1)[0] ?? entry;
}

/** Kinds that have no words of their own are chosen about together. */
export const OTHER = 'other';

/** How an entry reaches somebody; what must be told goes at once whatever was chosen. */
export function wayOf(settings: Settings, entry: { name: string; always: boolean }): Way {
  return entry.always ? atOnce : (settings.ways[kindOf(entry.name)] ?? settings.ways[OTHER] ?? atOnce);
}

const MINUTE = 60_000;

/**
 * Until when a letter waits that was written now, or null when it may go. Quiet hours may run over midnight; beginning
 * and ending at the same minute they are none.
 */
export function quietUntil({ quietFrom, quietUntil }: Pick<Settings, 'quietFrom' | 'quietUntil'>, now: Date): Date | null {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return null;
  const today = dayOf(now);
  const minute = Math.floor((now.getTime() - startOfDay(today).getTime()) / MINUTE);
  const ends = (day: Day) => new Date(startOfDay(day).getTime() + quietUntil * MINUTE);
  if (quietFrom < quietUntil) return minute >= quietFrom && minute < quietUntil ? ends(today) : null;
  if (minute >= quietFrom) return ends(addDays(today, 1));
  return minute < quietUntil ? ends(today) : null;
}

/** Whether today's digest is to be written now: its hour has come, and it wasn't written yet. */
export function isDigestDue({ digestHour, digestedOn }: Pick<Settings, 'digestHour' | 'digestedOn'>, now: Date): boolean {
  const today = dayOf(now);
  return digestedOn !== today && now.getTime() >= startOfDay(today).getTime() + digestHour * 60 * MINUTE;
}

/** '22:30' as minutes after midnight; null for anything else. */
export function minutesOf(text: string): number | null {
  const parts = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.trim());
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

/** Minutes after midnight as 22:30. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export const channelKinds = ['wecom', 'dingtalk', 'sms', 'other'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** What a template may name. */
export const places = ['text', 'link', 'name', 'phone', 'center'] as const;
export type Places = Record<(typeof places)[number], string>;

/** What each kind expects, as far as its makers print it. */
export function usualTemplate(kind: ChannelKind): string {
  switch (kind) {
    case 'wecom':
    case 'dingtalk':
      return '{"msgtype":"text","text":{"content":"{{text}}\\n{{link}}"}}';
    case 'sms':
      return '{"phone":"{{phone}}","content":"{{text}}"}';
    case 'other':
      return '{"text":"{{text}}","link":"{{link}}","name":"{{name}}","center":"{{center}}"}';
  }
}

/** Fills a template in. Values are written as JSON text: nothing in them can end the string they stand in. */
export function fillTemplate(template: string, values: Places): string {
  return template.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const found = places.find((one) => one === name);
    return found === undefined ? place : JSON.stringify(values[found]).slice(1, -1);
  });
}

/** Whether a filled-in template would be JSON, and names nothing that doesn't exist. */
export function isTemplate(template: string): boolean {
  const filled = fillTemplate(template, { text: '"', link: '\\', name: '\n', phone: '1', center: '}' });
  if (/\{\{\w+\}\}/.test(filled)) return false;
  try {
    const parsed: unknown = JSON.parse(filled);
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}
