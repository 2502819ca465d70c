import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, 'messages');
const languages = ['zh-CN', 'en'];
const filesOf = (language: string) =>
  readdirSync(join(root, language))
    .filter((name) => name.endsWith('.json'))
    .sort();

/** Every message of a file by its dotted key. */
function messagesOf(language: string, file: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (typeof node === 'string') found.set(path, node);
    else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
      for (const [key, value] of Object.entries(node)) {
        if (key.includes('.')) throw new Error(`${language}/${file}: the key ${key} has a dot`);
        walk(value, path === '' ? key : `${path}.${key}`);
      }
    } else throw new Error(`${language}/${file}: ${path} is no text`);
  };
  walk(JSON.parse(readFileSync(join(root, language, file), 'utf8')), '');
  return found;
}

/** Names a message asks for, tags included. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.select:
      case TYPE.plural:
        return [
          element.value,
          ...Object.values(element.options).flatMap((option) => argumentsOf(option.value)),
        ];
      default:
        return [element.value];
    }
  });
}

const namesIn = (message: string) => [...new Set(argumentsOf(parse(message)))].sort();

describe('messages', () => {
  it('are in the same files in every language', () => {
    const [first, ...others] = languages.map(filesOf);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(filesOf('zh-CN'))(
    '%s says the same things in every language, with the same arguments',
    (file) => {
      const describeAll = (language: string) =>
        [...messagesOf(language, file)]
          .map(([key, text]) => {
            try {
              return `${key} {${namesIn(text).join(', ')}}`;
            } catch (error) {
              throw new Error(`${language}/${file}: ${key} can't be parsed: ${String(error)}`);
            }
          })
          .sort();
      const [first, ...others] = languages.map(describeAll);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  it.each(languages)('%s leaves nothing empty', (language) => {
    for (const file of filesOf(language)) {
      for (const [key, text] of messagesOf(language, file))
        expect(text.trim(), `${file}: ${key}`).not.toBe('');
    }
  });

  it('leave no Chinese behind in English', () => {
    const han = /\p{Script=Han}/u;
    for (const file of filesOf('en')) {
      for (const [key, text] of messagesOf('en', file)) {
        // A language is named in itself, the product's mark is a character, and forms are quoted as printed.
        if (!/「|“|\(/.test(text) && !/language|locale|^mark$/i.test(key))
          expect(han.test(text), `en/${file}: ${key}: ${text}`).toBe(false);
      }
    }
  });
});
