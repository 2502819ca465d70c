import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OwnerClient } from '@/db/owner';
import { dayOf } from '@/lib/kernel/dates';
import { env } from '@/lib/kernel/env';
import { headOf } from './seal';

/** The end of a center's chain on one day, kept outside the database too. */
export interface KeptHead {
  day: string;
  sequence: number;
  hash: string;
}

const folder = (centerId: string) => path.join(env().DATA_DIR, 'heads', centerId);

/** Keeps each center's head of the day, in the database and as a file that is never written twice. */
export async function exportHeads(client: OwnerClient, now: Date): Promise<void> {
  const { rows: centers } = await client.query<{ id: string }>('select id from centers order by id');
  const day = dayOf(now);
  for (const { id } of centers) {
    const head = await headOf(client, id);
    if (head.sequence === 0) continue;
    const kept: KeptHead = { day, ...head };
    await client.query(
      'insert into entry_heads (center_id, day, sequence, hash, exported_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [id, day, kept.sequence, kept.hash, now],
    );
    await keep(id, kept);
  }
}

async function keep(centerId: string, head: KeptHead): Promise<void> {
  await mkdir(folder(centerId), { recursive: true });
  try {
    const file = await open(path.join(folder(centerId), `${head.day}.json`), 'wx');
    await file.writeFile(`${JSON.stringify(head)}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** The heads kept as files, oldest first. Where there are none (a database moved without its data folder) nothing is said. */
export async function keptHeads(centerId: string): Promise<KeptHead[]> {
  const names = await readdir(folder(centerId)).catch(() => [] as string[]);
  const heads: KeptHead[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    heads.push(JSON.parse(await readFile(path.join(folder(centerId), name), 'utf8')) as KeptHead);
  }
  return heads;
}
