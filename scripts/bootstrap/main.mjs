import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** What each command hands over to, once the packages are there. `dev`: it needs the development packages too. */
const commands = {
  start: { module: 'scripts/start/main.ts' },
  dev: { module: 'scripts/start/main.ts', dev: true },
  exec: { module: 'scripts/exec.ts' },
  backup: { module: 'scripts/backup/main.ts' },
  restore: { module: 'scripts/backup/main.ts' },
  database: { module: 'scripts/database.ts' },
  test: { module: 'scripts/test/main.ts', dev: true },
  'test:full': { module: 'scripts/test/main.ts', dev: true },
  bench: { module: 'scripts/bench/main.ts', dev: true },
  shots: { module: 'scripts/shots/main.ts', dev: true },
  check: { module: 'scripts/check/main.ts', dev: true },
};

export async function main(command, args) {
  process.chdir(root);
  const { module, dev = false } = commands[command] ?? commands.start;
  await ensureInstalled(root, { dev });
  const tsx = await import('tsx/esm/api');
  tsx.register();
  const { main: run } = await import(pathToFileURL(join(root, module)).href);
  await run(command, args);
}
