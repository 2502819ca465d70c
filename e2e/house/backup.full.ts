import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { listTables, sumTable, type TableSum, WRITTEN_ALIKE } from '@/db/backup/tables';
import { asClient } from '@/db/embedded/roles';
import { ownerUrlOf, removeHouse, Run, somewhere, startHouse, type Where } from './house';

async function sums(where: Where): Promise<Record<string, TableSum>> {
  return asClient(ownerUrlOf(where), async (client) => {
    await client.query(`begin isolation level repeatable read; ${WRITTEN_ALIKE}`);
    const all: Record<string, TableSum> = {};
    for (const table of await listTables(client)) all[table.name] = await sumTable(client, table);
    return all;
  });
}

test('the demo, backed up while it is served, is the same in another installation, which then serves it', async () => {
  test.setTimeout(600_000);
  const [from, to] = [await somewhere(), await somewhere()];
  const archive = join(from.dataDir, '..', 'all.tar.gz');
  // Without background work nothing changes between the backup and the comparison.
  const house = await startHouse({ ...from, environment: { JOBS: 'off' } });
  mkdirSync(join(from.dataDir, 'files', 'ab'), { recursive: true });
  writeFileSync(join(from.dataDir, 'files', 'ab', 'file'), Buffer.from([0, 1, 2, 255]));

  const backup = new Run(['backup', archive], from);
  expect(await backup.ended, backup.output).toBe(0);
  const wanted = await sums(from);
  await house.stop();

  const restore = new Run(['restore', archive], to);
  expect(await restore.ended, restore.output).toBe(0);
  const restored = await startHouse({ ...to, environment: { JOBS: 'off' } });
  expect(await sums(to)).toEqual(wanted);
  expect(wanted.companies?.rows).toBeGreaterThan(1_700);
  expect(readFileSync(join(to.dataDir, 'files', 'ab', 'file'))).toEqual(Buffer.from([0, 1, 2, 255]));
  const secrets = (where: Where) => (JSON.parse(readFileSync(join(where.dataDir, 'secrets.json'), 'utf8')) as { authSecret: string; auditSalt: string });
  expect(secrets(to).authSecret).toBe(secrets(from).authSecret);
  expect(secrets(to).auditSalt).toBe(secrets(from).auditSalt);

  const again = new Run(['restore', archive], to);
  expect(await again.ended).toBe(1);
  expect(again.output).toContain('into an empty installation only');
  await restored.stop();
  for (const where of [from, to]) removeHouse(where);
});
