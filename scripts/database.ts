import { dataFolder, openInstallation } from './house/installation';
import { explain } from './house/problems';
import { onStop } from './house/signals';

/**
 * Runs the embedded database alone and prints the environment the application would get; Ctrl-C ends it.
 * For tools that want a database without the application: migrations, a SQL console, an editor.
 */
export async function main(): Promise<void> {
  try {
    const house = await openInstallation((event) => console.error(`database: ${event}`));
    house.watch();
    for (const [name, value] of Object.entries(house.environment)) console.log(`${name}=${value}`);
    const hold = setInterval(() => undefined, 60_000);
    onStop(() => {
      clearInterval(hold);
      void house.close().then(() => process.exit(0));
    });
  } catch (error) {
    explain(error, dataFolder());
  }
}
