import { serviceItems, serviceItemVersions } from '@/db/schema/service-desk-catalogue';
import type { Db } from '@/db/client';
import { promisedDays } from '@/lib/approvals/rules';
import { departmentsByName } from '@/lib/centers/queries';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { newId } from '@/lib/kernel/ids';
import firstItems from '../first-items.json' with { type: 'json' };
import type { Channel, FilerState, ItemEffect, ItemField, ItemLane, ItemMaterial, OutcomeWords, Situation } from '../inputs/item';

interface FirstLane {
  key: string;
  name: string;
  nameEn: string;
  days: number;
  decides: string;
  checklist: { text: string; textEn: string }[];
  department?: string;
  role?: string;
}

interface FirstItem {
  key: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  basis: string;
  basisEn: string;
  situations: Situation[];
  acceptanceDays: number;
  filers: FilerState[];
  fields: ItemField[];
  materials: ItemMaterial[];
  stages: { name: string; nameEn: string; lanes: FirstLane[] }[];
  resultTitle: string;
  resultText: string;
  outcomeWords: OutcomeWords;
  asksBody: boolean;
  channels: Channel[];
  effects?: ItemEffect[];
}

/** The items every center begins with, in the order a company sees them. */
const beginnings = firstItems as FirstItem[];

/**
 * Gives a center the items every center begins with; what is there already stays as it is. A lane goes to the
 * department of that name, and where the center has none to its managers. The demo brings ids of its own. @returns how many were added
 */
export async function ensureCatalogue(db: Pick<Db, 'insert' | 'select'>, centerId: string, now: Date, makeId = newId): Promise<number> {
  const departments = await departmentsByName(db, centerId);
  const added = await db
    .insert(serviceItems)
    .values(beginnings.map(({ key }, index) => ({ centerId, id: makeId(), key, position: (index + 1) * 10, createdAt: now, updatedAt: now })))
    .onConflictDoNothing({ target: [serviceItems.centerId, serviceItems.key] })
    .returning({ id: serviceItems.id, key: serviceItems.key });
  const fresh = added.flatMap(({ id, key }) => {
    const item = beginnings.find((one) => one.key === key);
    return item === undefined ? [] : [{ ...firstVersion(centerId, id, item, departments, now), id: makeId() }];
  });
  if (fresh.length > 0) await db.insert(serviceItemVersions).values(fresh);
  return added.length;
}

function firstVersion(centerId: string, itemId: string, item: FirstItem, departments: ReadonlyMap<string, string>, now: Date): Omit<typeof serviceItemVersions.$inferInsert, 'id'> {
  const { key: _key, stages: planned, ...content } = item;
  const stages = planned.map(({ lanes, ...stage }) => ({ ...stage, lanes: lanes.map((lane) => laneOf(lane, departments)) }));
  return {
    ...content,
    centerId,
    itemId,
    number: 1,
    state: 'published',
    // What is told of earlier years has its item too.
    effectiveFrom: addDays(dayOf(now), -365 * 40),
    stages,
    promisedDays: promisedDays(stages),
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
  };
}

function laneOf({ department, role, decides, ...lane }: FirstLane, departments: ReadonlyMap<string, string>): ItemLane {
  const common = { ...lane, decides: decides === 'manager' ? ('manager' as const) : ('anyone' as const) };
  if (role !== undefined) return { ...common, party: 'role', departmentId: null, role };
  if (department === undefined) return { ...common, party: 'holder', departmentId: null, role: null };
  const departmentId = departments.get(department);
  return departmentId === undefined ? { ...common, party: 'role', departmentId: null, role: 'manager' } : { ...common, party: 'department', departmentId, role: null };
}
