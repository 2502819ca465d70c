import { and, eq } from 'drizzle-orm';
import { fileContents, files } from '@/db/schema/files';
import { serviceItemSamples, serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import { startOfDay } from '@/lib/kernel/dates';
import { layDown } from '@/lib/kernel/storage';
import type { Story } from '../story';
import samples from './samples.json' with { type: 'json' };

/** Before Excel reads a sheet as Chinese it wants to be told so. */
const MARK = '\ufeff';

/** 样表 that companies download from the catalogue: the bytes are really there. */
export async function tellSamples({ db, centerId, random, people }: Story, dataDir: string): Promise<void> {
  const at = new Date(startOfDay('2024-03-11').getTime() + 10 * 3_600_000);
  const by = people.find(({ role }) => role === 'manager')?.membershipId ?? null;
  for (const { item, material, name, lines } of samples) {
    const [version] = await db
      .select({ id: serviceItemVersions.id })
      .from(serviceItems)
      .innerJoin(serviceItemVersions, and(eq(serviceItemVersions.centerId, serviceItems.centerId), eq(serviceItemVersions.itemId, serviceItems.id)))
      .where(and(eq(serviceItems.centerId, centerId), eq(serviceItems.key, item)));
    if (version === undefined) throw new Error(`no item ${item}`);
    const { sha256, size } = await layDown(dataDir, centerId, Buffer.from(`${MARK}${lines.join('\r\n')}\r\n`, 'utf8'));
    const place = random.id(at);
    await db.insert(serviceItemSamples).values({ centerId, id: place, versionId: version.id, key: material, createdAt: at, createdBy: by });
    await db.insert(fileContents).values({ centerId, sha256, size, type: name.endsWith('.csv') ? 'text/csv' : 'text/plain', createdAt: at }).onConflictDoNothing();
    await db.insert(files).values({ centerId, id: random.id(at), sha256, name, subjectType: 'item-sample', subjectId: place, givenBy: by, audience: 'company', createdAt: at, createdBy: by });
  }
}
