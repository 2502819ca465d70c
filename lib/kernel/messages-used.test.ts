import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales, translator } from './i18n';

/**
 * A key that the code asks for and no language has would show itself to a person. What is written out in the code is
 * looked up here; of a key put together at run time the part that is written must lead to words.
 */
const root = path.resolve(import.meta.dirname, '..', '..');

interface Asked {
  file: string;
  namespace: string;
  key: string;
  /** Only the beginning is written out. */
  open: boolean;
}

function keysAskedFor(file: string, text: string): Asked[] {
  const names = new Map<string, string>();
  const give = (name: string, namespace: string) => names.set(name, names.has(name) && names.get(name) !== namespace ? '' : namespace);
  const source = /(?:await getT\(|translator\(\w+, )'([\w-]+)'\)/;
  for (const [, name = '', namespace = ''] of text.matchAll(/const (\w+) = (?:await getT\(|translator\([\w.]+, )'([\w-]+)'\)/g)) give(name, namespace);
  for (const [, left = '', right = ''] of text.matchAll(/const \[([\w, ]+)\] = (?:await Promise\.all\()?\[((?:[^[\]]|\[[^\]]*\])+)\]/g)) {
    const values = right.split(/,(?![^(]*\))/);
    for (const [at, name] of left.split(',').entries()) {
      const namespace = source.exec(values[at] ?? '')?.[1] ?? /getT\('([\w-]+)'\)/.exec(values[at] ?? '')?.[1];
      if (namespace !== undefined) give(name.trim(), namespace);
    }
  }
  const asked: Asked[] = [];
  for (const [, namespace = '', key = ''] of text.matchAll(/\(await getT\('([\w-]+)'\)\)\('([\w.-]+)'/g)) asked.push({ file, namespace, key, open: false });
  for (const [name, namespace] of names) {
    if (namespace === '') continue;
    for (const [, key = ''] of text.matchAll(new RegExp(`(?<![\\w.'])${name}\\('([\\w.-]+)'`, 'g'))) asked.push({ file, namespace, key, open: false });
    for (const [, key = ''] of text.matchAll(new RegExp(`(?<![\\w.'])${name}\\(\`([\\w.-]+)\\.\\$\\{`, 'g'))) asked.push({ file, namespace, key, open: true });
  }
  return asked;
}

function errorsAskedFor(file: string, text: string): Asked[] {
  const written = /(?:new RuleError\(|(?<!\w)ensure\((?:[^;`]|`[^`]*`)*?, )'([a-zA-Z]+(?:\.[a-zA-Z]+)*)'/g;
  return [...text.matchAll(written)].map(([, key = '']) => ({ file, namespace: 'errors', key, open: false }));
}

function sources(): { file: string; text: string }[] {
  return ['app', 'components', 'lib', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|full)\.tsx?$/.test(file) && !file.includes('fixtures'))
      .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(path.join(root, folder, file), 'utf8') })),
  );
}

function isWanting({ namespace, key, open }: Asked): boolean {
  return locales.some((locale) => {
    const t = translator(locale, namespace);
    return open ? !hasWordsUnder(locale, namespace, key) : !t.has(key);
  });
}

function hasWordsUnder(locale: string, namespace: string, key: string): boolean {
  const home = path.join(root, 'lib/kernel/messages', locale);
  const words = (name: string) => JSON.parse(readFileSync(path.join(home, name), 'utf8')) as unknown;
  const within = (node: unknown, keys: readonly string[]) => keys.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), node);
  const found = [within(words(`${namespace}.json`), key.split('.'))];
  // What any capability's rules answer meets in one namespace.
  if (namespace === 'errors') found.push(...readdirSync(home).map((name) => within(words(name), ['errors', ...key.split('.')])));
  return found.some((one) => typeof one === 'object' && one !== null);
}

describe('every key that the code asks for', () => {
  const asked = sources().flatMap(({ file, text }) => [...keysAskedFor(file, text), ...errorsAskedFor(file, text)]);

  it('is there in every language', () => {
    expect(asked.length).toBeGreaterThan(300);
    const wanting = asked.filter(isWanting).map(({ file, namespace, key, open }) => `${file}: ${namespace}.${key}${open ? '.…' : ''}`);
    expect([...new Set(wanting)]).toEqual([]);
  });

  it('is missed where it was planted', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a piece of code
    const text = "const [t, list] = [await getT('members'), await getT('list')];\nt('planted'); list(`nowhere.${x}`); (await getT('shell'))('gone'); t('title'); t(`acts.${a}`);";
    expect(keysAskedFor('planted.tsx', text).filter(isWanting).map(({ key }) => key)).toEqual(['gone', 'planted', 'nowhere']);
    expect(errorsAskedFor('planted.ts', "ensure(a === 'b', 'planted.error'); throw new RuleError('neverHeard'); ensure(x, 'notFound');").filter(isWanting).map(({ key }) => key)).toEqual(['planted.error', 'neverHeard']);
  });
});
