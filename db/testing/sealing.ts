import { expect, vi } from 'vitest';
import { ownerTransaction } from '@/db/owner';
import { sealAll } from '@/lib/audit/seal';
import { testNow } from './factories';

/** A suite that seals may have to wait for another one's longest transaction. */
export const SEALING_TIMEOUT = 300_000;

/** Seals a center's entries to the last: other suites write on the same server, and the sealer waits for whatever began before. */
export function sealEverything(center: string): Promise<void> {
  return vi.waitFor(
    async () => {
      await ownerTransaction((client) => sealAll(client, testNow));
      const { rows } = await ownerTransaction((client) => client.query('select from entry_queue where center_id = $1', [center]));
      expect(rows).toHaveLength(0);
    },
    { timeout: 180_000, interval: 100 },
  );
}
