import { one, type Outcome, type Suite } from '../test/suite';
import { schemaDiffers } from './migrations';
import { missedDeadCode, missedImports, missedLint, missedTypes } from './plants';
import { ask, type Said } from './tools';

const FOLDERS = ['app', 'components', 'db', 'lib', 'scripts', 'e2e'];

/**
 * The rules machines watch over. A rule that finds nothing may be asleep, so each has violations planted in
 * scripts/check/fixtures that it must find.
 */
export function checks(): Suite[] {
  return [
    check('types', (signal) => ask('tsc', ['--noEmit', '-p', '.'], signal)),
    planted('types', missedTypes),
    check('lint', (signal) => ask('biome', ['lint', '.', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=200'], signal)),
    planted('lint', missedLint),
    check('imports', (signal) => ask('depcruise', [...FOLDERS, '--config', '.dependency-cruiser.mjs', '--output-type', 'err'], signal)),
    planted('imports', missedImports),
    check('dead code', (signal) => ask('knip', ['--no-config-hints'], signal)),
    planted('dead code', missedDeadCode),
    check('migrations', async (signal) => {
      const differs = await schemaDiffers('./db/schema/*.ts', './db/migrations', signal);
      return { ok: differs === null, text: differs === null ? '' : `db/schema has changes that db/migrations lacks (npm run db:generate):\n${differs}` };
    }),
    planted('migrations', async (signal) =>
      (await schemaDiffers('./scripts/check/fixtures/schema/*.ts', null, signal)) === null ? ['a table without a migration'] : [],
    ),
  ];
}

function check(name: string, run: (signal: AbortSignal) => Promise<Said>): Suite {
  return {
    name,
    minutes: 10,
    run: async (signal): Promise<Outcome> => {
      const { ok, text } = await run(signal);
      if (!ok) console.log(text.trim());
      return ok ? one(true) : { ...one(false), failures: [{ title: name, message: text }] };
    },
  };
}

function planted(name: string, missed: (signal: AbortSignal) => Promise<string[]>): Suite {
  return check(`${name}: plants`, async (signal) => {
    const asleep = await missed(signal);
    return { ok: asleep.length === 0, text: asleep.map((rule) => `planted but not found: ${rule}`).join('\n') };
  });
}
