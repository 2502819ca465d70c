import { centers, centerSettings, departments } from '@/db/schema/centers';
import { companies } from '@/db/schema/companies';
import { credentials, memberships, persons } from '@/db/schema/people';
import { ensureCatalogue } from '@/lib/service-desk/commands/keep-catalogue';
import { startOfDay } from '@/lib/kernel/dates';
import { pinyinInitials, pinyinSounds } from '@/lib/kernel/pinyin';
import { insertAll, type SeedDb } from './insert';
import { idsFrom, makeRandom } from './random';

/** A small invented center beside the first: what belongs to one is never seen in the other. */
export async function tellSecondCenter(db: SeedDb, passwordHash: string): Promise<void> {
  const random = makeRandom(943);
  const founded = startOfDay('2015-09-01');
  const centerId = random.id(founded);
  const departmentId = random.id(founded);
  await db.insert(centers).values({
    id: centerId, slug: 'yanshi', name: '演示二号孵化器', nameEn: 'Second Demo Incubator', shortName: '演示二号', createdAt: founded,
  });
  await db.insert(centerSettings).values({ centerId, isDemo: true });
  await db.insert(departments).values({ centerId, id: departmentId, name: '服务部', nameEn: 'Service', createdAt: founded });
  const staff = [
    { role: 'director' as const, name: '方静怡', phone: '13900000021' },
    { role: 'liaison' as const, name: '邵文博', phone: '13900000022' },
  ].map((one) => ({ ...one, personId: random.id(founded), id: random.id(founded) }));
  await insertAll(db, persons, staff.map(({ personId, name, phone }) => ({ id: personId, name, phone, createdAt: founded })));
  await insertAll(db, credentials, staff.map(({ personId }) => ({ personId, passwordHash, passwordChangedAt: founded })));
  await insertAll(db, memberships, staff.map(({ personId, id, role, name }) => ({ centerId, id, personId, role, name, departmentId, startedAt: founded })));
  const names = ['演示二号甲科技有限公司', '演示二号乙生物有限公司', '演示二号丙材料有限公司'];
  await insertAll(db, companies, names.map((name) => ({ centerId, id: random.id(founded), name, pinyin: pinyinInitials(name), sounds: pinyinSounds(name), state: 'incubating' as const, admittedOn: '2024-03-01', demo: true, tags: ['演示'] })));
  await ensureCatalogue(db, centerId, founded, idsFrom(22, founded));
}
