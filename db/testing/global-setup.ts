import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate';
import { ensureCluster } from './cluster';

declare module 'vitest' {
  interface ProvidedContext {
    superUrl: string;
    ownerUrl: string;
    appUrl: string;
  }
}

/** One server and one migrated template for the run; every worker clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await ensureCluster();
  await migrate({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl });
  project.provide('superUrl', cluster.superUrl);
  project.provide('ownerUrl', cluster.ownerUrl);
  project.provide('appUrl', cluster.appUrl);
  return () => cluster.stop();
}
