import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrate } from '@/db/migrate';
import { both } from './bootstrap/words.mjs';
import { dataFolder, type Installation, openInstallation } from './house/installation';
import { explain } from './house/problems';
import { onStop } from './house/signals';

/** What a command line of the product looks like: it returns its exit code, and ends early when asked to. */
export type Command = (args: string[], signal: AbortSignal) => Promise<number | undefined>;

/**
 * `npm run worker`, `admin:reset` and their like: runs the `main` of one module of the product with the database open
 * and the environment the pages would have. Usage: exec MODULE [arguments].
 */
export async function main(_command: string, args: string[]): Promise<void> {
  const [module = '', ...rest] = args;
  const asked = new AbortController();
  onStop(() => asked.abort());
  // A command that only waits for its end must not end by itself.
  const hold = setInterval(() => undefined, 60_000);
  let house: Installation | undefined;
  try {
    house = await openInstallation((event) => {
      if (event !== 'adopted') console.error(both(`notes.${event}`));
    });
    await migrate({ ownerUrl: house.ownerUrl, appUrl: house.appUrl });
    house.watch();
    Object.assign(process.env, house.environment);
    const { main: run } = (await import(pathToFileURL(resolve(module)).href)) as { main: Command };
    const code = await run(rest, asked.signal);
    clearInterval(hold);
    await house.close();
    process.exit(code ?? 0);
  } catch (error) {
    await house?.close().catch(() => undefined);
    explain(error, dataFolder());
  }
}
