import { runAll } from '../test/run-all';
import { checks } from './checks';

/** `npm run check`: the rules machines watch over, the same by hand and before every merge. */
export async function main(): Promise<void> {
  process.exit(await runAll(checks()));
}
