import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { locales, type Translate, translator } from './i18n';

/** All keys of a file of words, with what stands there. */
function texts(words: unknown, path: string[] = []): [string, string][] {
  if (typeof words === 'string') return [[path.join('.'), words]];
  return typeof words === 'object' && words !== null ? Object.entries(words).flatMap(([key, inner]) => texts(inner, [...path, key])) : [];
}

test.each(locales)('every plain message of %s reads as the message format reads it', (locale) => {
  const folder = `lib/kernel/messages/${locale}`;
  for (const name of readdirSync(folder)) {
    const namespace = name.replace('.json', '');
    if (namespace === 'errors') continue;
    const words = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, unknown>;
    const format = createTranslator({ locale, messages: { [namespace]: words }, namespace, timeZone: 'Asia/Shanghai' } as never) as unknown as Translate;
    const t = translator(locale, namespace);
    for (const [key, text] of texts(words)) {
      if (/[<']|,\s*(plural|select|number|date|time)/.test(text)) continue;
      const values = Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, arg = ''], index) => [arg, index % 2 === 0 ? `<${arg}>` : 1_234]));
      expect(t(key, values), `${namespace}.${key}`).toBe(format(key, values));
    }
  }
});

test('an absent value is empty text, and numbers stand as they are', () => {
  const t = translator('zh-CN', 'list');
  expect(t('select', { name: null })).toBe(t('select', { name: '' }));
  expect(t('size', { size: 12345n })).toContain('12345');
});

test('what was said of one number is said of that number alone, again and again', () => {
  const t = translator('en', 'service-desk');
  const said = () => [0, 1, 2, 1_234].map((days) => t('line.left', { days }));
  expect(said()).toEqual(['due today', '1 working day left', '2 working days left', '1,234 working days left']);
  expect(said()).toEqual(['due today', '1 working day left', '2 working days left', '1,234 working days left']);
});
