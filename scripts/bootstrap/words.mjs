import { readFileSync } from 'node:fs';

const read = (language) =>
  JSON.parse(readFileSync(new URL(`../../lib/kernel/messages/${language}/start.json`, import.meta.url), 'utf8'));
const zh = read('zh-CN');
const en = read('en');

function fill(words, key, params) {
  const text = key.split('.').reduce((node, part) => node?.[part], words);
  if (typeof text !== 'string') throw new Error(`no words for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? ''));
}

/** Both languages, since nobody has chosen one yet: on one line for a step, on two for a sentence. */
export function both(key, params = {}, between = ' · ') {
  return fill(zh, key, params) + between + fill(en, key, params);
}

/** One clear sentence in each language, then the end. */
export function fail(problem, params = {}) {
  process.stderr.write(`\n${both(`problems.${problem}`, params, '\n')}\n`);
  process.exit(1);
}
