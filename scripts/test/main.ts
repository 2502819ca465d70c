import { ensureCluster, handDown } from '@/db/testing/cluster';
import { dataFolder } from '../house/installation';
import { explain } from '../house/problems';
import { runAll } from './run-all';
import { fullSuites, quickSuites } from './suites';

/** `npm test` and `npm run test:full`: every suite against one throwaway PostgreSQL, and one line that sums them. */
export async function main(command: string): Promise<void> {
  try {
    const cluster = await ensureCluster();
    const environment = handDown(cluster);
    const code = await runAll(command === 'test:full' ? fullSuites(environment) : quickSuites(environment));
    await cluster.stop();
    process.exit(code);
  } catch (error) {
    explain(error, dataFolder());
  }
}
