import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './tools';

const FIXTURES = 'scripts/check/fixtures';

/** Lines marked `// error` that the compiler lets pass. */
export async function missedTypes(signal: AbortSignal): Promise<string[]> {
  const { text } = await ask('tsc', ['--noEmit', '-p', join(FIXTURES, 'types')], signal);
  const found = new Set([...text.matchAll(/planted\.ts\((\d+),/g)].map(([, line]) => Number(line)));
  return readFileSync(join(FIXTURES, 'types/planted.ts'), 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.endsWith('// error') && !found.has(at + 1) ? [line] : []));
}

/** Exports named after lint rules that don't refuse them. */
export async function missedLint(signal: AbortSignal): Promise<string[]> {
  const folder = join(FIXTURES, 'lint');
  const { text } = await ask('biome', ['lint', '.', '--colors=off'], signal, folder);
  const rules = [...readFileSync(join(folder, 'planted.ts'), 'utf8').matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)];
  return rules.flatMap(([, rule = '']) => (new RegExp(`planted\\.ts:\\d+:\\d+ lint/\\w+/${rule}\\b`).test(text) ? [] : [rule]));
}

interface Cruised {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

/** Files of the planted tree that name a rule in their first line and are not refused by it; and clean files that are. */
export async function missedImports(signal: AbortSignal): Promise<string[]> {
  const folder = join(FIXTURES, 'tree');
  const args = ['app', 'components', 'db', 'lib', '--config', '../../../../.dependency-cruiser.mjs', '--output-type', 'json'];
  const { text } = await ask('depcruise', args, signal, folder);
  const { violations } = (JSON.parse(text) as Cruised).summary;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const wanted = /^\/\/ ([a-z-]+)(:|$)/m.exec(readFileSync(join(folder, file), 'utf8').split('\n')[0] ?? '')?.[1];
      const found = violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
      if (wanted === undefined) return found.filter((rule) => rule !== 'no-cycles').map((rule) => `${rule} refuses the clean ${file}`);
      return found.includes(wanted) ? [] : [`${wanted} in ${file}`];
    });
}

export async function missedDeadCode(signal: AbortSignal): Promise<string[]> {
  const { text } = await ask('knip', ['--no-progress'], signal, join(FIXTURES, 'dead'));
  return ['dead-file.ts', 'deadExport', 'never-imported'].filter((planted) => !text.includes(planted));
}
