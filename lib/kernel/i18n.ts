import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'use-intl/core';
import { nodeEnv } from './env';
import { logger } from './logger';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export type MessageValues = Record<string, string | number | bigint | Date | null | undefined>;

/** Looks a message up and fills it in. A missing one throws outside production, and is its own key there. */
export interface Translate {
  (key: string, values?: MessageValues): string;
  has(key: string): boolean;
}

// use-intl types keys from one static message file; ours are read at start and checked by a test instead.
interface TranslatorOptions {
  locale: string;
  messages: Record<string, unknown>;
  namespace: string;
  timeZone: string;
  onError: (error: Error) => void;
  getMessageFallback: (info: { key: string }) => string;
}

interface Catalogue {
  stamp: number;
  messages: Record<string, unknown>;
  translators: Map<string, Translate>;
}

const catalogues = new Map<Locale, Catalogue>();

/** Every process is started in the project's folder; the words are data beside the code, not part of a bundle. */
const folder = () => path.join(process.cwd(), 'lib', 'kernel', 'messages');

function catalogue(locale: Locale): Catalogue {
  const known = catalogues.get(locale);
  const watching = nodeEnv() === 'development';
  if (known !== undefined && !watching) return known;
  const home = path.join(folder(), locale);
  const names = readdirSync(home).filter((name) => name.endsWith('.json'));
  const stamp = watching ? Math.max(...names.map((name) => statSync(path.join(home, name)).mtimeMs)) : 0;
  if (known !== undefined && known.stamp === stamp) return known;

  const messages: Record<string, unknown> = {};
  const entries: Record<string, unknown> = {};
  const refusals: Record<string, unknown> = {};
  for (const name of names) {
    const words = JSON.parse(readFileSync(path.join(home, name), 'utf8')) as Record<string, unknown>;
    messages[name.replace('.json', '')] = words;
    // What happened in any capability is told by one timeline, so its sentences meet in one namespace.
    mergeInto(entries, words.entries);
    // Any action may be answered by any capability's rule, so their sentences meet beside the kernel's.
    mergeInto(refusals, words.errors);
  }
  messages.entries = entries;
  messages.errors = mergedWith(messages.errors, refusals);
  const fresh: Catalogue = { stamp, messages, translators: new Map() };
  catalogues.set(locale, fresh);
  return fresh;
}

function mergedWith(base: unknown, more: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  mergeInto(merged, base);
  mergeInto(merged, more);
  return merged;
}

function mergeInto(target: Record<string, unknown>, source: unknown): void {
  if (typeof source !== 'object' || source === null) return;
  for (const [key, value] of Object.entries(source)) {
    if (typeof value === 'object' && value !== null) {
      const inner = target[key];
      const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
      mergeInto(next, value);
      target[key] = next;
    } else target[key] = value;
  }
}

/** @param namespace the capability whose words are wanted: the name of its file under messages/ */
export function translator(locale: Locale, namespace: string): Translate {
  const { translators, messages } = catalogue(locale);
  let found = translators.get(namespace);
  if (found === undefined) {
    const make = createTranslator as unknown as (options: TranslatorOptions) => Translate;
    const translate = make({
      // Dates as the rest of the English product writes them: 7 Dec 2026, 13:05.
      locale: locale === 'en' ? 'en-GB' : locale,
      messages,
      namespace,
      timeZone: 'Asia/Shanghai',
      onError: (error) => {
        if (nodeEnv() !== 'production') throw error;
        logger.error({ locale, namespace, problem: error.message }, 'message missing');
      },
      getMessageFallback: ({ key }) => key,
    });
    const { has } = translate;
    const texts = simpleTexts(messages[namespace]);
    const counted = saidOfCounts();
    const say = (key: string, values?: MessageValues) => texts(key, values) ?? counted(key, values, () => translate(key, plain(values)));
    found = Object.assign(say, { has });
    translators.set(namespace, found);
  }
  return found;
}

/** Text and names in braces, nothing else: no plural, no choice, no quotes, no tags. */
const SIMPLE = /^[^{}'<#]*(?:\{\w+\}[^{}'<#]*)*$/;

/**
 * A page says some two hundred things, most of them plain text or a name in a sentence: those need no message format.
 * Answers undefined for what does: a plural, a date, a value that is missing, a key that isn't there.
 */
function simpleTexts(words: unknown): (key: string, values: MessageValues | undefined) => string | undefined {
  const known = new Map<string, readonly string[] | null>();
  return (key, values) => {
    let parts = known.get(key);
    if (parts === undefined) {
      const text = key.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined), words);
      parts = typeof text === 'string' && text !== '' && SIMPLE.test(text) ? text.split(/\{(\w+)\}/) : null;
      // Keys are few; those made up from what somebody typed are not kept.
      if (parts !== null) known.set(key, parts);
    }
    return parts === null ? undefined : parts.length === 1 ? parts[0] : filledIn(parts, values);
  };
}

const MOST_COUNTS = 2_000;

/** "3 working days left" is said again and again: what is told of small whole numbers alone is kept as it was said. */
function saidOfCounts(): (key: string, values: MessageValues | undefined, say: () => string) => string {
  const known = new Map<string, string>();
  return (key, values, say) => {
    if (values === undefined) return say();
    let which = key;
    for (const name in values) {
      const value = values[name];
      if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > 999) return say();
      which += ` ${name}${value}`;
    }
    const before = known.get(which);
    if (before !== undefined) return before;
    if (known.size >= MOST_COUNTS) known.clear();
    const said = say();
    known.set(which, said);
    return said;
  };
}

/** @param parts text and names in turn */
function filledIn(parts: readonly string[], values: MessageValues | undefined): string | undefined {
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      text += part;
      continue;
    }
    const value = values?.[part];
    if (values === undefined || !Object.hasOwn(values, part) || value instanceof Date) return undefined;
    text += value ?? '';
  }
  return text;
}

/** ICU knows no null and formats no bigint: an absent value is empty text. */
function plain(values: MessageValues | undefined): MessageValues | undefined {
  if (values === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === null || value === undefined ? '' : typeof value === 'bigint' ? value.toString() : value]),
  );
}

/** The sentence of something that happened, in the reader's language. */
export function sentence(locale: Locale, entry: { name: string; actorName: string; data: Record<string, unknown> }): string {
  const values: MessageValues = { actor: entry.actorName };
  for (const [key, value] of Object.entries(entry.data)) {
    if (typeof value === 'string' || typeof value === 'number') values[key] = value;
    else if (value === null || value === undefined) values[key] = '';
    else if (typeof value === 'boolean') values[key] = value ? 'yes' : 'no';
  }
  return translator(locale, 'entries')(entry.name, values);
}
