import { both } from '../bootstrap/words.mjs';
import { buildEnvironment, dataFolder, type Installation, openInstallation } from '../house/installation';
import { ensureBuilt } from '../house/build';
import { explain } from '../house/problems';
import { Progress } from '../house/progress';
import { onStop } from '../house/signals';
import { refuseBusyPort, Server, wantedAddress } from '../house/server';
import { migrate } from '@/db/migrate';
import { fillDatabase, holdsDemo, isUntouched } from './contents';
import { parseFlags } from './flags';

/** `npm start` and `npm run dev`: everything from an empty folder to a served page, and back down on Ctrl-C. */
export async function main(command: string, args: string[]): Promise<void> {
  const root = process.cwd();
  const dev = command === 'dev';
  const building = new AbortController();
  let opening: Promise<Installation> | undefined;
  let server: Server | undefined;
  let ending: Promise<never> | undefined;
  let failing = false;

  /** Pages first, then the database, whatever step is under way: migrations and seed are transactions. */
  const end = (code: number): Promise<never> => {
    ending ??= (async () => {
      process.stdout.write(`\n${both('notes.stopping')}\n`);
      building.abort();
      await server?.stop();
      const house = await opening?.catch(() => undefined);
      await house?.close();
      process.stdout.write(`${both('notes.stopped')}\n`);
      process.exit(code);
    })();
    return ending;
  };
  onStop(() => void end(0));
  // A closed terminal or pipe must not stop the house halfway down.
  process.stdout.on('error', () => undefined);

  /** What a stop interrupts fails; that is no problem to explain. */
  const fail = async (error: unknown): Promise<never> => {
    if (ending !== undefined) return ending;
    failing = true;
    await server?.stop();
    const house = await opening?.catch(() => undefined);
    // Whatever goes wrong on the way down as well: what went wrong first is what is said.
    await house?.close().catch(() => undefined);
    return explain(error, dataFolder());
  };
  // A connection that is still open when the database stops says so where nobody listens.
  process.on('uncaughtException', (error) => {
    if (ending === undefined && !failing) void fail(error);
  });

  try {
    const flags = parseFlags(args);
    const address = wantedAddress();
    await refuseBusyPort(address);
    const progress = new Progress(dev ? 4 : 5);

    const house = await progress.run('database', (note) => {
      opening = openInstallation((event) => note(both(`notes.${event}`)));
      return opening;
    });
    await progress.run('migrate', async (note) => {
      const count = await migrate({ ownerUrl: house.ownerUrl, appUrl: house.appUrl });
      note(count === 0 ? both('notes.unchanged') : both('notes.applied', { count }));
    });
    await progress.run('seed', (note) => fillDatabase(house, flags, note));
    const demo = await holdsDemo(house.ownerUrl);
    if (!dev) {
      await progress.run('build', async (note) => {
        const built = await ensureBuilt(root, buildEnvironment(), building.signal);
        if (!built) note(both('notes.unchanged'));
      });
    }
    if (ending !== undefined) return await ending;

    // On that day in the morning, and on from there: a demo that is told for one day and looked at on another is all overdue.
    const clock: Record<string, string> = demo && flags.today !== null ? { CLOCK: `${flags.today}T09:00:00+08:00`, CLOCK_SINCE: process.env.CLOCK_SINCE ?? String(Date.now()) } : {};
    const environment: Record<string, string> = { ...house.environment, HOST: address.host, PORT: String(address.port), ...(demo ? { DEMO: '1' } : {}), ...clock };
    server = new Server(root, dev ? 'dev' : 'start', address, environment, {
      onRestart: () => console.error(both('notes.serverLost')),
      onGivenUp: () => {
        console.error(both('problems.serverFailed', {}, '\n'));
        void end(1);
      },
    });
    const serving = server;
    await progress.run('serve', () => serving.start());
    if (ending !== undefined) return await ending;
    house.watch();
    await greet(environment.APP_URL ?? '', demo, house.ownerUrl);
  } catch (error) {
    await fail(error);
  }
}

async function greet(url: string, demo: boolean, ownerUrl: string): Promise<void> {
  const lines = ['', both('notes.ready', { url })];
  if (demo) {
    const { demoLogins, demoPassword } = await import('@/db/seed/logins');
    lines.push('', both('notes.logins'));
    for (const { role, name, phone } of demoLogins()) {
      lines.push(`  ${phone}  ${demoPassword}  ${name}  ${both(`roles.${role}`)}`);
    }
  } else if (await isUntouched(ownerUrl)) {
    lines.push(both('notes.firstPage'));
  }
  lines.push('', both('notes.stopHint'));
  console.log(lines.join('\n'));
}
