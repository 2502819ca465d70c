import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { freePort } from '@/db/embedded/cluster';
import { ensureBuilt } from '../house/build';
import { ensureBrowser } from '../house/browser';
import { buildEnvironment } from '../house/installation';
import { checks } from '../check/checks';
import { type Count, countPlaywright, countVitest } from './reports';
import { command, counted, one, type Outcome, type Suite } from './suite';

const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** `npm test`: what every change must pass, the cheapest first. */
export function quickSuites(environment: Record<string, string>): Suite[] {
  return [...checks(), unitTests(environment), build(), browserTests('journeys', false, 30, environment)];
}

/** `npm run test:full`: what takes long, on top of `npm test`. */
export function fullSuites(environment: Record<string, string>): Suite[] {
  return [walks(environment), build(), browserTests('full journeys', true, 50, environment)];
}

function unitTests(environment: Record<string, string>): Suite {
  return {
    name: 'unit',
    minutes: 20,
    run: (signal) =>
      reported('test-results/unit.json', countVitest, (file) =>
        command([VITEST, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], environment, signal)),
  };
}

/** The life of a request, walked at random on the database far more often than `npm test` has time for. */
function walks(environment: Record<string, string>): Suite {
  return {
    name: 'walks',
    minutes: 30,
    run: (signal) =>
      reported('test-results/walks.json', countVitest, (file) =>
        command([VITEST, 'run', 'lib/lifecycle/walk.test.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], { ...environment, WALKS: '200' }, signal)),
  };
}

function browserTests(name: string, full: boolean, minutes: number, environment: Record<string, string>): Suite {
  return {
    name,
    minutes,
    run: async (signal) => {
      const CHROMIUM_PATH = await ensureBrowser();
      // A port of our own: whatever serves on the usual one is not what is tested.
      const E2E_PORT = String(await freePort());
      return reported(`test-results/${name.replace(' ', '-')}.json`, countPlaywright, (file) =>
        command([PLAYWRIGHT, 'test'], { ...environment, CHROMIUM_PATH, E2E_PORT, E2E_FULL: full ? '1' : '', E2E_REPORT: file }, signal));
    },
  };
}

/** The tests use the very build that `npm start` serves. */
function build(): Suite {
  return {
    name: 'build',
    minutes: 15,
    run: async (signal) => {
      await ensureBuilt(process.cwd(), buildEnvironment(), signal);
      return one(true);
    },
  };
}

async function reported<R>(file: string, count: (report: R) => Count, run: (file: string) => Promise<number | null>): Promise<Outcome> {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const code = await run(path);
  if (!existsSync(path)) return { passed: 0, failed: 1, note: `no report, exit code ${code ?? 'none'}` };
  const { passed, failed, skipped, again, failures } = count(JSON.parse(readFileSync(path, 'utf8')) as R);
  const notes = [skipped > 0 ? `${skipped} skipped` : '', again > 0 ? `${again} passed when tried again` : ''];
  return { ...counted(passed, failed, code, notes.filter((note) => note !== '').join(', ')), failures };
}
